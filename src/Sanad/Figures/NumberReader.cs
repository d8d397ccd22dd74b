using Sanad.Language;

namespace Sanad.Figures;

/// <summary>A number as written, tokens <c>[First, End)</c>. <see cref="Low"/> is null where the digits contradict themselves ("42.12.684").</summary>
/// <param name="High">The upper end of an order of magnitude or range; equal to the low one for one value; null for an open end.</param>
/// <param name="Words">Written in words only.</param>
internal readonly record struct ReadNumber(int First, int End, double? Low, double? High, bool Vague, bool Range, bool Words)
{
    /// <summary>A part of something: "two-thirds of", "one in five".</summary>
    public bool Share { get; init; }

    /// <summary>Has a scale behind its digits: "1,5 juta".</summary>
    public bool Scaled { get; init; }

    /// <summary>"300-an": some three hundred.</summary>
    public bool About { get; init; }

    /// <summary>Digits with a part of one behind them: "23 3/8".</summary>
    public bool Broken { get; init; }

    /// <summary>Has a sign before it: "-0,5", "minus 130", "+0.2".</summary>
    public bool Signed { get; init; }
}

/// <summary>Reads numbers in digits and words with their scales: "1,5 juta", "dua puluh ribu", "ratusan", "minus 130", "two-thirds".</summary>
internal sealed class NumberReader(Document document, QuantityWords words)
{
    private readonly DigitTail _tail = new(document);

    private bool IsIndonesian { get; } = document.Language.Code == "id";

    /// <summary>One number that begins at the token, without a range.</summary>
    /// <param name="money">A currency stands before it, so that "M" and "T" are scales.</param>
    public bool TryRead(int i, int limit, bool money, out ReadNumber number) =>
        TryVague(i, limit, out number) || TryShare(i, limit, out number) || TryOne(i, limit, money, out number);

    private bool TryVague(int i, int limit, out ReadNumber number)
    {
        number = default;
        if (!document.TryHit(i, LexKind.Scale, out Hit hit, limit) || words.Scales[hit.Entry] is not { Kind: ScaleKind.Vague } scale) return false;
        int end = hit.End;
        if (!IsIndonesian && end < limit && document.WordAt(end) is "of") end++;
        number = new ReadNumber(i, end, scale.Factor, scale.High, true, false, true);
        return true;
    }

    /// <summary>"two-thirds of", "sepertiga", "one in five", "2 out of 3", "1/16 of", "½".</summary>
    private bool TryShare(int i, int limit, out ReadNumber number)
    {
        number = default;
        if (i >= limit) return false;
        if (document.TryHit(i, LexKind.Number, out Hit hit, limit) && words.Numbers[hit.Entry] is { IsFraction: true } fraction)
        {
            number = new ReadNumber(i, hit.End, fraction.Value, fraction.Value, false, false, true) { Share = true };
            return true;
        }

        if (!Small(i, limit, out double part, out int at) || at >= limit) return false;
        bool slash = at + 1 < limit && (document.IsMark(at, '/') || document.IsMark(at, '⁄')) && document.Tokens[at].IsGlued && document.Tokens[at + 1].IsGlued;
        int join = slash ? 1 : OutOf(at, limit);
        if (join == 0 || !Small(at + join, limit, out double whole, out int end) || whole <= part || part == 0) return false;
        if (slash && (end >= limit || document.WordAt(end) is not ("of" or "dari"))) return TryPartsOfUnit(i, limit, out number);
        if (IsIndonesian && part != 1) return false;
        number = new ReadNumber(i, end, part / whole, part / whole, false, false, false) { Share = true };
        return true;
    }

    /// <summary>"3/4 inch": parts of a unit and no share.</summary>
    private bool TryPartsOfUnit(int i, int limit, out ReadNumber number)
    {
        number = default;
        int end = i + 3;
        if (!_tail.TryParts(i, limit, out double part) || end >= limit) return false;
        if (document.IsMark(end, '-') && document.Tokens[end].IsGlued) end++;
        if (end >= limit || !document.Has(end, LexKind.Unit)) return false;
        number = new ReadNumber(i, i + 3, part, part, false, false, false);
        return true;
    }

    private int OutOf(int at, int limit)
    {
        int length = 0;
        foreach (Hit hit in document.HitsAt(at, LexKind.Figure))
        {
            if (hit.Kind == LexKind.Figure && hit.End <= limit && words.Roles[hit.Entry] == FigureRole.OutOf) length = Math.Max(length, hit.Count);
        }

        return length;
    }

    /// <summary>A plain number from 0 to 999 in digits, or in one word.</summary>
    private bool Small(int at, int limit, out double value, out int end)
    {
        value = 0;
        end = at + 1;
        if (at >= limit) return false;
        if (document.Tokens[at].Kind == TokenKind.Number)
        {
            if (document.Tokens[at].Length > 3 || WrittenDigits.Value(document.WordAt(at), document.Language) is not { } digits) return false;
            value = digits;
            return value == Math.Floor(value);
        }

        if (!document.TryHit(at, LexKind.Number, out Hit hit, limit) || words.Numbers[hit.Entry] is not { IsFraction: false } word) return false;
        value = word.Value;
        end = hit.End;
        return value is >= 1 and < 100;
    }

    /// <summary>One number: digits with a scale behind, or words.</summary>
    public bool TryOne(int i, int limit, bool money, out ReadNumber number)
    {
        number = default;
        if (i >= limit) return false;
        int at = i;
        double sign = Sign(ref at, limit, money);
        if (at >= limit) return false;
        if (!IsIndonesian && document.IsMark(at, '.') && at + 1 < limit && document.Tokens[at + 1] is { Kind: TokenKind.Number, IsGlued: true } && (!document.Tokens[at].IsGlued || at > i || money))
            number = new ReadNumber(i, at + 2, WrittenDigits.Behind(document.WordAt(at + 1)), null, false, false, false);
        else if (document.Tokens[at].Kind == TokenKind.Number)
            number = new ReadNumber(i, at + 1, WrittenDigits.Value(document.WordAt(at), document.Language), null, false, false, false);
        else return sign == 0 && TryWords(i, limit, out number);

        double? value = number.Low;
        int end = number.End;
        double part = value == Math.Floor(value ?? 0.5) ? _tail.Fraction(ref end, limit) : 0;
        value += part;
        value = _tail.Raised(value, ref end, limit);

        bool scaled = false;
        while (end < limit && TryScale(end, limit, money, out double factor, out int length, out _))
        {
            value = Times(value, factor);
            end += length;
            scaled = true;
        }

        bool about = IsIndonesian && end + 1 < limit && document.IsMark(end, '-') && document.Tokens[end].IsGlued && document.Tokens[end + 1].IsGlued && document.WordAt(end + 1) is "an";
        if (about) end += 2;
        if (sign < 0) value = -value;
        number = number with { End = end, Low = value, High = value, Scaled = scaled, Broken = part > 0, Signed = sign != 0, About = about };
        return true;
    }

    /// <summary>The product in decimals, so that "8,3 miliar" is 8300000000 to the last digit; beyond their range in floating point.</summary>
    public static double? Times(double? value, double factor)
    {
        const double Largest = 1e27;
        if (value is not { } known) return null;
        double product = known * factor;
        return Math.Abs(product) < Largest && Math.Abs(known) < Largest && factor < Largest ? (double)((decimal)known * (decimal)factor) : product;
    }

    /// <summary>"minus 130", "minus-5", "-0,5", "+0.2": -1, 1, or 0 where there is none; <paramref name="at"/> moves behind it.</summary>
    private double Sign(ref int at, int limit, bool money)
    {
        if (document.TryHit(at, LexKind.Scale, out Hit hit, limit) && words.Scales[hit.Entry].Kind == ScaleKind.Sign)
        {
            int next = hit.End;
            if (next < limit && document.IsMark(next, '-') && document.Tokens[next].IsGlued) next++;
            if (next >= limit || document.Tokens[next].Kind != TokenKind.Number) return 0;
            at = next;
            return -1;
        }

        bool minus = document.IsMark(at, '-') || document.IsMark(at, '−'), plus = document.IsMark(at, '+');
        if (!(minus || plus) || at + 1 >= limit || !document.Tokens[at + 1].IsGlued || (document.Tokens[at].IsGlued && !money)) return 0;
        if (document.Tokens[at + 1].Kind != TokenKind.Number && !document.IsMark(at + 1, '.')) return 0;
        at++;
        return minus ? -1 : 1;
    }

    /// <summary>Number words add up and scales multiply what stands before them: "dua ratus lima puluh ribu".</summary>
    private bool TryWords(int i, int limit, out ReadNumber number)
    {
        number = default;
        double total = 0, hundreds = 0, small = 0, above = double.MaxValue;
        int end = i;
        bool any = false;
        while (end < limit)
        {
            if (document.TryHit(end, LexKind.Number, out Hit hit, limit))
            {
                NumberWord word = words.Numbers[hit.Entry];
                if (word.IsFraction || (any && hit.Count == 1 && IsOrdinalForm(end))) break;
                if (word.Value >= 1000)
                {
                    if (word.Value >= above) break;
                    total += word.Value;
                    above = word.Value;
                }
                else if (word.Value >= 100) hundreds += word.Value;
                else
                {
                    if (small != 0 && (small < 20 || word.Value >= 10)) break;
                    small += word.Value;
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
                else
                {
                    // "seribu triliun", "one thousand trillion"
                    if (hundreds + small == 0 && total > 0 && total < factor) total *= factor;
                    else total += (hundreds + small) * factor;
                    hundreds = small = 0;
                    above = factor;
                }

                end += length;
                continue;
            }

            // "two hundred and five"
            if (any && (hundreds > 0 || total > 0) && small == 0 && !IsIndonesian && document.Is(end, WordClass.And) && end + 1 < limit && document.TryHit(end + 1, LexKind.Number, out hit, limit)
                && words.Numbers[hit.Entry] is { IsFraction: false, Value: < 100 } && document.Tokens[end - 1].Length > 3 && !IsCounted(hit.End, limit, total > 0)) { end++; continue; }
            if (any && !IsIndonesian && document.WordAt(end) is "a" && end + 1 < limit && document.TryHit(end + 1, LexKind.Scale, out _, limit) && small == 0.5) { end++; continue; }
            break;
        }

        if (!any)
        {
            if (IsIndonesian || document.WordAt(i) is not ("a" or "A") || !TryScale(i + 1, limit, false, out double one, out int more, out _)) return false;
            int last = i + 1 + more;
            while (TryScale(last, limit, false, out double again, out more, out _))
            {
                one *= again;
                last += more;
            }

            number = new ReadNumber(i, last, one, one, false, false, true) { Scaled = true };
            return true;
        }

        double sum = total + hundreds + small;
        number = new ReadNumber(i, end, sum, sum, false, false, true) { Scaled = above < double.MaxValue };
        return true;
    }

    /// <summary>Behind "… thousand and N" a scale says that N begins a number of its own: "two thousand and three million".</summary>
    private bool IsCounted(int at, int limit, bool thousands) =>
        thousands && TryScale(at, limit, false, out double factor, out _, out _) && factor > 12;

    /// <summary>"ketiga", "kedua": a number word that counts a known set.</summary>
    public bool IsOrdinalForm(int i) =>
        IsIndonesian && document.TryHit(i, LexKind.Number, out Hit hit) && document.Language.Numbers[hit.Entry].Form.StartsWith("ke", StringComparison.Ordinal);

    private bool TryScale(int at, int limit, bool money, out double factor, out int length, out ScaleKind kind)
    {
        factor = 1;
        length = 0;
        kind = default;
        if (at >= limit) return false;
        Token token = document.Tokens[at];
        foreach (Hit hit in document.HitsAt(at, LexKind.Scale))
        {
            if (hit.Kind != LexKind.Scale || hit.End > limit || hit.Count < length) continue;
            ScaleWord scale = words.Scales[hit.Entry];
            if (scale.Kind is ScaleKind.Vague or ScaleKind.Sign || (scale.Kind == ScaleKind.Money && !money) || (scale.Kind == ScaleKind.Glued && !token.IsGlued && !money)) continue;

            // One letter is a scale only as the list writes it: "4.3M" is millions, "4.3m" is metres.
            if (token.Length == 1 && (document.Language.Scales[hit.Entry].Form[0] != document.Text[token.Start] || (!token.IsCapital && !token.IsGlued))) continue;
            factor = scale.Factor;
            length = hit.Count;
            kind = scale.Kind;
        }

        return length > 0;
    }
}
