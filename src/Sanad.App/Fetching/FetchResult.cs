namespace Sanad.App.Fetching;

/// <summary>What a server says about the state of a resource, so that it need send it again only when it has changed.</summary>
/// <param name="Address">Where the resource was found, behind all redirects; the rest means nothing elsewhere.</param>
/// <param name="ETag">As the server wrote it; null where it gives none.</param>
/// <param name="Modified">The Last-Modified header as the server wrote it; null where it gives none.</param>
internal sealed record Validators(string Address, string? ETag, string? Modified)
{
    /// <summary>Whether there is nothing to go by.</summary>
    public bool IsEmpty => ETag is null && Modified is null;
}

/// <summary>A whole answer.</summary>
/// <param name="Address">Where it was found, behind all redirects.</param>
/// <param name="Bytes">Decompressed; empty where <see cref="IsUnchanged"/>.</param>
internal sealed record WebAnswer(Uri Address, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The Content-Type header; null where there is none.</summary>
    public string? ContentType { get; init; }

    /// <summary>Whether the server says that it is as the validators describe it (304).</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>When it had been received.</summary>
    public required DateTimeOffset At { get; init; }

    public required Validators Validators { get; init; }

    /// <summary>For how long the server says that asking again is of no use; null where it does not say.</summary>
    public TimeSpan? FreshFor { get; init; }
}

/// <summary>Why there is no answer.</summary>
/// <param name="RetryAt">Before this there is no use in trying again; null where nothing is known.</param>
/// <param name="IsFinal">Whether trying again later is of no use: what was asked for is gone or our own rules forbid it.</param>
internal sealed record FetchFailure(string Reason, DateTimeOffset? RetryAt = null, bool IsFinal = false);

/// <summary>An answer or the reason why there is none.</summary>
internal readonly record struct FetchResult(WebAnswer? Answer, FetchFailure? Failure)
{
    public static implicit operator FetchResult(WebAnswer answer) => new(answer, null);

    public static implicit operator FetchResult(FetchFailure failure) => new(null, failure);
}
