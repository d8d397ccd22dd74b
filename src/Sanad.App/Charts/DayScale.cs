namespace Sanad.App.Charts;

/// <summary>Days under a chart.</summary>
internal static class DayScale
{
    /// <summary>Some of the days from the first to the last, evenly spaced, at most <paramref name="most"/>.</summary>
    public static IReadOnlyList<DateOnly> Marks(DateOnly first, DateOnly last, int most)
    {
        int count = last.DayNumber - first.DayNumber + 1;
        int step = 1;
        foreach (int days in (int[])[1, 2, 7, 14, 30, 61, 91, 182, 365, 730, 1826, 3652])
        {
            step = days;
            if ((count + days - 1) / days <= most) break;
        }

        while ((count + step - 1) / step > most) step *= 2;
        var ticks = new List<DateOnly>();
        for (int day = first.DayNumber; day <= last.DayNumber; day += step) ticks.Add(DateOnly.FromDayNumber(day));
        return ticks;
    }
}
