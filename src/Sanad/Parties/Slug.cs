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
        string plain = Ascii.IsValid(name) || name.IsNormalized(NormalizationForm.FormD) ? name : Decompose(name);
        Span<char> word = plain.Length <= 256 ? stackalloc char[plain.Length] : new char[plain.Length];
        int length = 0;
        foreach (char c in plain)
        {
            if (c is '\'' or '’' or 'ʼ' || (!char.IsAscii(c) && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark)) continue;
            if (char.IsLetterOrDigit(c)) word[length++] = char.ToLowerInvariant(c);
            else if (length > 0) { words.Add(word[..length].ToString()); length = 0; }
        }

        if (length > 0) words.Add(word[..length].ToString());
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
