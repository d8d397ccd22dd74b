using Sanad.Language;

namespace Sanad.Time;

/// <summary>Reads weekdays: "hari Rabu malam", "Kamis pekan lalu", "last Wednesday", "early Tuesday".</summary>
internal sealed class WeekdayReader(Document document, CalendarTokens calendar, ClockReader clock)
{
    /// <summary>"hari Rabu malam", "Kamis pekan lalu", "last Wednesday", "Jumat mendatang".</summary>
    public TimeExpression? Read()
    {
        int first = calendar.At;
        int? toward = null;
        bool previous = false;
        if (calendar.Is(calendar.At, CalendarKind.Toward, out CalendarWord side, out int length) && calendar.Is(calendar.At + length, CalendarKind.Weekday, out _, out _)) { toward = side.Number; calendar.At += length; }
        else if (calendar.Is(calendar.At, CalendarKind.Previous, out _, out length) && calendar.Is(calendar.At + length, CalendarKind.Weekday, out _, out _)) { previous = true; toward = -1; calendar.At += length; }
        else if (calendar.Is(calendar.At, CalendarKind.Part, out _, out length) && document.Language.Code != "id" && calendar.Is(calendar.At + length, CalendarKind.Weekday, out _, out _)) calendar.At += length;
        else if (calendar.Is(calendar.At, CalendarKind.Unit, out CalendarWord unit, out length) && unit.Number == 1 && calendar.Is(calendar.At + length, CalendarKind.Weekday, out _, out _)) calendar.At += length;
        if (!calendar.Is(calendar.At, CalendarKind.Weekday, out CalendarWord weekday, out length) || !document.Tokens[calendar.At].IsCapital)
        {
            calendar.At = first;
            return null;
        }

        // "Minggu lalu" at the head of a sentence is the week as likely, and the week holds the Sunday.
        if (document.Language.Code == "id" && weekday.Number == 7 && toward is null && IsHead(first) && calendar.Is(calendar.At + length, CalendarKind.Toward, out _, out _))
        {
            calendar.At = first;
            return null;
        }

        calendar.At += length;
        while (calendar.Is(calendar.At, CalendarKind.Daypart, out _, out length)) calendar.At += length;
        int? unitAfter = null;
        if (calendar.Is(calendar.At, CalendarKind.Unit, out CalendarWord week, out length) && week.Number == 2 && calendar.Is(calendar.At + length, CalendarKind.Toward, out side, out int more))
        {
            unitAfter = 2;
            toward = side.Number;
            calendar.At += length + more;
        }
        else if (document.Language.Code != "id" && calendar.Is(calendar.At, CalendarKind.Toward, out side, out length) && calendar.IsUnit(calendar.At + length, 2, out more))
        {
            unitAfter = 2;
            toward = side.Number;
            calendar.At += length + more;
        }
        else if (document.Language.Code == "id" && calendar.Is(calendar.At, CalendarKind.Offset, out side, out length) && side.Number == -1 && length == 1)
        {
            toward = -1;
            calendar.At += length;
        }
        else if (document.Language.Code == "id" && calendar.Is(calendar.At, CalendarKind.Toward, out side, out length))
        {
            toward = side.Number;
            calendar.At += length;
        }

        else if (document.Language.Code == "id" && calendar.Is(calendar.At, CalendarKind.Apart, out side, out length) && side.Number == -1)
        {
            (previous, toward) = (true, -1);
            calendar.At += length;
        }

        return clock.Append(TimeExpression.Empty with { Weekday = weekday.Number, Toward = toward, Unit = unitAfter, IsPrevious = previous });
    }

    private bool IsHead(int first) => first == calendar.Sentence.First || document.Tokens[first - 1].Kind == TokenKind.Quote;
}
