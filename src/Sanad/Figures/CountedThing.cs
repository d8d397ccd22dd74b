using Sanad.Language;

namespace Sanad.Figures;

/// <summary>
/// What a figure counts, measures or is a share of: read behind the number, else before it, else taken over from the figures of the
/// sentences before.
/// </summary>
internal sealed class CountedThing(Document document, CountedPhrase phrase, UnitReader units, bool[] time, List<Figure> found, List<FigureTokens> tokens)
{
    /// <summary>Words of a predicate that narrow a part down, at most.</summary>
    private const int LongestPredicate = 6;

    /// <summary>Tokens between a noun of distance and its length, at most.</summary>
    private const int ExtentReach = 20;

    private readonly CountedSubject _subjects = new(document, phrase, units, time);
    private readonly CountedModifiers _modifiers = new(document, phrase, time);
    private readonly WholeOfShare _wholes = new(document, phrase, units, time);
    private readonly CountedNoun _nouns = new(document, phrase, units, time);

    /// <summary>The sentence looked at, and its number.</summary>
    public Sentence Sentence { get; set; }

    public int Number { get; set; }

    /// <summary>The noun phrase read behind the number last.</summary>
    public CountedNoun Noun => _nouns;

    private FigureRelations Relations => new(found, tokens, document);

    private bool IsIndonesian { get; } = document.Language.Code == "id";

    /// <summary>What stands behind the number; <paramref name="end"/> moves behind what belongs to the figure. False for a share of nothing.</summary>
    public bool TryBehind(Measure measure, ref int end, out string? what)
    {
        what = null;
        _nouns.Begin();
        if (measure.Number.Share)
        {
            int of = end > measure.First && document.WordAt(end - 1) is "of" ? end - 1 : end;
            if (phrase.Has(FigureRole.Among, of, Sentence.End, out int among) && (what = Relations.SharedWhat(Number, measure.First)) is not null)
            {
                end = of + among;
                return true;
            }

            int from = _wholes.BehindOf(end, Sentence);
            bool duration = units.TryRead(from, Sentence.End, out _, out UnitWord unit) && unit.Kind == UnitKind.Duration;
            int counted = duration ? from : phrase.End(from, Sentence.End);

            // "half of which", "half of them"
            if (counted == from && from < Sentence.End && from > end && (document.Is(from, WordClass.Relative) || document.TryHit(from, LexKind.Pronoun, out _))) what = Relations.SharedWhat(Number, measure.First);
            if (what is not null) return true;

            // The whole is a figure of its own: "half of the 120 survivors".
            if (counted == from) return (what = _wholes.OfNumber(end, from, Sentence)) is not null;
            what = phrase.TextOf(from, counted);
            end = counted;
            return what is not null;
        }

        if (!measure.IsMeasured || measure.Unit is "kali") what = _nouns.Read(ref end, Sentence, Relations, Number) ?? OfGroup(measure, ref end);
        else if (measure.IsPercent) what = _wholes.OfPercent(measure, end, Sentence);
        else if (measure.Kind == UnitKind.Measure && !measure.IsLed && !(measure.Number.First > Sentence.First && phrase.Is(FigureRole.Dimension, measure.Number.First - 1))) what = Substance(end);
        return true;
    }

    private string? OfGroup(Measure measure, ref int end) => measure.Number.Low is > 1 ? _nouns.ReadGroup(ref end, _wholes.BehindOf(end, Sentence), Sentence) : null;

    /// <summary>Behind "of the" and "dari".</summary>
    public int BehindOf(int at) => _wholes.BehindOf(at, Sentence);

    /// <summary>"20 persen dari warga": a share in Indonesian, its whole led to by "dari".</summary>
    public bool IsShareOf(Measure measure) => _wholes.IsShareOf(measure, Sentence);

    /// <summary>"defisit mencapai 2,8 persen dari PDB": what makes up the share with its whole; the whole alone where no predicate says what does.</summary>
    public string Shared(Measure measure, string whole)
    {
        Subject subject = _subjects.Find(measure.First, After, Sentence, isMeasure: true);
        if (subject.IsPlace || TextOf(subject) is not { } text) return whole;

        // "penurunan risiko kematian 22 persen dari berbagai penyebab": the noun right before the number has what follows for itself.
        return subject.IsPredicate || subject.End == measure.First ? text + " dari " + whole : whole;
    }

    /// <summary>What a measure measures out: "20 ton bantuan", "400 tons of rice".</summary>
    private string? Substance(int end)
    {
        int from = end;
        if (!IsIndonesian)
        {
            if (from >= Sentence.End || document.WordAt(from) is not "of") return null;
            from++;
        }

        int counted = phrase.End(from, Sentence.End);
        return counted > from && !document.Tokens[from].IsCapital && !IsPassive(from) && !(IsIndonesian && (phrase.IsVerb(from) || phrase.Is(FigureRole.Verb, from))) && !phrase.Has(FigureRole.State, from, Sentence.End, out _) ? phrase.TextOf(from, counted) : null;
    }

    /// <summary>"12,5 hektare terbakar": a word in "ter-" says what happened.</summary>
    private bool IsPassive(int i) => document.Language.VerbForms.Is(VerbForm.Passive, document.WordAt(i));

    /// <summary>Whom "14 orang" or a bare number counts: the state that a word before names, or the subject that the number completes.</summary>
    public string? People(string? what, int first)
    {
        if (what is not null && !IsPeople(what)) return !IsIndonesian || what.Contains(' ', StringComparison.Ordinal) ? what : IsClassifier(what) ? Classified(what, first) : Completed(what, first);
        if (IsIndonesian && what is not null && Toll(first) is { } toll) return toll;
        if (phrase.StateBefore(first, After, Sentence) is { } state) return what is null ? state : what + " " + state;
        if (!IsIndonesian || what is null) return what;
        Subject subject = _subjects.Find(first, After, Sentence, isMeasure: false);
        if (subject.IsHeadless) return Headless(subject, first);
        bool isName = subject.First < subject.End && !subject.IsValue && document.Tokens[subject.First] is { IsCapital: true, Word: 0 };
        if (subject.IsPredicate && !isName && TextOf(subject) is { } text) return text;
        return subject.IsPlace ? Relations.SharedWhat(Number, first) ?? what : what;
    }

    /// <summary>"total korban meninggal akibat runtuhnya gedung mencapai 63 jiwa": a subject that names the state itself says more than the state; null where none does.</summary>
    private string? Toll(int first)
    {
        int cause = first - 1;
        while (cause >= After && !(document.Has(cause, LexKind.Figure) && phrase.Has(FigureRole.Cause, cause, first, out _))) cause--;
        if (cause < After) return null;
        Subject subject = _subjects.Find(first, After, Sentence, isMeasure: false);
        if (!subject.IsPredicate) return null;
        for (int i = subject.First; i < subject.End; i++)
        {
            if (phrase.Has(FigureRole.Cause, i, subject.End, out int length)) return length < subject.End - i ? TextOf(subject) : null;
        }

        return null;
    }

    /// <summary>"180 orang | naik ke kapal": what the people counted did is told right behind them, so that they are not those counted before.</summary>
    public bool BeginsPredicate(int number)
    {
        int behind = number;
        while (behind < Sentence.End && (document.Tokens[behind].Kind == TokenKind.Number || document.Has(behind, LexKind.Number) || document.Has(behind, LexKind.Unit) || document.Has(behind, LexKind.Scale))) behind++;
        return IsIndonesian && behind > number && behind + 1 < Sentence.End && phrase.Is(FigureRole.Verb, behind) && phrase.Is(FigureRole.Place, behind + 1);
    }

    private bool IsClassifier(string what) => units.TryPiece(what, out UnitWord unit) && unit.Kind == UnitKind.Classifier;

    /// <summary>"rumah rusak mencapai 1.200 unit": the subject says what the units are.</summary>
    private string Classified(string what, int first)
    {
        Subject subject = _subjects.Find(first, After, Sentence, isMeasure: false);
        bool isName = subject.First < subject.End && !subject.IsPredicate && document.Tokens[subject.First] is { IsCapital: true, Word: 0 } && subject.First > Sentence.First;
        return !isName && TextOf(subject) is { } text && text != what ? text : Relations.SharedWhat(Number, first) is { } shared && After > Sentence.First ? shared : what;
    }

    /// <summary>"Jumlah kasus demam berdarah mencapai 1.204 kasus": the subject names what the noun behind the number only takes up.</summary>
    private string Completed(string what, int first)
    {
        int said = first - 1;
        while (said >= After && !document.WordAt(said).Equals(what, StringComparison.OrdinalIgnoreCase)) said--;
        if (said < After) return what;
        Subject subject = _subjects.Find(first, After, Sentence, isMeasure: false);
        return subject.IsPredicate && subject.End - subject.First > 1 && document.WordAt(subject.First).Equals(what, StringComparison.OrdinalIgnoreCase) ? TextOf(subject) ?? what : what;
    }

    /// <summary>"yang dirawat … 158 orang": the people counted before, of whom the clause tells.</summary>
    private string? Headless(Subject subject, int first)
    {
        string? clause = phrase.TextOf(subject.Relative, subject.RelativeEnd), head = Relations.SharedWhat(Number, first);
        return head is null ? clause : head.Split(' ')[0] + " " + clause;
    }

    /// <summary>The measured thing: the subject or noun before the number, with what narrows it down behind; in a place, what was measured before.</summary>
    public string? Measured(Measure measure, int end)
    {
        if (Extent(measure) is { } extent) return extent;
        if (!IsIndonesian && Behind(measure, end) is { } thing) return thing;
        Subject subject = _subjects.Find(measure.First, After, Sentence, isMeasure: true, After > Sentence.First && (found[^1].Unit is not null || (found[^1].High ?? found[^1].Low) < 1));
        if (subject.IsPlace) return Relations.SharedMeasure(Number, measure.First, measure.Unit);
        string? text = TextOf(subject) ?? Listed(measure);
        int more = _modifiers.End(end, Sentence);
        string? behind = more > end ? phrase.TextOf(end, more) : null;
        return text is null ? (measure.Unit is "kali" or "kali lipat" ? behind : null) : behind is null ? text : text + " " + behind;
    }

    /// <summary>"jarak tanker itu dengan feri tidak pernah lebih dekat dari 2,4 mil laut": the length is the distance's, not the ferry's; null where no such noun leads to it.</summary>
    private string? Extent(Measure measure)
    {
        if (measure.Kind != UnitKind.Measure) return null;
        for (int i = measure.First - 1; i >= Math.Max(Sentence.First, measure.First - ExtentReach); i--)
        {
            if (document.IsMark(i, ';') || document.Tokens[i].Kind == TokenKind.Quote || (document.Tokens[i].Kind == TokenKind.Number && !time[i])) return null;
            if (phrase.Is(FigureRole.Extent, i)) return phrase.TextOf(i, Math.Max(i + 1, phrase.End(i, measure.First)));
        }

        return null;
    }

    /// <summary>"a magnitude 5.6 quake", "$2.5 million in cash", "$5 million worth of gold": what is measured stands behind.</summary>
    private string? Behind(Measure measure, int end)
    {
        int from = end;
        if (measure.Kind == UnitKind.Currency)
        {
            if (from + 1 >= Sentence.End) return null;
            if (document.WordAt(from) is "worth" && document.WordAt(from + 1) is "of") from += 2;
            else if (document.WordAt(from) is "in" && !document.Has(from + 1, LexKind.Place) && !phrase.Is(FigureRole.SoFar, from) && !phrase.Is(FigureRole.Value, from + 1)) from++;
            else return null;
        }
        else if (!measure.IsLed) return null;

        return from < Sentence.End && document.Tokens[from] is { Kind: TokenKind.Word, IsCapital: false } && !document.Has(from, LexKind.Calendar) && phrase.End(from, Sentence.End) is var counted && counted > from
            ? phrase.TextOf(from, counted) : null;
    }

    /// <summary>"fell 12 percent in 2024 and 8 percent in 2025", "Dari total 1.500 ton beras, baru 300 ton": the second tells of the same thing in the same unit.</summary>
    private string? Listed(Measure measure) =>
        measure.First > Sentence.First && (document.Is(measure.First - 1, WordClass.And) || measure.Kind == UnitKind.Measure) && tokens.Count > 0 && tokens[^1].Sentence == Number && found[^1].Unit == measure.Unit ? found[^1].What : null;

    /// <summary>What stands at a level: "horsepower jumped from 240", "indeks konektivitas menjadi 0,74".</summary>
    public string? Level(Measure measure, int end) => Measured(measure, end);

    /// <summary>"responden sebanyak 1.200": the noun before a bare number that a hedge binds to it.</summary>
    public string? Before(Measure measure, int first)
    {
        if (!IsIndonesian || first == measure.First) return null;
        Subject subject = _subjects.Find(measure.First, After, Sentence, isMeasure: false);
        return subject.IsPlace || subject.IsHeadless ? null : TextOf(subject);
    }

    /// <summary>"hanya satu yang diautopsi": the thing counted before, of which the clause tells.</summary>
    public string? Clause(int end, int first)
    {
        int clause = end < Sentence.End && document.Is(end, WordClass.Relative) ? _modifiers.End(end, Sentence) : end;
        return clause > end && Relations.SharedWhat(Number, first) is { } shared ? shared + " " + phrase.TextOf(end, clause) : null;
    }

    /// <summary>"22 di antaranya telah menerima santunan": the whole with the predicate of its part.</summary>
    public string? Among(string? what, int first, int end)
    {
        string? whole = what ?? Relations.SharedWhat(Number, first);
        int clause = _modifiers.Clause(end, Sentence);
        if (!IsIndonesian || clause == end || clause - end > LongestPredicate) return whole;
        string? predicate = phrase.TextOf(end, clause);
        if (whole is null) return predicate;
        return phrase.IsVerb(end) || document.Is(end, WordClass.Auxiliary) ? whole + " yang " + predicate : whole + " " + predicate;
    }

    private string? TextOf(Subject subject)
    {
        // "the number of displaced people rose to 268"
        if (!IsIndonesian && subject.End - subject.First > 2 && phrase.Is(FigureRole.Value, subject.First) && document.WordAt(subject.First + 1) is "of") subject = subject with { First = subject.First + 2 };
        string? text = subject.End > subject.First && document.Tokens[subject.First].Kind == TokenKind.Word ? phrase.TextOf(subject.First, subject.End) : null;
        return subject.RelativeEnd > subject.Relative && text is not null ? text + " " + phrase.TextOf(subject.Relative, subject.RelativeEnd) : text;
    }

    /// <summary>Where the figure before ends in the sentence; the sentence's start where there is none.</summary>
    private int After => tokens.Count > 0 && tokens[^1].Sentence == Number ? tokens[^1].End : Sentence.First;

    /// <summary>"orang" and "jiwa" are what is counted themselves, but say nothing of whom.</summary>
    public static bool IsPeople(ReadOnlySpan<char> word) => word is "orang" or "Orang" or "jiwa" or "Jiwa" or "people" or "People";
}
