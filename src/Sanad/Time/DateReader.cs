using System.Globalization;
using Sanad.Language;

namespace Sanad.Time;

/// <summary>Reads days with their month: "Kamis (31/10)", "31 Oktober 2024 12:40", "Oct. 31, 2024", "2024-10-31".</summary>
internal sealed class DateReader(Document document, CalendarTokens calendar, ClockReader clock)
{
    /// <summary>"31 Oktober 2024 12:40", "Oct. 31, 2024", "(31/10/2024)", "2024-10-31", each with a weekday before it.</summary>
    public TimeExpression? Read()
    {
        int first = calendar.At;
        int? weekday = null;
        if (calendar.Is(calendar.At, CalendarKind.Unit, out CalendarWord day, out int length) && day.Number == 1 && calendar.Is(calendar.At + length, CalendarKind.Weekday, out _, out _)) calendar.At += length;
        if (calendar.Is(calendar.At, CalendarKind.Weekday, out CalendarWord word, out length))
        {
            weekday = word.Number;
            calendar.At += length;
            while (calendar.IsMark(calendar.At, ',') || calendar.IsMark(calendar.At, '.') || calendar.IsMark(calendar.At, '/')) calendar.At++;
            while (calendar.Is(calendar.At, CalendarKind.Daypart, out _, out length)) { calendar.At += length; if (calendar.IsMark(calendar.At, ',')) calendar.At++; }
            if (calendar.Is(calendar.At, CalendarKind.About, out _, out length) && calendar.Number(calendar.At + length) is not null) calendar.At += length;
        }

        // "In this Sept. 30, 2016, file photo"
        if (weekday is null && document.Language.Code != "id" && calendar.Is(calendar.At, CalendarKind.Toward, out word, out length) && word.Number == 0 && calendar.IsMonth(calendar.At + length, out _, out int month) && calendar.Number(calendar.At + length + month) is not null) calendar.At += length;
        TimeExpression? date = ReadSlashed() ?? (weekday is null ? null : ReadBracketed()) ?? ReadNamed() ?? ReadIso() ?? ReadDotted();
        if (date is null)
        {
            calendar.At = first;
            return null;
        }

        return clock.Append(date with { Weekday = weekday });
    }

    /// <summary>"(31/10)", "31/10/24".</summary>
    private TimeExpression? ReadSlashed()
    {
        int at = calendar.IsMark(calendar.At, '(') ? calendar.At + 1 : calendar.At;
        if (calendar.Number(at) is not { } day || !calendar.IsMark(at + 1, '/') || calendar.Number(at + 2) is not { } month || !calendar.Glued(at + 1) || !calendar.Glued(at + 2)) return null;
        if (document.Language.Code != "id")
        {
            // English writes both 10/31 and 31/10; where either could be the month, nothing is read.
            if (day <= 12 && month <= 12 && day != month) return null;
            if (day <= 12) (day, month) = (month, day);
        }

        if (day is < 1 or > 31 || month is < 1 or > 12) return null;
        int end = at + 3;
        int? year = null;
        if (calendar.IsMark(end, '/') && calendar.Glued(end) && calendar.Number(end + 1) is { } written)
        {
            year = (int)(written < 100 ? 2000 + written : written);
            end += 2;
        }
        else if (at == calendar.At)
        {
            // "2/3" alone is a share or a score as likely as a date.
            return null;
        }

        if (at > calendar.At)
        {
            while (calendar.IsMark(end, ',') || calendar.Is(end, CalendarKind.Daypart, out _, out _)) end++;
            if (!calendar.IsMark(end, ')')) return null;
            end++;
        }

        if (year is < 1900 or > 2100) return null;
        calendar.At = end;
        return TimeExpression.Empty with { Day = (int)day, Month = (int)month, Year = year };
    }

    /// <summary>"(19 May 2026)", "(May 19)" behind a weekday.</summary>
    private TimeExpression? ReadBracketed()
    {
        int first = calendar.At;
        if (!calendar.IsMark(first, '(')) return null;
        calendar.At++;
        if (ReadNamed() is { LastDay: null } date && calendar.IsMark(calendar.At, ')'))
        {
            calendar.At++;
            return date;
        }

        calendar.At = first;
        return null;
    }

    /// <summary>"31 Oktober 2024", "12-14 Juni", "October 31, 2024", "June 12-14", "31 Oktober".</summary>
    private TimeExpression? ReadNamed()
    {
        if (ReadDays() is { } days) return days;
        if (calendar.Number(calendar.At) is { } day and >= 1 and <= 31 && calendar.IsMonth(calendar.At + 1, out int month, out int length) && !calendar.Glued(calendar.At + 1))
        {
            calendar.At += 1 + length;
            return TimeExpression.Empty with { Day = (int)day, Month = month, Year = TryYear(commaToo: false) };
        }

        if (document.Language.Code != "id" && ReadOrdinal() is { } ordinal) return ordinal;
        if (document.Language.Code == "id" || !calendar.IsMonth(calendar.At, out month, out length)) return null;
        if (calendar.Number(calendar.At + length) is not ({ } after and >= 1 and <= 31) || calendar.IsMark(calendar.At + length + 1, '%')) return null;
        calendar.At += length + 1;
        if (calendar.At < calendar.Sentence.End && calendar.Glued(calendar.At) && document.WordAt(calendar.At) is "st" or "nd" or "rd" or "th") calendar.At++;
        return TimeExpression.Empty with { Day = (int)after, Month = month, Year = TryYear(commaToo: true) };
    }

    /// <summary>"13th of November 2015", "1st May".</summary>
    private TimeExpression? ReadOrdinal()
    {
        int at = calendar.At + 1;
        if (calendar.Number(calendar.At) is not (>= 1 and <= 31) || !calendar.Glued(at) || document.WordAt(at) is not ("st" or "nd" or "rd" or "th")) return null;
        int day = (int)calendar.Number(calendar.At)!.Value;
        at++;
        if (at < calendar.Sentence.End && document.WordAt(at) is "of") at++;
        if (!calendar.IsMonth(at, out int month, out int length)) return null;
        calendar.At = at + length;
        return TimeExpression.Empty with { Day = day, Month = month, Year = TryYear(commaToo: true) };
    }

    /// <summary>"12-14 Juni 2025", "12 hingga 14 Juni", "June 12-14, 2025".</summary>
    private TimeExpression? ReadDays()
    {
        int first = calendar.At;
        bool monthFirst = document.Language.Code != "id" && calendar.IsMonth(first, out _, out _);
        int at = first;
        int month = 0, length = 0;
        if (monthFirst && calendar.IsMonth(at, out month, out length)) at += length;
        if (calendar.Number(at) is not (>= 1 and <= 31)) return null;
        int day = (int)calendar.Number(at)!.Value;
        if (calendar.IsMark(at + 1, '-') || calendar.IsMark(at + 1, '–')) at += 2;
        else if (calendar.Is(at + 1, CalendarKind.To, out _, out length)) at += 1 + length;
        else return null;
        if (calendar.Number(at) is not (>= 1 and <= 31) || calendar.Number(at) <= day) return null;
        int last = (int)calendar.Number(at)!.Value;
        if (!monthFirst)
        {
            if (!calendar.IsMonth(at + 1, out month, out length) || calendar.Glued(at + 1)) return null;
            at += length;
        }

        calendar.At = at + 1;
        return TimeExpression.Empty with { Day = day, LastDay = last, Month = month, Year = TryYear(commaToo: monthFirst) };
    }

    private TimeExpression? ReadIso()
    {
        if (calendar.Year(calendar.At) is not { } year || !calendar.IsMark(calendar.At + 1, '-') || !calendar.Glued(calendar.At + 1) || calendar.Number(calendar.At + 2) is not ({ } month and >= 1 and <= 12)) return null;
        if (!calendar.IsMark(calendar.At + 3, '-') || calendar.Number(calendar.At + 4) is not ({ } day and >= 1 and <= 31)) return null;
        calendar.At += 5;
        return TimeExpression.Empty with { Year = year, Month = (int)month, Day = (int)day };
    }

    /// <summary>"31.10.2024".</summary>
    private TimeExpression? ReadDotted()
    {
        if (document.Language.Code != "id" || calendar.At >= calendar.Sentence.End || document.Tokens[calendar.At] is not { Kind: TokenKind.Number, Length: >= 8 and <= 10 }) return null;
        ReadOnlySpan<char> text = document.WordAt(calendar.At);
        int point = text.IndexOf('.'), next = text.LastIndexOf('.');
        if (point is < 1 or > 2 || next - point is < 2 or > 3 || text.Length - next != 5) return null;
        if (!int.TryParse(text[..point], NumberStyles.None, CultureInfo.InvariantCulture, out int day) || !int.TryParse(text[(point + 1)..next], NumberStyles.None, CultureInfo.InvariantCulture, out int month)
            || !int.TryParse(text[(next + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int year)) return null;
        if (day is < 1 or > 31 || month is < 1 or > 12 || year is < 1900 or > 2100) return null;
        calendar.At++;
        return TimeExpression.Empty with { Day = day, Month = month, Year = year };
    }

    public int? TryYear(bool commaToo)
    {
        int at = commaToo && calendar.IsMark(calendar.At, ',') ? calendar.At + 1 : calendar.At;
        if (commaToo && at == calendar.At && at + 1 < calendar.Sentence.End && document.WordAt(at) is "of" && calendar.Year(at + 1) is not null) at++;
        if (calendar.Is(at, CalendarKind.Unit, out CalendarWord unit, out int length) && unit.Number == 4) at += length;
        if (calendar.YearInWords(at, out int spoken, out int words))
        {
            calendar.At = at + words;
            return spoken;
        }

        if (calendar.Year(at) is not { } year) return null;
        calendar.At = at + 1;
        return year;
    }
}
