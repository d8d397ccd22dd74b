using Sanad.Language;

namespace Sanad.Time;

/// <summary>Reads days of each year that have a name: "Natal 2025", "Christmas Eve", "Idul Fitri", "Ramadan", "HUT ke-80 RI".</summary>
internal sealed class HolidayReader(Document document, CalendarTokens calendar, DateReader dates)
{
    /// <summary>The Republic of Indonesia counts its years from 17 August 1945.</summary>
    private const int Proclamation = 1945;

    public TimeExpression? Read()
    {
        int first = calendar.At;
        if (document.Tokens[first].Kind == TokenKind.Number) return HijriDate(first);
        if (document.Tokens[first].Kind != TokenKind.Word) return null;
        if (Anniversary() is { } anniversary) return anniversary;
        // "Tariq Ramadan": inside a name a month is none.
        if (first > calendar.Sentence.First && document.Tokens[first].IsCapital && document.Tokens[first - 1] is { Kind: TokenKind.Word, IsCapital: true } && !document.Is(first - 1, WordClass.Preposition)) return null;
        bool hijri = calendar.Take(CalendarKind.Hijri, out CalendarWord word);
        if ((!hijri && !calendar.Take(CalendarKind.Holiday, out word)) || !(document.Tokens[first].IsCapital || document.Tokens[calendar.At - 1].IsCapital)) return Back(first);
        int? year = hijri ? HijriYear() : null;
        if (year is not null) return TimeExpression.Empty with { Hijri = word.Number, HijriYear = year };
        int? unit = null;
        year = dates.TryYear(commaToo: false);
        int? toward = year is null ? Side(out unit) : null;
        TimeExpression named = TimeExpression.Empty with { Year = year, Toward = toward, Unit = unit };
        return hijri ? named with { Hijri = word.Number } : named with { Month = word.Number / 100, Day = word.Number % 100 };
    }

    /// <summary>"Good Friday", "Thanksgiving", "Imlek 2026": days that move by a rule; read before weekdays, which stand in some of their names.</summary>
    public TimeExpression? ReadMoving()
    {
        int first = calendar.At;
        CalendarWord word = default;
        if (!calendar.Take(CalendarKind.WeekdayOf, out word) && !calendar.Take(CalendarKind.Easter, out word) && !calendar.Take(CalendarKind.Lunar, out word)
            && !calendar.Take(CalendarKind.NewMoon, out word) && !calendar.Take(CalendarKind.FullMoon, out word)) return null;
        if (!document.Tokens[first].IsCapital && !document.Tokens[calendar.At - 1].IsCapital) return Back(first);
        int? year = dates.TryYear(commaToo: true), unit = null;
        int? toward = year is null ? Side(out unit) : null;
        return TimeExpression.Empty with { Named = word, Year = year, Toward = toward, Unit = unit };
    }

    /// <summary>"1 Ramadan 1447 H", "10 Zulhijah", "Ramadan 1447 Hijriah".</summary>
    private TimeExpression? HijriDate(int first)
    {
        if (calendar.Number(first) is { } day and >= 1 and <= 30 && calendar.Is(first + 1, CalendarKind.HijriMonth, out CalendarWord month, out int length))
            calendar.At = first + 1 + length;
        else return null;
        return TimeExpression.Empty with { Hijri = month.Number + (int)day, HijriYear = HijriYear() };
    }

    /// <summary>"1447 H", "1447/Hijriah": a year of the Hijri calendar; null where none stands next.</summary>
    private int? HijriYear()
    {
        if (calendar.Number(calendar.At) is not (>= 1300 and <= 1500)) return null;
        var written = (int)calendar.Number(calendar.At)!.Value;
        calendar.At++;
        if (calendar.IsMark(calendar.At, '/')) calendar.At++;
        calendar.Take(CalendarKind.HijriYear, out _);
        return written;
    }

    /// <summary>"tahun lalu", "mendatang", "last year" behind a day's name: the side it lies on, and 4 in <paramref name="unit"/> where a year says so.</summary>
    private int? Side(out int? unit)
    {
        unit = null;
        if (calendar.IsUnit(calendar.At, 4, out int length) && calendar.Is(calendar.At + length, CalendarKind.Toward, out CalendarWord side, out int more)
            || (calendar.Is(calendar.At, CalendarKind.Toward, out side, out more) && calendar.IsUnit(calendar.At + more, 4, out length)))
        {
            unit = 4;
            calendar.At += length + more;
            return side.Number;
        }

        return document.Language.Code == "id" && calendar.Take(CalendarKind.Toward, out side) ? side.Number : null;
    }

    private TimeExpression? Back(int first)
    {
        calendar.At = first;
        return null;
    }

    /// <summary>"HUT ke-80 RI".</summary>
    private TimeExpression? Anniversary()
    {
        int at = calendar.At;
        if (document.WordAt(at) is not "HUT" || at + 4 >= calendar.Sentence.End) return null;
        int state = at + 1;
        bool before = document.WordAt(state) is "RI" or "Kemerdekaan";
        if (before) state++;
        if (document.WordAt(state) is not ("ke" or "Ke") || !calendar.IsMark(state + 1, '-') || calendar.Number(state + 2) is not (> 0 and < 200)) return null;
        int years = (int)calendar.Number(state + 2)!.Value, end = state + 3;
        if (!before)
        {
            if (end >= calendar.Sentence.End || document.WordAt(end) is not ("RI" or "Republik" or "Kemerdekaan" or "kemerdekaan")) return null;
            end++;
        }

        calendar.At = end;
        return TimeExpression.Empty with { Year = Proclamation + years, Month = 8, Day = 17 };
    }
}
