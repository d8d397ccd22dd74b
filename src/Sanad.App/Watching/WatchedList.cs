using Sanad.App.Fetching;

namespace Sanad.App.Watching;

/// <summary>A feed or sitemap that is watched, and how it goes with it.</summary>
/// <param name="Rhythm">From one look to the next, as it has come to by what the list brought.</param>
/// <param name="Due">When it is looked at next.</param>
internal sealed record WatchedList(long Id, string Url, TimeSpan Rhythm, DateTimeOffset Due)
{
    /// <summary>From one look to the next as its keeper asked for; null to go by <see cref="Rhythm"/>.</summary>
    public TimeSpan? Every { get; init; }

    /// <summary>The last look that did not fail; null before the first.</summary>
    public DateTimeOffset? Looked { get; init; }

    /// <summary>Looks that failed since the last that did not.</summary>
    public int Failures { get; init; }

    /// <summary>Why the last look failed; null where it did not.</summary>
    public string? Error { get; init; }

    /// <summary>Articles that came by it in all.</summary>
    public long Brought { get; init; }

    /// <summary>What its server said of its state; null where it has to be asked for whole, as while links of it are left to be read.</summary>
    public Validators? Known { get; init; }
}
