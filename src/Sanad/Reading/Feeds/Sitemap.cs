namespace Sanad.Reading.Feeds;

/// <summary>What the entries of a sitemap are.</summary>
public enum SitemapKind
{
    /// <summary>Pages of a site.</summary>
    Pages,

    /// <summary>Other sitemaps.</summary>
    Index,
}

/// <summary>A sitemap, read as far as its entries are asked for.</summary>
/// <param name="entries">May be gone through once.</param>
public sealed class Sitemap(SitemapKind kind, IEnumerable<SitemapEntry> entries)
{
    public SitemapKind Kind => kind;

    /// <summary>In the sitemap's order. To be gone through once; nothing but the text and the entry asked for is held.</summary>
    public IEnumerable<SitemapEntry> Entries => entries;

    /// <summary>What was guessed, cut off or left out; known whole once all entries were asked for; null when nothing was.</summary>
    public string? Remark { get; internal set; }
}

/// <summary>A page or another sitemap that a sitemap names.</summary>
/// <param name="Url">Absolute, http or https.</param>
public sealed record SitemapEntry(string Url)
{
    /// <summary><c>lastmod</c>: when the page last changed, as its site says, which is often when the sitemap was written.</summary>
    public PublishedValue? Modified { get; init; }

    /// <summary>What the news extension says of the article; null where it says nothing.</summary>
    public SitemapNews? News { get; init; }

    /// <summary>What of the entry could not be read; null when nothing.</summary>
    public string? Remark { get; init; }
}

/// <summary>An article as the news extension of sitemaps describes it. What is not said is null.</summary>
/// <param name="Outlet">The name of the publication.</param>
/// <param name="Language">A code of ISO 639.</param>
public sealed record SitemapNews(string? Outlet, string? Language, string? Title, PublishedValue? Published);

/// <summary>What became of some bytes taken for a sitemap.</summary>
/// <param name="Sitemap">Null where they are none.</param>
/// <param name="Reason">Why there is no sitemap; null where there is one.</param>
public readonly record struct SitemapReading(Sitemap? Sitemap, string? Reason);
