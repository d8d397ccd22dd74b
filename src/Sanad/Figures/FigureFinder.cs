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
    private readonly CountedPhrase _counted;
    private readonly HedgeReader _hedges;
    private readonly bool[] _time;
    private readonly List<Figure> _found = [];
    private readonly List<(int First, int End, int Sentence)> _tokens = [];
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
        int at = i;
        UnitWord currency = default;
        bool money = TryUnit(i, out Hit unit, out currency) && currency.Kind == UnitKind.Currency;
        if (money)
        {
            at = unit.End;
            if (at < _sentence.End && _document.TryHit(at, LexKind.Hedge, out _)) money = false;
        }

        if (at >= _sentence.End || _time[at] || !_numbers.TryRead(at, _sentence.End, money, out ReadNumber number)) return i + 1;
        if (!money && !MayBegin(number)) return number.End;
        if (_counted.TryRole(number.First, _sentence.End, out FigureRole role, out int length) && role == FigureRole.Not) return number.First + length;
        if (number.First > _sentence.First && _counted.TryRole(number.First - 1, _sentence.End, out role, out length) && role == FigureRole.Not && length > 1) return number.End;

        int end = number.End;
        string? unitName = money ? currency.Name : null;
        bool measured = money;
        bool after = _hedges.TryAfter(ref end, _sentence, out HedgeWord hedgeAfter);
        if (TryUnit(end, out unit, out UnitWord behind))
        {
            bool glued = _document.Tokens[end].IsGlued;
            if (behind.Kind is UnitKind.Percent or UnitKind.Measure || (behind.Kind == UnitKind.Currency && !money))
            {
                if (_document.Tokens[end].Length > 1 || glued || behind.Kind != UnitKind.Measure || unit.Count > 1)
                {
                    unitName = behind.Name;
                    measured = true;
                    end = unit.End;
                }
            }
            else if (behind.Kind == UnitKind.Duration && !money)
            {
                return unit.End;
            }
        }
        else if (number.Vague && TryUnit(end, out unit, out behind) && behind.Kind == UnitKind.Duration) return unit.End;

        if (measured && TryRate(ref end, out string? rate)) unitName += "/" + rate;
        int noun = end;
        string? what = null;
        if (!measured || unitName is "kali")
        {
            int counted = CountedEnd(end, out int from);
            what = _counted.TextOf(from, counted);
            end = Math.Max(end, counted);
        }
        else if (unitName is "persen" or "percent" || money)
        {
            int counted = _counted.End(end, _sentence.End);
            if (counted > end && !money) { what = _counted.TextOf(end, counted); }
        }

        (int first, Bound bound, bool hedged) = _hedges.Before(money ? i : number.First, number, _sentence);
        if (!measured && (what is null || IsPlainPeople(what)) && _counted.StateBefore(first, _sentence) is { } state) what = what is null ? state : what + " " + state;
        bool among = _counted.TryRole(end, _sentence.End, out role, out length) && role == FigureRole.Among;
        if (among) end += length;
        bool part = IsPart(first);
        if (!measured && what is null && !among && !hedged && !part && !IsCompared(number)) return number.End;
        if (!measured && number.Words && number.Low == 1 && !hedged && !IsListed(first, end)) return number.End;
        if (_numbers.IsOrdinalForm(number.First) && !CountsKnown(number, noun)) return number.End;
        if (!measured && what is null && !hedged && !among && !part && number.Words) return number.End;
        if (after && bound == Bound.Exact) bound = hedgeAfter.Bound;
        Add(sentence, first, end, number, bound, unitName, what ?? (measured ? Measured(first) : null), among || part);
        return end;
    }

    private void Add(int sentence, int first, int end, ReadNumber number, Bound bound, string? unit, string? what, bool part)
    {
        (double? low, double? high) = (number.Low, number.High);
        if (number.Range) bound = Bound.Between;
        else if (low is null) (high, bound) = (null, Bound.Vague);
        else if (number.Vague) bound = Bound.Vague;
        else if (bound is Bound.AtLeast or Bound.MoreThan) high = null;
        else if (bound is Bound.AtMost or Bound.LessThan) (low, high) = (null, low);

        FigureRelations relations = new(_found, _tokens, _document);
        string? partOf = part ? relations.Whole(sentence, first) : null;
        if (partOf is null && SinceWhole(first)) partOf = relations.TotalBefore(sentence, _whole);
        if (what is null && (part || bound != Bound.Exact || unit is null)) what = relations.SharedWhat(sentence, first);
        var figure = new Figure("f" + (_found.Count + 1), _document.SpanOf(first, end), low, high, bound)
        {
            Unit = unit,
            What = relations.Completed(what, sentence, first),
            Where = _counted.Where(first, end, _sentence),
            PartOf = partOf,
        };
        if (RoleStart(first, FigureRole.From) != first && low is { } older && relations.TryRevise(sentence, first, older)) figure = figure with { IsOlder = true };
        _found.Add(figure);
        _tokens.Add((first, end, sentence));
    }

    /// <summary>Whether "terdiri atas" or the like stands before the figure in its sentence; <see cref="_whole"/> is its token.</summary>
    private bool SinceWhole(int first)
    {
        for (int i = first - 1; i >= _sentence.First && first - i < 60; i--)
        {
            if (!_counted.TryRole(i, first, out FigureRole role, out _) || role != FigureRole.Whole) continue;
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
            if (_counted.TryRole(first - back, _sentence.End, out FigureRole found, out int count) && found == role && first - back + count <= first && first - back + count >= first - (role == FigureRole.From ? 6 : 3) && !HoldsNumber(first - back + count, first)) return first - back;
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

    /// <summary>Whether the number may begin a figure: not glued to a name, no label or other number before it.</summary>
    private bool MayBegin(ReadNumber number)
    {
        int first = number.First;
        Token token = _document.Tokens[first];
        if (number.Words) return first == _sentence.First || !_document.IsMark(first - 1, '-') || !token.IsGlued;
        Token next = number.End < _document.Tokens.Length ? _document.Tokens[number.End] : default;
        if (number.End < _sentence.End && next.IsGlued && _document.Text[next.Start] is '-' or '/' or ':' or '–' && number.End + 1 < _sentence.End && _document.Tokens[number.End + 1].IsGlued && !number.Range) return false;
        if (first == _sentence.First) return number.End < _sentence.End && !_document.IsMark(number.End, '.');
        Token before = _document.Tokens[first - 1];
        char mark = _document.Text[before.Start];
        if (token.IsGlued && (before.Kind == TokenKind.Word || mark is '-' or '/' or '.' or ',' or ':' or '#' or '+' or '\'' or '’')) return false;
        if (mark == '(' && number.End < _sentence.End && _document.Tokens[number.End].Kind != TokenKind.Word && !_document.IsMark(number.End, '%')) return false;
        if (before.Kind == TokenKind.Number) return false;
        if (TryUnit(first - 1, out Hit unit, out UnitWord label) && label.Kind == UnitKind.Label && unit.Count == 1) return false;
        bool labelled = before.Kind == TokenKind.Word && before.IsCapital && first - 1 > _sentence.First && !_document.TryHit(first - 1, LexKind.Hedge, out _)
            && _document.PartOf(_sentence) != PartKind.Title && !_document.Is(first - 1, WordClass.Preposition | WordClass.Conjunction);
        return !labelled || (number.End < _sentence.End && (TryUnit(number.End, out _, out UnitWord behind) && behind.Kind is UnitKind.Percent or UnitKind.Measure or UnitKind.Classifier));
    }

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

    /// <summary>"per barel", "per gallon".</summary>
    private bool TryRate(ref int end, out string? unit)
    {
        unit = null;
        int at = _document.IsMark(Math.Min(end, _sentence.End - 1), '/') ? end + 1 : end;
        bool per = at > end || (TryUnit(end, out _, out UnitWord word) && word.Kind == UnitKind.Rate);
        if (!per) return false;
        if (at == end) at++;
        if (at >= _sentence.End || _document.Tokens[at].Kind != TokenKind.Word) return false;
        unit = _document.WordAt(at).ToString();
        end = at + 1;
        return true;
    }

    /// <summary>"naik menjadi 24", "mencapai 31": a bare number that the verb says is a count.</summary>
    private bool IsCompared(ReadNumber number) => !number.Words && RoleStart(number.First, FigureRole.From) != number.First;

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

    /// <summary>The measured thing named right before the number: "ketinggian air mencapai 90 cm".</summary>
    private string? Measured(int first)
    {
        int end = first;
        while (end > _sentence.First && _document.Is(end - 1, WordClass.Auxiliary | WordClass.Predicate | WordClass.Preposition)) end--;
        int start = end;
        while (start > _sentence.First && end - start < 4 && _document.Tokens[start - 1].Kind == TokenKind.Word && !_time[start - 1]
            && !_document.Is(start - 1, WordClass.Preposition | WordClass.Conjunction | WordClass.Relative | WordClass.Connective | WordClass.Complementizer)) start--;
        return _counted.TextOf(start, end);
    }

    private bool TryUnit(int at, out Hit hit, out UnitWord unit)
    {
        unit = default;
        hit = default;
        if (at < 0 || at >= _sentence.End) return false;
        bool found = false;
        foreach (Hit candidate in _document.HitsAt(at))
        {
            if (candidate.Kind != LexKind.Unit || candidate.End > _sentence.End || (found && candidate.Count < hit.Count)) continue;
            if (found && candidate.Count == hit.Count && _words.Units[candidate.Entry].Kind == UnitKind.Label) continue;
            hit = candidate;
            unit = _words.Units[candidate.Entry];
            found = true;
        }

        return found;
    }
}
