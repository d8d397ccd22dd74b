using Sanad.App.Input;
using Sanad.Reading.Feeds;

namespace Sanad.App.Fetching;

/// <summary>What stands at an address: articles there and then, links to more, and what could not be had.</summary>
/// <param name="Items">Articles, and failures with their reasons.</param>
/// <param name="Links">Articles that are yet to be fetched, each address once, in the order of the list; of sitemaps the newest first.</param>
internal sealed record Listing(IReadOnlyList<InputItem> Items, IReadOnlyList<ListedLink> Links)
{
    /// <summary>What it is; a page or a text is no list.</summary>
    public ListKind Kind { get; init; }

    /// <summary>Lists that it names, before they are followed: an OPML list's feeds, a sitemap index's sitemaps.</summary>
    public IReadOnlyList<ListedLink> Lists { get; init; } = [];

    /// <summary>What was guessed or lost while reading it; null where nothing was.</summary>
    public string? Remark { get; init; }

    public bool IsList => Kind != ListKind.None;

    /// <summary>Whether the lists that it names are each a list of their own, where the parts of a sitemap index are one.</summary>
    public bool IsOutline => Kind == ListKind.Opml;
}
