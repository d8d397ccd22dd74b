namespace Sanad.Stories.Copies;

/// <summary>
/// How much of one article's runs of words each of the others shares, found by who holds each run and not by trying every pair: most articles of a story share none.
/// Runs bear numbers, and each text is read once.
/// </summary>
internal sealed class SharedRuns
{
    private readonly Dictionary<ulong, int> _numbers = [];

    /// <summary>By number of a run the articles added that hold it, quotations too, and how often each has it among its own.</summary>
    private readonly List<List<(int Article, int Times)>> _holders = [];

    /// <summary>By article the number of its own runs; those added so far.</summary>
    private readonly List<int> _own = [];

    /// <summary>By article added what it shares with the one in hand; all 0 in between.</summary>
    private readonly List<int> _shared = [];

    /// <summary>Makes <paramref name="found"/> the articles added before that share runs with this one, in the order of adding, and adds it.</summary>
    public void Add(Shingles article, List<(int Article, int Runs)> found)
    {
        found.Clear();
        int added = _own.Count;
        foreach ((ulong run, int times) in article.Runs())
        {
            if (!_numbers.TryGetValue(run, out int number))
            {
                _numbers.Add(run, number = _holders.Count);
                _holders.Add([]);
            }

            foreach ((int other, int othersTimes) in _holders[number])
            {
                // Own runs of the one that has fewer, which the other one holds; repeats counted.
                int shared = _own[other] <= article.Told ? othersTimes : times;
                if (shared == 0) continue;
                if (_shared[other] == 0) found.Add((other, 0));
                _shared[other] += shared;
            }

            _holders[number].Add((added, times));
        }

        for (int i = 0; i < found.Count; i++)
        {
            int other = found[i].Article;
            found[i] = (other, _shared[other]);
            _shared[other] = 0;
        }

        found.Sort();
        _own.Add(article.Told);
        _shared.Add(0);
    }
}
