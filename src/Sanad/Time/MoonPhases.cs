namespace Sanad.Time;

/// <summary>
/// New and full moons after Meeus, "Astronomical Algorithms", chapter 49, with the terms down to 0.00017 of a day: right to two minutes between 1900 and 2100.
/// </summary>
internal static class MoonPhases
{
    /// <summary>Days from one new moon to the next, on average.</summary>
    private const double Month = 29.530588861;

    /// <summary>The Julian day of the mean new moon that months are counted from, in January 2000.</summary>
    private const double Epoch = 2451550.09766;

    /// <summary>The Julian day on which the first day of the calendar begins.</summary>
    private const double FirstDay = 1721425.5;

    /// <summary>Seconds by which the clock of the formula is ahead of Universal Time in these decades.</summary>
    private const double ClockAhead = 70;

    /// <summary>The first new or full moon from the beginning of the day on, in Universal Time.</summary>
    public static DateTime Next(DateOnly from, bool isFull)
    {
        DateTime begin = from.ToDateTime(default);
        double half = isFull ? 0.5 : 0, month = Math.Floor((from.DayNumber + FirstDay - Epoch) / Month) - 1 + half;
        DateTime phase;
        do phase = At(month++, isFull);
        while (phase < begin);
        return phase;
    }

    /// <param name="k">Months from the epoch: whole for new moons, a half more for full ones.</param>
    private static DateTime At(double k, bool isFull)
    {
        double t = k / 1236.85, e = 1 - (0.002516 * t) - (0.0000074 * t * t);
        double sun = Radians(2.5534 + (29.10535670 * k) - (0.0000014 * t * t)), moon = Radians(201.5643 + (385.81693528 * k) + (0.0107582 * t * t));
        double latitude = Radians(160.7108 + (390.67050284 * k) - (0.0016118 * t * t)), node = Radians(124.7746 - (1.56375588 * k) + (0.0020672 * t * t));
        double correction = ((isFull ? -0.40614 : -0.40720) * Math.Sin(moon)) + ((isFull ? 0.17302 : 0.17241) * e * Math.Sin(sun))
            + ((isFull ? 0.01614 : 0.01608) * Math.Sin(2 * moon)) + ((isFull ? 0.01043 : 0.01039) * Math.Sin(2 * latitude))
            + ((isFull ? 0.00734 : 0.00739) * e * Math.Sin(moon - sun)) + ((isFull ? -0.00515 : -0.00514) * e * Math.Sin(moon + sun))
            + ((isFull ? 0.00209 : 0.00208) * e * e * Math.Sin(2 * sun)) - (0.00111 * Math.Sin(moon - (2 * latitude)))
            - (0.00057 * Math.Sin(moon + (2 * latitude))) + (0.00056 * e * Math.Sin((2 * moon) + sun)) - (0.00042 * Math.Sin(3 * moon))
            + (0.00042 * e * Math.Sin(sun + (2 * latitude))) + (0.00038 * e * Math.Sin(sun - (2 * latitude)))
            - (0.00024 * e * Math.Sin((2 * moon) - sun)) - (0.00017 * Math.Sin(node));
        double day = Epoch + (Month * k) + (0.00015437 * t * t) + correction - FirstDay;
        return DateTime.MinValue.AddDays(day).AddSeconds(-ClockAhead);
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
