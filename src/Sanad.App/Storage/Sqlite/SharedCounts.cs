namespace Sanad.App.Storage.Sqlite;

/// <summary>Counts how many features each of some articles shares with one.</summary>
internal sealed class SharedCounts
{
    private readonly List<long> _touched = [];
    private readonly List<long> _found = [];
    private long[] _articles = new long[1024];
    private int[] _counts = new int[1024];

    public void Clear()
    {
        Array.Clear(_counts);
        _touched.Clear();
    }

    /// <summary>One more feature that this article shares.</summary>
    public void Add(long article)
    {
        if (2 * _touched.Count >= _counts.Length) Grow();
        int place = PlaceOf(article);
        if (_counts[place]++ > 0) return;
        _articles[place] = article;
        _touched.Add(article);
    }

    /// <summary>The articles that share most, and of those that share as many the lowest numbers; good until the next call.</summary>
    /// <param name="features">How many features are shared at most.</param>
    /// <param name="most">How many articles are wanted.</param>
    public List<long> Greatest(int features, int most)
    {
        Span<int> articles = features < 128 ? stackalloc int[features + 1] : new int[features + 1];
        articles.Clear();
        foreach (long article in _touched) articles[_counts[PlaceOf(article)]]++;
        int least = features, sure = 0;
        while (least > 1 && sure + articles[least] < most) sure += articles[least--];

        // Few of many are wanted: only those that share as many as the last one are sorted.
        _found.Clear();
        foreach (long article in _touched)
        {
            if (_counts[PlaceOf(article)] > least) _found.Add(article);
        }

        int last = _found.Count;
        foreach (long article in _touched)
        {
            if (_counts[PlaceOf(article)] == least) _found.Add(article);
        }

        _found.Sort(last, _found.Count - last, null);
        if (_found.Count > most) _found.RemoveRange(most, _found.Count - most);
        return _found;
    }

    /// <summary>Where the article stands or would stand, by a multiplicative hash (Knuth).</summary>
    private int PlaceOf(long article)
    {
        int last = _counts.Length - 1;
        int place = (int)((ulong)article * 0x9E3779B97F4A7C15 >> 40) & last;
        while (_counts[place] > 0 && _articles[place] != article) place = (place + 1) & last;
        return place;
    }

    private void Grow()
    {
        (long[] articles, int[] counts) = (_articles, _counts);
        (_articles, _counts) = (new long[2 * articles.Length], new int[2 * counts.Length]);
        for (int i = 0; i < counts.Length; i++)
        {
            if (counts[i] == 0) continue;
            int place = PlaceOf(articles[i]);
            (_articles[place], _counts[place]) = (articles[i], counts[i]);
        }
    }
}
