using Sanad.Stories.Utterances;

namespace Sanad.Stories.Copies;

/// <summary>
/// How many statements of an article stand in earlier ones of other languages as the same utterance: what tells a translation. Only statements that share words enough are
/// compared, and only where so many of an article have such a one that it can be a translation.
/// </summary>
/// <param name="least">Share of the statements of the article with fewer that must stand in the other.</param>
/// <param name="fewest">Number of them that must.</param>
internal sealed class SharedStatements(IReadOnlyList<StoryArticle> articles, Lazy<TermWeights> weights, double least, int fewest)
{
    /// <summary>By language what was added: of each statement its words, article and place there.</summary>
    private readonly Dictionary<string, (SharedTerms Terms, List<(int Article, int Statement)> Statements)> _added = new(StringComparer.Ordinal);

    /// <summary>By article pairs of statements that share words enough, its own and that of the article in hand; all empty in between.</summary>
    private readonly Dictionary<int, List<(int Theirs, int Mine)>> _pairs = [];

    /// <summary>Makes <paramref name="found"/> the articles added before in other languages of which this one may be a translation, or they of it, and adds it.</summary>
    public void Add(int article, List<(int Article, double Share)> found)
    {
        found.Clear();
        IReadOnlyList<Wording> wordings = articles[article].Wordings;
        string language = articles[article].Analysis.Article.Language;
        foreach ((string other, (SharedTerms terms, List<(int Article, int Statement)> statements)) in _added)
        {
            if (other != language) Pair(wordings, terms, statements);
        }

        foreach ((int other, List<(int, int)> pairs) in _pairs)
        {
            if (Share(other, article, pairs) is var share && share > 0) found.Add((other, share));
        }

        _pairs.Clear();
        if (!_added.TryGetValue(language, out var mine)) _added.Add(language, mine = (new SharedTerms(int.MaxValue), []));
        for (int i = 0; i < wordings.Count; i++)
        {
            mine.Terms.Add(wordings[i]);
            mine.Statements.Add((article, i));
        }
    }

    private void Pair(IReadOnlyList<Wording> wordings, SharedTerms terms, List<(int Article, int Statement)> statements)
    {
        var sharers = new List<SharedTerms.Sharer>();
        for (int i = 0; i < wordings.Count; i++)
        {
            terms.Find(wordings[i], sharers);
            foreach (SharedTerms.Sharer sharer in sharers)
            {
                if (sharer.Shared < UtteranceMatcher.LeastShared) continue;
                (int other, int statement) = statements[sharer.Place];
                if (!_pairs.TryGetValue(other, out List<(int, int)>? pairs)) _pairs.Add(other, pairs = []);
                pairs.Add((statement, i));
            }
        }
    }

    /// <summary>Share of the statements of the article with fewer that stand in the other; 0 where they are too few.</summary>
    private double Share(int earlier, int later, List<(int Theirs, int Mine)> pairs)
    {
        (StoryArticle few, StoryArticle many) = (articles[earlier], articles[later]);
        if (many.Wordings.Count < few.Wordings.Count)
        {
            (few, many) = (many, few);
            for (int i = 0; i < pairs.Count; i++) pairs[i] = (pairs[i].Mine, pairs[i].Theirs);
        }

        pairs.Sort();
        int candidates = 0;
        for (int i = 0; i < pairs.Count; i++) candidates += i == 0 || pairs[i].Theirs != pairs[i - 1].Theirs ? 1 : 0;
        if (!IsEnough(candidates, few)) return 0;
        (int matched, int last) = (0, -1);
        foreach ((int one, int other) in pairs)
        {
            if (one == last || !UtteranceMatcher.IsOne(few, one, many, other, weights.Value, out _)) continue;
            matched++;
            last = one;
        }

        return IsEnough(matched, few) ? (double)matched / few.Wordings.Count : 0;
    }

    private bool IsEnough(int statements, StoryArticle of) => statements >= fewest && (double)statements / of.Wordings.Count >= least;
}
