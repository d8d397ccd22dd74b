using System.Globalization;

namespace Sanad.Language;

/// <summary>
/// Classes of words that keep the same company, fine and coarse, and in how many tenths of their places inside sentences they have a capital, 1 to 10, read from
/// <c>languages/CODE/wordkinds.tsv</c>: <c>word TAB fine TAB coarse TAB capitals</c>. Learned from unlabelled text; a stand-in for parts of speech. Words that the file does
/// not hold are of class 0, capitals that it does not tell are 0.
/// </summary>
internal sealed class WordKinds
{
    /// <summary>Open addressing, a power of two with a third of the places taken at most: a word is asked for far more often than it is there.</summary>
    private Entry[] _entries = new Entry[1 << 15];
    private int _count;

    private record struct Entry(uint Word, ushort Fine, ushort Coarse, byte Capitals, bool Taken);

    /// <summary>Of the word with the hash that <see cref="FeatureList.Of"/> gives.</summary>
    public (ushort Fine, ushort Coarse, byte Capitals) Of(uint word)
    {
        ref Entry entry = ref PlaceOf(word);
        return (entry.Fine, entry.Coarse, entry.Capitals);
    }

    public void Add(string word, ushort fine, ushort coarse, byte capitals = 0) => Add(FeatureList.Of(word), fine, coarse, capitals);

    public static WordKinds Load(string code)
    {
        var kinds = new WordKinds();
        foreach (LanguageRow row in LanguageFile.Rows(code, "wordkinds.tsv"))
        {
            if (!ushort.TryParse(row.Required(1, "class"), CultureInfo.InvariantCulture, out ushort fine) || !ushort.TryParse(row.Required(2, "coarse class"), CultureInfo.InvariantCulture, out ushort coarse))
                throw row.Error($"'{row[0]}' has classes that are no numbers");
            byte capitals = 0;
            if (row[3].Length > 0 && !byte.TryParse(row[3], CultureInfo.InvariantCulture, out capitals)) throw row.Error($"'{row[3]}' are no tenths");
            kinds.Add(row[0], fine, coarse, capitals);
        }

        return kinds;
    }

    private void Add(uint word, ushort fine, ushort coarse, byte capitals)
    {
        if (3 * _count > _entries.Length) Grow();
        ref Entry entry = ref PlaceOf(word);
        if (!entry.Taken) _count++;
        entry = new Entry(word, fine, coarse, capitals, true);
    }

    /// <summary>Where the word stands, or the free place where it would.</summary>
    private ref Entry PlaceOf(uint word)
    {
        Entry[] entries = _entries;
        for (uint i = word; ; i++)
        {
            ref Entry entry = ref entries[(int)(i & (uint)(entries.Length - 1))];
            if (entry.Word == word || !entry.Taken) return ref entry;
        }
    }

    private void Grow()
    {
        Entry[] before = _entries;
        (_entries, _count) = (new Entry[2 * before.Length], 0);
        foreach (Entry entry in before)
        {
            if (entry.Taken) Add(entry.Word, entry.Fine, entry.Coarse, entry.Capitals);
        }
    }
}
