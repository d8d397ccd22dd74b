using Sanad.Stories.Utterances;

namespace Sanad.Stories.Copies;

/// <summary>
/// Finds articles of two languages of which one gives so many statements of the other again, each as the same utterance, that it must be its translation. Only statements that share words
/// enough are compared, and only while so many of an article may have such a one that it can be a translation: most articles of a story are none.
/// </summary>
internal sealed class SharedStatements
{
    /// <summary>Least share of the statements of the article with fewer that a translation gives again, and how many there must be: a few, two reports of one occasion share as well.</summary>
    private const double LeastShare = 0.4;
    private const int Fewest = 4;

    /// <summary>How many there must be where both go back to one agency by their own word, or one names the other's.</summary>
    private const int FewestOfAgency = 2;

    /// <summary>Share that does in place of <see cref="Fewest"/>, of three statements or more: nearly all that is said.</summary>
    private const double NearlyAll = 0.7;
    private const int FewestOfAll = 3;

    private readonly TermWeights _weights;

    /// <summary>All statements, article by article; of each what tells without its words; by article the place of its first one, and behind the last article their number.</summary>
    private readonly List<Saying> _sayings = [];
    private readonly SayingTraits[] _traits;
    private readonly int[] _first;

    /// <summary>By article the pairs of places that share words enough, in it and in the article in hand; empty in between.</summary>
    private readonly List<(int Theirs, int Mine)>[] _pairs;

    /// <summary>By place the pair of articles for which it was last counted, and the number of that pair.</summary>
    private readonly long[] _looked;
    private long _look;

    public SharedStatements(IReadOnlyList<StoryArticle> articles, TermWeights weights)
    {
        _weights = weights;
        _first = new int[articles.Count + 1];
        _pairs = new List<(int, int)>[articles.Count];
        for (int i = 0; i < articles.Count; i++)
        {
            for (int s = 0; s < articles[i].Wordings.Count; s++) _sayings.Add(Saying.Of(articles[i], s));
            _first[i + 1] = _sayings.Count;
            _pairs[i] = [];
        }

        _traits = SayingTraits.OfAll(_sayings);
        _looked = new long[_sayings.Count];
    }

    /// <summary>Pairs of articles by their places, each with the number of statements of the one with fewer that stand in the other, and their share.</summary>
    public List<(int A, int B, int Matched, double Share)> Find()
    {
        var found = new List<(int A, int B, int Matched, double Share)>();
        var added = new Dictionary<string, (SharedTerms Terms, List<(int Article, int Place)> Statements)>(StringComparer.Ordinal);
        var near = new List<int>();
        for (int article = 0; article < _pairs.Length; article++)
        {
            if (_first[article] == _first[article + 1]) continue;
            string language = _sayings[_first[article]].Article.Analysis.Article.Language;
            foreach ((string other, (SharedTerms terms, List<(int, int)> statements)) in added)
            {
                if (other != language) Pair(article, terms, statements, near);
            }

            foreach (int other in near)
            {
                if (Matched(other, article, out int of) is var matched and > 0) found.Add((other, article, matched, (double)matched / of));
                _pairs[other].Clear();
            }

            near.Clear();
            if (!added.TryGetValue(language, out (SharedTerms Terms, List<(int, int)> Statements) mine)) added.Add(language, mine = (new SharedTerms(int.MaxValue), []));
            for (int place = _first[article]; place < _first[article + 1]; place++)
            {
                mine.Terms.Add(_sayings[place].Wording);
                mine.Statements.Add((article, place));
            }
        }

        return found;
    }

    private void Pair(int article, SharedTerms terms, List<(int Article, int Place)> statements, List<int> near)
    {
        var sharers = new List<SharedTerms.Sharer>();
        for (int place = _first[article]; place < _first[article + 1]; place++)
        {
            terms.Find(_sayings[place].Wording, sharers, UtteranceMatcher.LeastShared);
            foreach (SharedTerms.Sharer sharer in sharers)
            {
                (int other, int theirs) = statements[sharer.Place];
                if (!_traits[place].MayBeOneWith(_traits[theirs])) continue;
                if (_pairs[other].Count == 0) near.Add(other);
                _pairs[other].Add((theirs, place));
            }
        }
    }

    /// <summary>Number of statements that stand in both; 0 where neither translates the other.</summary>
    /// <param name="count">Statements of the one with fewer.</param>
    private int Matched(int earlier, int later, out int count)
    {
        List<(int Few, int Many)> pairs = _pairs[earlier];
        bool isLaterFewer = CountOf(later) < CountOf(earlier);
        count = CountOf(isLaterFewer ? later : earlier);
        int open = 0;
        _look++;
        for (int i = 0; i < pairs.Count; i++)
        {
            if (isLaterFewer) pairs[i] = (pairs[i].Many, pairs[i].Few);
            if (_looked[pairs[i].Few] == _look) continue;
            _looked[pairs[i].Few] = _look;
            open++;
        }

        // Statements that may still turn out to stand in the other.
        if (!IsEnough(open, FewestOfAgency, count)) return 0;
        (StoryArticle one, StoryArticle two) = (_sayings[_first[earlier]].Article, _sayings[_first[later]].Article);
        int fewest = WireCredit.Shared(one, two) is not null || WireCredit.IsReferred(one, two) ? FewestOfAgency : Fewest;
        pairs.Sort();
        int matched = 0;
        for (int i = 0; i < pairs.Count && IsEnough(matched + open, fewest, count); open--)
        {
            int place = pairs[i].Few;
            bool isMatched = false;
            for (; i < pairs.Count && pairs[i].Few == place; i++) isMatched = isMatched || UtteranceMatcher.IsWordedAlike(_sayings[place], _sayings[pairs[i].Many], _weights, out _);
            if (isMatched) matched++;
        }

        return IsEnough(matched, fewest, count) ? matched : 0;
    }

    private int CountOf(int article) => _first[article + 1] - _first[article];

    private static bool IsEnough(int statements, int fewest, int of) => (double)statements / of is var share && ((statements >= fewest && share >= LeastShare) || (statements >= FewestOfAll && share >= NearlyAll));
}
