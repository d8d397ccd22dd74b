namespace Sanad.Reading.Html;

/// <summary>A run of text that a page shows as one paragraph, heading, list item or table row.</summary>
/// <param name="Start">Start in the page's text, in UTF-16 code units.</param>
/// <param name="End">End in the page's text, exclusive.</param>
/// <param name="Container">Index of the element it stands in directly.</param>
internal record struct Block(int Start, int End, int Container)
{
    public Role Role { get; init; }

    public Region Regions { get; init; }

    /// <summary>Hints of the elements around it, but for those that <see cref="Near"/> holds.</summary>
    public ulong Far { get; init; }

    /// <summary>Hints of the element it stands in and of that one's parent.</summary>
    public ulong Near { get; init; }

    public CharacterCounts Counts { get; init; }

    public readonly int Words => Counts.Words;

    public int LinkCharacters { get; init; }

    /// <summary>Characters in <c>b</c>, <c>strong</c>, <c>em</c> or <c>i</c>.</summary>
    public int MarkedCharacters { get; init; }

    public readonly int Length => End - Start;
}

/// <summary>An element that is laid out as a block.</summary>
/// <param name="Parent">Index of the block element around it; -1 for the outermost.</param>
/// <param name="Signature">Equal for elements with the same name and class under such parents: what repeats on a page.</param>
internal record struct Container(int Parent, int Depth, int Signature)
{
    public Role Role { get; init; }

    /// <summary>Index of the first block in it, and of the first one behind it.</summary>
    public int FirstBlock { get; init; }

    public int EndBlock { get; set; }
}
