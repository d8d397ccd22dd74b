namespace Sanad.Reading.Feeds;

/// <summary>What a feed says of itself and of the articles it names.</summary>
public sealed record Feed
{
    /// <summary>Its name on one line without markup, which of a paper's feed begins or ends with the paper's name; null where it has none.</summary>
    public string? Title { get; init; }

    /// <summary>The site that it belongs to, absolute; null where it is not said or is no http address.</summary>
    public string? Address { get; init; }

    /// <summary>The language code it declares for all its items ("id-id").</summary>
    public string? Language { get; init; }

    public PublishedValue? Updated { get; init; }

    /// <summary>Whether it ended before its end, or had more items than are read: what <see cref="Items"/> holds is whole.</summary>
    public bool IsCut { get; init; }

    /// <summary>In the feed's order, mostly the newest first.</summary>
    public IReadOnlyList<FeedItem> Items { get; init; } = [];
}

/// <summary>One article that a feed names. What the feed does not say is null or empty.</summary>
public sealed record FeedItem
{
    /// <summary>What the feed knows it by (<c>guid</c>, <c>atom:id</c>, <c>rdf:about</c>), as it stands.</summary>
    public string? Id { get; init; }

    /// <summary>Where the article is to be read, absolute, http or https.</summary>
    public string? Url { get; init; }

    /// <summary>On one line, without markup.</summary>
    public string? Title { get; init; }

    public PublishedValue? Published { get; init; }

    public PublishedValue? Updated { get; init; }

    /// <summary>HTML, or text that HTML readers read the same.</summary>
    public string? Summary { get; init; }

    /// <summary>The article itself as HTML, as far as the feed carries it; may still be only its opening.</summary>
    public string? Content { get; init; }

    /// <summary>
    /// The HTML that is the whole article as far as can be told: several sentences that do not break off, from <see cref="Content"/> or, where there is
    /// none, from a long <see cref="Summary"/>; null for a teaser.
    /// </summary>
    public string? FullText => Feeds.FullText.Of(Content, Summary);

    /// <summary>Names, in the feed's order; mail addresses without a name are left out.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>The agency or outlet that the article comes from.</summary>
    public FeedSource? Source { get; init; }

    /// <summary>The language that the item, or else its feed, declares.</summary>
    public string? Language { get; init; }

    public IReadOnlyList<FeedPicture> Pictures { get; init; } = [];

    /// <summary>What of the item could not be read: a date that is none, an address that is none; null when nothing.</summary>
    public string? Remark { get; init; }
}

/// <summary>Where an item comes from, as its feed says: <c>&lt;source url="…"&gt;Name&lt;/source&gt;</c>.</summary>
/// <param name="Url">Its feed or site, absolute; null where it is not said.</param>
public sealed record FeedSource(string Name, string? Url);

/// <summary>A picture or film beside an item.</summary>
/// <param name="Credit">Who made it, as printed.</param>
/// <param name="Description">Its caption, on one line.</param>
public sealed record FeedPicture(string? Url, string? Credit, string? Description);

/// <summary>What became of some bytes taken for a feed.</summary>
/// <param name="Feed">Null where they are none.</param>
/// <param name="Remark">Why there is no feed or, where there is one, what was guessed, lost or cut off; null when nothing was.</param>
public readonly record struct FeedReading(Feed? Feed, string? Remark);
