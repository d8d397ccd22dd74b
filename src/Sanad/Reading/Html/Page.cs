using AngleSharp.Dom;

namespace Sanad.Reading.Html;

/// <summary>What one walk over a page's elements gathered: its text in blocks, and what it says about itself in machine-readable form.</summary>
internal sealed class Page(IDocument document)
{
    public IDocument Document => document;

    /// <summary>The text of all blocks one after the other, white space collapsed; a line feed stands for each single <c>br</c>.</summary>
    public string Text { get; set; } = "";

    public List<Block> Blocks { get; } = [];

    public List<Container> Containers { get; } = [];

    /// <summary>Texts of <c>script type="application/ld+json"</c>.</summary>
    public List<string> LinkedData { get; } = [];

    /// <summary>Elements with <c>itemprop</c>, and <c>time</c> elements, with the number of blocks before them.</summary>
    public List<(IElement Element, int Block)> Marked { get; } = [];

    public ReadOnlySpan<char> TextOf(int block) => Text.AsSpan(Blocks[block].Start, Blocks[block].Length);
}
