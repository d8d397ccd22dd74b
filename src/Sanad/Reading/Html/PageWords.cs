using System.Collections.Frozen;
using Sanad.Language;

namespace Sanad.Reading.Html;

/// <summary>Words that lines around an article are made of ("subscribe", "komentar"), by sense, read from <c>languages/pagewords.tsv</c>: <c>sense TAB words</c>.</summary>
internal sealed class PageWords
{
    /// <summary>Where at the end of a caption its credit stands, in UTF-16 code units.</summary>
    private const int Credit = 48;

    private readonly uint _photo;
    private readonly FrozenDictionary<string, uint>.AlternateLookup<ReadOnlySpan<char>> _bits;

    public PageWords()
    {
        var bits = new Dictionary<string, uint>(StringComparer.OrdinalIgnoreCase);
        var senses = new List<string>();
        foreach (LanguageRow row in LanguageFile.Rows("", "pagewords.tsv"))
        {
            if (senses.Count == 32) throw row.Error("more than 32 senses");
            foreach (string word in row.Required(1, "words").Split(' ', StringSplitOptions.RemoveEmptyEntries)) bits[word] = bits.GetValueOrDefault(word) | (1U << senses.Count);
            senses.Add(row[0]);
        }

        Senses = [.. senses];
        _photo = 1U << senses.IndexOf("photo");
        _bits = bits.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Names of the senses; a sense's bit is its index here.</summary>
    public IReadOnlyList<string> Senses { get; }

    /// <returns>The senses of all words of the text, as bits.</returns>
    public uint Of(ReadOnlySpan<char> text)
    {
        uint found = 0;
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool letter = i < text.Length && (char.IsLetter(text[i]) || text[i] is '-' or '©');
            if (letter && start < 0) start = i;
            if (letter || start < 0) continue;
            if (_bits.TryGetValue(text[start..i], out uint bits)) found |= bits;
            start = -1;
        }

        return found;
    }

    /// <summary>Whether the text ends in what credits a photograph: "(Image: GETTY)", "Foto: Antara", "Courtesy of …".</summary>
    public bool IsPhotoCredited(ReadOnlySpan<char> text, out bool inParentheses)
    {
        ReadOnlySpan<char> end = text.TrimEnd(" .");
        inParentheses = end.Length > 0 && end[^1] is ')' or ']';
        int open = inParentheses ? end.LastIndexOfAny('(', '[') : Math.Max(end.LastIndexOf('.'), end.LastIndexOf('\n'));
        if (inParentheses && open < 0) return false;
        if (end.Length - open > 2 * Credit) open = end.Length - Credit;
        return (Of(end[(open + 1)..]) & _photo) != 0;
    }
}
