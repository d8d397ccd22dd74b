using Sanad.Language;

namespace Sanad.Figures;

/// <summary>Reads numbers with their units: "Rp 3,5 triliun", "6.1-inch", "US$ 94 per barel", and ranges over both ends: "between 5% and 6%".</summary>
internal sealed class MeasureReader(Document document, QuantityWords words, NumberReader numbers, UnitReader units, HedgeReader hedges, CountedPhrase counted)
{
    /// <summary>How many times one number may be the other for both to be told in one scale.</summary>
    private const double OneSize = 5;

    /// <summary>How far before "from A" a word of change makes A the older value and no end of a range.</summary>
    private const int ChangeReach = 5;

    private readonly CompoundReader _compounds = new(document, words, units);

    private bool IsIndonesian { get; } = document.Language.Code == "id";

    /// <param name="next">Where to go on when this is no figure.</param>
    public bool TryRead(int i, Sentence sentence, out Measure measure, out int next)
    {
        measure = default;
        next = i + 1;
        if (!MayBegin(i) || !TryOne(i, sentence, out measure, out next)) return false;
        bool read = !TryFarEnd(measure, sentence, out Measure high, out int joint, out int beyond) ? beyond == 0 : Join(ref measure, high, joint, sentence);
        next = read ? measure.End : beyond;
        return read;
    }

    /// <summary>Digits, a sign, or a word that the lists know as a number, scale or currency: no other token begins a measure.</summary>
    public bool MayBegin(int i)
    {
        Token token = document.Tokens[i];
        if (token.Kind == TokenKind.Number) return true;
        if (token.Word == 0) return token.Kind == TokenKind.Word ? !IsIndonesian && document.WordAt(i).Contains('-') : token.Length == 1 && document.Text[token.Start] is '.' or '-' or '+' or '−';
        if (document.Has(i, LexKind.Number) || document.Has(i, LexKind.Scale) || units.IsCurrencyAt(i)) return true;
        return token.Length == 1 && document.Text[token.Start] is 'a' or 'A' or '.' or '-' or '+' or '−';
    }

    private bool TryOne(int i, Sentence sentence, out Measure measure, out int next)
    {
        measure = default;
        next = i + 1;
        int limit = sentence.End, at = i;
        bool money = units.TryCurrencyBefore(i, limit, out Hit unit, out UnitWord currency);
        if (money)
        {
            at = unit.End;
            if (at < limit && document.TryHit(at, LexKind.Hedge, out _)) money = false;
        }

        if (at >= limit) return false;
        if (!money && _compounds.TryWord(i, out measure, out next)) return measure.Unit is not null;
        if (!numbers.TryRead(at, limit, money, out ReadNumber number)) return false;
        int end = number.End;
        next = end;

        // "the low $20s"
        if (money && !IsIndonesian && end < limit && document.Tokens[end].IsGlued && document.WordAt(end) is "s") return false;
        Bound? behindBound = hedges.TryAfter(ref end, sentence, out HedgeWord hedge) ? hedge.Bound : null;
        measure = new Measure(money ? i : number.First, end, number, money ? currency.Name : null, money ? UnitKind.Currency : UnitKind.Classifier) { IsMoney = money, HedgeBehind = behindBound };
        if (!money && units.TryLeading(number.First, sentence.First, out int leading, out UnitWord led))
        {
            measure = measure with { First = leading, Unit = led.Name, Kind = UnitKind.Measure, IsLed = true };
            return true;
        }

        if (_compounds.IsCompound(end, limit))
        {
            if (_compounds.TryBehind(measure, end, limit, out Measure compound, out next))
            {
                measure = _compounds.WithInches(compound, limit);
                next = measure.End;
                return true;
            }

            if (next > end) return false;
        }

        if (units.TryRead(end, limit, out unit, out UnitWord word))
        {
            if (word.Kind is UnitKind.Percent or UnitKind.Measure || (word.Kind == UnitKind.Currency && !money))
            {
                if (word.Kind != UnitKind.Measure || unit.Count > 1 || IsUnitLetter(end, limit))
                {
                    if (!money) measure = _compounds.WithInches(measure with { Unit = word.Name, Kind = word.Kind, End = unit.End }, limit);
                    else measure = measure with { End = unit.End };
                    end = measure.End;
                }
            }
            else if (money && units.IsOwner(measure.Unit!, unit, word, limit)) measure = measure with { Unit = word.Name, End = end = unit.End };
            else if (word.Kind == UnitKind.Duration && !money)
            {
                next = unit.End;
                return false;
            }
        }

        if (measure.IsMeasured && units.TryRate(ref end, limit, out string? rate)) measure = measure with { Unit = measure.Unit + "/" + rate, End = end };
        next = measure.End;
        return true;
    }

    /// <summary>More than one letter, or one that is glued to the digits, a scale of temperature or led over by a stroke: "5m", "12 C", "1.3 A/cm2", not "12 F-16 jets".</summary>
    private bool IsUnitLetter(int at, int limit)
    {
        Token token = document.Tokens[at];
        if (token.Length > 1 || token.IsGlued) return true;
        if (at + 1 < limit && document.Tokens[at + 1].IsGlued && !document.IsMark(at + 1, '.') && !document.IsMark(at + 1, ',')) return document.IsMark(at + 1, '/');
        return document.Text[token.Start] is 'C';
    }

    /// <summary>
    /// The number behind "to", a dash or, after "between", "and"; <paramref name="joint"/> is that word's token.
    /// <paramref name="beyond"/> lies behind a duration, which the whole range then is ("25 – 40 min"), else it is 0.
    /// </summary>
    private bool TryFarEnd(Measure low, Sentence sentence, out Measure high, out int joint, out int beyond)
    {
        high = default;
        joint = low.End;
        beyond = 0;
        if (low.Number.Vague) return TryVagueEnd(low, sentence, out high);
        if (low.Number is { Low: null } or { Share: true } || low.HedgeBehind is not null || joint + 1 >= sentence.End) return false;
        bool joined = IsDash(joint) || counted.IsTo(joint, sentence.End) || (IsBetween(low.First, sentence) && document.Is(joint, WordClass.And));
        bool or = !joined && document.WordAt(joint) is "or" or "atau";
        if (!joined && !or) return false;
        if (TryOne(joint + 1, sentence, out high, out int after)) return high.Number is { Low: not null, Vague: false, Share: false } && (!or || IsNext(low, high));
        if (!low.IsMeasured && after > joint + 2 && units.TryRead(after - 1, sentence.End, out _, out UnitWord unit) && unit.Kind == UnitKind.Duration) beyond = after;
        return false;
    }

    /// <summary>"ratusan hingga ribuan", "dozens or hundreds": an order of magnitude up to a larger one.</summary>
    private bool TryVagueEnd(Measure low, Sentence sentence, out Measure high)
    {
        high = default;
        int joint = low.End;
        return !low.IsMeasured && joint + 1 < sentence.End && (counted.IsTo(joint, sentence.End) || document.WordAt(joint) is "or" or "atau")
            && TryOne(joint + 1, sentence, out high, out _) && high.Number.Vague && high.Number.Low > low.Number.Low;
    }

    /// <summary>"two or three people", "10 atau 12 orang": two bare numbers close together are the ends of a guess.</summary>
    private static bool IsNext(Measure low, Measure high) =>
        !low.IsMeasured && !low.Number.Scaled && low.Number is { Low: > 1, Low: < 100 } && high.Number.Words == low.Number.Words && high.Number.Low > low.Number.Low && high.Number.Low <= (1.5 * low.Number.Low);

    private bool IsDash(int at) => document.IsMark(at, '-') || document.IsMark(at, '–') || (document.IsMark(at, '—') && document.Tokens[at].IsGlued);

    /// <summary>
    /// Makes a range of two ends: "10-12 juta", "between 5% and 6%", "$3 billion to $5 billion". Where they are no range but an older
    /// value and its successor ("from 4.8 to 4.7 percent"), the older one takes the unit. Always true.
    /// </summary>
    private bool Join(ref Measure low, Measure high, int joint, Sentence sentence)
    {
        if (low.Number.Vague)
        {
            low = high with { First = low.First, Number = high.Number with { First = low.Number.First, Low = low.Number.Low } };
            return true;
        }

        bool dash = IsDash(joint), between = IsBetween(low.First, sentence);
        if (!between && !dash && IsChange(low, high, sentence))
        {
            if (!low.IsMeasured && high is { IsMeasured: true, IsMoney: false } && IsFrom(low.First - 1)) low = Scaled(low, high) with { Unit = high.Unit, Kind = high.Kind };
            return true;
        }

        (double bottom, double top) = (low.Number.Low!.Value, high.Number.Low!.Value);
        if (low.Number.Words != high.Number.Words && !between && dash) return true;
        if (low.Unit is not null && high.Unit is not null && !high.Unit.StartsWith(low.Unit, StringComparison.Ordinal) && !low.Unit.EndsWith(high.Unit, StringComparison.Ordinal)) return true;
        if (low.Unit is not null && high.Unit is null && !(low.IsMoney && (dash || !document.Tokens[high.End - 1].IsGlued))) return true;
        if (low.IsMoney && high is { Unit: not null, IsMoney: false }) return true;

        // "10-12 juta": the scale belongs to both.
        if (!low.Number.Scaled && high.Number.Scaled && bottom < top / 100 && Bare(high.Number) is { } bare and > 0 && bottom < bare) bottom = NumberReader.Times(bottom, Math.Round(top / bare))!.Value;
        if (bottom >= top || (dash && IsScore(low, high, joint, top, sentence.End))) return true;
        ReadNumber number = low.Number with { End = high.Number.End, Low = bottom, High = top, Range = true };
        string? unit = high.Unit is null || (low.Unit is { } first && first.EndsWith(high.Unit, StringComparison.Ordinal)) ? low.Unit : high.Unit;
        low = high with { First = low.First, Number = number, Unit = unit, Kind = high.Unit is null ? low.Kind : high.Kind, IsMoney = low.IsMoney };
        return true;
    }

    /// <summary>"from 24.2 to 33 billion": the scale belongs to both where the bare numbers are of one size.</summary>
    private Measure Scaled(Measure low, Measure high)
    {
        if (low.Number.Scaled || !high.Number.Scaled || Bare(high.Number) is not ({ } bare and > 0) || low.Number.Low is not { } value || value > OneSize * bare || bare > OneSize * value) return low;
        double? scaled = NumberReader.Times(value, Math.Round(high.Number.Low!.Value / bare));
        return low with { Number = low.Number with { Low = scaled, High = scaled } };
    }

    /// <summary>"2-1" with nothing measured behind it.</summary>
    private bool IsScore(Measure low, Measure high, int dash, double top, int limit) =>
        !high.IsMeasured && document.Tokens[dash].IsGlued && document.Tokens[dash + 1].IsGlued && top <= 99 && !low.IsMeasured
        && !(high.End < limit && (units.TryRead(high.End, limit, out _, out _) || (document.Tokens[high.End] is { Kind: TokenKind.Word, IsCapital: false } && !document.Is(high.End, WordClass.Preposition | WordClass.Conjunction))));

    private double? Bare(ReadNumber number) =>
        document.Tokens[number.First].Kind == TokenKind.Number ? WrittenDigits.Value(document.WordAt(number.First), document.Language)
            : document.TryHit(number.First, LexKind.Number, out Hit hit) ? words.Numbers[hit.Entry].Value : null;

    private bool IsBetween(int first, Sentence sentence) => first > sentence.First && document.WordAt(first - 1) is "antara" or "between" or "Antara" or "Between";

    /// <summary>"rose from 10 to 12", "rose by 40 to 334", "fell 7% to $2.3 billion": two values of different times or kinds and no range.</summary>
    private bool IsChange(Measure low, Measure high, Sentence sentence)
    {
        int first = low.First;
        for (int i = first - 1; i >= sentence.First && first - i <= ChangeReach; i--)
        {
            if (document.Tokens[i].Kind is TokenKind.Number or TokenKind.Punctuation) return false;
            if (counted.Has(FigureRole.From, i, first, out int length)) return i + length == first;
            if (!counted.Has(FigureRole.Change, i, first, out length)) continue;
            return (i + length == first && !IsOneUnit(low, high)) || (IsFrom(first - 1) && !(document.WordAt(first - 1) is "by" && IsOneUnit(low, high)));
        }

        return first > sentence.First && counted.Is(FigureRole.By, first - 1) && !IsOneUnit(low, high);
    }

    /// <summary>"rose 20 to 40 percent", "by 1 to 1.5 degrees": one unit for both.</summary>
    private static bool IsOneUnit(Measure low, Measure high) => !low.IsMeasured && high is { IsMeasured: true, IsMoney: false };

    private bool IsFrom(int at) => document.WordAt(at) is "from" or "dari" or "by";
}
