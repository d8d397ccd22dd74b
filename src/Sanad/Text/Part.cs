namespace Sanad.Text;

/// <summary>What a stretch of an article is to its reader.</summary>
public enum PartKind
{
    Body,
    Title,
    Subheading,
    Caption,
    Byline,
    Dateline,
    Credit,
    Furniture,
}

/// <summary>
/// One line (paragraph) of an article and what it is. Parts are in reading order, do not overlap and leave out only
/// line breaks and blank lines. A <see cref="PartKind.Dateline"/> is a line of its own that gives the day of
/// publication; "JAKARTA, KOMPAS - …" at the head of a paragraph stays in its body part.
/// </summary>
public readonly record struct Part(PartKind Kind, TextSpan Span)
{
    /// <summary>
    /// Whether a page's markup sets this line as a subhead of the text that it belongs to. A <see cref="PartKind.Subheading"/> is a line of plain text that only looks like one.
    /// </summary>
    public bool IsHeading { get; init; }

    /// <summary>When this part was published, where it is an entry of a report that goes on being written: an ISO day or time; else null.</summary>
    public string? Published { get; init; }
}
