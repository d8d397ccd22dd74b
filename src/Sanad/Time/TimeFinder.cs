using Sanad.Language;

namespace Sanad.Time;

/// <summary>Finds the expressions of a document that name a time, and reads what they say.</summary>
public sealed class TimeFinder
{
    private readonly Document _document;
    private readonly CalendarTokens _calendar;
    private readonly ClockReader _clock;
    private readonly List<TimeExpression> _found = [];
    private Sentence _sentence;
    private int _i;

    private TimeFinder(Document document)
    {
        _document = document;
        _calendar = new CalendarTokens(document);
        _clock = new ClockReader(document, _calendar);
    }

    /// <summary>Expressions in reading order; they do not overlap.</summary>
    public static IReadOnlyList<TimeExpression> Find(Document document)
    {
        var finder = new TimeFinder(document);
        foreach (Sentence sentence in document.Sentences)
        {
            finder._sentence = finder._calendar.Sentence = sentence;
            for (finder._i = sentence.First; finder._i < sentence.End;)
            {
                int first = finder._i;
                TimeExpression? found = finder.ReadDate() ?? finder.ReadWeekday() ?? finder.ReadMonth() ?? finder.ReadRelative() ?? finder.ReadClock() ?? finder.ReadYear();
                if (found is not null) finder._found.Add(found with { Span = document.SpanOf(first, finder._i), Token = first, Ahead = finder.IsAhead(first) });
                else finder._i = first + 1;
            }
        }

        return finder._found;
    }

    private static TimeExpression Empty => new(default, 0);

    /// <summary>"31 Oktober 2024 12:40", "Oct. 31, 2024", "(31/10/2024)", "2024-10-31", each with a weekday before it.</summary>
    private TimeExpression? ReadDate()
    {
        int first = _i;
        int? weekday = null;
        if (_calendar.Is(_i, CalendarKind.Unit, out CalendarWord day, out int length) && day.Number == 1 && _calendar.Is(_i + length, CalendarKind.Weekday, out _, out _)) _i += length;
        if (_calendar.Is(_i, CalendarKind.Weekday, out CalendarWord word, out length))
        {
            weekday = word.Number;
            _i += length;
            while (_calendar.IsMark(_i, ',') || _calendar.IsMark(_i, '.') || _calendar.IsMark(_i, '/')) _i++;
            while (_calendar.Is(_i, CalendarKind.Daypart, out _, out length)) { _i += length; if (_calendar.IsMark(_i, ',')) _i++; }
            if (_calendar.Is(_i, CalendarKind.About, out _, out length) && _calendar.Number(_i + length) is not null) _i += length;
        }

        TimeExpression? date = ReadSlashed() ?? ReadNamed() ?? ReadIso();
        if (date is null)
        {
            _i = first;
            return null;
        }

        return WithClock(date with { Weekday = weekday });
    }

    /// <summary>"(31/10)", "31/10/24".</summary>
    private TimeExpression? ReadSlashed()
    {
        int at = _calendar.IsMark(_i, '(') ? _i + 1 : _i;
        if (_calendar.Number(at) is not { } day || !_calendar.IsMark(at + 1, '/') || _calendar.Number(at + 2) is not { } month || !_calendar.Glued(at + 1) || !_calendar.Glued(at + 2)) return null;
        if (day is < 1 or > 31 || month is < 1 or > 12) return null;
        int end = at + 3;
        int? year = null;
        if (_calendar.IsMark(end, '/') && _calendar.Glued(end) && _calendar.Number(end + 1) is { } written)
        {
            year = (int)(written < 100 ? 2000 + written : written);
            end += 2;
        }
        else if (at == _i)
        {
            // "2/3" alone is a share or a score as likely as a date.
            return null;
        }

        if (at > _i)
        {
            while (_calendar.IsMark(end, ',') || _calendar.Is(end, CalendarKind.Daypart, out _, out _)) end++;
            if (!_calendar.IsMark(end, ')')) return null;
            end++;
        }

        if (year is < 1900 or > 2100) return null;
        _i = end;
        return Empty with { Day = (int)day, Month = (int)month, Year = year };
    }

    /// <summary>"31 Oktober 2024", "October 31, 2024", "31 Oktober".</summary>
    private TimeExpression? ReadNamed()
    {
        if (_calendar.Number(_i) is { } day and >= 1 and <= 31 && _calendar.IsMonth(_i + 1, out int month, out int length) && !_calendar.Glued(_i + 1))
        {
            _i += 1 + length;
            return Empty with { Day = (int)day, Month = month, Year = TryYear(commaToo: false) };
        }

        if (_document.Language.Code == "id" || !_calendar.IsMonth(_i, out month, out length)) return null;
        if (_calendar.Number(_i + length) is not ({ } after and >= 1 and <= 31) || _calendar.IsMark(_i + length + 1, '%')) return null;
        _i += length + 1;
        if (_i < _sentence.End && _calendar.Glued(_i) && _document.WordAt(_i) is "st" or "nd" or "rd" or "th") _i++;
        return Empty with { Day = (int)after, Month = month, Year = TryYear(commaToo: true) };
    }

    private TimeExpression? ReadIso()
    {
        if (_calendar.Year(_i) is not { } year || !_calendar.IsMark(_i + 1, '-') || !_calendar.Glued(_i + 1) || _calendar.Number(_i + 2) is not ({ } month and >= 1 and <= 12)) return null;
        if (!_calendar.IsMark(_i + 3, '-') || _calendar.Number(_i + 4) is not ({ } day and >= 1 and <= 31)) return null;
        _i += 5;
        return Empty with { Year = year, Month = (int)month, Day = (int)day };
    }

    /// <summary>"hari Rabu malam", "Kamis pekan lalu", "last Wednesday", "Jumat mendatang".</summary>
    private TimeExpression? ReadWeekday()
    {
        int first = _i;
        int? toward = null;
        if (_calendar.Is(_i, CalendarKind.Toward, out CalendarWord side, out int length) && _calendar.Is(_i + length, CalendarKind.Weekday, out _, out _)) { toward = side.Number; _i += length; }
        else if (_calendar.Is(_i, CalendarKind.Part, out _, out length) && _document.Language.Code != "id" && _calendar.Is(_i + length, CalendarKind.Weekday, out _, out _)) _i += length;
        else if (_calendar.Is(_i, CalendarKind.Unit, out CalendarWord unit, out length) && unit.Number == 1 && _calendar.Is(_i + length, CalendarKind.Weekday, out _, out _)) _i += length;
        if (!_calendar.Is(_i, CalendarKind.Weekday, out CalendarWord weekday, out length) || !_document.Tokens[_i].IsCapital)
        {
            _i = first;
            return null;
        }

        _i += length;
        while (_calendar.Is(_i, CalendarKind.Daypart, out _, out length)) _i += length;
        int? unitAfter = null;
        if (_calendar.Is(_i, CalendarKind.Unit, out CalendarWord week, out length) && week.Number == 2 && _calendar.Is(_i + length, CalendarKind.Toward, out side, out int more))
        {
            unitAfter = 2;
            toward = side.Number;
            _i += length + more;
        }
        else if (_document.Language.Code == "id" && _calendar.Is(_i, CalendarKind.Toward, out side, out length))
        {
            toward = side.Number;
            _i += length;
        }

        return WithClock(Empty with { Weekday = weekday.Number, Toward = toward, Unit = unitAfter });
    }

    /// <summary>"Oktober 2024", "bulan Juni lalu", "awal hingga pertengahan Oktober", "in late March".</summary>
    private TimeExpression? ReadMonth()
    {
        int first = _i;
        int? part = null, lastPart = null, toward = null;
        if (_calendar.Is(_i, CalendarKind.Part, out CalendarWord word, out int length))
        {
            part = word.Number;
            _i += length;
            if (_calendar.Is(_i, CalendarKind.To, out _, out length) && _calendar.Is(_i + length, CalendarKind.Part, out word, out int more)) { lastPart = word.Number; _i += length + more; }
            if (_calendar.IsMark(_i, '-')) _i++;
        }

        bool led = part is not null;
        if (_calendar.Is(_i, CalendarKind.Unit, out word, out length) && word.Number == 3 && _calendar.IsMonth(_i + length, out _, out _)) { _i += length; led = true; }
        if (_calendar.Is(_i, CalendarKind.Toward, out word, out length) && _document.Language.Code != "id" && _calendar.IsMonth(_i + length, out _, out _)) { toward = word.Number; _i += length; led = true; }
        if (!_calendar.IsMonth(_i, out int month, out length))
        {
            _i = first;
            return null;
        }

        // "Jalan Mei Raya": inside a name a month is none.
        bool named = !led && _i > _sentence.First && _document.Tokens[_i - 1].Kind == TokenKind.Word && _document.Tokens[_i - 1].IsCapital && !_document.Is(_i - 1, WordClass.Preposition);
        led |= _i > _sentence.First && _document.Is(_i - 1, WordClass.Preposition | WordClass.Conjunction);
        _i += length;
        int? lastMonth = null;
        if (_calendar.IsMark(_i, '-') && _calendar.Glued(_i) && _calendar.IsMonth(_i + 1, out int until, out length)) { lastMonth = until; _i += 1 + length; }
        int? year = TryYear(commaToo: true);
        if (year is null && _calendar.Is(_i, CalendarKind.Unit, out word, out length) && word.Number == 4 && _calendar.Is(_i + length, CalendarKind.Toward, out CalendarWord which, out int side))
        {
            _i += length + side;
            return Empty with { Month = month, LastMonth = lastMonth, Part = part, LastPart = lastPart, Unit = 4, Toward = which.Number };
        }

        if (_document.Language.Code == "id" && (_calendar.Is(_i, CalendarKind.Toward, out word, out length) || (_calendar.Is(_i, CalendarKind.Offset, out word, out length) && word.Number == -1)))
        {
            toward = Math.Sign(word.Number);
            _i += length;
            led = true;
        }

        if (!led && year is null && (_document.Language.Code != "id" || named))
        {
            _i = first;
            return null;
        }

        return Empty with { Month = month, LastMonth = lastMonth, Year = year, Part = part, LastPart = lastPart, Toward = toward };
    }

    /// <summary>"kemarin", "pekan lalu", "akhir pekan ini", "dua hari lalu", "keesokan harinya", "last week", "three years ago".</summary>
    private TimeExpression? ReadRelative()
    {
        int first = _i;
        if (_calendar.Is(_i, CalendarKind.Offset, out CalendarWord word, out int length)) { _i += length; return WithClock(Empty with { Offset = word.Number }); }
        if (_calendar.Is(_i, CalendarKind.Next, out word, out length))
        {
            _i += length;
            TimeExpression next = Empty with { Next = word.Number };
            if (_calendar.IsMark(_i, ',') && ReadAfterComma() is { IsDate: true } date) return date;
            return WithClock(next);
        }

        int? part = null, count = null;
        if (_calendar.Is(_i, CalendarKind.Part, out word, out length) && !_calendar.Is(_i, CalendarKind.Unit, out _, out _)) { part = word.Number; _i += length; }
        if (_calendar.Amount(_i, out int amount, out length)) { count = amount; _i += length; }
        bool english = _document.Language.Code != "id";
        int? toward = null;
        if (english && _calendar.Is(_i, CalendarKind.Toward, out word, out length) && _calendar.Is(_i + length, CalendarKind.Unit, out _, out _)) { toward = word.Number; _i += length; }
        if (_calendar.Is(_i, CalendarKind.Unit, out CalendarWord unit, out length))
        {
            _i += length;
            if (toward is null && (!english || count is not null) && _calendar.Is(_i, CalendarKind.Toward, out word, out length)) { toward = word.Number; _i += length; }
            if (toward is { } side && (count is null || side != 0) && !(count is null && unit.Number == 1))
            {
                return Empty with { Unit = unit.Number, Toward = count is null ? side : side * count, Part = part };
            }
        }

        _i = first;
        return null;
    }

    private TimeExpression? ReadAfterComma()
    {
        int comma = _i++;
        TimeExpression? date = ReadDate();
        if (date is null) _i = comma;
        return date;
    }

    /// <summary>"pukul 13.00 WIB", "9:52 p.m.": a clock time without a day.</summary>
    private TimeExpression? ReadClock()
    {
        int first = _i;
        if (_calendar.Is(_i, CalendarKind.About, out _, out int length) && _calendar.Is(_i + length, CalendarKind.Clock, out _, out _)) _i += length;
        if (TryClock(out TimeOnly clock)) return Empty with { Clock = clock };
        _i = first;
        return null;
    }

    /// <summary>"tahun 2024", "sejak 2023": a year behind a word that leads to one.</summary>
    private TimeExpression? ReadYear()
    {
        int first = _i;
        bool led = false;
        if (_calendar.Is(_i, CalendarKind.Unit, out CalendarWord unit, out int length) && unit.Number == 4 && _calendar.Year(_i + length) is not null) { _i += length; led = true; }
        int? part = null;
        if (!led && _calendar.Is(_i, CalendarKind.Part, out CalendarWord word, out length) && _calendar.Year(_i + length) is not null) { part = word.Number; _i += length; led = true; }
        led |= _i > _sentence.First && (_document.Is(_i - 1, WordClass.Preposition | WordClass.Conjunction) || _calendar.IsMark(_i - 1, '('));
        if (!led || _calendar.Year(_i) is not { } year || _calendar.IsMark(_i + 1, '-') && _calendar.Glued(_i + 1))
        {
            _i = first;
            return null;
        }

        _i++;
        return Empty with { Year = year, Part = part };
    }

    /// <summary>The expression with a clock time or part of the day that follows it.</summary>
    private TimeExpression WithClock(TimeExpression date)
    {
        int before = _i;
        while (_calendar.Is(_i, CalendarKind.Daypart, out _, out int length) || (_calendar.Is(_i, CalendarKind.Offset, out CalendarWord offset, out length) && offset.Number == -1 && date.IsDate)) _i += length;
        int end = _i;
        if (_calendar.IsMark(_i, ',') || _calendar.IsMark(_i, '|') || _calendar.IsMark(_i, '/')) _i++;
        while (_calendar.Is(_i, CalendarKind.About, out _, out int about)) _i += about;
        if (TryClock(out TimeOnly clock, bare: date.IsFull)) return date with { Clock = clock };
        _i = Math.Max(end, before);
        return date;
    }

    private bool TryClock(out TimeOnly clock, bool bare = false)
    {
        int at = _i;
        if (!_clock.TryRead(ref at, bare, out clock)) return false;
        _i = at;
        return true;
    }

    private bool IsAhead(int first)
    {
        for (int i = first - 1; i >= _sentence.First && first - i <= 8; i--)
        {
            if (_calendar.IsMark(i, ',') || _document.Tokens[i].Kind == TokenKind.Quote || _document.TryHit(i, LexKind.Reporting, out _)) return false;
            if (_document.Is(i, WordClass.Future)) return true;
        }

        return false;
    }

    private int? TryYear(bool commaToo)
    {
        int at = commaToo && _calendar.IsMark(_i, ',') ? _i + 1 : _i;
        if (_calendar.Is(at, CalendarKind.Unit, out CalendarWord unit, out int length) && unit.Number == 4) at += length;
        if (_calendar.Year(at) is not { } year) return null;
        _i = at + 1;
        return year;
    }
}
