using System.Globalization;
using Sanad.Language;

namespace Sanad.Figures;

/// <summary>Reads digits with the marks between them, as a language groups and divides them.</summary>
internal static class WrittenDigits
{
    /// <summary>The value of digits ("10.000", "1,5"); null where groups are not of three digits, since "12.5" may be a slip for either.</summary>
    public static double? Value(ReadOnlySpan<char> text, LanguagePack language)
    {
        char group = language.GroupMark, point = language.DecimalMark;
        int mark = text.IndexOf(point);
        ReadOnlySpan<char> whole = mark < 0 ? text : text[..mark], fraction = mark < 0 ? default : text[(mark + 1)..];
        if (fraction.IndexOf(group) >= 0 || fraction.IndexOf(point) >= 0 || whole.Length > 24 || fraction.Length > 15) return null;
        int first = whole.IndexOf(group);
        if (first >= 0)
        {
            if (first is 0 or > 3) return null;
            for (int at = first; at < whole.Length; at += 4)
            {
                if (whole[at] != group || whole.Length - at < 4 || (whole.Length - at > 4 && whole[at + 4] != group)) return null;
            }
        }

        Span<char> digits = stackalloc char[48];
        int count = 0;
        foreach (char c in whole)
        {
            if (c != group) digits[count++] = c;
        }

        if (fraction.Length > 0)
        {
            digits[count++] = '.';
            fraction.CopyTo(digits[count..]);
            count += fraction.Length;
        }

        return double.TryParse(digits[..count], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) ? value : null;
    }

    /// <summary>The value of digits behind a leading point (".001"); null where they hold marks.</summary>
    public static double? Behind(ReadOnlySpan<char> digits)
    {
        if (digits.Length > 15) return null;
        double value = 0, place = 1;
        foreach (char c in digits)
        {
            if (!char.IsAsciiDigit(c)) return null;
            value = (value * 10) + (c - '0');
            place *= 10;
        }

        return value / place;
    }

    /// <summary>Whether the digits carry a grouping or decimal mark, as years, scores and labels do not.</summary>
    public static bool IsMarked(ReadOnlySpan<char> digits) => digits.IndexOfAny('.', ',') > 0;

    /// <summary>Part of one that a sign stands for ("½"); 0 for other signs.</summary>
    public static double Fraction(char sign) => sign switch { '½' => 0.5, '¼' => 0.25, '¾' => 0.75, '⅓' => 1.0 / 3, '⅔' => 2.0 / 3, _ => 0 };
}
