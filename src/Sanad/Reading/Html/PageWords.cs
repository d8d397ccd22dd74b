using System.Collections.Frozen;
using Sanad.Language;

namespace Sanad.Reading.Html;

/// <summary>Words that lines around an article are made of ("subscribe", "komentar"), by sense, read from <c>languages/pagewords.tsv</c>: <c>sense TAB words</c>.</summary>
internal sealed class PageWords
{
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
}
