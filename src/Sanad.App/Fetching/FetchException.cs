namespace Sanad.App.Fetching;

/// <summary>A fetch comes to nothing; the message is the reason for the reader.</summary>
internal sealed class FetchException(string reason) : IOException(reason)
{
    /// <summary>Whether the server could not be had at all, as against having said something that is of no use.</summary>
    public bool IsUnreachable { get; init; }

    /// <summary>Whether our own rules forbid it, so that trying again is useless.</summary>
    public bool IsRefused { get; init; }
}
