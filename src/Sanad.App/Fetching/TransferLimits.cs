namespace Sanad.App.Fetching;

/// <summary>How long and how large an answer may be.</summary>
internal sealed record TransferLimits
{
    /// <summary>Until a connection stands, with its encryption.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For all of a fetch, from the first request to the last byte behind the last redirect; waiting out of politeness is not counted.</summary>
    public TimeSpan Whole { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>For which a server may send nothing, and be behind <see cref="LeastPerSecond"/>.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Bytes a second, on the mean since the body began, below which a server only holds the line.</summary>
    public int LeastPerSecond { get; init; } = 500;

    /// <summary>Most bytes on the wire. A sitemap has at most 50 MB when inflated, and shrinks to a twentieth.</summary>
    public int MostOnWire { get; init; } = 24 << 20;

    /// <summary>Most bytes after decompression: what the sitemap protocol allows, and a little.</summary>
    public int MostInflated { get; init; } = 56 << 20;

    /// <summary>Most kilobytes of an answer's headers.</summary>
    public int MostHeaderKilobytes { get; init; } = 64;

    public int MostRedirects { get; init; } = 10;
}
