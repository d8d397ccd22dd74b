using Sanad.Reading.Plain;

namespace Sanad.App.Input;

/// <summary>What a link of a list leads to.</summary>
internal enum LinkTarget
{
    Article,

    /// <summary>Another list: a feed that an OPML list names, a sitemap that a sitemap index names.</summary>
    List,
}

/// <summary>Something that a feed, a sitemap or an OPML list names and that has to be fetched to be read.</summary>
/// <param name="Url">Absolute, http or https.</param>
/// <param name="Metadata">What the list says of it; it goes into the <see cref="Body"/> that is fetched.</param>
internal sealed record ListedLink(string Url, LinkTarget Target, Metadata Metadata)
{
    /// <summary>When the list says that it was last changed: an ISO day or time; null where it says nothing.</summary>
    public string? Updated { get; init; }
}
