using System.Globalization;

namespace Sanad.Time;

/// <summary>How finely a time is given.</summary>
public enum Grain
{
    Minute,
    Day,
    Week,
    Month,
    Year,

    /// <summary>A stretch with two ends that is no single day, week, month or year: a weekend, "awal Oktober", a season.</summary>
    Range,
}

/// <summary>
/// A stretch of whole days on the Gregorian calendar, both ends included, with a clock time where the grain is
/// <see cref="Grain.Minute"/>. The last day is never before the first.
/// </summary>
public readonly record struct CalendarValue
{
    /// <exception cref="ArgumentOutOfRangeException">The last day lies before the first.</exception>
    public CalendarValue(DateOnly first, DateOnly last, Grain grain, TimeOnly? clock = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        First = first;
        Last = last;
        Grain = grain;
        Clock = clock;
    }

    public DateOnly First { get; }

    public DateOnly Last { get; }

    public Grain Grain { get; }

    /// <summary>Local time of the place written about; only with <see cref="Grain.Minute"/>.</summary>
    public TimeOnly? Clock { get; }

    /// <summary>A quarter or half of a calendar year, written about as one; its grain is <see cref="Grain.Range"/>.</summary>
    public bool IsYearPart { get; private init; }

    /// <summary>1 spring to 4 winter, written about as one; 0 for all else. Its grain is <see cref="Grain.Range"/>.</summary>
    public int Season { get; private init; }

    public bool IsOneDay => First == Last;

    public static CalendarValue OfDay(DateOnly day) => new(day, day, Grain.Day);

    public static CalendarValue OfMinute(DateOnly day, TimeOnly clock) => new(day, day, Grain.Minute, clock);

    /// <summary>The ISO 8601 week, Monday to Sunday, that holds the day.</summary>
    public static CalendarValue OfWeek(DateOnly day)
    {
        DateOnly monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return new CalendarValue(monday, monday.AddDays(6), Grain.Week);
    }

    public static CalendarValue OfMonth(int year, int month) =>
        new(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)), Grain.Month);

    public static CalendarValue OfYear(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), Grain.Year);

    public static CalendarValue OfRange(DateOnly first, DateOnly last) => new(first, last, Grain.Range);

    /// <summary>Three months; <paramref name="quarter"/> is 1 to 4.</summary>
    public static CalendarValue OfQuarter(int year, int quarter) => Months(year, (3 * quarter) - 2, 3) with { IsYearPart = true };

    /// <summary>Six months; <paramref name="half"/> is 1 or 2.</summary>
    public static CalendarValue OfHalf(int year, int half) => Months(year, (6 * half) - 5, 6) with { IsYearPart = true };

    /// <summary>Three months from March (1, spring) on; winter (4) begins in the year's December. Of the northern half of the earth.</summary>
    public static CalendarValue OfSeason(int year, int season)
    {
        var first = new DateOnly(year, 3 * season, 1);
        return OfRange(first, first.AddMonths(3).AddDays(-1)) with { Season = season };
    }

    private static CalendarValue Months(int year, int first, int count) =>
        OfRange(new DateOnly(year, first, 1), new DateOnly(year, first + count - 1, DateTime.DaysInMonth(year, first + count - 1)));

    public bool Contains(DateOnly day) => day >= First && day <= Last;

    /// <summary>
    /// ISO 8601 with EDTF's <c>a/b</c> for ranges: <c>2024-10-31</c>, <c>2024-10</c>, <c>2024</c>, <c>2024-W44</c>,
    /// <c>2024-10-31T12:40</c>, <c>2024-10-01/2024-10-20</c>; <c>2015/2019</c> where both ends are whole years. Quarters, halves and seasons of a year are <c>2024-Q3</c>, <c>2024-H1</c> and <c>2024-SU</c>,
    /// as TIMEX3 writes them, since readers know them by no other name.
    /// </summary>
    public string ToIso() => Grain switch
    {
        Grain.Minute => First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T" + Clock!.Value.ToString("HH:mm", CultureInfo.InvariantCulture),
        Grain.Day => First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Grain.Week => string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(First):0000}-W{ISOWeek.GetWeekOfYear(First):00}"),
        Grain.Month => First.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        Grain.Year => First.ToString("yyyy", CultureInfo.InvariantCulture),
        _ when Season > 0 => string.Create(CultureInfo.InvariantCulture, $"{First.Year:0000}-{(Season switch { 1 => "SP", 2 => "SU", 3 => "FA", _ => "WI" })}"),
        _ when IsYearPart && Last.Month - First.Month > 2 => string.Create(CultureInfo.InvariantCulture, $"{First.Year:0000}-H{(First.Month + 5) / 6}"),
        _ when IsYearPart => string.Create(CultureInfo.InvariantCulture, $"{First.Year:0000}-Q{(First.Month + 2) / 3}"),
        _ when First is { Month: 1, Day: 1 } && Last is { Month: 12, Day: 31 } => string.Create(CultureInfo.InvariantCulture, $"{First.Year:0000}/{Last.Year:0000}"),
        _ => First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "/" + Last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    public override string ToString() => ToIso();
}
