namespace Sanad.Stories.Copies;

/// <summary>
/// How much of one article's runs of words each of the others shares. Runs bear numbers, each text is read once, and a pair costs no more than a look at one number
/// for each of its runs: a story of hundreds of copies has many pairs.
/// </summary>
internal sealed class SharedRuns
{
    private readonly Shingles[] _shingles;

    /// <summary>By article the numbers of its own runs, repeats counted, and of all that it holds, quotations too, each once.</summary>
    private readonly int[][] _own, _held;

    /// <summary>By number whether the article in hand holds the run, and how often among its own.</summary>
    private readonly bool[] _isHeld;
    private readonly int[] _times;
    private int _hand = -1;

    public SharedRuns(Shingles[] shingles)
    {
        _shingles = shingles;
        var numbers = new Dictionary<ulong, int>();
        int Number(ulong run)
        {
            if (!numbers.TryGetValue(run, out int number)) numbers.Add(run, number = numbers.Count);
            return number;
        }

        _own = Array.ConvertAll(shingles, one => Array.ConvertAll(one.Own(), Number));
        _held = Array.ConvertAll(shingles, one => Array.ConvertAll(one.Held(), Number));
        _isHeld = new bool[numbers.Count];
        _times = new int[numbers.Count];
    }

    /// <summary>Takes an article in hand.</summary>
    public void Take(int article)
    {
        if (_hand >= 0)
        {
            foreach (int number in _held[_hand]) (_isHeld[number], _times[number]) = (false, 0);
        }

        _hand = article;
        foreach (int number in _held[article]) _isHeld[number] = true;
        foreach (int number in _own[article]) _times[number]++;
    }

    /// <summary>Number of the own runs of the article in hand or of the other, whichever has fewer, that the other one of the two holds; repeats counted.</summary>
    public int With(int other)
    {
        int shared = 0;
        if (_shingles[_hand].Told <= _shingles[other].Told)
        {
            foreach (int number in _held[other]) shared += _times[number];
        }
        else
        {
            foreach (int number in _own[other]) shared += _isHeld[number] ? 1 : 0;
        }

        return shared;
    }
}
