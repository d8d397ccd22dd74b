namespace Sanad.Reading.Html;

/// <summary>The day that an address carries, as many papers build theirs: <c>/2024/10/31/</c>, <c>/2024-10-31-</c>, <c>/20241031/</c>, <c>/24/10/31/</c>.</summary>
internal static class UrlDate
{
    private const int FirstYear = 1990, LastYear = 2100;

    public static bool TryRead(string? url, out DateOnly day)
    {
        day = default;
        if (url is null) return false;
        int host = url.IndexOf("://", StringComparison.Ordinal), path = url.IndexOf('/', host < 0 ? 0 : host + 3);
        if (path < 0) return false;
        ReadOnlySpan<char> rest = url.AsSpan(path);
        int end = rest.IndexOfAny('?', '#');
        if (end >= 0) rest = rest[..end];
        for (int i = 0; i + 6 < rest.Length; i++)
        {
            if (rest[i] is not ('/' or '-' or '_')) continue;
            if (At(rest[(i + 1)..], rest[i] == '/', out day)) return true;
        }

        return false;
    }

    private static bool At(ReadOnlySpan<char> text, bool begins, out DateOnly day)
    {
        day = default;
        int digits = Digits(text);
        if (digits == 8) return Day(Number(text[..4]), Number(text[4..6]), Number(text[6..8]), out day);
        if (digits is not (4 or 2) || !begins || text.Length < digits + 5 || text[digits] is not ('/' or '-')) return false;
        char mark = text[digits];
        ReadOnlySpan<char> month = text[(digits + 1)..];
        int monthDigits = Digits(month);
        if (monthDigits is not (1 or 2) || month.Length <= monthDigits || month[monthDigits] != mark) return false;
        ReadOnlySpan<char> rest = month[(monthDigits + 1)..];
        int dayDigits = Digits(rest);
        // Two digits for the year are a date only where the day and the month have two as well: /16/02/15/.
        if (digits == 2 && (mark != '/' || monthDigits != 2 || dayDigits != 2)) return false;
        if (dayDigits is not (1 or 2) || (rest.Length > dayDigits && rest[dayDigits] is not ('/' or '-' or '_' or '.'))) return false;
        return Day(digits == 2 ? 2000 + Number(text[..2]) : Number(text[..4]), Number(month[..monthDigits]), Number(rest[..dayDigits]), out day);
    }

    private static bool Day(int year, int month, int number, out DateOnly day)
    {
        day = default;
        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || number < 1 || number > DateTime.DaysInMonth(year, month)) return false;
        day = new DateOnly(year, month, number);
        return true;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        int count = text.IndexOfAnyExceptInRange('0', '9');
        return count < 0 ? text.Length : count;
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
}
