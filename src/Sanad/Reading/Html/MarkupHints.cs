using System.Collections.Frozen;
using Sanad.Language;

namespace Sanad.Reading.Html;

/// <summary>
/// What the words of class names and ids tell of an element, read from <c>languages/markup.tsv</c>: <c>hint TAB words</c>. Names are cut
/// at hyphens, underscores and capitals ("article-body__text", "articleBody").
/// </summary>
internal sealed class MarkupHints
{
    private readonly FrozenDictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> _bits;
    private readonly FirstLetters _firsts;

    public MarkupHints()
    {
        var bits = new Dictionary<string, ulong>(StringComparer.OrdinalIgnoreCase);
        var names = new List<string>();
        foreach (LanguageRow row in LanguageFile.Rows("", "markup.tsv"))
        {
            int hint = names.IndexOf(row[0]);
            if (hint < 0)
            {
                hint = names.Count;
                names.Add(row[0]);
            }

            if (hint >= 64) throw row.Error("more than 64 hints");
            foreach (string word in row.Required(1, "words").Split(' ', StringSplitOptions.RemoveEmptyEntries)) bits[word] = bits.GetValueOrDefault(word) | (1UL << hint);
        }

        Names = [.. names];
        _firsts = new FirstLetters(bits.Keys);
        _bits = bits.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Names of the hints; a hint's bit is its index here.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The bit of a hint by its name; 0 where there is none of that name.</summary>
    public ulong Bit(string name)
    {
        for (int i = 0; i < Names.Count; i++)
        {
            if (Names[i] == name) return 1UL << i;
        }

        return 0;
    }

    public ulong Of(ReadOnlySpan<char> name)
    {
        ulong found = 0;
        ReadOnlySpan<char> rest = name[..Math.Min(name.Length, 400)];
        int start = 0;
        for (int i = 0; i <= rest.Length; i++)
        {
            bool ends = i == rest.Length || !char.IsAsciiLetter(rest[i]);
            bool turns = !ends && i > start && char.IsAsciiLetterUpper(rest[i]) && char.IsAsciiLetterLower(rest[i - 1]);
            if (!ends && !turns) continue;
            if (i > start && _firsts.MayHold(rest[start..i]) && _bits.TryGetValue(rest[start..i], out ulong bits)) found |= bits;
            start = turns ? i : i + 1;
        }

        return found;
    }
}
