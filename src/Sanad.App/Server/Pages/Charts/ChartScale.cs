namespace Sanad.App.Server.Pages.Charts;

/// <summary>Steps of an axis that a reader can count: 1, 2 or 5 times a power of ten.</summary>
internal static class ChartScale
{
    /// <summary>From at or below the lowest value to at or above the highest, in some <paramref name="wanted"/> steps.</summary>
    /// <returns>At least two values, rising.</returns>
    public static IReadOnlyList<double> Ticks(double lowest, double highest, int wanted)
    {
        if (!(highest > lowest)) highest = lowest + 1;
        double rough = (highest - lowest) / wanted;
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = (rough / power) switch { <= 1 => power, <= 2 => 2 * power, <= 5 => 5 * power, _ => 10 * power };
        // People and houses come whole.
        if (step < 1 && lowest == Math.Floor(lowest) && highest == Math.Floor(highest)) step = 1;
        double first = Math.Floor(lowest / step) * step;
        var ticks = new List<double>();
        for (int i = 0; ticks.Count < 2 || ticks[^1] < highest; i++) ticks.Add(first + (i * step));
        return ticks;
    }

    /// <summary>Some of the days from the first to the last, evenly spaced, at most <paramref name="most"/>.</summary>
    public static IReadOnlyList<DateOnly> Days(DateOnly first, DateOnly last, int most)
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
