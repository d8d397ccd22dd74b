namespace Sanad.App.Hooks;

/// <summary>When a message is tried again. With these numbers it is given up some 27 hours after it was first sent.</summary>
internal static class HookPace
{
    /// <summary>Tries of one message before it is given up.</summary>
    public const int MostTries = 12;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(10), Longest = TimeSpan.FromHours(6), LongestRest = TimeSpan.FromMinutes(15), LongestRetryAfter = TimeSpan.FromDays(1);

    /// <summary>When a message is tried again that has failed so often: 10 s after the first time, three times as long after each that follows, 6 hours at most; never sooner than the other side asks.</summary>
    public static DateTimeOffset Again(DateTimeOffset now, int tries, TimeSpan? retryAfter)
    {
        TimeSpan wait = Grown(tries, Longest);
        if (retryAfter is { } asked && asked > wait) wait = asked < LongestRetryAfter ? asked : LongestRetryAfter;
        return now + wait;
    }

    /// <summary>Until when a hook is left alone that failed so often one time after the other, so that all that waits for one that is down is not tried in a row.</summary>
    public static DateTimeOffset RestsUntil(DateTimeOffset now, int failures, TimeSpan? retryAfter)
    {
        TimeSpan rest = Grown(failures, LongestRest);
        return now + (retryAfter is { } asked && asked > rest ? asked < LongestRetryAfter ? asked : LongestRetryAfter : rest);
    }

    private static TimeSpan Grown(int times, TimeSpan most)
    {
        double seconds = First.TotalSeconds * Math.Pow(3, Math.Clamp(times - 1, 0, 20));
        return seconds < most.TotalSeconds ? TimeSpan.FromSeconds(seconds) : most;
    }
}
