using System.Globalization;

namespace Sanad.Time;

/// <summary>Days that move from year to year by a rule: weekdays of a month, Easter and what is counted from it, days of the Chinese calendar, new and full moons.</summary>
internal static class NamedDays
{
    private static readonly ChineseLunisolarCalendar Chinese = new();

    /// <summary>Hours by which Western Indonesia, where Waisak is reckoned, is ahead of Universal Time.</summary>
    private const int WesternIndonesia = 7;

    /// <summary>The day in the year, or the two days that it is one of; null outside the years that the rule is known for.</summary>
    /// <param name="code">
    /// For <see cref="CalendarKind.WeekdayOf"/> 100 × month + 10 × n + weekday, with n from 1, or 9 for the last one (Thanksgiving is 1144); for
    /// <see cref="CalendarKind.Easter"/> days from Easter Sunday; for <see cref="CalendarKind.Lunar"/> 100 × month + day;
    /// for <see cref="CalendarKind.NewMoon"/> and <see cref="CalendarKind.FullMoon"/> the day from which on the moon counts, as 100 × month + day.
    /// </param>
    public static CalendarValue? In(int year, CalendarKind kind, int code) => kind switch
    {
        _ when year is < 1902 or > 2098 => null,
        CalendarKind.WeekdayOf => CalendarValue.OfDay(WeekdayOf(year, code / 100, code / 10 % 10, code % 10)),
        CalendarKind.Easter => CalendarValue.OfDay(Easter(year).AddDays(code)),
        CalendarKind.Lunar => CalendarValue.OfDay(Lunar(year, code / 100, code % 100)),
        CalendarKind.NewMoon => BehindNewMoon(new DateOnly(year, code / 100, code % 100)),
        CalendarKind.FullMoon => CalendarValue.OfDay(DateOnly.FromDateTime(MoonPhases.Next(new DateOnly(year, code / 100, code % 100), isFull: true).AddHours(WesternIndonesia))),
        _ => null,
    };

    /// <summary>Nyepi lies on the day of the new moon or, mostly, on the next: Bali's calendar counts days of the moon by a table of its own.</summary>
    private static CalendarValue BehindNewMoon(DateOnly from)
    {
        DateOnly moon = DateOnly.FromDateTime(MoonPhases.Next(from, isFull: false));
        return CalendarValue.OfRange(moon, moon.AddDays(1));
    }

    private static DateOnly WeekdayOf(int year, int month, int n, int weekday)
    {
        var first = new DateOnly(year, month, 1);
        int days = (weekday - Iso(first) + 7) % 7;
        if (n < 9) return first.AddDays(days + (7 * (n - 1)));
        DateOnly last = new(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-((Iso(last) - weekday + 7) % 7));
    }

    /// <summary>Easter Sunday of the Gregorian calendar: the algorithm of Meeus, Jones and Butcher ("Astronomical Algorithms", chapter 8).</summary>
    private static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        int h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        int l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        int m = (a + (11 * h) + (22 * l)) / 451, day = h + l - (7 * m) + 114;
        return new DateOnly(year, day / 31, (day % 31) + 1);
    }

    /// <summary>A day of the Chinese calendar; its year begins in the Gregorian one. Leap months are counted through by the calendar and stepped over.</summary>
    private static DateOnly Lunar(int year, int month, int day)
    {
        int leap = Chinese.GetLeapMonth(year), counted = leap > 0 && month >= leap ? month + 1 : month;
        return DateOnly.FromDateTime(Chinese.ToDateTime(year, counted, day, 0, 0, 0, 0));
    }

    private static int Iso(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;
}
