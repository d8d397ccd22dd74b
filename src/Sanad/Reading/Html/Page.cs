using System.Runtime.InteropServices;
using Sanad.Reading.Html.Tree;

namespace Sanad.Reading.Html;

/// <summary>What one walk over a page's elements gathered: its text in blocks, and what it says about itself in machine-readable form.</summary>
internal sealed class Page(PageDocument document) : IDisposable
{
    public PageDocument Document => document;

    /// <summary>The text of all blocks one after the other, white space collapsed; a line feed stands for each single <c>br</c>.</summary>
    public string Text { get; set; } = "";

    /// <summary>Whether the page is larger than any page is, and what followed was left out.</summary>
    public bool IsCut { get; set; }

    /// <summary>Hardly any page has more than one for each two elements.</summary>
    public List<Block> Blocks { get; } = new(document.Count / 2);

    public List<Container> Containers { get; } = new(document.Count);

    public required LinkedData Linked { get; init; }

    /// <summary>The page's own summary of its article, as its head gives it.</summary>
    public string? Description { get; set; }

    /// <summary>The article's title as the page's head gives it, with or without the site's name.</summary>
    public string? HeadTitle { get; set; }

    /// <summary>The block in which the page prints the article's title; -1 where none is found.</summary>
    public int TitleBlock { get; set; } = -1;

    /// <summary>Targets of links that end in a digit: the next page of an article may be among them.</summary>
    public List<string> NumberedLinks { get; } = [];

    /// <summary>Elements with <c>itemprop</c>, and <c>time</c> elements, with the number of blocks before them.</summary>
    public List<(PageElement Element, int Block)> Marked { get; } = [];

    /// <summary>Contents of <c>meta</c> elements by name, small; of equal names the first, but for authors, who are listed one a line.</summary>
    public Dictionary<string, string> Metas { get; } = new(StringComparer.Ordinal);

    /// <summary>Targets of <c>link</c> elements by relation, small; the first of each.</summary>
    public Dictionary<string, string> Links { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether the page says of itself that it holds an article.</summary>
    public bool SaysArticle => Linked.HasArticle || Meta("og:type") == "article" || Metas.ContainsKey("article:published_time");

    /// <summary>The language that the page's outermost element gives; null where it gives none.</summary>
    public string? DeclaredLanguage => document.Root?.GetAttribute("lang");

    public string? Link(string relation) => Links.GetValueOrDefault(relation);

    public string? Meta(string name) => Metas.GetValueOrDefault(name);

    /// <summary>A block where it stands: large as it is, it is not copied to be looked at. Holds until one is added.</summary>
    public ref readonly Block BlockAt(int block) => ref CollectionsMarshal.AsSpan(Blocks)[block];

    public ReadOnlySpan<char> TextOf(int block) => Text.AsSpan(BlockAt(block).Start, BlockAt(block).Length);

    /// <summary>Gives back the memory in which the elements' texts lie.</summary>
    public void Dispose() => document.Dispose();
}
