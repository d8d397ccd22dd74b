using System.Globalization;

namespace Sanad.Time;

/// <summary>Days and months of the Hijri calendar on the Gregorian one, by the Umm al-Qura tables (1900 to 2077).</summary>
internal static class HijriDays
{
    private static readonly UmAlQuraCalendar Calendar = new();
    private static readonly DateOnly First = DateOnly.FromDateTime(Calendar.MinSupportedDateTime).AddDays(800), Last = DateOnly.FromDateTime(Calendar.MaxSupportedDateTime).AddDays(-800);

    /// <summary>
    /// The day or month nearest to <paramref name="near"/>, with one day more at its end; null outside the tables. A day of 0 is the whole month.
    /// </summary>
    /// <param name="year">The Gregorian year it must begin in, or null.</param>
    /// <param name="toward">Below 0 it must lie before <paramref name="near"/>, above 0 behind.</param>
    public static CalendarValue? Nearest(int month, int day, DateOnly near, int? year, int? toward)
    {
        if (near < First || near > Last) return null;
        int hijri = Calendar.GetYear(near.ToDateTime(default));
        CalendarValue? best = null;
        for (int y = hijri - 1; y <= hijri + 1; y++)
        {
            if (day > Calendar.GetDaysInMonth(y, month)) continue;
            CalendarValue value = Of(y, month, day);
            if ((year is { } wanted && value.First.Year != wanted) || (toward < 0 && value.First > near) || (toward > 0 && value.Last < near)) continue;
            if (best is not { } so || Distance(value, near) < Distance(so, near)) best = value;
        }

        return best;
    }

    /// <summary>The day, or the month where it is 0, in a year of the Hijri calendar, with one day more at its end; null outside the tables.</summary>
    public static CalendarValue? In(int hijri, int month, int day)
    {
        if (hijri < Calendar.GetYear(First.ToDateTime(default)) || hijri > Calendar.GetYear(Last.ToDateTime(default)) || day > Calendar.GetDaysInMonth(hijri, month)) return null;
        return Of(hijri, month, day);
    }

    private static CalendarValue Of(int year, int month, int day)
    {
        DateOnly from = DateOnly.FromDateTime(Calendar.ToDateTime(year, month, Math.Max(day, 1), 0, 0, 0, 0));
        return CalendarValue.OfRange(from, from.AddDays(day > 0 ? 1 : Calendar.GetDaysInMonth(year, month)));
    }

    private static int Distance(CalendarValue value, DateOnly day) =>
        day < value.First ? value.First.DayNumber - day.DayNumber : day > value.Last ? day.DayNumber - value.Last.DayNumber : 0;
}
