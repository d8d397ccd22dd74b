using Sanad.Language;
using Sanad.Text;

namespace Sanad.Figures;

/// <summary>
/// Finds the counts and measures of a document. What only looks like one (dates, durations, ages, labels, scores, names) is
/// left out; a number that nothing is counted by is left out too.
/// </summary>
public sealed class FigureFinder
{
    private readonly Document _document;
    private readonly QuantityWords _words;
    private readonly NumberReader _numbers;
    private readonly UnitReader _units;
    private readonly MeasureReader _measures;
    private readonly LookAlikes _lookAlikes;
    private readonly CountedPhrase _counted;
    private readonly CountedSubject _subjects;
    private readonly CountedModifiers _modifiers;
    private readonly HedgeReader _hedges;
    private readonly bool[] _time;
    private readonly List<Figure> _found = [];
    private readonly List<FigureTokens> _tokens = [];
    private string? _plain;
    private Sentence _sentence;
    private int _whole;

    private FigureFinder(Document document, IReadOnlyList<TextSpan> times)
    {
        _document = document;
        _words = QuantityWords.Of(document.Language);
        _numbers = new NumberReader(document, _words);
        _time = new bool[document.Tokens.Length];
        int token = 0;
        foreach (TextSpan span in times)
        {
            while (token < _time.Length && document.Tokens[token].End <= span.Start) token++;
            for (int i = token; i < _time.Length && document.Tokens[i].Start < span.End; i++) _time[i] = true;
        }

        _counted = new CountedPhrase(document, _words, _time);
        _hedges = new HedgeReader(document, _words, _time);
        _units = new UnitReader(document, _words, _time);
        _subjects = new CountedSubject(document, _counted, _units, _time);
        _modifiers = new CountedModifiers(document, _counted, _time);
        _measures = new MeasureReader(document, _words, _numbers, _units, _hedges, _counted);
        _lookAlikes = new LookAlikes(document, _units, _counted);
    }

    /// <param name="times">Stretches that are times, in reading order; no figure is read from them.</param>
    public static IReadOnlyList<Figure> Find(Document document, IReadOnlyList<TextSpan> times)
    {
        var finder = new FigureFinder(document, times);
        for (int s = 0; s < document.Sentences.Length; s++)
        {
            finder._sentence = document.Sentences[s];
            if (document.PartOf(finder._sentence) is not (PartKind.Body or PartKind.Title or PartKind.Subheading)) continue;
            for (int i = finder._sentence.First; i < finder._sentence.End;) i = finder.Read(i, s);
        }

        return finder._found;
    }

    /// <summary>Reads the figure that begins at the token, if one does; returns where to go on.</summary>
    private int Read(int i, int sentence)
    {
        if (_time[i]) return i + 1;
        if (!_measures.TryRead(i, _sentence, out Measure measure, out int next)) return next;
        ReadNumber number = measure.Number;
        if (_time[number.First] || _time[measure.End - 1]) return i + 1;
        if (!_lookAlikes.MayBegin(measure, _sentence)) return measure.End;
        if (_counted.Has(FigureRole.Not, number.First, _sentence.End, out int length) && measure.Unit is not "kali lipat") return number.First + length;
        if (number.First > _sentence.First && _counted.Has(FigureRole.Not, number.First - 1, _sentence.End, out length) && length > 1) return number.End;

        int end = measure.End;
        string? what = null;
        _plain = null;
        if (number.Share)
        {
            if (!TryShared(ref end, out what)) return measure.End;
        }
        else if (!measure.IsMeasured || measure.Unit is "kali") what = Counted(ref end);
        else if (measure.IsPercent)
        {
            int of = _document.Language.Code != "id" && end < _sentence.End && _document.WordAt(end) is "of" ? end + 1 : end;
            while (of > end && of < _sentence.End && _document.Is(of, WordClass.Determiner)) of++;
            int counted = _counted.End(of, _sentence.End);
            if (of > end && counted > of) what = _counted.TextOf(of, counted);
            else if (counted > end) what = _counted.TextOf(end, _modifiers.End(counted, _sentence) is var more && more > counted ? more : counted);
        }
        else if (measure.Kind == UnitKind.Measure && !(number.First > _sentence.First && _counted.Is(FigureRole.Dimension, number.First - 1))) what = Substance(end);

        bool measured = measure.IsMeasured;
        (int first, Bound bound, bool hedged) = _hedges.Before(measure.First, number, _sentence);
        if (number.About && bound == Bound.Exact) bound = Bound.About;
        if (measure.HedgeBehind is { } behind && bound == Bound.Exact) bound = behind;
        int before = Preceding(sentence, first, out bool becomes);
        bool again = before >= 0 && !becomes && measured && _found[before].Unit is { } other && other != measure.Unit;
        bool among = _counted.Has(FigureRole.Among, end, _sentence.End, out length);
        bool part = IsPart(first);
        if (!measured && (what is null || IsPlainPeople(what)) && !among) what = People(what, measure.First, sentence);
        if (among) end += length;
        bool placed = what is not null || among || hedged || part;
        if (!measured && !placed && !becomes && !IsCompared(number, first)) return number.End;
        if (!measured && number.Words && number.Low == 1 && ((!hedged && !IsListed(first, end)) || IsDigits(number.End))) return number.End;
        if (_numbers.IsOrdinalForm(number.First) && !CountsKnown(number, measure.End)) return number.End;
        if (!measured && !placed && number.Words) return number.End;
        if (again || (becomes && what is null)) what = _found[before].What;
        if (again && bound == Bound.Exact && !_document.IsMark(first - 1, '(')) bound = _found[before].Bound is Bound.Between or Bound.Vague ? bound : _found[before].Bound;
        if (measured) what ??= Measured(measure.First, end, sentence, measure.Unit);
        else if (what is null && !among) what = Clause(measure.End, sentence, first);
        if (among) what = Among(what, sentence, first, end);
        Add(sentence, first, end, number, bound, measure.Unit, what, among || part);
        if (becomes) Relations.Revise(before, _found.Count - 1, IsFrom(_tokens[before].First));
        return end;
    }

    /// <summary>The counted noun with what narrows it down behind it; <paramref name="end"/> moves behind the noun.</summary>
    private string? Counted(ref int end)
    {
        int counted = CountedEnd(end, out int from);
        if (counted > from && _counted.ListEnd(counted, _sentence.End) is var list && list > counted) counted = list;
        int more = _modifiers.End(counted, _sentence);
        string? what = _counted.TextOf(from, counted > from ? Math.Max(more, counted) : counted);
        _plain = _counted.TextOf(from, counted);
        end = Math.Max(end, counted);
        return what;
    }

    /// <summary>What a measure measures out: "20 ton bantuan", "400 tons of rice".</summary>
    private string? Substance(int end)
    {
        int from = end;
        if (_document.Language.Code != "id")
        {
            if (from >= _sentence.End || _document.WordAt(from) is not "of") return null;
            from++;
        }

        int counted = _counted.End(from, _sentence.End);
        return counted > from && !_document.Tokens[from].IsCapital && !_counted.Has(FigureRole.State, from, _sentence.End, out _) ? _counted.TextOf(from, counted) : null;
    }

    /// <summary>"hanya satu yang diautopsi": the thing counted before, of which the clause tells.</summary>
    private string? Clause(int end, int sentence, int first)
    {
        int clause = end < _sentence.End && _document.Is(end, WordClass.Relative) ? _modifiers.End(end, _sentence) : end;
        return clause > end && Relations.SharedWhat(sentence, first) is { } shared ? shared + " " + _counted.TextOf(end, clause) : null;
    }

    /// <summary>Index of the figure right before this one, with only "to" or "menjadi" (<paramref name="becomes"/>), "or" or a bracket between them; -1 where there is none.</summary>
    private int Preceding(int sentence, int first, out bool becomes)
    {
        becomes = false;
        int last = _found.Count - 1;
        if (last < 0 || _tokens[last].Sentence != sentence || first - _tokens[last].End is < 1 or > 3) return -1;
        int gap = _tokens[last].End;
        becomes = _counted.Is(FigureRole.Becomes, gap) && gap + 1 == first;
        if (becomes || (_document.IsMark(gap, '(') && gap + 1 == first)) return last;
        return _counted.Has(FigureRole.Or, gap, first, out int length) && gap + length == first ? last : -1;
    }

    private bool IsFrom(int first) => first > _sentence.First && _document.WordAt(first - 1) is "from" or "dari";

    /// <summary>Whom "14 orang" or a bare number counts: the subject that the number completes, or the state that a word before names.</summary>
    private string? People(string? what, int first, int sentence)
    {
        string? state = _counted.StateBefore(first, _sentence);
        if (state is not null || _document.Language.Code != "id" || what is null) return state is null ? what : what is null ? state : what + " " + state;
        Subject subject = _subjects.Find(first, After(sentence), _sentence, isMeasure: false);
        if (subject.IsHeadless) return Headless(subject, sentence, first);
        bool isName = subject.First < subject.End && _document.Tokens[subject.First] is { IsCapital: true, Word: 0 };
        if (subject.IsPredicate && !isName && TextOf(subject) is { } text) return text;
        return subject.IsPlace ? Relations.SharedWhat(sentence, first) ?? what : what;
    }

    private string? TextOf(Subject subject)
    {
        string? text = _counted.TextOf(subject.First, subject.End);
        return subject.RelativeEnd > subject.Relative && text is not null ? text + " " + _counted.TextOf(subject.Relative, subject.RelativeEnd) : text;
    }

    /// <summary>"yang dirawat … 158 orang": the people counted before, of whom the clause tells.</summary>
    private string? Headless(Subject subject, int sentence, int first)
    {
        string? clause = _counted.TextOf(subject.Relative, subject.RelativeEnd), head = Relations.SharedWhat(sentence, first);
        return head is null ? clause : head.Split(' ')[0] + " " + clause;
    }

    /// <summary>The measured thing: the subject or noun before the number, with what narrows it down behind; in a place, what was measured before.</summary>
    private string? Measured(int first, int end, int sentence, string? unit)
    {
        Subject subject = _subjects.Find(first, After(sentence), _sentence, isMeasure: true);
        if (subject.IsPlace) return Relations.SharedMeasure(sentence, first, unit);
        string? text = TextOf(subject);
        int more = _modifiers.End(end, _sentence);
        string? behind = more > end ? _counted.TextOf(end, more) : null;
        return text is null ? (unit is "kali" or "kali lipat" ? behind : null) : behind is null ? text : text + " " + behind;
    }

    /// <summary>"22 di antaranya telah menerima santunan": the whole with the predicate of its part.</summary>
    private string? Among(string? what, int sentence, int first, int end)
    {
        string? whole = what ?? Relations.SharedWhat(sentence, first);
        int clause = _modifiers.Clause(end, _sentence);
        if (_document.Language.Code != "id" || clause == end || clause - end > 6) return whole;
        string? predicate = _counted.TextOf(end, clause);
        if (whole is null) return predicate;
        return _counted.IsVerb(end) || _document.Is(end, WordClass.Auxiliary) ? whole + " yang " + predicate : whole + " " + predicate;
    }

    /// <summary>Where the figure before ends in the sentence; the sentence's start where there is none.</summary>
    private int After(int sentence) => _tokens.Count > 0 && _tokens[^1].Sentence == sentence ? _tokens[^1].End : _sentence.First;

    private FigureRelations Relations => new(_found, _tokens, _document);

    /// <summary>The whole that a share is a share of: "two-thirds of the houses", "sepertiga penduduk".</summary>
    private bool TryShared(ref int end, out string? what)
    {
        what = null;
        int from = end;
        bool of = from < _sentence.End && _document.WordAt(from) is "of" or "dari";
        if (of) from++;
        while (from < _sentence.End && _document.Is(from, WordClass.Determiner)) from++;
        if (TryUnit(from, out _, out UnitWord unit) && unit.Kind == UnitKind.Duration) return false;
        int counted = _counted.End(from, _sentence.End);
        if (counted == from) return false;
        what = _counted.TextOf(from, counted);
        end = counted;
        return what is not null;
    }

    private void Add(int sentence, int first, int end, ReadNumber number, Bound bound, string? unit, string? what, bool part)
    {
        (double? low, double? high) = (number.Low, number.High);
        if (number.Range) bound = Bound.Between;
        else if (low is null) (high, bound) = (null, Bound.Vague);
        else if (number.Vague) bound = Bound.Vague;
        else if (bound is Bound.AtLeast or Bound.MoreThan) high = null;
        else if (bound is Bound.AtMost or Bound.LessThan) (low, high) = (null, low);

        FigureRelations relations = Relations;
        string? partOf = part ? relations.Whole(sentence, first) : null;
        if (partOf is null && SinceWhole(first)) partOf = relations.TotalBefore(sentence, _whole);
        if (what is null && (part || bound != Bound.Exact || unit is null)) what = relations.SharedWhat(sentence, first);
        var figure = new Figure("f" + (_found.Count + 1), _document.SpanOf(first, end), low, high, bound)
        {
            Unit = unit,
            What = unit is null ? relations.Completed(what, sentence, first, low) : what,
            Where = _counted.Where(first, end, _sentence),
            PartOf = partOf,
        };
        if (RoleStart(first, FigureRole.From) != first && low is { } older && relations.TryRevise(sentence, first, older)) figure = figure with { IsOlder = true };
        _found.Add(figure);
        _tokens.Add(new FigureTokens(first, end, sentence, _plain ?? what));
    }

    /// <summary>Whether "terdiri atas" or the like stands before the figure in its sentence; <see cref="_whole"/> is its token.</summary>
    private bool SinceWhole(int first)
    {
        for (int i = first - 1; i >= _sentence.First && first - i < 60; i--)
        {
            if (!_counted.Has(FigureRole.Whole, i, first, out _)) continue;
            _whole = i;
            return true;
        }

        return false;
    }

    /// <summary>First token of a phrase of the role that ends right before the figure, or the figure itself.</summary>
    private int RoleStart(int first, FigureRole role)
    {
        for (int back = 1; back <= (role == FigureRole.From ? 9 : 4) && first - back >= _sentence.First; back++)
        {
            if (_counted.Has(role, first - back, _sentence.End, out int count) && first - back + count <= first && first - back + count >= first - (role == FigureRole.From ? 6 : 3) && !HoldsNumber(first - back + count, first)) return first - back;
        }

        return first;
    }

    private bool HoldsNumber(int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            if (_document.Tokens[i].Kind == TokenKind.Number) return true;
        }

        return false;
    }

    private bool IsPart(int first) => RoleStart(first, FigureRole.Part) != first;

    /// <summary>End of what is counted behind the number; classifiers ("orang", "unit") belong to it where nothing else does.</summary>
    private int CountedEnd(int at, out int from)
    {
        from = at;
        int end = at;
        if (TryUnit(at, out Hit unit, out UnitWord word) && word.Kind == UnitKind.Classifier)
        {
            int behind = _counted.End(unit.End, _sentence.End);
            if (behind > unit.End && !IsPeople(at)) from = unit.End;
            return Math.Max(behind, unit.End);
        }

        if (TryUnit(at, out _, out word) && word.Kind == UnitKind.Label) return at;
        end = _counted.End(at, _sentence.End);
        return end;
    }

    private static bool IsPlainPeople(string what) => what.Equals("orang", StringComparison.OrdinalIgnoreCase) || what.Equals("jiwa", StringComparison.OrdinalIgnoreCase) || what.Equals("people", StringComparison.OrdinalIgnoreCase);

    /// <summary>"orang" and "jiwa" are what is counted themselves.</summary>
    private bool IsPeople(int at) => _document.WordAt(at) is "orang" or "jiwa" or "people" or "Orang" or "Jiwa";

    /// <summary>"naik menjadi 24", "mencapai 31": a bare number that the verb says is a count.</summary>
    private bool IsCompared(ReadNumber number, int first)
    {
        if (number.Words) return false;
        if (number.Scaled && number.Low >= 1_000_000) return true;
        if (RoleStart(number.First, FigureRole.From) != number.First) return true;
        return first > _sentence.First && IsLevel(first, number);
    }

    /// <summary>"to 3.65", "at 1,334.20": digits with their marks behind a word that leads to a value.</summary>
    private bool IsLevel(int first, ReadNumber number)
    {
        if (!WrittenDigits.IsMarked(_document.WordAt(number.First))) return false;
        for (int back = 1; back <= 3 && first - back >= _sentence.First; back++)
        {
            if (_counted.Has(FigureRole.Level, first - back, first, out int count) && count == back) return true;
        }

        return false;
    }

    /// <summary>A count of one counts only beside another figure or before a unit.</summary>
    private bool IsListed(int first, int end)
    {
        if (TryUnit(first + 1, out _, out UnitWord unit) && unit.Kind is UnitKind.Classifier or UnitKind.Measure) return true;
        for (int i = Math.Max(_sentence.First, first - 8); i < first; i++)
        {
            if ((_document.IsMark(i, ',') || _document.Is(i, WordClass.And)) && i - first < 3 && _tokens.Count > 0 && _tokens[^1].End >= i - 4 && _tokens[^1].First >= _sentence.First) return true;
        }

        for (int i = end; i < Math.Min(_sentence.End - 1, end + 3); i++)
        {
            if ((_document.IsMark(i, ',') || _document.Is(i, WordClass.And)) && _numbers.TryRead(i + 1, _sentence.End, false, out _)) return true;
        }

        return false;
    }

    /// <summary>"keempat korban", "kedua putranya": a known set counted; "kedua" alone is an ordinal as often.</summary>
    private bool CountsKnown(ReadNumber number, int noun)
    {
        if (number.End - number.First > 1 || noun >= _sentence.End || _document.Tokens[noun].Kind != TokenKind.Word) return false;
        if (number.First > _sentence.First && (_document.Is(number.First - 1, WordClass.Relative) || _document.Tokens[number.First - 1].Kind == TokenKind.Word && !_document.Is(number.First - 1, WordClass.Preposition | WordClass.Conjunction | WordClass.Auxiliary))) return false;
        bool people = _document.TryHit(noun, LexKind.People, out _) || _document.Tokens[noun].HasClitic;
        return people && (number.Low > 2 || _document.Tokens[noun].HasClitic);
    }

    private bool IsDigits(int at) => at < _sentence.End && _document.Tokens[at].Kind == TokenKind.Number;

    private bool TryUnit(int at, out Hit hit, out UnitWord unit) => _units.TryRead(at, _sentence.End, out hit, out unit);
}
