using Sanad.Language;
using Sanad.Text;

namespace Sanad.Figures;

/// <summary>
/// Finds the counts and measures of a document. What only looks like one (dates, durations, ages, labels, scores, names) is
/// left out; a number that nothing is counted by is left out too.
/// </summary>
public sealed class FigureFinder
{
    /// <summary>Tokens between one and the other that it is set against, at most.</summary>
    private const int ContrastReach = 40;

    private readonly Document _document;
    private readonly QuantityWords _words;
    private readonly NumberReader _numbers;
    private readonly UnitReader _units;
    private readonly MeasureReader _measures;
    private readonly LookAlikes _lookAlikes;
    private readonly CountedPhrase _counted;
    private readonly CountedThing _things;
    private readonly Enumeration _list;
    private readonly TableRow _rows;
    private readonly HedgeReader _hedges;
    private readonly BareNumber _bare;
    private readonly CountedPlace _place;
    private readonly Increment _increment;
    private readonly bool[] _time;
    private readonly List<Figure> _found = [];
    private readonly List<FigureTokens> _tokens = [];
    private Sentence _sentence;
    private int _whole;

    /// <summary>Where the whole stands that the figure found last is part of; -1 where none does.</summary>
    private int _awaited = -1;

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
        _list = new Enumeration(document, _counted, _found, _tokens);
        _things = new CountedThing(document, _counted, _units, _time, _found, _tokens);
        _measures = new MeasureReader(document, _words, _numbers, _units, _hedges, _counted);
        _rows = new TableRow(document);
        _place = new CountedPlace(document, _counted, _time);
        _increment = new Increment(document, _counted);
        _bare = new BareNumber(document, _counted, _units, _time, _found, _tokens);
        _lookAlikes = new LookAlikes(document, _units, _counted, _rows);
    }

    /// <param name="times">Stretches that are times, in reading order; no figure is read from them.</param>
    public static IReadOnlyList<Figure> Find(Document document, IReadOnlyList<TextSpan> times)
    {
        var finder = new FigureFinder(document, times);
        for (int s = 0; s < document.Sentences.Length; s++)
        {
            finder._sentence = finder._things.Sentence = document.Sentences[s];
            finder._things.Number = s;
            if (document.PartOf(finder._sentence) is not (PartKind.Body or PartKind.Title or PartKind.Subheading)) continue;
            finder._list.Begin();

            // Most tokens begin no figure; reading one begins with clearing all that it may hold.
            for (int i = finder._sentence.First; i < finder._sentence.End;) i = finder._time[i] || !finder._measures.MayBegin(i) ? i + 1 : finder.Read(i, s);
            finder._list.Close(s, finder._sentence);
            finder.Relations.ShareLast(s, finder._sentence);
        }

        return finder._found;
    }

    /// <summary>Reads the figure that begins at the token, if one does; returns where to go on.</summary>
    private int Read(int i, int sentence)
    {
        if (!_measures.TryRead(i, _sentence, out Measure measure, out int next)) return next;
        if (_bare.SameUnit(measure, sentence, _sentence) is var same and >= 0) measure = measure with { Unit = _found[same].Unit, Kind = UnitKind.Measure };
        ReadNumber number = measure.Number;
        if (_time[number.First] || _time[measure.End - 1]) return i + 1;
        if (!_lookAlikes.MayBegin(measure, _sentence) || IsSpeltOut(measure, sentence)) return measure.End;
        if (_counted.Has(FigureRole.Not, number.First, _sentence.End, out int length) && measure.Unit is not "kali lipat") return number.First + length;
        if (number.First > _sentence.First && _counted.Has(FigureRole.Not, number.First - 1, _sentence.End, out length) && length > 1) return number.End;
        if (!measure.IsMeasured && _counted.Has(FigureRole.Not, number.End, _sentence.End, out _)) return number.End;

        int end = measure.End;
        if (!_things.TryBehind(measure, ref end, out string? what)) return measure.End;
        if (_bare.IsOlder(measure, _sentence) && _measures.TryRead(measure.End + 1, _sentence, out Measure newer, out _) && newer.IsMeasured) measure = measure with { Unit = newer.Unit, Kind = newer.Kind };
        if (what is null && IsOfWhole(measure, out Measure whole)) what = OfWhole(ref measure, whole);

        if (IsRecounted(measure.End, end)) return measure.End;

        bool measured = measure.IsMeasured;
        (int first, Bound bound, bool hedged) = _hedges.Before(measure.First, number, _sentence);
        if (number.About && bound == Bound.Exact) bound = Bound.About;
        if (measure.HedgeBehind is { } behind && bound == Bound.Exact) bound = behind;
        int before = Preceding(sentence, first, out bool becomes);
        if (before < 0 && measure.Kind == UnitKind.Currency) before = Converted(sentence, first, bound);
        bool again = before >= 0 && !becomes && measured && _found[before].Unit is { } other && other != measure.Unit;
        bool among = _counted.Has(FigureRole.Among, end, _sentence.End, out length);
        bool part = _bare.Leads(FigureRole.Part, first, _sentence);
        if (!measured && !among) what = _things.People(what, measure.First);
        if (among) end += length;
        int name = first;
        bool row = !measured && _rows.TryRead(number.First, _sentence, out name);
        if (row) what ??= _rows.Noun(number.First, _sentence, _counted) ?? Announced(sentence, first, number.First);
        bool listed = !measured && _list.IsItem(first, _sentence);
        bool placed = what is not null || among || hedged || part || listed || (number.Range && first < measure.First) || (number.Vague && _counted.Is(FigureRole.Added, measure.End));
        if (!measured && !placed && !becomes && !_bare.IsLevel(number, first, _sentence)) return number.End;
        if (!measured && number.Words && number.Low == 1 && (((!hedged || bound == Bound.About) && !_things.Noun.IsOther && !IsListed(first, end) && !IsContrasted(end)) || IsDigits(number.End))) return number.End;
        if (_numbers.IsOrdinalForm(number.First) && !CountsKnown(number, measure.End)) return number.End;
        if (!measured && !placed && number.Words) return number.End;
        bool former = !measured && what is null && _bare.IsFormer(first, _sentence);
        if (former) what = _found[^1].What;
        if (!measured && what is null && _bare.IsRated(first, _sentence)) what = _bare.Rated(first, _sentence);
        if (!measured && what is null && first > _sentence.First && _document.WordAt(first - 1) is "with" && _bare.IsRated(first, _sentence)) what = Relations.SharedWhat(sentence, first);
        if ((again && !(measure.IsPercent && what is not null)) || (becomes && what is null)) what = _found[before].What;
        if (again && bound == Bound.Exact && !_document.IsMark(first - 1, '(')) bound = _found[before].Bound is Bound.Between or Bound.Vague ? bound : _found[before].Bound;
        if (measured) what = what is null ? _things.Measured(measure, end) : _things.IsShareOf(measure) ? _things.Shared(measure, what) : what;
        else if (what is null && !among) what = _things.Clause(measure.End, first) ?? (becomes ? null : placed ? hedged && bound == Bound.Exact ? _things.Before(measure, first) : null : _things.Level(measure, end));
        if (listed) what ??= _list.Whole!.What;
        if (among) what = _things.Among(what, first, end);
        Add(sentence, first, end, number, bound, measure.Unit, measure.IsPercent, what, among || part);
        if (row) _found[^1] = _found[^1] with { Where = _document.SpanOf(name, number.First).Of(_document.Text).ToString() };
        if (becomes) Relations.Revise(before, _found.Count - 1, IsFrom(_tokens[before].First));
        return end;
    }

    /// <summary>What the rows of a table count: the state told of before the places that they are of ("Korban meninggal tersebar di tiga daerah: …"), else what the figure before counts.</summary>
    private string? Announced(int sentence, int first, int number)
    {
        if (_tokens.Count == 0 || _tokens[^1].Sentence != sentence) return null;
        if (_found[^1].Low == _rows.Count(number, _sentence, out _)) return _counted.StateBefore(_tokens[^1].First, _sentence.First, _sentence);
        return Relations.SharedWhat(sentence, first);
    }

    /// <summary>"two bodies | had been counted twice", "dua jenazah | tercatat dua kali": how far a count was wrong, which is nobody's count.</summary>
    private bool IsRecounted(int from, int end)
    {
        for (int i = from; i < _sentence.End; i++)
        {
            if (_counted.Has(FigureRole.Recounted, i, _sentence.End, out _)) return true;
            if (i >= end && !_document.Is(i, WordClass.Auxiliary | WordClass.Relative)) return false;
        }

        return false;
    }

    /// <summary>"5% (lima persen)", "24 (dua puluh empat)": the same number once more in words, as laws write it.</summary>
    private bool IsSpeltOut(Measure measure, int sentence) =>
        measure.Number.Words && measure.First > _sentence.First + 1 && measure.End < _sentence.End && _document.IsMark(measure.First - 1, '(') && _document.IsMark(measure.End, ')')
        && (_document.Tokens[measure.First - 2].Kind == TokenKind.Number ? WrittenDigits.Value(_document.WordAt(measure.First - 2), _document.Language) == measure.Number.Low
            : _tokens.Count > 0 && _tokens[^1].Sentence == sentence && _tokens[^1].End >= measure.First - 2 && _found[^1].Low == measure.Number.Low);

    /// <summary>"45 of the 120 seats", "280 million of the 1.5 billion shekels", "dua dari tiga tersangka": the whole stands behind its part.</summary>
    private bool IsOfWhole(Measure part, out Measure whole)
    {
        whole = default;
        int at = _things.BehindOf(part.End);
        if (at > part.End && at < _sentence.End && _document.TryHit(at, LexKind.Hedge, out Hit hedge, _sentence.End)) at = hedge.End;
        return !part.IsMeasured && at > part.End && at < _sentence.End && part.Number.Low is { } value && !(part.First > _sentence.First && _counted.Is(FigureRole.Becomes, part.First - 1))
            && _measures.TryRead(at, _sentence, out whole, out _) && !whole.IsPercent && whole.Number is { Share: false } && whole.Number.Low > value;
    }

    /// <summary>What the part counts, which the whole says; the part takes its unit, and is known as part of it once the whole is read.</summary>
    private string? OfWhole(ref Measure part, Measure whole)
    {
        _awaited = whole.First;
        if (whole.IsMeasured)
        {
            part = part with { Unit = whole.Unit, Kind = whole.Kind };
            return null;
        }

        int end = whole.End;
        return _things.TryBehind(whole, ref end, out string? what) ? what : null;
    }

    private FigureRelations Relations => new(_found, _tokens, _document);

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

    /// <summary>Index of the amount right before this one that is about the same in another currency ("37.5 billion rupiah, about $2.3 million"); -1 where there is none.</summary>
    private int Converted(int sentence, int first, Bound bound)
    {
        int last = _found.Count - 1;
        return last >= 0 && bound == Bound.About && _tokens[last].Sentence == sentence && _tokens[last].End == first - 1 && _document.IsMark(first - 1, ',') && _found[last].Unit is not null ? last : -1;
    }

    private bool IsFrom(int first) => first > _sentence.First && _document.WordAt(first - 1) is "from" or "dari";

    private void Add(int sentence, int first, int end, ReadNumber number, Bound bound, string? unit, bool isPercent, string? what, bool part)
    {
        (double? low, double? high) = (number.Low, number.High);
        if (number.Range) bound = Bound.Between;
        else if (low is null) (high, bound) = (null, Bound.Vague);
        else if (number.Vague) bound = Bound.Vague;
        else if (bound is Bound.AtLeast or Bound.MoreThan) high = null;
        else if (bound is Bound.AtMost or Bound.LessThan) (low, high) = (null, low);

        FigureRelations relations = Relations;
        bool total = false;
        string? partOf = part ? relations.Whole(sentence, first) : null;
        if (partOf is null && unit is null && SinceWhole(first)) partOf = relations.TotalBefore(sentence, _whole);
        if (partOf is null && unit is null && IsCountedUp(first, end)) relations.Total("f" + (_found.Count + 1), sentence, _whole, ref total);
        if (partOf is null && _things.Noun.IsOfGroup && what is not null) partOf = relations.Group(what, low);
        if (partOf is null && unit is null && _list.Whole is { } whole && _tokens[^1].Sentence == sentence) partOf = whole.Id;
        if (partOf is not null && unit is null && what is not null && _things.Noun.Head is null && _things.Noun.HasState && relations.HeadOf(partOf) is { } head) what = head + " " + what;
        if (what is null && (part || unit is null || (bound != Bound.Exact && isPercent))) what = relations.SharedWhat(sentence, first);
        var figure = new Figure("f" + (_found.Count + 1), _document.SpanOf(first, end), low, high, bound)
        {
            Unit = unit,
            What = unit is null && !IsWholeBehind(sentence, first) && !_things.BeginsPredicate(number.First) && !_things.Noun.IsOther && !total && !IsLoad(first, end) ? relations.Completed(what, sentence, first, low) : what,
            Where = _place.Of(first, end, _tokens.Count > 0 && _tokens[^1].Sentence == sentence ? _tokens[^1].End : _sentence.First, _sentence),
            PartOf = partOf,
            IsTotal = total,
            IsChange = unit is null && (_increment.Is(number, first, end, _sentence) || (_things.Noun.IsOther && (!_things.Noun.HasState || (what is not null && relations.IsCounted(what, sentence))))),
        };
        if ((_bare.Leads(FigureRole.From, first, _sentence) || (unit is null && _bare.IsFormer(first, _sentence))) && low is { } older && relations.TryRevise(sentence, first, older, unit)) figure = figure with { IsOlder = true };
        if (_awaited >= first && _awaited < end && _found.Count > 0) _found[^1] = _found[^1] with { PartOf = figure.Id };
        if (_awaited < end) _awaited = -1;
        _found.Add(figure);
        _tokens.Add(new FigureTokens(first, end, sentence, _things.Noun.Plain ?? what, unit is null ? _things.Noun.Head : null));
        _list.Open(_sentence);
    }

    /// <summary>"terdiri dari 40 orang dewasa dan 15 anak, | total 56 orang", "… 56 in all": the whole stands behind all its parts.</summary>
    private bool IsCountedUp(int first, int end)
    {
        bool total = _counted.Has(FigureRole.SoFar, end, _sentence.End, out _) && !_document.Is(end, WordClass.Auxiliary);
        for (int back = 0; back <= 2 && !total && first - back > _sentence.First; back++) total = _counted.Is(FigureRole.Value, first - back) && _counted.Is(FigureRole.SoFar, first - back);
        return total && SinceWhole(first);
    }

    /// <summary>"Kapal membawa 132 orang", "62 people on board": all that were carried, of whom nothing holds that was said of those counted before.</summary>
    private bool IsLoad(int first, int end) => (first > _sentence.First && _counted.Is(FigureRole.Load, first - 1)) || _counted.Has(FigureRole.Load, end, _sentence.End, out _);

    /// <summary>"56 orang hilang dari 243 orang": what is said of the part before holds not for its whole.</summary>
    private bool IsWholeBehind(int sentence, int first) =>
        _tokens.Count > 0 && _tokens[^1].Sentence == sentence && first - 1 >= _tokens[^1].End && first - _tokens[^1].End <= 3 && _document.WordAt(first - 1) is "of" or "dari";

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
            if ((_document.IsMark(i, ',') || _document.Is(i, WordClass.And)) && _numbers.TryRead(i + 1, _sentence.End, false, out ReadNumber next) && next.Low != 1 && next.End < _sentence.End && _document.Tokens[next.End].Kind == TokenKind.Word) return true;
        }

        return false;
    }

    /// <summary>"Satu lokasi telah ditangani, sedangkan satu lainnya …".</summary>
    private bool IsContrasted(int end)
    {
        for (int i = end; i + 1 < _sentence.End && i - end < ContrastReach; i++)
        {
            if (_counted.Is(FigureRole.Other, i + 1) && _numbers.TryRead(i, _sentence.End, false, out ReadNumber other) && other is { Words: true, Low: 1 }) return true;
        }

        return false;
    }

    /// <summary>"keempat korban", "kedua putranya": a known set counted; "kedua" alone is an ordinal as often.</summary>
    private bool CountsKnown(ReadNumber number, int noun)
    {
        if (number.End - number.First > 1 || noun >= _sentence.End || _document.Tokens[noun].Kind != TokenKind.Word) return false;
        if (number.First > _sentence.First && (_document.Is(number.First - 1, WordClass.Relative) || _document.Tokens[number.First - 1].Kind == TokenKind.Word && !_document.Is(number.First - 1, WordClass.Preposition | WordClass.Conjunction | WordClass.Auxiliary | WordClass.Connective) && !_counted.Is(FigureRole.Value, number.First - 1))) return false;
        bool people = _document.TryHit(noun, LexKind.People, out _) || _document.Tokens[noun].HasClitic;
        return people && (number.Low > 2 || _document.Tokens[noun].HasClitic);
    }

    private bool IsDigits(int at) => at < _sentence.End && _document.Tokens[at].Kind == TokenKind.Number;

    private bool TryUnit(int at, out Hit hit, out UnitWord unit) => _units.TryRead(at, _sentence.End, out hit, out unit);
}
