namespace Sanad.Reading.Plain;

/// <summary>A text as it was handed in, before anything is read out of it.</summary>
/// <param name="Source">The name it came by.</param>
public sealed record SuppliedText(string Source, string Text, Metadata Metadata)
{
    /// <summary>Whether the text is a page's markup (HTML), out of which the article is still to be read.</summary>
    public bool IsPage { get; init; }
}
