namespace Sanad.Language;

/// <summary>
/// Endings written onto a word that are words of their own, such as Indonesian <c>-nya</c>. Read from <c>affixes.tsv</c>:
/// <c>ending TAB person|particle TAB shortest stem</c>, and <c>word TAB whole</c> for words that only look so ("hanya", "tanya").
/// An ending of the kind person stands for somebody ("tuturnya"); a particle stands for nobody ("lah").
/// </summary>
public sealed class Clitics
{
    private readonly Ending[] _endings;
    private readonly HashSet<string> _whole = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _wholeLookup;

    internal Clitics(IEnumerable<LanguageRow> rows)
    {
        var endings = new List<Ending>();
        foreach (LanguageRow row in rows)
        {
            if (row.Required(1, "kind") == "whole") _whole.Add(row[0]);
            else if (int.TryParse(row[2], out int shortest)) endings.Add(new Ending(row[0], shortest, row[1] == "person"));
            else throw row.Error($"'{row[0]}' has no shortest stem");
        }

        _endings = [.. endings];
        _wholeLookup = _whole.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private readonly record struct Ending(string Letters, int ShortestStem, bool IsPerson);

    /// <summary>Whether the word ends in a clitic; the stem is then the word's first <paramref name="stem"/> code units.</summary>
    public bool TryStrip(ReadOnlySpan<char> word, out int stem, out bool person)
    {
        person = false;
        stem = word.Length;
        foreach ((string ending, int shortest, bool stands) in _endings)
        {
            if (word.Length - ending.Length < shortest || (word[^1] | 0x20) != (ending[^1] | 0x20) || !word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) continue;
            if (_wholeLookup.Contains(word)) return false;
            person = stands;
            stem = word.Length - ending.Length;
            if (word[stem - 1] == '-') stem--;
            return true;
        }

        return false;
    }
}
