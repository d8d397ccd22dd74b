using Sanad.Language;

namespace Sanad.Time;

/// <summary>Reads what is counted from another day: "kemarin", "pekan lalu", "akhir pekan ini", "dua hari sebelumnya", "three years ago", "the week of Nov. 5".</summary>
internal sealed class RelativeReader(Document document, CalendarTokens calendar, DateReader dates, ClockReader clock)
{
    private bool IsIndonesian { get; } = document.Language.Code == "id";

    public TimeExpression? Read()
    {
        int first = calendar.At;
        if (IsVague(first)) return null;
        if (calendar.Take(CalendarKind.Offset, out CalendarWord word)) return Glossed(word, first) ?? clock.Append(TimeExpression.Empty with { Offset = word.Number });
        if (calendar.Take(CalendarKind.Next, out word)) return AfterComma() ?? clock.Append(TimeExpression.Empty with { Next = word.Number });
        if (calendar.Take(CalendarKind.NextYear, out word)) return TimeExpression.Empty with { Unit = 4, Toward = word.Number, FromTold = true };
        if (calendar.Is(first, CalendarKind.Current, out word, out int length) && calendar.Year(first + length) is null && !calendar.Is(first + length, CalendarKind.Toward, out _, out _) && calendar.Take(CalendarKind.Current, out word)) return TimeExpression.Empty with { Unit = word.Number, Toward = 0, Same = 0 };
        TimeExpression? found = Week() ?? Counted();
        if (found is null) calendar.At = first;
        return found;
    }

    /// <summary>"Besok (hari ini)": what an editor sets in brackets behind or around a day counts from publication, whoever said the rest.</summary>
    private TimeExpression? Glossed(CalendarWord word, int first)
    {
        bool inside = first > calendar.Sentence.First && calendar.IsMark(first - 1, '(') && calendar.IsMark(calendar.At, ')');
        if (!inside)
        {
            if (!calendar.IsMark(calendar.At, '(') || !calendar.Is(calendar.At + 1, CalendarKind.Offset, out word, out int length) || !calendar.IsMark(calendar.At + 1 + length, ')')) return null;
        }

        return TimeExpression.Empty with { Offset = word.Number, IsGloss = true };
    }

    /// <summary>"beberapa pekan mendatang", "2 hari ini": a stretch that no day or week follows from.</summary>
    private bool IsVague(int first)
    {
        if (first == calendar.Sentence.First) return false;

        // "beberapa minggu hingga bulan mendatang"
        if (first - 3 >= calendar.Sentence.First && calendar.Is(first - 1, CalendarKind.To, out _, out _) && calendar.Is(first - 2, CalendarKind.Unit, out _, out _)) return IsVague(first - 2);
        return calendar.Is(first - 1, CalendarKind.Vague, out _, out _) || (calendar.Is(first, CalendarKind.Unit, out _, out _) && document.Tokens[first - 1].Kind == TokenKind.Number);
    }

    /// <summary>"the week of Nov. 5".</summary>
    private TimeExpression? Week()
    {
        int first = calendar.At;
        if (IsIndonesian || !calendar.IsUnit(first, 2, out int length) || first + length >= calendar.Sentence.End || document.WordAt(first + length) is not "of") return null;
        calendar.At = first + length + 1;
        if (dates.Read() is { IsDate: true } date) return date with { Unit = 2, Clock = null };
        calendar.At = first;
        return null;
    }

    private TimeExpression? Counted()
    {
        int? part = null, count = null, toward = null;
        if (calendar.Is(calendar.At, CalendarKind.Part, out CalendarWord word, out int length) && !calendar.Is(calendar.At, CalendarKind.Unit, out _, out _)) { part = word.Number; calendar.At += length; }
        CalendarWord unit;
        if (calendar.Take(CalendarKind.One, out unit)) count = 1;
        else
        {
            if (calendar.Amount(calendar.At, out int amount, out length)) { count = amount; calendar.At += length; }
            if (!IsIndonesian && calendar.Is(calendar.At, CalendarKind.Toward, out word, out length) && calendar.Is(calendar.At + length, CalendarKind.Unit, out _, out _)) { toward = word.Number; calendar.At += length; }
            if (!calendar.Take(CalendarKind.Unit, out unit)) return null;
        }

        // "the coming weeks" is no week.
        if (!IsIndonesian && count is null && document.WordAt(calendar.At - 1)[^1] == 's') return null;
        if (unit.Number == 7 && count is not null) return null;
        if (count is { } units && !IsBeforeEvent() && calendar.Take(CalendarKind.Apart, out word))
            return TimeExpression.Empty with { Unit = unit.Number, Toward = word.Number * units, FromTold = true };
        if (toward is null && (IsIndonesian || count is not null) && calendar.Take(CalendarKind.Toward, out word)) toward = word.Number;
        if (toward is null && IsIndonesian && unit.Number > 1 && count is null && calendar.Is(calendar.At, CalendarKind.Offset, out word, out length) && word.Number == -1 && length == 1) { toward = -1; calendar.At += length; }
        if (toward is not { } side || (count is not null && side == 0) || (count is null && unit.Number == 1)) return null;
        return TimeExpression.Empty with { Unit = unit.Number, Toward = count is null ? side : side * count, Part = part };
    }

    /// <summary>"two weeks after the crash": counted from an event and from no day.</summary>
    private bool IsBeforeEvent()
    {
        int next = calendar.At + 1;
        return !IsIndonesian && calendar.At < calendar.Sentence.End && document.WordAt(calendar.At) is "after" or "before" && next < calendar.Sentence.End && document.Tokens[next].Kind == TokenKind.Word && document.WordAt(next) is not "that";
    }

    /// <summary>"keesokan harinya, Senin (25/5)": the date behind says which day is meant; it is an expression of its own.</summary>
    private TimeExpression? AfterComma()
    {
        int comma = calendar.At;
        if (!calendar.IsMark(comma, ',')) return null;
        calendar.At++;
        TimeExpression? date = dates.Read();
        calendar.At = comma;
        return date is { IsDate: true } ? date with { Clock = null } : null;
    }
}
