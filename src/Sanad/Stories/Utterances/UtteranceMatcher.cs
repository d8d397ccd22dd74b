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

    /// <summary>Terms that two wordings share at least.</summary>
    internal const int LeastShared = 3;

    /// <summary>Least likeness, share of the shorter wording and words shared where both articles say that one speaker said it on one day.</summary>
    private const double LeastLikeOfOneDay = 0.38, LeastHeldOfOneDay = 0.55;
    private const int TellingOfOneDay = 4;

    /// <summary>Words, numbers apart, that a clause must share with a statement.</summary>
    private const int TellingOfClause = 5;

    /// <summary>
    /// Least likeness where it is unclear whether the speakers are one, and where they bear two names, of which one is a misreading then: nobody
    /// chooses six words of somebody else's by chance. The last is the share of the shorter wording's terms that does instead.
    /// </summary>
    private const double LeastLikeUnclear = 0.55, LeastLikeWhoever = 0.7, LeastHeldWhoever = 0.95, LeastLikeVerbatim = 0.85;

    /// <summary>Words, numbers apart, that must be shared then.</summary>
    private const int TellingWords = 5;

    /// <summary>Earlier sayings that one is compared with at most: in a story of hundreds of copies more would tell nothing that these do not.</summary>
    internal const int MostCompared = 128;

    public static List<Utterance> Find(IReadOnlyList<StoryArticle> articles, TermWeights weights)
    {
        List<Saying> sayings = [.. articles.SelectMany(static article => article.Sayings)];
        int[] wholes = Wholes(sayings);
        var links = new List<(bool OfClause, double Likeness, int I, int J)>();
        foreach ((int i, int j) in Sharing(sayings))
        {
            if (IsOne(sayings[i], sayings[j], weights, out double likeness) && !OtherValues.Are(sayings[i], sayings[j])) links.Add((sayings[i].IsClause || sayings[j].IsClause, likeness, i, j));
        }

        // Whole statements first, of these the likest pairs.
        links.Sort(static (a, b) => a.OfClause != b.OfClause ? a.OfClause.CompareTo(b.OfClause) : b.Likeness.CompareTo(a.Likeness) is var order and not 0 ? order : (a.I, a.J).CompareTo((b.I, b.J)));
        var groups = new SayingGroups(sayings);
        foreach ((_, _, int i, int j) in links)
        {
            // A clause tells nothing where the statements as wholes are one already.
            if (!groups.AreOne(wholes[i], wholes[j])) groups.Join(i, j);
        }

        return Build(sayings, groups);
    }

    /// <summary>By place the statement that a saying is a clause of; its own place for statements.</summary>
    private static int[] Wholes(List<Saying> sayings)
    {
        var wholes = new int[sayings.Count];
        for (int i = 0; i < wholes.Length; i++) wholes[i] = sayings[i].IsClause ? wholes[i - 1] : i;
        return wholes;
    }

    /// <summary>
    /// Pairs of different articles that share enough terms to be compared at all, found by who holds each term and not by trying every pair. Of each saying there are at
    /// most <see cref="MostCompared"/> with those before it: those that share most with it, of these the latest ones.
    /// </summary>
    internal static IEnumerable<(int I, int J)> Sharing(IReadOnlyList<Saying> sayings)
    {
        var index = new SharedTerms();
        var found = new List<SharedTerms.Sharer>();
        SayingTraits[] traits = SayingTraits.OfAll(sayings);
        for (int j = 0; j < traits.Length; j++)
        {
            // In other words there may be but one thing that both name: a number, what is denied.
            index.Find(sayings[j].Wording, found, traits[j].Side == Act.Neither ? 1 : 2);
            index.Add(sayings[j].Wording);
            int kept = 0;
            for (int i = 0; i < found.Count; i++)
            {
                SharedTerms.Sharer other = found[i];
                if ((other.Shared < 2 && traits[other.Place].Side != Act.Neither) || !traits[j].MayBeOneWith(traits[other.Place])) continue;

                // Where hundreds share the same words, one speaker counts as one term more.
                found[kept++] = traits[j].Speaker >= 0 && traits[other.Place].Speaker == traits[j].Speaker ? other with { Shared = other.Shared + 1 } : other;
            }

            found.RemoveRange(kept, found.Count - kept);
            SharedTerms.KeepMost(found, MostCompared);
            foreach (SharedTerms.Sharer other in found) yield return (other.Place, j);
        }
    }

    /// <summary>Whether the two statements are one utterance in much the same words; <paramref name="likeness"/> of their wordings, 0 to 1, and 0 where they share too few to be compared.</summary>
    public static bool IsOne(StoryArticle a, int first, StoryArticle b, int second, TermWeights weights, out double likeness)
    {
        Saying one = Saying.Of(a, first), other = Saying.Of(b, second);
        likeness = 0;
        if (one.Wording.Shared(other.Wording) < LeastShared) return false;
        return IsWordedAlike(one, other, weights, out likeness);
    }

    /// <summary>The same where they are known to share words.</summary>
    public static bool IsWordedAlike(Saying a, Saying b, TermWeights weights, out double likeness)
    {
        WordingOverlap overlap = Compare(a, b, weights);
        likeness = overlap.Likeness;
        return IsWordedAlike(a, b, overlap);
    }

    /// <summary>The same for sayings, of which one may be a clause; statements in other words count too (<see cref="Paraphrase"/>).</summary>
    public static bool IsOne(Saying a, Saying b, TermWeights weights, out double likeness)
    {
        WordingOverlap overlap = Compare(a, b, weights);
        likeness = overlap.Likeness;
        if (!MayBeLike(overlap) && !Paraphrase.MayBe(a, b, overlap)) return false;
        if (!SayingTraits.AreNear(a.Statement, b.Statement)) return false;

        if (!a.IsClause && !b.IsClause) return IsWordedAlike(a, b, overlap) || Paraphrase.IsOne(a, b, overlap);

        // A clause is few words: it must be a whole statement there, and sure who says it.
        if ((a.IsClause && b.IsClause) || !SpeakerMatch.IsSame(a.Article, a.Statement, b.Article, b.Statement)) return false;
        return (overlap.Telling >= TellingOfClause && IsWordedAlike(a, b, overlap)) || Paraphrase.IsOne(a, b, overlap);
    }

    private static WordingOverlap Compare(Saying a, Saying b, TermWeights weights) =>
        a.Wording.Against(b.Wording, weights, a.Article.Analysis.Article.Language != b.Article.Analysis.Article.Language);

    /// <summary>What most ways of being one ask of the words at least: most pairs do not come so far, and who speaks need not be looked up for them.</summary>
    private static bool MayBeLike(WordingOverlap overlap) => overlap.Likeness >= LeastLikeOfOneDay || overlap.Held >= Paraphrase.LeastHeldDenied;

    private static bool IsWordedAlike(Saying a, Saying b, WordingOverlap overlap)
    {
        (Statement one, Statement other) = (a.Statement, b.Statement);
        (int shared, int telling, double likeness) = (overlap.Shared, overlap.Telling, overlap.Likeness);
        if (shared < LeastShared || !MayBeLike(overlap)) return false;
        bool like = a.Article.Analysis.Article.Language != b.Article.Analysis.Article.Language
            ? likeness >= LeastLikeAcross || (overlap.Held >= LeastHeld && shared >= LeastShared + 2)
            : likeness >= LeastLike || (overlap.Held >= LeastHeld && shared >= LeastShared + 1);
        if (!SayingTraits.AreNear(one, other)) return false;
        if (SpeakerMatch.IsSame(a.Article, one, b.Article, other))
            return like || (telling >= TellingOfOneDay && IsOfOneDay(one, other) && (likeness >= LeastLikeOfOneDay || overlap.Held >= LeastHeldOfOneDay));
        return SpeakerMatch.MayBeSame(a.Article, one, b.Article, other)
            ? telling >= TellingWords && likeness >= LeastLikeUnclear
            : (telling > TellingWords && (likeness >= LeastLikeWhoever || overlap.HeldInFull >= LeastHeldWhoever))
                || (telling == TellingWords && likeness >= LeastLikeVerbatim);
    }

    private static bool IsOfOneDay(Statement one, Statement other) => one.Said is { IsOneDay: true } first && other.Said is { IsOneDay: true } second && first.First == second.First;

    private static List<Utterance> Build(List<Saying> sayings, SayingGroups groups)
    {
        var utterances = new List<Utterance>();
        foreach (List<int> group in groups.All())
        {
            // Of statements within one another the fullest speaks for all.
            group.RemoveAll(one => group.Exists(other => other != one && sayings[one].IsWithin(sayings[other]) && (other < one || !sayings[other].IsWithin(sayings[one]))));
            if (group.Count < 2) continue;

            // The fullest direct quotation stands for the others.
            group.Sort((x, y) => Rank(sayings[y]).CompareTo(Rank(sayings[x])) is var rank and not 0 ? rank : x.CompareTo(y));
            string? on = null;
            var members = new List<UtteranceMember>(group.Count);
            foreach (int i in group)
            {
                Saying saying = sayings[i];
                on ??= saying.Statement.Said?.ToIso();
                Citation citation = saying.IsClause ? saying.Article.Cite(saying.Content[0]) : saying.Article.Cite(saying.Statement);
                members.Add(new UtteranceMember(saying.Article.Source, saying.Statement.Id, saying.IsClause ? citation.Quote : saying.Article.Analysis.ContentOf(saying.Statement), citation));
            }

            utterances.Add(new Utterance(sayings[group[0]].Statement.Speaker.Name ?? "", on, members));
        }

        return utterances;
    }

    private static long Rank(Saying saying)
    {
        long length = 0;
        foreach (TextSpan span in saying.Content) length += span.Length;
        return length + (saying.Statement.Kind == StatementKind.Direct ? 1_000_000 : 0);
    }
}
