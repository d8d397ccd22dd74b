using Sanad.Reading.Plain;

namespace Sanad.App.Input;

/// <summary>Bytes as a file, a server or an archive handed them over, with what is known of them.</summary>
/// <param name="Source">Name for the ledger and for complaints.</param>
internal sealed record Body(string Source, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Where it was fetched, after redirects; null for what came from a file.</summary>
    public string? Url { get; init; }

    /// <summary>The header's value, charset and all; null where nothing was said.</summary>
    public string? ContentType { get; init; }

    /// <summary>Where the same article would be found again, where that is not its URL: the file it fills.</summary>
    public string? Address { get; init; }

    /// <summary>What is said of the article from outside: by the feed that named it, or by a file beside it.</summary>
    public Metadata Metadata { get; init; } = new();

    /// <summary>What there is to remark already.</summary>
    public string? Remark { get; init; }
}
