using System.Globalization;
using Sanad.Language;

namespace Sanad.Time;

/// <summary>Reads clock times: "pukul 13.00 WIB", "9:52 p.m.".</summary>
internal sealed class ClockReader(Document document, CalendarTokens calendar)
{
    /// <param name="i">The token it may begin at; moves behind it.</param>
    /// <param name="bare">Whether hours and minutes count with nothing to mark them, as right behind a date.</param>
    public bool TryRead(ref int i, bool bare, out TimeOnly clock)
    {
        int at = i;
        clock = default;
        bool led = calendar.Is(at, CalendarKind.Clock, out _, out int length);
        if (led) at += length;
        if (at >= calendar.Sentence.End || document.Tokens[at].Kind != TokenKind.Number) return false;
        ReadOnlySpan<char> digits = document.WordAt(at);
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

            // "2107 GMT"
            if (digits.Length == 4 && calendar.Is(end, CalendarKind.Zone, out _, out _)) (hour, minute, point) = (hour / 100, hour % 100, 1);
            if (calendar.IsMark(end, ':') && calendar.Glued(end) && calendar.Number(end + 1) is { } minutes && calendar.Glued(end + 1)) { minute = (int)minutes; end += 2; point = 1; }
        }

        bool pm = calendar.Is(end, CalendarKind.Pm, out _, out length), am = !pm && calendar.Is(end, CalendarKind.Am, out _, out length);
        if (am || pm)
        {
            end += length;
            if (hour is < 1 or > 12) return false;
            hour = (hour % 12) + (pm ? 12 : 0);
            if (calendar.IsMark(end, '.') && calendar.Glued(end) && document.Tokens[end - 1].End - document.Tokens[end - 1].Start == 1) end++;
        }

        bool zone = calendar.Is(end, CalendarKind.Zone, out _, out length);
        if (!(led || am || pm || (zone && point > 0) || (bare && point > 0)) || hour > 23 || minute > 59) return false;
        if (zone) end += length;
        else if (point > 0) end = BehindRange(end);
        while (calendar.Is(end, CalendarKind.Daypart, out _, out length)) end += length;
        clock = new TimeOnly(hour, minute);
        i = end;
        return true;
    }

    /// <summary>"10.00-12.00 WIB": the end of a stretch whose beginning is the time; where none follows, where it was.</summary>
    private int BehindRange(int end)
    {
        if (end + 1 >= calendar.Sentence.End || !(calendar.IsMark(end, '-') || calendar.IsMark(end, '–')) || document.Tokens[end + 1].Kind != TokenKind.Number) return end;
        int last = end + 2;
        bool colon = calendar.IsMark(last, ':') && calendar.Glued(last) && calendar.Number(last + 1) is not null;
        if (colon) last += 2;
        else if (document.WordAt(end + 1).Length is < 4 or > 5 || document.WordAt(end + 1).IndexOf('.') < 0) return end;
        return calendar.Is(last, CalendarKind.Zone, out _, out int length) ? last + length : last;
    }

    /// <summary>The expression with a clock time or part of the day that follows it.</summary>
    public TimeExpression Append(TimeExpression date)
    {
        while (calendar.Take(CalendarKind.Daypart, out _) || (date.IsDate && calendar.Is(calendar.At, CalendarKind.Offset, out CalendarWord offset, out _) && offset.Number == -1 && calendar.Take(CalendarKind.Offset, out _)))
        {
        }

        int end = calendar.At;
        if (calendar.IsMark(end, ',') || calendar.IsMark(end, '|') || calendar.IsMark(end, '/')) calendar.At++;
        while (calendar.Take(CalendarKind.About, out _))
        {
        }

        int at = calendar.At;
        if (TryRead(ref at, date.IsFull, out TimeOnly clock))
        {
            calendar.At = at;
            return date with { Clock = clock };
        }

        calendar.At = end;
        return date;
    }
}
