using System.Net;
using Sanad.App.Cli;
using Sanad.Language;
using Sanad.Reading.Feeds;
using Sanad.Reading.Plain;

namespace Sanad.App.Input;

/// <summary>
/// Reads the items of a list of whatever kind: articles whose whole text a feed carries as pages, all others as links to follow, with what the list says of them.
/// </summary>
internal static class ListedItems
{
    public static IEnumerable<InputItem> Read(Body body, ListKind kind) => kind switch
    {
        ListKind.Feed => ReadFeed(body, Languages.All),
        ListKind.Sitemap => ReadSitemap(body, Languages.All),
        _ => ReadOpml(body),
    };

    private static IEnumerable<InputItem> ReadFeed(Body body, LanguageSet languages)
    {
        (Feed? feed, string? remark) = new FeedReader(languages).Read(body.Bytes.Span, body.ContentType, AddressOf(body));
        if (feed is null || feed.Items.Count == 0) return [InputItem.Failed(body.Source, remark ?? "a feed without items")];
        var items = new List<InputItem>();
        string? outlet = body.Metadata.Outlet ?? feed.Title;
        for (int i = 0; i < feed.Items.Count; i++) items.Add(ItemOf(body.Source, i + 1, feed.Items[i], outlet));
        // What was lost is a failure; what was guessed is remarked on with the first that it concerns.
        if (feed.IsCut) items.Add(InputItem.Failed(body.Source, remark!));
        else items[0] = items[0] with { Remark = items[0].Remark ?? remark ?? body.Remark };
        return items;
    }

    private static InputItem ItemOf(string source, int number, FeedItem item, string? outlet)
    {
        string place = $"{source}: item {number}";
        Metadata metadata = MetadataOf(item, outlet);
        if (item.FullText is { } html)
        {
            if (html.Length > BodyReader.LongestPage) return InputItem.Failed(place, $"a page of {html.Length / 1_000_000} million characters; at most {BodyReader.LongestPage / 1_000_000} million are read");
            string? published = metadata.Published ?? item.Updated?.ToIso();
            // What the feed says stands in the page's head, or else a day that its text names would be taken for that of its publication.
            string head = $"<title>{WebUtility.HtmlEncode(metadata.Title)}</title>{(published is null ? "" : $"<meta property=\"article:published_time\" content=\"{published}\">")}";
            string page = $"<html><head>{head}</head><body><article>\n<h1>{WebUtility.HtmlEncode(metadata.Title)}</h1>\n{html}\n</article></body></html>";
            return new InputItem(place)
            {
                Supplied = new SuppliedText(item.Url ?? $"{source}:{number}", page, metadata with { Published = published }) { IsPage = true },
                Address = item.Url, Remark = item.Remark,
            };
        }

        if (item.Url is null) return InputItem.Failed(place, $"has neither a text nor an address{(item.Remark is null ? "" : $": {item.Remark}")}");
        // A page knows better than its feed what its paper is called; what the feed says is not the paper's name where it is the name of one of its desks.
        var link = new ListedLink(item.Url, LinkTarget.Article, metadata.Outlet == outlet ? metadata with { Outlet = null } : metadata) { Updated = item.Updated?.ToIso() };
        return InputItem.ToFollow(place, link) with { Remark = item.Remark };
    }

    /// <remarks>The language is left out: many feeds declare the one that their software was delivered in.</remarks>
    private static Metadata MetadataOf(FeedItem item, string? outlet)
    {
        string? title = item.Title, credit = item.Source?.Name;
        if (item.Source is { } source && IsPublisher(source, item))
        {
            (outlet, credit) = (source.Name, null);
            if (title!.EndsWith($" - {source.Name}", StringComparison.Ordinal)) title = title[..^(source.Name.Length + 3)];
        }

        return new Metadata { IsOfList = true, Url = item.Url, Title = title, Published = item.Published?.ToIso(), Byline = item.Authors, Outlet = outlet, Credit = credit };
    }

    /// <summary>
    /// Whether an item's source is the paper that published it, and not an agency that a paper took it from: the item lies on the source's site, or its
    /// title ends in the source's name, as search engines write it.
    /// </summary>
    private static bool IsPublisher(FeedSource source, FeedItem item)
    {
        if (item.Title is null) return false;
        if (item.Title.EndsWith($" - {source.Name}", StringComparison.Ordinal)) return true;
        return source.Url is { } site && item.Url is { } url && SiteOf(site).Equals(SiteOf(url), StringComparison.OrdinalIgnoreCase);

        static ReadOnlySpan<char> SiteOf(string address) => new Uri(address).Host is var host && host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host.AsSpan(4) : host;
    }

    private static IEnumerable<InputItem> ReadSitemap(Body body, LanguageSet languages)
    {
        (Sitemap? sitemap, string? reason) = new SitemapReader(languages).Read(body.Bytes.Span, body.ContentType, AddressOf(body));
        return sitemap is null ? [InputItem.Failed(body.Source, reason!)] : Entries(body.Source, sitemap);
    }

    private static IEnumerable<InputItem> Entries(string source, Sitemap sitemap)
    {
        int number = 0;
        foreach (SitemapEntry entry in sitemap.Entries)
        {
            var metadata = new Metadata { IsOfList = true, Url = entry.Url, Outlet = entry.News?.Outlet, Title = entry.News?.Title, Published = entry.News?.Published?.ToIso() };
            var link = new ListedLink(entry.Url, sitemap.Kind == SitemapKind.Index ? LinkTarget.List : LinkTarget.Article, sitemap.Kind == SitemapKind.Index ? new Metadata() : metadata) { Updated = entry.Modified?.ToIso() };
            yield return InputItem.ToFollow($"{source}: entry {++number}", link) with { Remark = entry.Remark };
        }

        if (sitemap.Remark is { } remark) yield return InputItem.Failed(source, remark);
        else if (number == 0) yield return InputItem.Failed(source, "a sitemap without entries");
    }

    private static IEnumerable<InputItem> ReadOpml(Body body)
    {
        (Opml? opml, string? remark) = OpmlReader.Read(body.Bytes.Span, body.ContentType, AddressOf(body));
        if (opml is not null)
        {
            foreach (OpmlFeed feed in opml.Feeds) yield return InputItem.ToFollow($"{body.Source}: {feed.Title ?? feed.Url}", new ListedLink(feed.Url, LinkTarget.List, new Metadata { Outlet = feed.Title }));
        }

        if (remark is not null || opml!.Feeds.Count == 0) yield return InputItem.Failed(body.Source, remark ?? "a list without feeds");
    }

    private static Uri? AddressOf(Body body) => body.Url is { } url && Uri.TryCreate(url, UriKind.Absolute, out Uri? address) ? address : null;
}
