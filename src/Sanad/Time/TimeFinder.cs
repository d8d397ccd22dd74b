using System.Globalization;
using Sanad.Language;

namespace Sanad.Time;

/// <summary>Finds the expressions of a document that name a time, and reads what they say.</summary>
public sealed class TimeFinder
{
    private readonly Document _document;
    private readonly CalendarWord[] _words;
    private readonly List<TimeExpression> _found = [];
    private Sentence _sentence;
    private int _i;

    private TimeFinder(Document document)
    {
        _document = document;
        _words = CalendarWords.Of(document.Language);
    }

    /// <summary>Expressions in reading order; they do not overlap.</summary>
    public static IReadOnlyList<TimeExpression> Find(Document document)
    {
        var finder = new TimeFinder(document);
        foreach (Sentence sentence in document.Sentences)
        {
            finder._sentence = sentence;
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
        if (Is(_i, CalendarKind.Unit, out CalendarWord day, out int length) && day.Number == 1 && Is(_i + length, CalendarKind.Weekday, out _, out _)) _i += length;
        if (Is(_i, CalendarKind.Weekday, out CalendarWord word, out length))
        {
            weekday = word.Number;
            _i += length;
            while (IsMark(_i, ',') || IsMark(_i, '.') || IsMark(_i, '/')) _i++;
            while (Is(_i, CalendarKind.Daypart, out _, out length)) { _i += length; if (IsMark(_i, ',')) _i++; }
            if (Is(_i, CalendarKind.About, out _, out length) && Number(_i + length) is not null) _i += length;
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
        int at = IsMark(_i, '(') ? _i + 1 : _i;
        if (Number(at) is not { } day || !IsMark(at + 1, '/') || Number(at + 2) is not { } month || !Glued(at + 1) || !Glued(at + 2)) return null;
        if (day is < 1 or > 31 || month is < 1 or > 12) return null;
        int end = at + 3;
        int? year = null;
        if (IsMark(end, '/') && Glued(end) && Number(end + 1) is { } written)
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
            while (IsMark(end, ',') || Is(end, CalendarKind.Daypart, out _, out _)) end++;
            if (!IsMark(end, ')')) return null;
            end++;
        }

        if (year is < 1900 or > 2100) return null;
        _i = end;
        return Empty with { Day = (int)day, Month = (int)month, Year = year };
    }

    /// <summary>"31 Oktober 2024", "October 31, 2024", "31 Oktober".</summary>
    private TimeExpression? ReadNamed()
    {
        if (Number(_i) is { } day and >= 1 and <= 31 && IsMonth(_i + 1, out int month, out int length) && !Glued(_i + 1))
        {
            _i += 1 + length;
            return Empty with { Day = (int)day, Month = month, Year = TryYear(commaToo: false) };
        }

        if (_document.Language.Code == "id" || !IsMonth(_i, out month, out length)) return null;
        if (Number(_i + length) is not ({ } after and >= 1 and <= 31) || IsMark(_i + length + 1, '%')) return null;
        _i += length + 1;
        if (_i < _sentence.End && Glued(_i) && _document.WordAt(_i) is "st" or "nd" or "rd" or "th") _i++;
        return Empty with { Day = (int)after, Month = month, Year = TryYear(commaToo: true) };
    }

    private TimeExpression? ReadIso()
    {
        if (Year(_i) is not { } year || !IsMark(_i + 1, '-') || !Glued(_i + 1) || Number(_i + 2) is not ({ } month and >= 1 and <= 12)) return null;
        if (!IsMark(_i + 3, '-') || Number(_i + 4) is not ({ } day and >= 1 and <= 31)) return null;
        _i += 5;
        return Empty with { Year = year, Month = (int)month, Day = (int)day };
    }

    /// <summary>"hari Rabu malam", "Kamis pekan lalu", "last Wednesday", "Jumat mendatang".</summary>
    private TimeExpression? ReadWeekday()
    {
        int first = _i;
        int? toward = null;
        if (Is(_i, CalendarKind.Toward, out CalendarWord side, out int length) && Is(_i + length, CalendarKind.Weekday, out _, out _)) { toward = side.Number; _i += length; }
        else if (Is(_i, CalendarKind.Part, out _, out length) && _document.Language.Code != "id" && Is(_i + length, CalendarKind.Weekday, out _, out _)) _i += length;
        else if (Is(_i, CalendarKind.Unit, out CalendarWord unit, out length) && unit.Number == 1 && Is(_i + length, CalendarKind.Weekday, out _, out _)) _i += length;
        if (!Is(_i, CalendarKind.Weekday, out CalendarWord weekday, out length) || !_document.Tokens[_i].IsCapital)
        {
            _i = first;
            return null;
        }

        _i += length;
        while (Is(_i, CalendarKind.Daypart, out _, out length)) _i += length;
        int? unitAfter = null;
        if (Is(_i, CalendarKind.Unit, out CalendarWord week, out length) && week.Number == 2 && Is(_i + length, CalendarKind.Toward, out side, out int more))
        {
            unitAfter = 2;
            toward = side.Number;
            _i += length + more;
        }
        else if (_document.Language.Code == "id" && Is(_i, CalendarKind.Toward, out side, out length))
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
        if (Is(_i, CalendarKind.Part, out CalendarWord word, out int length))
        {
            part = word.Number;
            _i += length;
            if (Is(_i, CalendarKind.To, out _, out length) && Is(_i + length, CalendarKind.Part, out word, out int more)) { lastPart = word.Number; _i += length + more; }
            if (IsMark(_i, '-')) _i++;
        }

        bool led = part is not null;
        if (Is(_i, CalendarKind.Unit, out word, out length) && word.Number == 3 && IsMonth(_i + length, out _, out _)) { _i += length; led = true; }
        if (Is(_i, CalendarKind.Toward, out word, out length) && _document.Language.Code != "id" && IsMonth(_i + length, out _, out _)) { toward = word.Number; _i += length; led = true; }
        if (!IsMonth(_i, out int month, out length))
        {
            _i = first;
            return null;
        }

        // "Jalan Mei Raya": inside a name a month is none.
        bool named = !led && _i > _sentence.First && _document.Tokens[_i - 1].Kind == TokenKind.Word && _document.Tokens[_i - 1].IsCapital && !_document.Is(_i - 1, WordClass.Preposition);
        led |= _i > _sentence.First && _document.Is(_i - 1, WordClass.Preposition | WordClass.Conjunction);
        _i += length;
        int? lastMonth = null;
        if (IsMark(_i, '-') && Glued(_i) && IsMonth(_i + 1, out int until, out length)) { lastMonth = until; _i += 1 + length; }
        int? year = TryYear(commaToo: true);
        if (year is null && Is(_i, CalendarKind.Unit, out word, out length) && word.Number == 4 && Is(_i + length, CalendarKind.Toward, out CalendarWord which, out int side))
        {
            _i += length + side;
            return Empty with { Month = month, LastMonth = lastMonth, Part = part, LastPart = lastPart, Unit = 4, Toward = which.Number };
        }

        if (_document.Language.Code == "id" && (Is(_i, CalendarKind.Toward, out word, out length) || (Is(_i, CalendarKind.Offset, out word, out length) && word.Number == -1)))
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
        if (Is(_i, CalendarKind.Offset, out CalendarWord word, out int length)) { _i += length; return WithClock(Empty with { Offset = word.Number }); }
        if (Is(_i, CalendarKind.Next, out word, out length))
        {
            _i += length;
            TimeExpression next = Empty with { Next = word.Number };
            if (IsMark(_i, ',') && ReadAfterComma() is { IsDate: true } date) return date;
            return WithClock(next);
        }

        int? part = null, count = null;
        if (Is(_i, CalendarKind.Part, out word, out length) && !Is(_i, CalendarKind.Unit, out _, out _)) { part = word.Number; _i += length; }
        if (Amount(_i, out int amount, out length)) { count = amount; _i += length; }
        bool english = _document.Language.Code != "id";
        int? toward = null;
        if (english && Is(_i, CalendarKind.Toward, out word, out length) && Is(_i + length, CalendarKind.Unit, out _, out _)) { toward = word.Number; _i += length; }
        if (Is(_i, CalendarKind.Unit, out CalendarWord unit, out length))
        {
            _i += length;
            if (toward is null && (!english || count is not null) && Is(_i, CalendarKind.Toward, out word, out length)) { toward = word.Number; _i += length; }
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
        if (Is(_i, CalendarKind.About, out _, out int length) && Is(_i + length, CalendarKind.Clock, out _, out _)) _i += length;
        if (TryClock(out TimeOnly clock)) return Empty with { Clock = clock };
        _i = first;
        return null;
    }

    /// <summary>"tahun 2024", "sejak 2023": a year behind a word that leads to one.</summary>
    private TimeExpression? ReadYear()
    {
        int first = _i;
        bool led = false;
        if (Is(_i, CalendarKind.Unit, out CalendarWord unit, out int length) && unit.Number == 4 && Year(_i + length) is not null) { _i += length; led = true; }
        int? part = null;
        if (!led && Is(_i, CalendarKind.Part, out CalendarWord word, out length) && Year(_i + length) is not null) { part = word.Number; _i += length; led = true; }
        led |= _i > _sentence.First && (_document.Is(_i - 1, WordClass.Preposition | WordClass.Conjunction) || IsMark(_i - 1, '('));
        if (!led || Year(_i) is not { } year || IsMark(_i + 1, '-') && Glued(_i + 1))
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
        while (Is(_i, CalendarKind.Daypart, out _, out int length) || (Is(_i, CalendarKind.Offset, out CalendarWord offset, out length) && offset.Number == -1 && date.IsDate)) _i += length;
        int end = _i;
        if (IsMark(_i, ',') || IsMark(_i, '|') || IsMark(_i, '/')) _i++;
        while (Is(_i, CalendarKind.About, out _, out int about)) _i += about;
        if (TryClock(out TimeOnly clock, bare: date.IsFull)) return date with { Clock = clock };
        _i = Math.Max(end, before);
        return date;
    }

    private bool TryClock(out TimeOnly clock, bool bare = false)
    {
        int at = _i;
        clock = default;
        bool led = Is(at, CalendarKind.Clock, out _, out int length);
        if (led) at += length;
        if (at >= _sentence.End || _document.Tokens[at].Kind != TokenKind.Number) return false;
        ReadOnlySpan<char> digits = _document.WordAt(at);
        int point = digits.IndexOf('.');
        int hour, minute = 0;
        int end = at + 1;
        if (point > 0)
        {
            if (!int.TryParse(digits[..point], NumberStyles.None, CultureInfo.InvariantCulture, out hour) || digits.Length != point + 3
                || !int.TryParse(digits[(point + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out minute)) return false;
        }
        else
        {
            if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out hour)) return false;
            if (IsMark(end, ':') && Glued(end) && Number(end + 1) is { } minutes && Glued(end + 1)) { minute = (int)minutes; end += 2; point = 1; }
        }

        bool pm = Is(end, CalendarKind.Pm, out _, out length), am = !pm && Is(end, CalendarKind.Am, out _, out length);
        if (am || pm)
        {
            end += length;
            if (hour is < 1 or > 12) return false;
            hour = (hour % 12) + (pm ? 12 : 0);
            if (IsMark(end, '.') && Glued(end) && _document.Tokens[end - 1].End - _document.Tokens[end - 1].Start == 1) end++;
        }

        bool zone = Is(end, CalendarKind.Zone, out _, out length);
        if (!(led || am || pm || (zone && point > 0) || (bare && point > 0)) || hour > 23 || minute > 59) return false;
        if (zone) end += length;
        while (Is(end, CalendarKind.Daypart, out _, out length)) end += length;
        clock = new TimeOnly(hour, minute);
        _i = end;
        return true;
    }

    /// <summary>A count in digits or words before a unit: "dua", "3", "a".</summary>
    private bool Amount(int at, out int amount, out int length)
    {
        length = 1;
        amount = 0;
        if (at >= _sentence.End) return false;
        if (Number(at) is { } digits and < 200) { amount = (int)digits; return true; }
        if (!_document.TryHit(at, LexKind.Number, out Hit hit, _sentence.End)) return false;
        length = hit.Count;
        return int.TryParse(_document.Language.Numbers[hit.Entry].Row[1], NumberStyles.None, CultureInfo.InvariantCulture, out amount);
    }

    private bool IsAhead(int first)
    {
        for (int i = first - 1; i >= _sentence.First && first - i <= 8; i--)
        {
            if (IsMark(i, ',') || _document.Tokens[i].Kind == TokenKind.Quote || _document.TryHit(i, LexKind.Reporting, out _)) return false;
            if (_document.Is(i, WordClass.Future)) return true;
        }

        return false;
    }

    private int? TryYear(bool commaToo)
    {
        int at = commaToo && IsMark(_i, ',') ? _i + 1 : _i;
        if (Is(at, CalendarKind.Unit, out CalendarWord unit, out int length) && unit.Number == 4) at += length;
        if (Year(at) is not { } year) return null;
        _i = at + 1;
        return year;
    }

    private int? Year(int at)
    {
        if (at >= _sentence.End || _document.Tokens[at].Kind != TokenKind.Number || _document.Tokens[at].Length != 4) return null;
        return Number(at) is { } year and >= 1900 and <= 2100 ? (int)year : null;
    }

    private long? Number(int at) =>
        at < _sentence.End && _document.Tokens[at].Kind == TokenKind.Number && _document.Tokens[at].Length <= 9
        && long.TryParse(_document.WordAt(at), NumberStyles.None, CultureInfo.InvariantCulture, out long value) ? value : null;

    /// <summary>A month's name; a short form may end in a stop.</summary>
    private bool IsMonth(int at, out int month, out int length)
    {
        month = 0;
        if (!Is(at, CalendarKind.Month, out CalendarWord word, out length) || !_document.Tokens[at].IsCapital) return false;
        month = word.Number;
        if (_document.Tokens[at].Length <= 4 && IsMark(at + length, '.') && Glued(at + length)) length++;
        return true;
    }

    private bool Is(int at, CalendarKind kind, out CalendarWord word, out int length)
    {
        word = default;
        length = 0;
        if (at >= _sentence.End) return false;
        foreach (Hit hit in _document.HitsAt(at))
        {
            if (hit.Kind != LexKind.Calendar || hit.End > _sentence.End || _words[hit.Entry].Kind != kind || hit.Count < length) continue;
            word = _words[hit.Entry];
            length = hit.Count;
        }

        return length > 0;
    }

    private bool IsMark(int at, char mark) => at >= _sentence.First && at < _sentence.End && _document.IsMark(at, mark);

    private bool Glued(int at) => at < _sentence.End && _document.Tokens[at].IsGlued;
}
