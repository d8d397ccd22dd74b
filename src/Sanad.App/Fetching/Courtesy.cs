namespace Sanad.App.Fetching;

/// <summary>How much is asked of a server.</summary>
internal sealed record Courtesy
{
    /// <summary>From the start of one request to a host to the start of the next; there is never more than one at a time.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A longer Crawl-delay in a robots.txt is honoured as this long.</summary>
    public TimeSpan LongestCrawlDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Requests under way at once, to all hosts together.</summary>
    public int Parallel { get; init; } = 8;

    /// <summary>Requests for one address before giving up on a host that is busy.</summary>
    public int MostTries { get; init; } = 3;

    /// <summary>Pause after the first failure of a host; doubled by each that follows.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Where doubling ends.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromHours(1);

    /// <summary>A later Retry-After is not believed.</summary>
    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromDays(1);

    /// <summary>A host that asks for a longer pause than this is given up for now instead of waited for.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(60);
}
