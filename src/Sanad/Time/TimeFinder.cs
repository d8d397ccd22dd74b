using Sanad.Language;

namespace Sanad.Time;

/// <summary>Finds the expressions of a document that name a time, and reads what they say.</summary>
public sealed class TimeFinder
{
    /// <summary>How many tokens before an expression may say that it lies ahead.</summary>
    private const int AheadReach = 18;

    /// <summary>Words that only stand inside or behind an expression, or say something of the one behind them.</summary>
    private static readonly ulong First = ~(Bit(CalendarKind.To) | Bit(CalendarKind.Ahead) | Bit(CalendarKind.Ended) | Bit(CalendarKind.Daypart) | Bit(CalendarKind.Zone) | Bit(CalendarKind.Am) | Bit(CalendarKind.Pm)
        | Bit(CalendarKind.Vague) | Bit(CalendarKind.Apart) | Bit(CalendarKind.HijriMonth) | Bit(CalendarKind.HijriYear));

    private static readonly ulong Moving = Bit(CalendarKind.WeekdayOf) | Bit(CalendarKind.Easter) | Bit(CalendarKind.Lunar) | Bit(CalendarKind.NewMoon) | Bit(CalendarKind.FullMoon);

    private static readonly ulong Seasons = Bit(CalendarKind.Season) | Bit(CalendarKind.Toward) | Bit(CalendarKind.Part);

    private readonly Document _document;
    private readonly CalendarTokens _calendar;
    private readonly ClockReader _clock;
    private readonly DateReader _dates;
    private readonly WeekdayReader _weekdays;
    private readonly MonthReader _months;
    private readonly RelativeReader _relatives;
    private readonly PeriodReader _periods;
    private readonly HolidayReader _holidays;
    private readonly SeasonReader _seasons;

    /// <summary>What begins at the token that is looked at.</summary>
    private ulong _kinds;

    private TimeFinder(Document document)
    {
        _document = document;
        _calendar = new CalendarTokens(document);
        _clock = new ClockReader(document, _calendar);
        _dates = new DateReader(document, _calendar, _clock);
        _weekdays = new WeekdayReader(document, _calendar, _clock);
        _months = new MonthReader(document, _calendar, _dates);
        _relatives = new RelativeReader(document, _calendar, _dates, _clock);
        _periods = new PeriodReader(document, _calendar);
        _seasons = new SeasonReader(document, _calendar, _dates);
        _holidays = new HolidayReader(document, _calendar, _dates);
    }

    /// <summary>Expressions in reading order; they do not overlap.</summary>
    public static IReadOnlyList<TimeExpression> Find(Document document)
    {
        var finder = new TimeFinder(document);
        var found = new List<TimeExpression>();
        foreach (Sentence sentence in document.Sentences)
        {
            finder._calendar.Sentence = sentence;
            for (finder._calendar.At = sentence.First; finder._calendar.At < sentence.End;)
            {
                int first = finder._calendar.At;
                if (!finder.MayBegin(first) || finder.Read() is not { } expression) finder._calendar.At = first + 1;
                else if (!finder.Recurs(expression, first)) found.Add(finder.Placed(expression, first));
            }
        }

        return found;
    }

    /// <summary>"setiap Jumat", "every May": no one day or month.</summary>
    private bool Recurs(TimeExpression expression, int first) =>
        first > _calendar.Sentence.First && expression is { IsDate: false, Year: null } and ({ Weekday: not null } or { Month: not null }) && _calendar.Is(first - 1, CalendarKind.Vague, out _, out _);

    /// <summary>A number, a word of the calendar that may stand first, or an opening bracket: no other token begins a time, and most tokens are spared the readers.</summary>
    private bool MayBegin(int at)
    {
        Token token = _document.Tokens[at];
        _kinds = 0;
        if (token.Kind == TokenKind.Number) return true;
        if (token.Kind == TokenKind.Punctuation) return _document.IsMark(at, '(');
        if (_document.Has(at, LexKind.Calendar)) _kinds = _calendar.KindsAt(at);
        if ((_kinds & First) != 0 || _document.Has(at, LexKind.Number)) return true;
        if (token is { Word: 0, IsCapital: true } && _document.WordAt(at).Contains('-')) return true;
        return token.Length <= 3 && _document.WordAt(at) is "a" or "A" or "an" or "An" or "HUT";
    }

    /// <summary>The first reader that knows the words decides; days come before the months and years they hold.</summary>
    private TimeExpression? Read() =>
        _dates.Read() ?? ((_kinds & Moving) != 0 ? _holidays.ReadMoving() : null) ?? _weekdays.Read() ?? _periods.ReadPart() ?? _holidays.Read() ?? ((_kinds & Seasons) != 0 ? _seasons.Read() : null)
        ?? _months.Read() ?? _relatives.Read() ?? ReadClock() ?? _periods.ReadYear();

    private static ulong Bit(CalendarKind kind) => 1UL << (int)kind;

    /// <summary>The expression with its span, and with what the words before it say of past and future.</summary>
    private TimeExpression Placed(TimeExpression expression, int first)
    {
        expression = expression with { Span = _document.SpanOf(first, _calendar.At), Token = first };
        int cue = Cue(first);
        if (cue < 0) return expression is { Toward: null, Month: not null } ? expression with { Toward = -1 } : expression;
        return expression with { Ahead = cue == 2 || IsAhead(first), Near = cue == 1 };
    }

    /// <summary>What the word right before says: -1 it has ended, 1 it may lie ahead, 2 it does; 0 nothing.</summary>
    private int Cue(int first)
    {
        for (int back = 1; back <= 3 && first - back >= _calendar.Sentence.First; back++)
        {
            if (_calendar.Is(first - back, CalendarKind.Ended, out _, out int length) && length == back) return -1;
            if (_calendar.Is(first - back, CalendarKind.Ahead, out CalendarWord word, out length) && length == back) return word.Number;
        }

        return 0;
    }

    /// <summary>"pukul 13.00 WIB", "9:52 p.m.": a clock time, with the day where it follows ("5 p.m. EST, Nov. 9").</summary>
    private TimeExpression? ReadClock()
    {
        int first = _calendar.At;
        if (_calendar.Is(first, CalendarKind.About, out _, out int length) && _calendar.Is(first + length, CalendarKind.Clock, out _, out _)) _calendar.At += length;
        int at = _calendar.At;
        if (!_clock.TryRead(ref at, false, out TimeOnly clock))
        {
            _calendar.At = first;
            return null;
        }

        _calendar.At = at;
        if (_calendar.IsMark(at, ',')) _calendar.At++;
        if (_calendar.Is(_calendar.At, CalendarKind.About, out _, out length) || (_calendar.At < _calendar.Sentence.End && _document.WordAt(_calendar.At) is "on")) _calendar.At += Math.Max(length, 1);
        if ((_dates.Read() ?? _weekdays.Read()) is { Clock: null, LastDay: null } day) return day with { Clock = clock };
        // "pukul 18.00 WIB kemarin"
        if (_relatives.Read() is { Offset: not null, Clock: null } relative) return relative with { Clock = clock };
        _calendar.At = at;
        return TimeExpression.Empty with { Clock = clock };
    }

    /// <summary>"is to resume", "are to meet".</summary>
    private bool IsToBe(int i) => _document.Language.Code != "id" && _document.WordAt(i) is "to" && i > _calendar.Sentence.First && _document.WordAt(i - 1) is "is" or "are";

    private bool IsAhead(int first)
    {
        for (int i = first - 1; i >= _calendar.Sentence.First && first - i <= AheadReach; i--)
        {
            if (_calendar.IsMark(i, ',') || _document.Tokens[i].Kind == TokenKind.Quote || _document.TryHit(i, LexKind.Reporting, out _)) return false;
            if (_document.Is(i, WordClass.Future) || IsToBe(i)) return true;
        }

        return false;
    }
}
