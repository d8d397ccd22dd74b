using Sanad.Language;

namespace Sanad.Reading;

/// <summary>
/// Reads a printed or coded date of publication, whatever wrote it: RFC 822 with all its abuses, ISO 8601, the forms of Indonesian and English pages
/// ("Kam, 31 Okt 2024 18:43 WIB", "Oct. 31, 2024 6:43 p.m. EST"), seconds since 1970. Names of months come from <c>languages/*/calendar.tsv</c>, zones
/// from <c>languages/zones.tsv</c>.
/// </summary>
public static class PublishedDate
{
    /// <summary>Years that a date of publication may lie in: what lies outside is a slip or a field that was never set.</summary>
    private const int FirstYear = 1800, LastYear = 2199;

    /// <summary>Longest text that is looked at, in UTF-16 code units; a longer one is no date.</summary>
    private const int Longest = 200;

    /// <summary>The date that the text gives. Words that are no part of a date are passed over ("Diterbitkan …").</summary>
    /// <param name="dayFirst">
    /// Whether the text is known to come from where 5/6/2024 is the fifth of June, as in Indonesia. Otherwise such a date is read only where its
    /// numbers, its weekday or its zone tell the order.
    /// </param>
    /// <returns>
    /// False where the text gives no whole day, a day that does not exist or that no press published on, two different days, the zero of the Unix
    /// clock (a field never set), or numbers in a doubtful order. An impossible time costs the time, a doubtful zone the offset.
    /// </returns>
    public static bool TryRead(ReadOnlySpan<char> text, LanguageSet languages, out PublishedValue value, bool dayFirst = false)
    {
        value = default;
        text = text.Trim();
        if (text.Length is < 6 or > Longest) return false;
        if (text.Length is 10 or 13 && !text.ContainsAnyExceptInRange('0', '9')) return TryReadUnix(text, out value);
        Span<DateToken> room = stackalloc DateToken[DateTokens.Most];
        if (!DateTokens.TryCut(text, room, DateWords.Of(languages), out DateTokens tokens)) return false;
        var parts = new DateParts { DayFirst = dayFirst };
        for (int i = 0; i < tokens.Count;)
        {
            if (TryReadDay(tokens, ref i, ref parts) || ClockTime.TryRead(tokens, ref i, ref parts)) continue;
            if (tokens.Word(i) is { Kind: DateWordKind.Weekday } weekday) parts.Weekday ??= weekday.Number;
            i++;
        }

        return parts.TryGet(out value) && IsPlausible(value);
    }

    /// <summary>Seconds since 1970 of ten digits, milliseconds of thirteen.</summary>
    private static bool TryReadUnix(ReadOnlySpan<char> text, out PublishedValue value)
    {
        long number = long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        DateTime time = DateTimeOffset.FromUnixTimeSeconds(text.Length == 13 ? number / 1000 : number).UtcDateTime;
        value = new PublishedValue(DateOnly.FromDateTime(time), TimeOnly.FromDateTime(time), TimeSpan.Zero);
        return text[0] != '0' && IsPlausible(value);
    }

    private static bool IsPlausible(PublishedValue value)
    {
        if (value.Day.Year is < FirstYear or > LastYear) return false;
        if (value.Instant is { } instant) return instant != DateTimeOffset.UnixEpoch;
        return value.Day != DateOnly.FromDateTime(DateTime.UnixEpoch) || value.Time is { } time && time != TimeOnly.MinValue;
    }

    private static bool TryReadDay(DateTokens tokens, ref int i, ref DateParts parts)
    {
        if (tokens.Word(i) is { Kind: DateWordKind.Month } month) return TryReadMonthFirst(tokens, ref i, month.Number!.Value, ref parts);
        if (tokens.IsNumber(i, 4, 4)) return TryReadYearFirst(tokens, ref i, ref parts);
        if (tokens.IsNumber(i, 1, 2)) return TryReadThreeNumbers(tokens, ref i, ref parts) || TryReadDayAndMonth(tokens, ref i, ref parts);
        if (tokens.Digits(i) is not (8 or 12 or 14)) return false;
        ReadOnlySpan<char> digits = tokens.Text(i);
        parts.SetDay(Number(digits[..4]), Number(digits[4..6]), Number(digits[6..8]));
        if (digits.Length > 8) parts.SetTime(Number(digits[8..10]), Number(digits[10..12]), digits.Length == 14 ? Number(digits[12..]) : 0);
        i++;
        if (digits.Length > 8) ClockTime.ReadZone(tokens, ref i, ref parts);
        return true;
    }

    /// <summary>"2024-10-31", "2024/10/31", "2024 Oct 31"; a year alone where day and month went before it.</summary>
    private static bool TryReadYearFirst(DateTokens tokens, ref int i, ref DateParts parts)
    {
        char mark = tokens.Separator(i + 1);
        if (mark != '\0' && tokens.IsNumber(i + 2, 1, 2) && tokens.Separator(i + 3) == mark && tokens.IsNumber(i + 4, 1, 2))
        {
            parts.SetDay(tokens.Value(i), tokens.Value(i + 2), tokens.Value(i + 4));
            i += 5;
            return true;
        }

        int at = tokens.BehindMarks(i + 1);
        if (tokens.Word(at) is { Kind: DateWordKind.Month } month && tokens.BehindMarks(at + 1) is var day && tokens.IsNumber(day, 1, 2) && !tokens.IsMark(day + 1, ':'))
        {
            parts.SetDay(tokens.Value(i), month.Number!.Value, tokens.Value(day));
            i = day + 1;
            return true;
        }

        if (!parts.LacksYear) return false;
        parts.SetYear(tokens.Value(i++));
        return true;
    }

    /// <summary>"31/10/2024", "10/31/2024", "31.10.2024", "31-10-2024"; of "10/31/24" only what can be read in one way. With points the day stands first everywhere.</summary>
    private static bool TryReadThreeNumbers(DateTokens tokens, ref int i, ref DateParts parts)
    {
        char mark = tokens.Separator(i + 1);
        if (mark == '\0' || !tokens.IsNumber(i + 2, 1, 2) || tokens.Separator(i + 3) != mark || tokens.Digits(i + 4) is not (2 or 4)) return false;
        int first = tokens.Value(i), second = tokens.Value(i + 2), year = tokens.Value(i + 4);
        bool isShort = tokens.Digits(i + 4) == 2;
        if (mark == '.' && !isShort) parts.SetDay(year, second, first);
        else parts.SetDayInDoubt(first, second, isShort ? Century(year) : year, isShort && second <= 12);
        i += 5;
        return true;
    }

    /// <summary>"31 Okt 2024", "31-Oct-24", "31st October, 2024", "31 Oct" with its year to come.</summary>
    private static bool TryReadDayAndMonth(DateTokens tokens, ref int i, ref DateParts parts)
    {
        int at = tokens.BehindMarks(tokens.BehindOrdinal(i + 1));
        if (tokens.Word(at) is not { Kind: DateWordKind.Month } month) return false;
        int day = tokens.Value(i), year = tokens.BehindMarks(at + 1);
        i = at + 1;
        if (!IsYear(tokens, year))
        {
            parts.SetDay(null, month.Number!.Value, day);
            return true;
        }

        parts.SetDay(tokens.Digits(year) == 4 ? tokens.Value(year) : Century(tokens.Value(year)), month.Number!.Value, day);
        i = year + 1;
        return true;
    }

    /// <summary>"Oct. 31, 2024", "October 31st 2024", "Oct 31" with its year to come.</summary>
    private static bool TryReadMonthFirst(DateTokens tokens, ref int i, int month, ref DateParts parts)
    {
        int day = tokens.BehindMarks(i + 1);
        if (!tokens.IsNumber(day, 1, 2) || tokens.IsMark(day + 1, ':')) return false;
        int year = tokens.BehindMarks(tokens.BehindOrdinal(day + 1));
        bool whole = tokens.IsNumber(year, 4, 4) && !tokens.IsMark(year + 1, ':');
        parts.SetDay(whole ? tokens.Value(year) : null, month, tokens.Value(day));
        i = whole ? year + 1 : tokens.BehindOrdinal(day + 1);
        return true;
    }

    /// <summary>A year of four digits, or of two that are no hours.</summary>
    private static bool IsYear(DateTokens tokens, int i) =>
        tokens.IsNumber(i, 4, 4) || (tokens.IsNumber(i, 2, 2) && !tokens.IsMark(i + 1, ':') && tokens.Separator(i + 1) != '.'
            && !tokens.Is(i + 1, DateWordKind.Am, out _) && !tokens.Is(i + 1, DateWordKind.Pm, out _));

    /// <summary>RFC 2822, section 4.3: two digits to 49 are of this century, those from 50 of the last.</summary>
    private static int Century(int year) => year < 50 ? 2000 + year : 1900 + year;

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
}
