namespace Sanad.Language;

/// <summary>
/// Marks by which a line that is not the article's own text is known, read from <c>furniture.tsv</c>:
/// <c>kind TAB where TAB words</c>, where kind is <c>furniture</c>, <c>caption</c>, <c>byline</c> or <c>credit</c>, and where is
/// <c>starts</c>, <c>whole</c>, <c>ends</c> or <c>holds</c>. Case does not matter.
/// </summary>
public sealed class FurniturePatterns
{
    private readonly List<Pattern> _patterns = [];

    internal FurniturePatterns(IEnumerable<LanguageRow> rows)
    {
        foreach (LanguageRow row in rows)
        {
            if (!Enum.TryParse(row[0], ignoreCase: true, out Sanad.Text.PartKind kind)) throw row.Error($"'{row[0]}' is no kind of part");
            if (row.Required(1, "place") is not ("starts" or "whole" or "ends" or "holds")) throw row.Error($"'{row[1]}' is no place");
            _patterns.Add(new Pattern(kind, row[1], row.Required(2, "words")));
        }
    }

    /// <summary>A line longer than this is a paragraph, whatever it begins with.</summary>
    private const int LongestFurniture = 250;

    /// <summary>Whether the pattern ends with a word of the line: "Komentar" is a mark, "Komentarnya" begins a sentence.</summary>
    private static bool EndsWord(ReadOnlySpan<char> line, string words) =>
        line.Length == words.Length || !char.IsLetterOrDigit(words[^1]) || !char.IsLetterOrDigit(line[words.Length]);

    private readonly record struct Pattern(Sanad.Text.PartKind Kind, string Where, string Words);

    /// <summary>Whether a pattern knows the line, and as what; the first row that fits decides.</summary>
    public bool TryMatch(ReadOnlySpan<char> line, out Sanad.Text.PartKind kind)
    {
        line = line.Trim();
        foreach (Pattern pattern in _patterns)
        {
            bool fits = pattern.Where switch
            {
                "starts" => line.StartsWith(pattern.Words, StringComparison.OrdinalIgnoreCase) && EndsWord(line, pattern.Words),
                "ends" => line.EndsWith(pattern.Words, StringComparison.OrdinalIgnoreCase),
                "whole" => line.Equals(pattern.Words, StringComparison.OrdinalIgnoreCase),
                _ => line.Contains(pattern.Words, StringComparison.OrdinalIgnoreCase),
            };
            if (!fits || (pattern.Kind == Sanad.Text.PartKind.Furniture && line.Length > LongestFurniture)) continue;
            kind = pattern.Kind;
            return true;
        }

        kind = default;
        return false;
    }
}
