using System.Globalization;
using Sanad.Language;

namespace Sanad.Figures;

/// <summary>A number as written, tokens <c>[First, End)</c>. <see cref="Low"/> is null where the digits contradict themselves ("42.12.684").</summary>
/// <param name="High">The upper end of an order of magnitude or range; equal to the low one for one value; null for an open end.</param>
/// <param name="Words">Written in words only.</param>
internal readonly record struct ReadNumber(int First, int End, double? Low, double? High, bool Vague, bool Range, bool Words);

/// <summary>Reads numbers in digits and words with their scales: "1,5 juta", "dua puluh ribu", "10.000 hingga 12.000", "ratusan".</summary>
internal sealed class NumberReader(Document document, QuantityWords words)
{
    public bool TryRead(int i, int limit, bool money, out ReadNumber number)
    {
        if (TryVague(i, limit, out number)) return true;
        if (!TryOne(i, limit, money, out number)) return false;
        return number.Low is null || !TryRange(number, limit, money, out ReadNumber range) || Take(range, out number);
    }

    private static bool Take(ReadNumber range, out ReadNumber number)
    {
        number = range;
        return true;
    }

    private bool TryVague(int i, int limit, out ReadNumber number)
    {
        number = default;
        if (!document.TryHit(i, LexKind.Scale, out Hit hit, limit) || words.Scales[hit.Entry] is not { Kind: ScaleKind.Vague } scale) return false;
        int end = hit.End;
        double factor = 1;
        if (document.Language.Code != "id" && end < limit && document.WordAt(end) is "of") end++;
        number = new ReadNumber(i, end, scale.Factor * factor, scale.High, true, false, true);
        return true;
    }

    /// <summary>One number: digits with a scale behind, or words.</summary>
    private bool TryOne(int i, int limit, bool money, out ReadNumber number)
    {
        number = default;
        if (i >= limit) return false;
        if (document.Tokens[i].Kind == TokenKind.Number)
        {
            double? value = Digits(i);
            int end = i + 1;
            while (end < limit && TryScale(end, limit, money, out double factor, out int length))
            {
                value *= factor;
                end += length;
            }

            number = new ReadNumber(i, end, value, value, false, false, false);
            return true;
        }

        return TryWords(i, limit, out number);
    }

    /// <summary>Number words add up and scales multiply what stands before them: "dua ratus lima puluh ribu".</summary>
    private bool TryWords(int i, int limit, out ReadNumber number)
    {
        number = default;
        double total = 0, hundreds = 0, small = 0;
        int end = i;
        bool any = false;
        while (end < limit)
        {
            if (document.TryHit(end, LexKind.Number, out Hit hit, limit))
            {
                double value = words.Numbers[hit.Entry];
                if (any && hit.Count == 1 && IsOrdinalForm(end)) break;
                if (value >= 1000) total += value;
                else if (value >= 100) hundreds += value;
                else
                {
                    if (small != 0 && (small < 20 || value >= 10)) break;
                    small += value;
                }

                any = true;
                end = hit.End;
                continue;
            }

            if (any && TryScale(end, limit, false, out double factor, out int length, out ScaleKind kind))
            {
                if (kind == ScaleKind.Teen) small += factor;
                else if (factor <= 12) { small *= factor; }
                else if (factor == 100) { hundreds += small * 100; small = 0; }
                else { total += (hundreds + small) * factor; hundreds = small = 0; }
                end += length;
                continue;
            }

            // "two hundred and five"
            if (any && hundreds > 0 && document.Language.Code != "id" && document.Is(end, WordClass.And) && document.TryHit(end + 1, LexKind.Number, out _, limit)) { end++; continue; }
            if (any && document.Language.Code != "id" && document.WordAt(end) is "a" && document.TryHit(end + 1, LexKind.Scale, out _, limit) && small == 0.5) { end++; continue; }
            break;
        }

        if (!any)
        {
            if (document.Language.Code == "id" || document.WordAt(i) is not ("a" or "A") || !TryScale(i + 1, limit, false, out double one, out int more)) return false;
            number = new ReadNumber(i, i + 1 + more, one, one, false, false, true);
            return true;
        }

        double sum = total + hundreds + small;
        number = new ReadNumber(i, end, sum, sum, false, false, true);
        return true;
    }

    /// <summary>"ketiga", "kedua": a number word that counts a known set.</summary>
    public bool IsOrdinalForm(int i) =>
        document.Language.Code == "id" && document.TryHit(i, LexKind.Number, out Hit hit) && document.Language.Numbers[hit.Entry].Form.StartsWith("ke", StringComparison.Ordinal);

    private bool TryRange(ReadNumber low, int limit, bool money, out ReadNumber range)
    {
        range = default;
        int at = low.End;
        if (at >= limit) return false;
        bool dash = document.IsMark(at, '-') || document.IsMark(at, '–');
        bool joined = dash || (document.TryHit(at, LexKind.Calendar, out Hit to, limit) && document.Language.Calendar[to.Entry].Row[1] == "to")
            || (document.Is(at, WordClass.And) && IsBetween(low.First));
        if (!joined) return false;
        int next = at + 1;
        if (!dash && money && document.TryHit(next, LexKind.Unit, out Hit unit, limit) && words.Units[unit.Entry].Kind == UnitKind.Currency) next = unit.End;
        if (!TryOne(next, limit, money, out ReadNumber high) || high.Low is not { } top || low.Low is not { } bottom || low.Words != high.Words) return false;

        // "10-12 juta": the scale belongs to both.
        if (top > bottom && Digits(next) is { } bare && bare > 0 && top != bare && !HasScale(low) && bottom < top / 100) bottom *= top / bare;
        if (bottom >= top || (dash && document.Tokens[at].IsGlued && document.Tokens[next].IsGlued && top <= 99 && !IsMeasured(high.End, limit))) return false;
        range = new ReadNumber(low.First, high.End, bottom, top, false, true, low.Words);
        return true;
    }

    private bool IsBetween(int first) => first > 0 && document.WordAt(first - 1) is "antara" or "between" or "Antara" or "Between";

    private bool HasScale(ReadNumber number) => number.End - number.First > 1;

    /// <summary>Whether a unit or noun follows, so that "20-40" is a range and no score.</summary>
    private bool IsMeasured(int at, int limit) =>
        at < limit && (document.TryHit(at, LexKind.Unit, out _, limit) || document.Tokens[at].Kind == TokenKind.Word && !document.Tokens[at].IsCapital && !document.Is(at, WordClass.Preposition | WordClass.Conjunction));

    private bool TryScale(int at, int limit, bool money, out double factor, out int length) => TryScale(at, limit, money, out factor, out length, out _);

    private bool TryScale(int at, int limit, bool money, out double factor, out int length, out ScaleKind kind)
    {
        factor = 1;
        length = 0;
        kind = default;
        if (at >= limit || !document.TryHit(at, LexKind.Scale, out Hit hit, limit)) return false;
        ScaleWord scale = words.Scales[hit.Entry];
        if (scale.Kind == ScaleKind.Vague || (scale.Kind == ScaleKind.Money && !money)) return false;
        if (document.Tokens[at].Length == 1 && !document.Tokens[at].IsCapital && !document.Tokens[at].IsGlued) return false;
        factor = scale.Factor;
        length = hit.Count;
        kind = scale.Kind;
        return true;
    }

    /// <summary>The value of digits as the language groups them; null where groups are not of three digits.</summary>
    public double? Digits(int i)
    {
        ReadOnlySpan<char> text = document.WordAt(i);
        char group = document.Language.GroupMark, point = document.Language.DecimalMark;
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
}
