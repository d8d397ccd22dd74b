namespace Sanad.App.Watching;

/// <summary>
/// When a list is looked at next. One that brings news is looked at twice as often, one that brings none half as often again, within bounds: so it settles near the pace
/// at which it changes. One that fails is looked at ever less, but is never given up.
/// </summary>
internal static class Rhythm
{
    public static readonly TimeSpan First = TimeSpan.FromMinutes(15), Shortest = TimeSpan.FromMinutes(5), Longest = TimeSpan.FromHours(6), LongestAfterFailures = TimeSpan.FromDays(1);

    /// <param name="brought">Whether the look brought anything new.</param>
    public static TimeSpan After(TimeSpan rhythm, bool brought) => Bounded(brought ? rhythm / 2 : rhythm * 1.5, Shortest, Longest);

    /// <param name="every">From one look to the next while all goes well.</param>
    /// <param name="freshFor">For how long the server says that asking again is of no use.</param>
    public static DateTimeOffset Due(DateTimeOffset now, TimeSpan every, TimeSpan? freshFor)
    {
        TimeSpan fresh = freshFor ?? TimeSpan.Zero;
        if (fresh > Longest) fresh = Longest;
        return now + (fresh > every ? fresh : every);
    }

    /// <param name="failures">Looks that failed one after the other, the last one too; at least 1.</param>
    /// <param name="retryAt">Until when the server wants to be left alone.</param>
    public static DateTimeOffset DueAfterFailure(DateTimeOffset now, TimeSpan every, int failures, DateTimeOffset? retryAt)
    {
        TimeSpan longest = every > LongestAfterFailures ? every : LongestAfterFailures;
        DateTimeOffset due = now + Bounded(every * Math.Pow(2, Math.Min(failures, 20)), every, longest);
        return retryAt > due ? retryAt.Value : due;
    }

    private static TimeSpan Bounded(TimeSpan span, TimeSpan least, TimeSpan most) => span < least ? least : span > most ? most : span;
}
