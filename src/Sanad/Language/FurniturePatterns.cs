using System.Buffers;
using Sanad.Text;

namespace Sanad.Language;

/// <summary>
/// Marks by which a line that is not the article's own text is known, read from <c>furniture.tsv</c>:
/// <c>kind TAB where TAB words</c>, where kind is <c>furniture</c>, <c>caption</c>, <c>byline</c> or <c>credit</c>, and where is
/// <c>starts</c>, <c>whole</c>, <c>ends</c> or <c>holds</c>. Case does not matter.
/// </summary>
public sealed class FurniturePatterns
{
    /// <summary>A line longer than this is a paragraph, whatever it begins with.</summary>
    private const int LongestFurniture = 250;

    private readonly Pattern[] _patterns;

    /// <summary>Patterns that a line's first character decides on, by that character, in their order.</summary>
    private readonly Dictionary<char, List<int>> _byFirst = [];

    private readonly List<int> _holding = [], _ending = [];
    private readonly SearchValues<string> _held;

    internal FurniturePatterns(IEnumerable<LanguageRow> rows)
    {
        var patterns = new List<Pattern>();
        foreach (LanguageRow row in rows)
        {
            if (row.Required(1, "place") is not ("starts" or "whole" or "ends" or "holds")) throw row.Error($"'{row[1]}' is no place");
            patterns.Add(new Pattern(row.Kind<PartKind>(0, "kind of part"), row[1], row.Required(2, "words")));
        }

        _patterns = [.. patterns];
        var held = new List<string>();
        for (int i = 0; i < _patterns.Length; i++)
        {
            (_, string where, string words) = _patterns[i];
            if (where == "ends")
            {
                _ending.Add(i);
            }
            else if (where == "holds")
            {
                _holding.Add(i);
                held.Add(words);
            }
            else
            {
                char first = char.ToLowerInvariant(words[0]);
                if (!_byFirst.TryGetValue(first, out List<int>? opening)) _byFirst.Add(first, opening = []);
                opening.Add(i);
            }
        }

        _held = SearchValues.Create(held.ToArray(), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a pattern knows the line, and as what; the first row that fits decides.</summary>
    public bool TryMatch(ReadOnlySpan<char> line, out PartKind kind)
    {
        kind = default;
        line = line.Trim();
        if (line.IsEmpty) return false;
        int first = int.MaxValue;
        if (_byFirst.TryGetValue(char.ToLowerInvariant(line[0]), out List<int>? opening)) Look(line, opening, ref first);
        Look(line, _ending, ref first);
        if (_holding.Count > 0 && line.ContainsAny(_held)) Look(line, _holding, ref first);
        if (first == int.MaxValue) return false;
        kind = _patterns[first].Kind;
        return true;
    }

    /// <summary>Looks for the first of these patterns that fits and goes before the one that was found.</summary>
    private void Look(ReadOnlySpan<char> line, List<int> patterns, ref int first)
    {
        foreach (int i in patterns)
        {
            if (i >= first) return;
            if (!_patterns[i].Fits(line)) continue;
            first = i;
            return;
        }
    }

    private readonly record struct Pattern(PartKind Kind, string Where, string Words)
    {
        public bool Fits(ReadOnlySpan<char> line)
        {
            if (Kind == PartKind.Furniture && line.Length > LongestFurniture) return false;
            return Where switch
            {
                "starts" => line.StartsWith(Words, StringComparison.OrdinalIgnoreCase) && EndsWord(line),
                "ends" => line.EndsWith(Words, StringComparison.OrdinalIgnoreCase),
                "whole" => line.Equals(Words, StringComparison.OrdinalIgnoreCase),
                _ => line.Contains(Words, StringComparison.OrdinalIgnoreCase),
            };
        }

        /// <summary>Whether the pattern ends with a word of the line: "Komentar" is a mark, "Komentarnya" begins a sentence.</summary>
        private bool EndsWord(ReadOnlySpan<char> line) => line.Length == Words.Length || !char.IsLetterOrDigit(Words[^1]) || !char.IsLetterOrDigit(line[Words.Length]);
    }
}
