using Sanad.Attribution;

namespace Sanad.Stories.Utterances;

/// <summary>Joins statements of one speaker that are one utterance in different wordings or languages.</summary>
internal static class UtteranceMatcher
{
    /// <summary>Least likeness (Dice) of two wordings in one language, and across languages, where only names, numbers and concepts meet.</summary>
    private const double LeastLike = 0.5, LeastLikeAcross = 0.34;

    /// <summary>Least share of the shorter wording's terms, where one outlet gives more of the words than the other.</summary>
    private const double LeastHeld = 0.68;

    private const int LeastShared = 3;

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

        // The likest pairs first; a group takes one statement of an article, so that it cannot chain on from one sentence to the next.
        links.Sort(static (a, b) => b.Likeness.CompareTo(a.Likeness) is var order and not 0 ? order : (a.I, a.J).CompareTo((b.I, b.J)));
        var members = new Dictionary<int, HashSet<int>>();
        HashSet<int> ArticlesOf(int node) => members.TryGetValue(groups.Root(node), out HashSet<int>? set) ? set : [nodes[node].Article];
        foreach ((_, int i, int j) in links)
        {
            if (groups.Root(i) == groups.Root(j)) continue;
            HashSet<int> left = ArticlesOf(i), right = ArticlesOf(j);
            if (left.Overlaps(right)) continue;
            left.UnionWith(right);
            groups.Join(i, j);
            members[groups.Root(i)] = left;
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
        likeness = left.Likeness(right, weights);
        if (shared < LeastShared) return false;
        Statement one = a.Analysis.Statements[first], other = b.Analysis.Statements[second];
        bool across = a.Analysis.Article.Language != b.Analysis.Article.Language;
        bool like = across
            ? likeness >= LeastLikeAcross
            : likeness >= LeastLike || (left.Containment(right, weights) >= LeastHeld && shared >= LeastShared + 1);
        return like && !IsOtherSide(one.Act, other.Act) && IsNear(one, other) && SpeakerMatch.IsSame(a, one, b, other);
    }

    /// <summary>To deny is not to decline to comment: two sides are not one utterance, however like the thing they are about.</summary>
    private static bool IsOtherSide(Act one, Act other) => one != other && IsSide(one) && IsSide(other);

    private static bool IsSide(Act act) => act is Act.Confirm or Act.Deny or Act.Neither;

    /// <summary>Days that contradict each other part two statements; a missing day does not.</summary>
    private static bool IsNear(Statement one, Statement other)
    {
        if (one.Said is not { IsOneDay: true } first || other.Said is not { IsOneDay: true } second) return true;
        return Math.Abs(first.First.DayNumber - second.First.DayNumber) <= MostDays;
    }

    private static List<Utterance> Build(IReadOnlyList<StoryArticle> articles, List<(int Article, int Statement)> nodes, DisjointSets groups)
    {
        var utterances = new List<Utterance>();
        foreach (List<int> group in groups.Groups())
        {
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
        foreach (Text.TextSpan span in statement.Content) length += span.Length;
        return length + (statement.Kind == StatementKind.Direct ? 1_000_000 : 0);
    }
}
