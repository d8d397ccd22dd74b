using Sanad.Language;

namespace Sanad.Figures;

/// <summary>What percentages and fractions are a share of: "20 percent of the voters", "60 persen warga", "one third of the 900 hectares".</summary>
internal sealed class WholeOfShare(Document document, CountedPhrase phrase, UnitReader units, bool[] time)
{
    /// <summary>Tokens between a word of change and its size, at most.</summary>
    private const int ChangeReach = 4;

    private readonly CountedModifiers _modifiers = new(document, phrase, time);

    private bool IsIndonesian { get; } = document.Language.Code == "id";

    /// <summary>Behind "of the" and "dari".</summary>
    public int BehindOf(int at, Sentence sentence)
    {
        if (at < sentence.End && document.WordAt(at) is "of" or "dari") at++;
        while (at < sentence.End && document.Is(at, WordClass.Determiner) && !document.Has(at, LexKind.Number)) at++;
        return at;
    }

    /// <summary>What a percentage is a share of: "20 percent of the voters", "60 persen warga".</summary>
    public string? OfPercent(Measure measure, int end, Sentence sentence)
    {
        if (IsIndonesian && end < sentence.End && phrase.IsVerb(end)) return null;
        bool led = IsShareOf(measure, sentence);
        if (led && IsMoved(measure.First, sentence)) return null;
        if (led && end + 1 < sentence.End && document.Has(end + 1, LexKind.Calendar)) return null;

        // "5.12% year on year"
        if (!IsIndonesian && end < sentence.End && document.Has(end, LexKind.Calendar)) return null;
        int of = IsIndonesian && !led ? end : BehindOf(end, sentence);
        if (OfNumber(end, of, sentence) is { } things) return things;
        if (!IsIndonesian && of == end && of < sentence.End && phrase.IsVerb(of)) return null;
        while (led && of < sentence.End && phrase.Is(FigureRole.Value, of)) of++;
        int counted = phrase.End(of, sentence.End);
        if (counted == of || (led && counted < sentence.End && document.Tokens[counted].Kind == TokenKind.Number)) return null;
        int more = _modifiers.End(counted, sentence);
        return phrase.TextOf(of, Math.Max(more, counted));
    }

    /// <summary>"40 persen dari 1.500 responden", "one third of the 900 hectares": of the whole is told how many there are; null where no number stands there.</summary>
    public string? OfNumber(int end, int of, Sentence sentence)
    {
        int behind = of;
        while (of > end && behind < sentence.End && !time[behind] && (document.Tokens[behind].Kind == TokenKind.Number || document.Has(behind, LexKind.Scale) || document.Has(behind, LexKind.Number))) behind++;
        if (behind == of) return null;
        int thing = behind;
        if (units.TryRead(behind, sentence.End, out Hit unit, out UnitWord word) && word.Kind == UnitKind.Measure)
        {
            thing = unit.End;
            if (!IsIndonesian && thing < sentence.End && document.WordAt(thing) is "of") thing++;
            if (phrase.End(thing, sentence.End) == thing || phrase.IsVerb(thing)) (thing, behind) = (behind, unit.End);
            else behind = phrase.End(thing, sentence.End);
            return phrase.TextOf(thing, behind);
        }

        behind = phrase.End(thing, sentence.End);
        return behind > thing ? phrase.TextOf(thing, phrase.HeadEnd(thing, behind)) : null;
    }

    /// <summary>"20 persen dari warga": a share in Indonesian, its whole led to by "dari".</summary>
    public bool IsShareOf(Measure measure, Sentence sentence) => IsIndonesian && measure.IsPercent && measure.End < sentence.End && document.WordAt(measure.End) is "dari";

    /// <summary>"turun 5 persen dari bulan lalu": a change, whose "dari" leads to the older value and to no whole.</summary>
    private bool IsMoved(int first, Sentence sentence)
    {
        for (int i = first - 1; i >= sentence.First && first - i <= ChangeReach && document.Tokens[i].Kind == TokenKind.Word; i--)
        {
            if (phrase.Is(FigureRole.Change, i)) return true;
        }

        return false;
    }
}
