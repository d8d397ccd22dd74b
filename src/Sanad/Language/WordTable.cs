using System.Text;

namespace Sanad.Language;

/// <summary>
/// Numbers of words regardless of case, asked for by a hash that is worked out once for each token and serves all that hash its word.
/// </summary>
internal sealed class WordTable
{
    /// <summary>Words of ASCII letters by open addressing, a power of two with a third of the places taken at most; in the places that <see cref="_hashes"/> says.</summary>
    private readonly Entry[] _entries;

    /// <summary>The entries' hashes, apart so that a word that is not there is told by few bytes; 0 marks a free place.</summary>
    private readonly uint[] _hashes;
    private readonly Dictionary<string, int> _words;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <param name="words">Compared by <see cref="StringComparer.OrdinalIgnoreCase"/>, none numbered 0.</param>
    public WordTable(Dictionary<string, int> words)
    {
        _words = words;
        _lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        int size = 16;
        while (size < 3 * words.Count) size *= 2;
        _entries = new Entry[size];
        _hashes = new uint[size];
        foreach ((string word, int number) in words)
        {
            uint hash = Taken(FeatureList.Of(word)), at = hash;
            while (_hashes[at & (uint)(size - 1)] != 0) at++;
            _hashes[at & (uint)(size - 1)] = hash;
            _entries[at & (uint)(size - 1)] = new Entry(word, number);
        }
    }

    private readonly record struct Entry(string Word, int Number);

    private static uint Taken(uint hash) => hash == 0 ? 1 : hash;

    /// <summary>The word's number; 0 where the table does not hold it.</summary>
    /// <param name="hash">From <see cref="FeatureList.Of"/>.</param>
    public int Find(ReadOnlySpan<char> word, uint hash)
    {
        uint[] hashes = _hashes;
        hash = Taken(hash);
        for (uint at = hash; ; at++)
        {
            int place = (int)(at & (uint)(hashes.Length - 1));
            if (hashes[place] == 0) break;
            if (hashes[place] == hash && word.Equals(_entries[place].Word, StringComparison.OrdinalIgnoreCase)) return _entries[place].Number;
        }

        // The hash folds to small letters, the comparison to capitals: beyond ASCII some letters meet only in the latter.
        return Ascii.IsValid(word) ? 0 : _lookup.TryGetValue(word, out int number) ? number : 0;
    }
}
