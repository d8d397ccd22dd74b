using System.Globalization;
using System.Text;

namespace Sanad.Parties;

/// <summary>The language-free spelling of a name: words in small letters without accents, parted by hyphens ("antony-blinken").</summary>
public static class Slug
{
    public static string Of(string name) => Of(Words(name));

    public static string Of(IReadOnlyList<string> words) => string.Join('-', words);

    /// <summary>The words of a name, folded; initials and degrees after a comma are the caller's to leave out.</summary>
    public static string[] Words(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (char c in name.IsNormalized(NormalizationForm.FormD) ? name : Decompose(name))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark || c is '\'' or '’' or 'ʼ') continue;
            if (char.IsLetterOrDigit(c)) word.Append(char.ToLowerInvariant(c));
            else if (word.Length > 0) { words.Add(word.ToString()); word.Clear(); }
        }

        if (word.Length > 0) words.Add(word.ToString());
        return [.. words];
    }

    private static string Decompose(string name)
    {
        try
        {
            return name.Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            // A lone surrogate: the text is broken there, its letters still compare.
            return name;
        }
    }
}
