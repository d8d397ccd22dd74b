namespace Sanad.App.Storage.Sqlite;

/// <summary>Things of the ledger that are held in memory by number, those used last: when there are too many, the half that was not used for longest is dropped.</summary>
/// <param name="most">How many may be held.</param>
internal sealed class LastUsed<T>(int most)
{
    private readonly Dictionary<long, int> _places = [];
    private long[] _numbers = new long[64];
    private int[] _used = new int[64];
    private T[] _things = new T[64];
    private int _time;

    public int Count { get; private set; }

    /// <summary>The place of what is held under a number, or -1.</summary>
    public int PlaceOf(long number)
    {
        if (!_places.TryGetValue(number, out int place)) return -1;
        _used[place] = _time;
        return place;
    }

    /// <summary>What is held at a place; places stay until <see cref="Trim"/>.</summary>
    public ref T At(int place) => ref _things[place];

    /// <returns>Its place.</returns>
    public int Add(long number, T thing)
    {
        if (Count == _numbers.Length)
        {
            Array.Resize(ref _numbers, 2 * Count);
            Array.Resize(ref _used, 2 * Count);
            Array.Resize(ref _things, 2 * Count);
        }

        (_numbers[Count], _used[Count], _things[Count]) = (number, _time, thing);
        _places[number] = Count;
        return Count++;
    }

    /// <summary>Drops what is too much. Places hold no longer.</summary>
    public void Trim()
    {
        _time++;
        if (Count <= most) return;
        int[] times = _used[..Count];
        Array.Sort(times);
        Keep(times[Count - (most / 2) - 1]);
    }

    public void Clear() => Keep(int.MaxValue);

    /// <summary>Keeps what was used after a time.</summary>
    private void Keep(int after)
    {
        _places.Clear();
        int kept = 0;
        for (int i = 0; i < Count; i++)
        {
            if (_used[i] <= after) continue;
            (_numbers[kept], _used[kept], _things[kept]) = (_numbers[i], _used[i], _things[i]);
            _places.Add(_numbers[kept], kept++);
        }

        Array.Clear(_things, kept, Count - kept);
        Count = kept;
    }
}
