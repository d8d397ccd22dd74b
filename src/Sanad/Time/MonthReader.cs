using Sanad.Language;

namespace Sanad.Time;

/// <summary>Reads months and stretches of them: "bulan Juni lalu", "awal hingga pertengahan Oktober", "late March 2024".</summary>
internal sealed class MonthReader(Document document, CalendarTokens calendar, DateReader dates)
{
    /// <summary>"Oktober 2024", "bulan Juni lalu", "awal hingga pertengahan Oktober", "in late March".</summary>
    public TimeExpression? Read()
    {
        int first = calendar.At;
        if (calendar.Take(CalendarKind.MidMonth, out CalendarWord middle)) return TimeExpression.Empty with { Month = middle.Number, Part = 2, Year = dates.TryYear(commaToo: true) };
        if (Hyphened() is { } stretch) return stretch;
        if (WeekOf() is { } week) return week;
        int? part = null, lastPart = null, toward = null;
        if (calendar.Is(calendar.At, CalendarKind.Part, out CalendarWord word, out int length))
        {
            part = word.Number;
            calendar.At += length;
            if (calendar.Is(calendar.At, CalendarKind.To, out _, out length) && calendar.Is(calendar.At + length, CalendarKind.Part, out word, out int more)) { lastPart = word.Number; calendar.At += length + more; }
            if (calendar.IsMark(calendar.At, '-')) calendar.At++;
        }

        bool led = part is not null;
        if (calendar.Is(calendar.At, CalendarKind.Unit, out word, out length) && word.Number == 3 && calendar.IsMonth(calendar.At + length, out _, out _)) { calendar.At += length; led = true; }
        if (calendar.Is(calendar.At, CalendarKind.Toward, out word, out length) && document.Language.Code != "id" && calendar.IsMonth(calendar.At + length, out _, out _)) { toward = word.Number; calendar.At += length; led = true; }
        if (!calendar.IsMonth(calendar.At, out int month, out length))
        {
            calendar.At = first;
            return null;
        }

        // "Jalan Mei Raya": inside a name a month is none.
        bool named = !led && calendar.At > calendar.Sentence.First && document.Tokens[calendar.At - 1].Kind == TokenKind.Word && document.Tokens[calendar.At - 1].IsCapital && !document.Is(calendar.At - 1, WordClass.Preposition);
        named |= !led && calendar.At + length < calendar.Sentence.End && document.Tokens[calendar.At + length] is { Kind: TokenKind.Word, IsCapital: true, Word: 0 };
        led |= calendar.At > calendar.Sentence.First && document.Is(calendar.At - 1, WordClass.Preposition | WordClass.Conjunction);
        calendar.At += length;

        // "a June agreement", "its May meeting"
        led |= document.Language.Code != "id" && calendar.At - length > calendar.Sentence.First && document.Is(calendar.At - length - 1, WordClass.Determiner) && calendar.At < calendar.Sentence.End && document.Tokens[calendar.At] is { Kind: TokenKind.Word, IsCapital: false }
            && !document.Is(calendar.At, WordClass.Auxiliary | WordClass.Preposition | WordClass.Conjunction);
        int? lastMonth = null;
        if (calendar.IsMark(calendar.At, '-') && calendar.Glued(calendar.At) && calendar.IsMonth(calendar.At + 1, out int until, out length)) { lastMonth = until; calendar.At += 1 + length; }
        int? year = dates.TryYear(commaToo: true);
        if (year is null && calendar.Is(calendar.At, CalendarKind.Unit, out word, out length) && word.Number == 4 && calendar.Is(calendar.At + length, CalendarKind.Toward, out CalendarWord which, out int side))
        {
            calendar.At += length + side;
            return TimeExpression.Empty with { Month = month, LastMonth = lastMonth, Part = part, LastPart = lastPart, Unit = 4, Toward = which.Number };
        }

        if (year is null && document.Language.Code != "id" && calendar.Is(calendar.At, CalendarKind.Toward, out which, out side) && calendar.IsUnit(calendar.At + side, 4, out length))
        {
            calendar.At += side + length;
            return TimeExpression.Empty with { Month = month, LastMonth = lastMonth, Part = part, LastPart = lastPart, Unit = 4, Toward = which.Number };
        }

        if (document.Language.Code == "id" && (calendar.Is(calendar.At, CalendarKind.Toward, out word, out length) || (calendar.Is(calendar.At, CalendarKind.Offset, out word, out length) && word.Number == -1)))
        {
            toward = Math.Sign(word.Number);
            calendar.At += length;
            led = true;
        }

        // "September nanti": what leads to a day ahead stands behind the month too.
        if (document.Language.Code == "id" && year is null && toward is null && calendar.Is(calendar.At, CalendarKind.Ahead, out word, out length) && word.Number == 2 && !calendar.Is(calendar.At, CalendarKind.To, out _, out _)
            && !document.Is(calendar.At, WordClass.Preposition | WordClass.Auxiliary))
        {
            toward = 1;
            calendar.At += length;
            led = true;
        }

        if (!led && year is null && (document.Language.Code != "id" || named))
        {
            calendar.At = first;
            return null;
        }

        return TimeExpression.Empty with { Month = month, LastMonth = lastMonth, Year = year, Part = part, LastPart = lastPart, Toward = toward };
    }

    /// <summary>"pekan pertama Juni", "minggu kedua bulan Mei 2025", "second week of May".</summary>
    private TimeExpression? WeekOf()
    {
        int first = calendar.At, at = first;
        bool indonesian = document.Language.Code == "id";
        CalendarWord ordinal;
        int length;
        if (indonesian ? !calendar.IsUnit(at, 2, out length) : !calendar.Is(at, CalendarKind.Ordinal, out ordinal, out length)) return null;
        at += length;
        if (indonesian && calendar.IsMark(at, '-') && calendar.Glued(at)) at++;
        if (indonesian ? !calendar.Is(at, CalendarKind.Ordinal, out ordinal, out length) : !calendar.IsUnit(at, 2, out length)) return null;
        if (!indonesian) calendar.Is(first, CalendarKind.Ordinal, out ordinal, out _);
        else calendar.Is(at, CalendarKind.Ordinal, out ordinal, out _);
        at += length;
        if (!indonesian && at < calendar.Sentence.End && document.WordAt(at) is "of" or "in") at++;
        if (calendar.IsUnit(at, 3, out length)) at += length;
        if (ordinal.Number is < 1 or > 4 || !calendar.IsMonth(at, out int month, out length)) return null;
        calendar.At = at + length;
        int? year = dates.TryYear(commaToo: true), toward = null;
        if (year is null && indonesian && calendar.Is(calendar.At, CalendarKind.Toward, out CalendarWord side, out length))
        {
            toward = Math.Sign(side.Number);
            calendar.At += length;
        }

        return TimeExpression.Empty with { Month = month, Week = ordinal.Number, Year = year, Toward = toward };
    }

    /// <summary>"Januari-Maret 2024": two months in one word.</summary>
    private TimeExpression? Hyphened()
    {
        int at = calendar.At;
        if (document.Tokens[at] is not { Kind: TokenKind.Word, Word: 0, IsCapital: true }) return null;
        ReadOnlySpan<char> word = document.WordAt(at);
        int hyphen = word.IndexOf('-');
        if (hyphen < 3 || !calendar.IsMonthName(word[..hyphen], out int first) || !calendar.IsMonthName(word[(hyphen + 1)..], out int last) || last <= first) return null;
        calendar.At++;
        return TimeExpression.Empty with { Month = first, LastMonth = last, Year = dates.TryYear(commaToo: true) };
    }
}
