using Sanad.Attribution;
using Sanad.Text;

namespace Sanad.Stories.Utterances;

/// <summary>Joins statements of one speaker that are one utterance in different wordings or languages.</summary>
internal static class UtteranceMatcher
{
    /// <summary>Least likeness (Dice) of two wordings in one language, and across languages, where only names, numbers and concepts meet.</summary>
    private const double LeastLike = 0.5, LeastLikeAcross = 0.45;

    /// <summary>Least share of the shorter wording's terms, where one outlet gives more of the words than the other.</summary>
    private const double LeastHeld = 0.68;

    private const int LeastShared = 3;

    /// <summary>Least likeness, share of the shorter wording and words shared where both articles say that one speaker said it on one day.</summary>
    private const double LeastLikeOfOneDay = 0.38, LeastHeldOfOneDay = 0.55;
    private const int TellingOfOneDay = 4;

    /// <summary>
    /// Least likeness where it is unclear whether the speakers are one, and where they bear two names, of which one is a misreading then: nobody
    /// chooses six words of somebody else's by chance. The last is the share of the shorter wording's terms that does instead.
    /// </summary>
    private const double LeastLikeUnclear = 0.55, LeastLikeWhoever = 0.7, LeastHeldWhoever = 0.95, LeastLikeVerbatim = 0.85;

    /// <summary>Words, numbers apart, that must be shared then.</summary>
    private const int TellingWords = 5;

    /// <summary>Days between which two statements may be one: agencies date by their own clocks.</summary>
    private const int MostDays = 2;

    public static List<Utterance> Find(IReadOnlyList<StoryArticle> articles, TermWeights weights)
    {
        var nodes = new List<(int Article, int Statement)>();
        for (int a = 0; a < articles.Count; a++)
        {
            for (int s = 0; s < articles[a].Analysis.Statements.Count; s++) nodes.Add((a, s));
        }

        var groups = new DisjointSets(nodes.Count);
        var links = new List<(double Likeness, int I, int J)>();
        foreach ((int i, int j) in Sharing(articles, nodes))
        {
            if (nodes[i].Article != nodes[j].Article && IsOne(articles[nodes[i].Article], nodes[i].Statement, articles[nodes[j].Article], nodes[j].Statement, weights, out double likeness)) links.Add((likeness, i, j));
        }

        // The likest pairs first; a group takes one statement of an article, and those within it, so that it cannot chain on from one sentence to the next.
        links.Sort(static (a, b) => b.Likeness.CompareTo(a.Likeness) is var order and not 0 ? order : (a.I, a.J).CompareTo((b.I, b.J)));
        var members = new Dictionary<int, List<int>>();
        List<int> MembersOf(int node) => members.TryGetValue(groups.Root(node), out List<int>? held) ? held : [node];
        foreach ((_, int i, int j) in links)
        {
            if (groups.Root(i) == groups.Root(j)) continue;
            List<int> left = MembersOf(i), right = MembersOf(j);
            if (left.Exists(one => right.Exists(other => nodes[one].Article == nodes[other].Article && !IsWithin(articles, nodes[one], nodes[other]) && !IsWithin(articles, nodes[other], nodes[one])))) continue;
            groups.Join(i, j);
            members[groups.Root(i)] = [.. left, .. right];
        }

        return Build(articles, nodes, groups);
    }

    /// <summary>Pairs of statements that share enough terms to be compared at all, found by who holds each term and not by trying every pair.</summary>
    private static IEnumerable<(int I, int J)> Sharing(IReadOnlyList<StoryArticle> articles, List<(int Article, int Statement)> nodes)
    {
        var holders = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var shared = new int[nodes.Count];
        var touched = new List<int>();
        for (int j = 0; j < nodes.Count; j++)
        {
            foreach (string term in articles[nodes[j].Article].Wordings[nodes[j].Statement].Terms)
            {
                if (!holders.TryGetValue(term, out List<int>? before)) holders.Add(term, before = []);
                foreach (int i in before)
                {
                    if (shared[i]++ == 0) touched.Add(i);
                }

                before.Add(j);
            }

            touched.Sort();
            foreach (int i in touched)
            {
                if (shared[i] >= LeastShared) yield return (i, j);
                shared[i] = 0;
            }

            touched.Clear();
        }
    }

    /// <summary>Whether the two statements are one utterance; <paramref name="likeness"/> of their wordings, 0 to 1.</summary>
    public static bool IsOne(StoryArticle a, int first, StoryArticle b, int second, TermWeights weights, out double likeness)
    {
        Wording left = a.Wordings[first], right = b.Wordings[second];
        int shared = left.Shared(right);
        bool across = a.Analysis.Article.Language != b.Analysis.Article.Language;
        likeness = left.Likeness(right, weights, across);
        if (shared < LeastShared) return false;
        Statement one = a.Analysis.Statements[first], other = b.Analysis.Statements[second];
        bool like = across
            ? likeness >= LeastLikeAcross || (left.Containment(right, weights, across) >= LeastHeld && shared >= LeastShared + 2)
            : likeness >= LeastLike || (left.Containment(right, weights) >= LeastHeld && shared >= LeastShared + 1);
        if (IsOtherSide(one.Act, other.Act) || !IsNear(one, other)) return false;
        int telling = Telling(left, right);
        if (SpeakerMatch.IsSame(a, one, b, other))
            return like || (telling >= TellingOfOneDay && IsOfOneDay(one, other) && (likeness >= LeastLikeOfOneDay || left.Containment(right, weights, across) >= LeastHeldOfOneDay));
        return SpeakerMatch.MayBeSame(a, one, b, other)
            ? telling >= TellingWords && likeness >= LeastLikeUnclear
            : (telling > TellingWords && (likeness >= LeastLikeWhoever || left.Containment(right, weights) >= LeastHeldWhoever))
                || (telling == TellingWords && likeness >= LeastLikeVerbatim);
    }

    /// <summary>Terms shared but numbers and states of people: two offices that give one toll have not said one thing.</summary>
    private static int Telling(Wording left, Wording right)
    {
        int telling = 0;
        foreach (string term in left.Terms) telling += right.Terms.Contains(term) && term[0] != '#' && term[^1] != '!' ? 1 : 0;
        return telling;
    }

    /// <summary>To deny is not to decline to comment: two sides are not one utterance, however like the thing they are about.</summary>
    private static bool IsOtherSide(Act one, Act other) => one != other && IsSide(one) && IsSide(other);

    private static bool IsSide(Act act) => act is Act.Confirm or Act.Deny or Act.Neither;

    private static bool IsOfOneDay(Statement one, Statement other) => one.Said is { IsOneDay: true } first && other.Said is { IsOneDay: true } second && first.First == second.First;

    /// <summary>Days that contradict each other part two statements; a missing day does not.</summary>
    private static bool IsNear(Statement one, Statement other)
    {
        if (one.Said is not { IsOneDay: true } first || other.Said is not { IsOneDay: true } second) return true;
        return Math.Abs(first.First.DayNumber - second.First.DayNumber) <= MostDays;
    }

    /// <summary>Whether all words of the one statement are words of the other: "radar showed that …" holds what radar showed.</summary>
    private static bool IsWithin(IReadOnlyList<StoryArticle> articles, (int Article, int Statement) one, (int Article, int Statement) other)
    {
        if (one.Article != other.Article) return false;
        IReadOnlyList<Statement> statements = articles[one.Article].Analysis.Statements;
        IReadOnlyList<TextSpan> outer = statements[other.Statement].Content;
        foreach (TextSpan span in statements[one.Statement].Content)
        {
            bool held = false;
            foreach (TextSpan whole in outer) held |= whole.Contains(span);
            if (!held) return false;
        }

        return true;
    }

    private static List<Utterance> Build(IReadOnlyList<StoryArticle> articles, List<(int Article, int Statement)> nodes, DisjointSets groups)
    {
        var utterances = new List<Utterance>();
        foreach (List<int> group in groups.Groups())
        {
            // Of statements within one another the fullest speaks for all.
            group.RemoveAll(one => group.Exists(other => other != one && IsWithin(articles, nodes[one], nodes[other]) && (other < one || !IsWithin(articles, nodes[other], nodes[one]))));
            if (group.Count < 2) continue;

            // The fullest direct quotation stands for the others.
            group.Sort((x, y) => Rank(articles, nodes[y]).CompareTo(Rank(articles, nodes[x])) is var rank and not 0 ? rank : x.CompareTo(y));
            StoryArticle best = articles[nodes[group[0]].Article];
            Statement lead = best.Analysis.Statements[nodes[group[0]].Statement];
            string? on = null;
            var members = new List<UtteranceMember>(group.Count);
            foreach (int node in group)
            {
                StoryArticle article = articles[nodes[node].Article];
                Statement statement = article.Analysis.Statements[nodes[node].Statement];
                on ??= statement.Said?.ToIso();
                members.Add(new UtteranceMember(article.Source, statement.Id, article.Analysis.ContentOf(statement), article.Cite(statement)));
            }

            utterances.Add(new Utterance(lead.Speaker.Name ?? "", on, members));
        }

        return utterances;
    }

    private static long Rank(IReadOnlyList<StoryArticle> articles, (int Article, int Statement) node)
    {
        Statement statement = articles[node.Article].Analysis.Statements[node.Statement];
        long length = 0;
        foreach (TextSpan span in statement.Content) length += span.Length;
        return length + (statement.Kind == StatementKind.Direct ? 1_000_000 : 0);
    }
}
