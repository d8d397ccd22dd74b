namespace Sanad.Reading.Archives;

/// <summary>One thing that an archive held and that its reader should know of, in the order of the archive.</summary>
/// <param name="Start">Where its record, or the stretch, begins.</param>
/// <param name="End">Where reading goes on behind it: all before this place has been handed out.</param>
public abstract record ArchiveItem(ArchivePosition Start, ArchivePosition End);

/// <summary>A page as it was fetched: an answer 200 with HTML.</summary>
/// <param name="Url">The address that was asked for.</param>
/// <param name="Date">When it was fetched; null where the record does not say so readably.</param>
/// <param name="ContentType">As the server sent it, parameters included; null where it sent none and the content alone tells that it is HTML.</param>
/// <param name="Status">Of HTTP; 200 for a record that was never sent by HTTP.</param>
/// <param name="Body">The page's bytes with all transfer and content codings undone, not yet decoded to text.</param>
public sealed record ArchivedPage(ArchivePosition Start, ArchivePosition End, string Url, DateTimeOffset? Date, string? ContentType, int Status, ReadOnlyMemory<byte> Body)
    : ArchiveItem(Start, End)
{
    /// <summary>Why the page is not whole (the crawler cut it off, or its coding breaks off); null for a whole one.</summary>
    public string? Cut { get; init; }
}

/// <summary>A stretch of an archive of which nothing could be read, though an article may have stood there.</summary>
/// <param name="Reason">Why, for the archive's user.</param>
public sealed record LostStretch(ArchivePosition Start, ArchivePosition End, string Reason) : ArchiveItem(Start, End);

/// <summary>A record that says a page was as it had been before, where what it had been is not in this archive.</summary>
/// <param name="Url">The address that was asked for.</param>
public sealed record UnresolvedRevisit(ArchivePosition Start, ArchivePosition End, string Url) : ArchiveItem(Start, End);
