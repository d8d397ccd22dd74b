using Sanad.Language;
using Sanad.Stories.Utterances;
using Sanad.Text;

namespace Sanad.Stories.Copies;

/// <summary>Finds the articles of a story that go back to one text: copied, edited, from one wire, updated or translated.</summary>
internal static class CopyFinder
{
    /// <summary>Least share of the shorter text's own word runs found in the other: a copy, and a copy word for word.</summary>
    private const double LeastShare = 0.2, LeastVerbatim = 0.85;

    /// <summary>Runs of a text's own words without which nothing can be told.</summary>
    private const int LeastRuns = 20;

    public static List<CopyGroup> Find(IReadOnlyList<StoryArticle> articles, LanguageSet languages, Lazy<TermWeights> weights)
    {
        var shingles = new Shingles[articles.Count];
        for (int i = 0; i < shingles.Length; i++) shingles[i] = new Shingles(articles[i].Analysis, languages[articles[i].Analysis.Article.Language]);
        List<(int A, int B, double Share, CopyKind Kind)> links = [];
        var runs = new SharedRuns();
        var sharing = new List<(int Article, int Runs)>();
        for (int b = 0; b < articles.Count; b++)
        {
            runs.Add(shingles[b], sharing);
            foreach ((int a, int shared) in sharing)
            {
                int least = Math.Min(shingles[a].Told, shingles[b].Told);
                double share = least < LeastRuns ? 0 : (double)shared / least;
                if (share >= LeastShare && !IsAcross(articles[a], articles[b])) links.Add((a, b, share, KindOf(articles[a], articles[b], share)));
            }
        }

        if (articles.Any(article => IsAcross(article, articles[0])))
        {
            AddTranslated(new SharedStatements(articles, weights.Value).Find(), articles.Count, links);
        }

        links.Sort(static (one, other) => (one.A, one.B).CompareTo((other.A, other.B)));
        return Group(articles, shingles, links, weights);
    }

    private static bool IsAcross(StoryArticle a, StoryArticle b) => a.Analysis.Article.Language != b.Analysis.Article.Language;

    /// <summary>A translation is one of the text that it has most of, and not of each copy of that text as well.</summary>
    private static void AddTranslated(List<(int A, int B, int Matched, double Share)> translated, int articles, List<(int A, int B, double Share, CopyKind Kind)> links)
    {
        var texts = new DisjointSets(articles);
        foreach ((int a, int b, _, _) in links) texts.Join(a, b);
        var known = new HashSet<(int, int)>();
        translated.Sort(static (one, other) => other.Matched != one.Matched ? other.Matched.CompareTo(one.Matched) : (one.A, one.B).CompareTo((other.A, other.B)));
        foreach ((int a, int b, _, double share) in translated)
        {
            (int one, int other) = (texts.Root(a), texts.Root(b));
            if (known.Add((Math.Min(one, other), Math.Max(one, other)))) links.Add((a, b, share, CopyKind.Translated));
        }
    }

    private static CopyKind KindOf(StoryArticle a, StoryArticle b, double share)
    {
        bool sameOutlet = a.Analysis.Article.Outlet is { } outlet && outlet == b.Analysis.Article.Outlet;
        if (sameOutlet) return CopyKind.Updated;
        if (WireCredit.Shared(a, b) is not null) return CopyKind.SameWire;
        return share >= LeastVerbatim ? CopyKind.Verbatim : CopyKind.Edited;
    }

    /// <summary>Links of one kind that touch make one group; a wire's text draws in the copies of it that lost the credit.</summary>
    private static List<CopyGroup> Group(IReadOnlyList<StoryArticle> articles, Shingles[] shingles, List<(int A, int B, double Share, CopyKind Kind)> links, Lazy<TermWeights> weights)
    {
        // A link that becomes a wire's hands that on to the links behind it.
        var ofWire = new bool[articles.Count];
        foreach ((int a, int b, _, CopyKind kind) in links)
        {
            if (kind == CopyKind.SameWire) ofWire[a] = ofWire[b] = true;
        }

        for (int i = 0; i < links.Count; i++)
        {
            (int a, int b, _, CopyKind kind) = links[i];
            if (kind is not (CopyKind.Edited or CopyKind.Verbatim) || !(ofWire[a] || ofWire[b])) continue;
            links[i] = links[i] with { Kind = CopyKind.SameWire };
            ofWire[a] = ofWire[b] = true;
        }

        var groups = new List<CopyGroup>();
        foreach (CopyKind kind in Enum.GetValues<CopyKind>())
        {
            var sets = new DisjointSets(articles.Count);
            foreach ((int a, int b, _, CopyKind of) in links)
            {
                if (of == kind) sets.Join(a, b);
            }

            var least = new double[articles.Count];
            Array.Fill(least, 1);
            foreach ((int a, _, double share, CopyKind of) in links)
            {
                if (of == kind) least[sets.Root(a)] = Math.Min(least[sets.Root(a)], share);
            }

            foreach (List<int> set in sets.Groups())
            {
                if (set.Count > 1) groups.Add(Build(articles, shingles, set, kind, least[sets.Root(set[0])], weights));
            }
        }

        return groups;
    }

    private static CopyGroup Build(IReadOnlyList<StoryArticle> articles, Shingles[] shingles, List<int> set, CopyKind kind, double share, Lazy<TermWeights> weights)
    {
        // Articles come by day, so the first is the earliest; of one day the longer text is likelier the source.
        int origin = set[0];
        foreach (int i in set)
        {
            if (articles[i].Day == articles[origin].Day && articles[i].Analysis.Article.Text.Length > articles[origin].Analysis.Article.Text.Length && kind != CopyKind.Updated) origin = i;
        }

        string? wire = null;
        for (int i = 0; i < set.Count && kind == CopyKind.SameWire; i++)
        {
            for (int j = i + 1; j < set.Count; j++) wire ??= WireCredit.Shared(articles[set[i]], articles[set[j]]);
        }

        string? credited = wire ?? (kind == CopyKind.Updated ? null : WireCredit.Of(articles[origin].Analysis));
        var lost = new List<Loss>();
        var shared = new List<SharedText>();
        foreach (int i in set)
        {
            if (i != origin) shared.Add(SharedWith(articles, shingles, i, origin, kind, weights));
            if (i != origin) CopyLosses.Find(articles[origin], articles[i], kind, weights, lost);
            if (credited is not null && !WireCredit.Names(articles[i], credited)) lost.Add(new Loss(articles[i].Source, "credit", credited, ""));
        }

        return new CopyGroup(kind, [.. set.Select(i => articles[i].Source)], wire ?? articles[origin].Source, Math.Round(share, 2), lost) { Shared = shared };
    }

    /// <summary>What copy and origin share, on both sides: runs of words, of a translation the statements that are one.</summary>
    private static SharedText SharedWith(IReadOnlyList<StoryArticle> articles, Shingles[] shingles, int copy, int origin, CopyKind kind, Lazy<TermWeights> weights)
    {
        (StoryArticle one, StoryArticle other) = (articles[copy], articles[origin]);
        if (kind != CopyKind.Translated) return new SharedText(one.Source, shingles[copy].SharedSpans(shingles[origin]), other.Source, shingles[origin].SharedSpans(shingles[copy]));
        SortedSet<TextSpan> spans = [], spansOf = [];
        for (int i = 0; i < one.Wordings.Count; i++)
        {
            for (int j = 0; j < other.Wordings.Count; j++)
            {
                if (!UtteranceMatcher.IsOne(one, i, other, j, weights.Value, out _)) continue;
                spans.UnionWith(one.Analysis.Statements[i].Content);
                spansOf.UnionWith(other.Analysis.Statements[j].Content);
            }
        }

        return new SharedText(one.Source, [.. spans], other.Source, [.. spansOf]);
    }
}
