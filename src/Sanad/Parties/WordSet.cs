using Sanad.Language;

namespace Sanad.Parties;

/// <summary>Words and phrases of one text, kept as stretches of it: no strings are made.</summary>
/// <param name="comparison">Ordinal, with or without regard to case.</param>
internal sealed class WordSet(string text, StringComparison comparison)
{
    /// <summary>Open addressing, a power of two with half of the places taken at most; a length of 0 marks a free place.</summary>
    private Entry[] _entries = new Entry[128];
    private int _count;

    private readonly record struct Entry(uint Hash, int Start, int Length);

    /// <param name="hash">Of the stretch, from <see cref="FeatureList.Of"/>.</param>
    /// <param name="length">More than 0.</param>
    public void Add(uint hash, int start, int length)
    {
        if (2 * _count >= _entries.Length) Grow();
        ref Entry entry = ref PlaceOf(hash, text.AsSpan(start, length));
        if (entry.Length > 0) return;
        entry = new Entry(hash, start, length);
        _count++;
    }

    public void Add(int start, int length) => Add(FeatureList.Of(text.AsSpan(start, length)), start, length);

    public bool Contains(uint hash, ReadOnlySpan<char> word) => PlaceOf(hash, word).Length > 0;

    public bool Contains(ReadOnlySpan<char> word) => Contains(FeatureList.Of(word), word);

    private ref Entry PlaceOf(uint hash, ReadOnlySpan<char> word)
    {
        for (uint i = hash; ; i++)
        {
            ref Entry entry = ref _entries[(int)(i & (uint)(_entries.Length - 1))];
            if (entry.Length == 0 || (entry.Hash == hash && entry.Length == word.Length && word.Equals(text.AsSpan(entry.Start, entry.Length), comparison))) return ref entry;
        }
    }

    private void Grow()
    {
        Entry[] before = _entries;
        _entries = new Entry[2 * before.Length];
        foreach (Entry entry in before)
        {
            if (entry.Length == 0) continue;
            uint i = entry.Hash;
            while (_entries[(int)(i & (uint)(_entries.Length - 1))].Length > 0) i++;
            _entries[(int)(i & (uint)(_entries.Length - 1))] = entry;
        }
    }
}
