using Sanad.Language;

namespace Sanad.Figures;

/// <summary>Numbers with nothing counted behind them, which are figures only where the words before them or the figure before say so.</summary>
internal sealed class BareNumber(Document document, CountedPhrase counted, UnitReader units, bool[] time, List<Figure> found, List<FigureTokens> tokens)
{
    /// <summary>From here on a number with its scale ("80 ribu", "1,6 juta") counts something, whatever stands around it.</summary>
    private const double LeastScaled = 1000;

    /// <summary>How far before "from A" or "to B" the word of change may stand.</summary>
    private const int ChangeReach = 3;

    /// <summary>Tokens between a rating ("put") and its number, at most: two objects stand there now and then.</summary>
    private const int RatingReach = 16;

    /// <summary>Tokens between a measure and the number that is told in the same unit, at most.</summary>
    private const int SameUnitReach = 8;

    /// <summary>"naik menjadi 24", "jumped from 240 to 273", "closed at 1,334.20": a number that the words before it say is a level.</summary>
    public bool IsLevel(ReadNumber number, int first, Sentence sentence)
    {
        if (number.Words) return false;
        if ((number.Scaled && number.Low >= LeastScaled) || LeadsToNewer(number, first, sentence)) return true;
        if (Leads(FigureRole.From, number.First, sentence)) return true;
        return first > sentence.First && (IsMarkedLevel(first, number, sentence) || IsMoved(first, sentence) || IsKept(first, sentence) || IsRated(first, sentence) || IsFormer(first, sentence));
    }

    /// <summary>"rose to 63 from 61", "naik menjadi 63 dari 61": the value before the one that the subject came to, which is the figure found last.</summary>
    public bool IsFormer(int first, Sentence sentence)
    {
        int last = found.Count - 1;
        return last >= 0 && first - 1 == tokens[last].End && tokens[last].First > sentence.First && found[last].Unit is null && document.WordAt(first - 1) is "from" or "dari"
            && counted.Is(FigureRole.Becomes, tokens[last].First - 1);
    }

    /// <summary>"the number of survivors stayed at 151".</summary>
    private bool IsKept(int first, Sentence sentence)
    {
        for (int back = 1; back <= 3 && first - back >= sentence.First; back++)
        {
            if (counted.Has(FigureRole.Stays, first - back, first, out int count) && count == back) return true;
        }

        return false;
    }

    /// <summary>"put the dead at 34 and the missing at 58": English says by the verb that the object has the number.</summary>
    public bool IsRated(int first, Sentence sentence)
    {
        if (first <= sentence.First || !document.Is(first - 1, WordClass.Rating)) return false;
        for (int i = first - 2; i >= sentence.First && first - i <= RatingReach; i--)
        {
            if (document.IsMark(i, ';') || document.Tokens[i].Kind == TokenKind.Quote) return false;
            if (counted.Is(FigureRole.Rating, i)) return true;
        }

        return false;
    }

    /// <summary>"put the number of injured at 26": what stands behind "number of" in the object of the rating; null where nothing does.</summary>
    public string? Rated(int first, Sentence sentence)
    {
        for (int i = first - 2; i > sentence.First && first - i <= RatingReach && !counted.Is(FigureRole.Rating, i); i--)
        {
            if (document.WordAt(i) is "of" && counted.Is(FigureRole.Value, i - 1)) return counted.TextOf(i + 1, first - 1);
        }

        return null;
    }

    /// <summary>"dari 5,1 menjadi 4,9 persen", "from 12 to 15": a bare older value, told in the unit of the newer one.</summary>
    public bool IsOlder(Measure measure, Sentence sentence) => !measure.IsMeasured && !measure.Number.Words && measure.First > sentence.First && LeadsToNewer(measure.Number, measure.First, sentence);

    private bool LeadsToNewer(ReadNumber number, int first, Sentence sentence) =>
        document.Language.Code == "id" && first > sentence.First && IsFrom(first - 1, sentence) && number.End + 1 < sentence.End && counted.Is(FigureRole.Becomes, number.End)
        && (document.Tokens[number.End + 1].Kind == TokenKind.Number || document.Has(number.End + 1, LexKind.Unit));

    /// <summary>Whether a phrase of the role ("naik dari", "termasuk") leads to the number, right before it or with a few words between.</summary>
    public bool Leads(FigureRole role, int first, Sentence sentence)
    {
        (int begins, int between) = role == FigureRole.From ? (9, 6) : (4, 3);
        for (int back = 1; back <= begins && first - back >= sentence.First; back++)
        {
            if (!counted.Has(role, first - back, sentence.End, out int count)) continue;
            int end = first - back + count;
            if (end <= first && end >= first - between && !HoldsNumber(end, first) && !(role == FigureRole.From && HoldsClause(end, first))) return true;
        }

        return false;
    }

    /// <summary>"61 sehari sebelumnya, sementara korban selamat tetap 151": the number stands in the next clause.</summary>
    private bool HoldsClause(int from, int end)
    {
        for (int i = from; i < end - 1; i++)
        {
            if (document.IsMark(i, ',') && document.Tokens[i + 1].Kind == TokenKind.Word) return true;
        }

        return false;
    }

    private bool HoldsNumber(int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            if (document.Tokens[i].Kind == TokenKind.Number) return true;
        }

        return false;
    }

    /// <summary>"to 3.65", "at 1,334.20", "lost 45.2": digits with their marks behind a word that leads to a value.</summary>
    private bool IsMarkedLevel(int first, ReadNumber number, Sentence sentence)
    {
        if (!number.Broken && !WrittenDigits.IsMarked(document.WordAt(number.First))) return false;
        if (counted.Is(document.Language.Code == "id" ? FigureRole.Growth : FigureRole.Change, first - 1)) return true;
        for (int back = 1; back <= 3 && first - back >= sentence.First; back++)
        {
            if (counted.Has(FigureRole.Level, first - back, first, out int count) && count == back) return true;
        }

        return false;
    }

    /// <summary>"rose to 300", "decreased by 1", "jumped from 240", "naik menjadi 63": the verb says what the number is.</summary>
    private bool IsMoved(int first, Sentence sentence)
    {
        if (document.Language.Code == "id") return first - 1 > sentence.First && counted.Is(FigureRole.Becomes, first - 1) && counted.Is(FigureRole.Verb, first - 2);
        if (document.WordAt(first - 1) is not ("to" or "from" or "by")) return false;
        for (int i = first - 2; i >= sentence.First && first - 1 - i <= ChangeReach; i--)
        {
            if (document.Tokens[i].Kind != TokenKind.Word) return false;
            if (counted.Is(FigureRole.Change, i)) return true;
        }

        return false;
    }

    /// <summary>
    /// The index of the measure before whose unit holds for a bare decimal too: "5.2 percent in 2023 and 4.8 in 2024", "5,2 persen dari 4,8 tahun lalu"; -1 where there is none.
    /// </summary>
    public int SameUnit(Measure measure, int sentence, Sentence span)
    {
        int last = found.Count - 1, first = measure.First, end = measure.End;
        if (last < 0 || measure.IsMeasured || measure.Number.Words || measure.Number.Scaled || tokens[last].Sentence != sentence || found[last].Unit is not { } unit || first - tokens[last].End > SameUnitReach) return -1;
        ReadOnlySpan<char> digits = document.WordAt(measure.Number.First);
        bool becomes = counted.IsTo(first - 1, first) || counted.Is(FigureRole.Becomes, first - 1);

        // "dropping from 208 pounds to 193": right behind the older value a whole number is one too.
        bool follows = becomes && first - tokens[last].End <= 2;
        if (!follows && (digits.IndexOf(document.Language.DecimalMark) < 0 || digits.IndexOf(document.Language.GroupMark) >= 0)) return -1;
        if (becomes ? !IsFrom(tokens[last].First - 1, span) : !document.Is(first - 1, WordClass.And) && !IsFrom(first - 1, span)) return -1;
        bool ends = end >= span.End || document.Tokens[end].Kind == TokenKind.Punctuation || time[end] || document.Is(end, WordClass.Preposition | WordClass.Negation);
        return ends && !units.TryRead(end, span.End, out _, out _) && unit is not ("times" or "kali") ? last : -1;
    }

    private bool IsFrom(int at, Sentence span) => at >= span.First && document.WordAt(at) is "from" or "dari" or "against" or "than";
}
