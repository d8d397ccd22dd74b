using Sanad.Language;

namespace Sanad.Figures;

/// <summary>Reads English numbers that hyphens bind to what they measure: "five-mile", "6.1-inch", "$3.2-billion", "1.8 billion-mile", "6-foot-2".</summary>
internal sealed class CompoundReader(Document document, QuantityWords words, UnitReader units)
{
    /// <summary>Inches in a foot.</summary>
    private const double Inches = 12;

    private bool IsIndonesian { get; } = document.Language.Code == "id";

    /// <summary>A number word bound to its unit: "five-mile"; durations are left out.</summary>
    /// <param name="next">Where to go on when this is no figure.</param>
    public bool TryWord(int i, out Measure measure, out int next)
    {
        measure = default;
        next = i + 1;
        Token token = document.Tokens[i];
        if (IsIndonesian || token.Kind != TokenKind.Word || token.Word != 0) return false;
        ReadOnlySpan<char> word = document.WordAt(i);
        int hyphen = word.IndexOf('-');
        if (hyphen <= 0) return false;
        int id = document.Language.Lexicon.Word(word[..hyphen]);
        if (id == 0 || !document.Language.TryWord(id, LexKind.Number, out int row)) return false;
        if (!units.TryPiece(FirstPiece(word[(hyphen + 1)..]), out UnitWord unit)) return false;
        if (unit.Kind is not (UnitKind.Measure or UnitKind.Currency or UnitKind.Percent)) return true;
        double value = words.Numbers[row].Value;
        measure = new Measure(i, i + 1, new ReadNumber(i, i + 1, value, value, false, false, true), unit.Name, unit.Kind);
        return true;
    }

    /// <summary>Whether a hyphen binds the next word to the number that ends at the token.</summary>
    public bool IsCompound(int end, int limit) =>
        !IsIndonesian && end < limit && ((document.IsMark(end, '-') && document.Tokens[end].IsGlued && end + 1 < limit && document.Tokens[end + 1] is { IsGlued: true, Kind: TokenKind.Word })
            || (document.Tokens[end] is { Kind: TokenKind.Word, Word: 0 } && document.WordAt(end).IndexOf('-') > 0));

    /// <summary>"6.1-inch", "1.8 billion-mile", "$3.2-billion"; <paramref name="next"/> lies behind a duration or age ("12-year-old"), which is none.</summary>
    public bool TryBehind(Measure measure, int end, int limit, out Measure compound, out int next)
    {
        compound = measure;
        next = end;
        int at = document.IsMark(end, '-') ? end + 1 : end;
        if (at >= limit) return false;
        ReadOnlySpan<char> word = document.WordAt(at), piece = FirstPiece(word);
        double factor = 1;
        int scaled = 0;
        if ((piece.Length < word.Length || at > end) && TryScale(piece, out factor))
        {
            scaled = at + 1;
            if (piece.Length < word.Length) piece = FirstPiece(word[(piece.Length + 1)..]);
            else if (scaled < limit) piece = document.WordAt(at = scaled);
            else piece = default;
        }

        ReadNumber number = measure.Number with { Low = measure.Number.Low * factor, High = measure.Number.High * factor };
        if (!units.TryPiece(piece, out UnitWord unit))
        {
            // "$3.2-billion deal", "2.5 million-strong army"
            compound = measure with { Number = number with { Scaled = true }, End = next = scaled };
            return scaled > 0;
        }

        next = at + 1;
        if (unit.Kind is not (UnitKind.Measure or UnitKind.Currency or UnitKind.Percent)) return false;
        compound = measure with { Number = number, End = next, Unit = measure.Unit ?? unit.Name, Kind = measure.IsMoney ? measure.Kind : unit.Kind };
        return true;
    }

    /// <summary>Feet with the inches behind them: "6-foot-2", "6 feet 2 inches" are 6 2/12 feet.</summary>
    public Measure WithInches(Measure measure, int limit)
    {
        int at = measure.End;
        if (IsIndonesian || at + 1 >= limit || measure.Unit is not "foot" || measure.Number.Range) return measure;
        bool bound = document.IsMark(at, '-') && document.Tokens[at].IsGlued;
        if (bound) at++;
        if (document.Tokens[at] is not { Kind: TokenKind.Number, Length: <= 2 } || (bound && !document.Tokens[at].IsGlued) || WrittenDigits.Value(document.WordAt(at), document.Language) is not { } inches || inches >= Inches) return measure;
        int end = at + 1;
        if (end < limit && document.IsMark(end, '-') && document.Tokens[end].IsGlued) end++;
        bool named = units.TryRead(end, limit, out Hit hit, out UnitWord unit) && unit.Name is "inch";
        if (!named && !bound) return measure;
        return measure with { End = named ? hit.End : at + 1, Number = measure.Number with { Low = measure.Number.Low + (inches / Inches), High = measure.Number.High + (inches / Inches) } };
    }

    private bool TryScale(ReadOnlySpan<char> piece, out double factor)
    {
        factor = 1;
        if (document.Language.Lexicon.Word(piece) is not (var id and not 0) || !document.Language.TryWord(id, LexKind.Scale, out int row) || words.Scales[row].Kind != ScaleKind.Times) return false;
        factor = words.Scales[row].Factor;
        return true;
    }

    private static ReadOnlySpan<char> FirstPiece(ReadOnlySpan<char> word) => word.IndexOf('-') is var at and > 0 ? word[..at] : word;
}
