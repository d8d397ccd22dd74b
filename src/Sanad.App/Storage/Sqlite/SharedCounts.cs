using System.Numerics;

namespace Sanad.App.Storage.Sqlite;

/// <summary>Counts how many features each of some articles shares with one.</summary>
internal sealed class SharedCounts
{
    private readonly List<int> _taken = [];
    private readonly List<long> _found = [];

    // Nothing stands where the count is 0.
    private (long Article, int Count)[] _articles = new (long, int)[1];

    /// <summary>Begins anew.</summary>
    /// <param name="most">Articles at most.</param>
    public void Clear(int most)
    {
        if (_articles.Length < 2 * most) _articles = new (long, int)[BitOperations.RoundUpToPowerOf2((uint)(2 * most))];
        else foreach (int place in _taken) _articles[place] = default;
        _taken.Clear();
    }

    /// <summary>One more feature that this article shares.</summary>
    public void Add(long article)
    {
        // A multiplicative hash (Knuth): articles that came together have numbers side by side.
        (long Article, int Count)[] articles = _articles;
        int last = articles.Length - 1, place = (int)((ulong)article * 0x9E3779B97F4A7C15 >> 40) & last;
        while (articles[place].Count > 0 && articles[place].Article != article) place = (place + 1) & last;
        if (articles[place].Count++ > 0) return;
        articles[place].Article = article;
        _taken.Add(place);
    }

    /// <summary>The articles that share most, and of those that share as many the lowest numbers; good until the next call.</summary>
    /// <param name="features">How many features are shared at most.</param>
    /// <param name="most">How many articles are wanted.</param>
    public List<long> Greatest(int features, int most)
    {
        var counts = new int[features + 1];
        foreach (int place in _taken) counts[_articles[place].Count]++;
        int least = features, sure = 0;
        while (least > 1 && sure + counts[least] < most) sure += counts[least--];

        // Few of many are wanted: only those that share as many as the last one are sorted.
        _found.Clear();
        foreach (int place in _taken)
        {
            if (_articles[place].Count > least) _found.Add(_articles[place].Article);
        }

        int last = _found.Count;
        foreach (int place in _taken)
        {
            if (_articles[place].Count == least) _found.Add(_articles[place].Article);
        }

        _found.Sort(last, _found.Count - last, null);
        if (_found.Count > most) _found.RemoveRange(most, _found.Count - most);
        return _found;
    }
}
