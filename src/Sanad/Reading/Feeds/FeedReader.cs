using Sanad.Language;
using Sanad.Reading.Feeds.Markup;
using Sanad.Reading.Html;

namespace Sanad.Reading.Feeds;

/// <summary>
/// Reads RSS 0.90 to 2.0, Atom 0.3 and 1.0 and JSON Feed 1.0 and 1.1, broken ones too: the bytes themselves tell what they are, not the content type.
/// No document type is processed, no entity declared, no address fetched. Time and memory are a small multiple of the bytes. Safe to use from many threads.
/// </summary>
public sealed class FeedReader(LanguageSet languages)
{
    /// <summary>Items read of one feed: more than any paper's feed holds.</summary>
    public const int MostItems = 20_000;

    /// <param name="contentType">The header's value; only its charset counts, and that only as far as the bytes bear it out.</param>
    /// <param name="address">Where the feed was fetched; relative addresses in it are resolved against it. Null for a file.</param>
    /// <returns>The feed, with all items that are whole where it was cut off; or the reason why there is none.</returns>
    public FeedReading Read(ReadOnlySpan<byte> bytes, string? contentType, Uri? address)
    {
        (string? text, string? remark) = PageDecoder.Decode(bytes, contentType);
        if (text is null) return new FeedReading(null, remark);
        if (text.AsSpan().TrimStart().StartsWith('{')) return With(remark, JsonFeedReader.Read(text, address, languages));
        var markup = new ListMarkup(text);
        return markup.ReadRoot() switch
        {
            ListRoot.Rss => With(remark, new RssReader(markup, languages).Read(address)),
            ListRoot.Atom => With(remark, new AtomReader(markup, languages).Read(address)),
            ListRoot.AtomEntry => With(remark, new AtomReader(markup, languages).ReadLone(address)),
            _ => new FeedReading(null, "no feed: neither RSS, Atom nor JSON Feed"),
        };
    }

    /// <summary>A feed that was read to where it ends, or to where reading ends.</summary>
    internal static FeedReading Whole(Feed feed, bool isCut) => new(
        feed with { IsCut = isCut || feed.Items.Count >= MostItems },
        feed.Items.Count >= MostItems ? $"more than {MostItems} items; the rest is left out" : isCut ? "cut off: what is not whole is left out" : null);

    private static FeedReading With(string? remark, FeedReading reading) =>
        remark is null ? reading : reading with { Remark = reading.Remark is null ? remark : $"{remark}; {reading.Remark}" };
}
