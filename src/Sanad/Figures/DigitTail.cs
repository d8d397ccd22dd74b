using System.Globalization;
using Sanad.Language;

namespace Sanad.Figures;

/// <summary>What stands behind the digits of a number and belongs to them: "½", "1/4", "-1/2", "×10^30".</summary>
internal readonly struct DigitTail(Document document)
{
    /// <summary>Largest power of ten that is read; nothing measured lies beyond it.</summary>
    private const int LargestPower = 40;

    /// <summary>The part of one behind whole digits ("12½", "23 3/8", "12-1/2"); <paramref name="end"/> moves behind it.</summary>
    public double Fraction(ref int end, int limit)
    {
        if (end >= limit) return 0;
        if (document.Tokens[end] is { Length: 1, IsGlued: true } && WrittenDigits.Fraction(document.Text[document.Tokens[end].Start]) is var sign and > 0)
        {
            end++;
            return sign;
        }

        int at = end;
        if (document.IsMark(at, '-') && document.Tokens[at].IsGlued) at++;
        else if (document.Tokens[at].IsGlued) return 0;
        if (!TryParts(at, limit, out double part)) return 0;
        end = at + 3;
        return part;
    }

    /// <summary>"3/4": a part of halves, quarters, eighths and the like, not glued to more digits.</summary>
    public bool TryParts(int at, int limit, out double part)
    {
        part = 0;
        if (at + 2 >= limit || !(document.IsMark(at + 1, '/') || document.IsMark(at + 1, '⁄')) || !document.Tokens[at + 1].IsGlued || !document.Tokens[at + 2].IsGlued) return false;
        if (at + 3 < limit && document.IsMark(at + 3, '/') && document.Tokens[at + 3].IsGlued) return false;
        if (Whole(at) is not ({ } above and > 0) || Whole(at + 2) is not (2 or 3 or 4 or 5 or 8 or 16 or 32 or 64) || Whole(at + 2) <= above) return false;
        part = above / (double)Whole(at + 2)!.Value;
        return true;
    }

    /// <summary>The value with the power of ten behind its digits ("×10^30", "× 10−30", "x10⁻⁶"); the value itself where there is none.</summary>
    public double? Raised(double? value, ref int end, int limit)
    {
        if (value is not { } mantissa || end + 1 >= limit || document.WordAt(end) is not ("×" or "x" or "·" or "*") || document.WordAt(end + 1) is not "10") return value;
        int at = end + 2, power = 0, digits = 0;
        bool raised = at < limit && document.IsMark(at, '^') && document.Tokens[at].IsGlued;
        if (raised) at++;
        bool minus = at < limit && document.Tokens[at].IsGlued && document.Text[document.Tokens[at].Start] is '-' or '−' or '⁻' or '–';
        if (minus) at++;
        if ((raised || minus) && at < limit && document.Tokens[at].IsGlued && Whole(at) is { } written)
        {
            power = written;
            digits = 1;
            at++;
        }
        else
        {
            for (; at < limit && digits < 2 && document.Tokens[at] is { Length: 1, IsGlued: true } && "⁰¹²³⁴⁵⁶⁷⁸⁹".IndexOf(document.Text[document.Tokens[at].Start], StringComparison.Ordinal) is var digit and >= 0; at++, digits++) power = (10 * power) + digit;
        }

        if (digits == 0 || power > LargestPower) return value;
        end = at;

        // Multiplying would round twice.
        return double.Parse(string.Create(CultureInfo.InvariantCulture, $"{mantissa:R}E{(minus ? -power : power)}"), CultureInfo.InvariantCulture);
    }

    /// <summary>One or two plain digits.</summary>
    private int? Whole(int at)
    {
        if (document.Tokens[at] is not { Kind: TokenKind.Number, Length: <= 2 }) return null;
        int value = 0;
        foreach (char c in document.WordAt(at)) value = (10 * value) + (c - '0');
        return value;
    }
}
