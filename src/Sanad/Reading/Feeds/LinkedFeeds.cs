using Sanad.Reading.Feeds.Markup;
using Sanad.Text;

namespace Sanad.Reading.Feeds;

/// <summary>A feed that a page announces.</summary>
/// <param name="Url">Absolute, http or https.</param>
/// <param name="Title">Null where the page gives it none.</param>
public sealed record LinkedFeed(string Url, string? Title);

/// <summary>Finds the feeds that a page announces: <c>&lt;link rel="alternate" type="application/rss+xml" href="…"&gt;</c>.</summary>
public static class LinkedFeeds
{
    /// <summary>Feeds taken from one page.</summary>
    private const int Most = 100;

    /// <param name="html">The page's markup; scripts, styles and comments in it announce nothing.</param>
    /// <param name="address">The page's address; its <c>base</c> element counts too.</param>
    /// <returns>In the page's order, each address once; comments' feeds, where a page has them, mostly come last.</returns>
    public static IReadOnlyList<LinkedFeed> Find(string html, Uri? address)
    {
        var feeds = new List<LinkedFeed>();
        for (int at = 0; at < html.Length && feeds.Count < Most;)
        {
            int start = html.AsSpan(at).IndexOf('<');
            if (start < 0) break;
            start += at;
            int name = start + 1;
            int end = name;
            while (end < html.Length && char.IsAsciiLetter(html[end])) end++;
            ReadOnlySpan<char> tag = html.AsSpan(name, end - name);
            if (html.AsSpan(start).StartsWith("<!--")) at = Behind(html, start + 4, "-->");
            else if (Is(tag, "script")) at = Behind(html, end, "</script");
            else if (Is(tag, "style")) at = Behind(html, end, "</style");
            else if (Is(tag, "body")) break;
            else at = end;
            if (!Is(tag, "link") && !Is(tag, "base")) continue;
            int close = html.AsSpan(end).IndexOf('>');
            if (close < 0) break;
            at = end + close + 1;
            var whole = new TextSpan(start, at);
            var attributes = new AttributeList(html, whole, new TextSpan(name, end));
            if (Is(tag, "base")) address = ListAddress.Inside(Value(html, attributes, "href"), address);
            else if (Announced(html, attributes, address) is { } feed && !feeds.Exists(other => other.Url == feed.Url)) feeds.Add(feed);
        }

        return feeds;
    }

    private static LinkedFeed? Announced(string html, AttributeList attributes, Uri? address)
    {
        string type = Value(html, attributes, "type") ?? "", rel = Value(html, attributes, "rel") ?? "";
        if (!rel.Contains("alternate", StringComparison.OrdinalIgnoreCase)) return null;
        bool isFeed = type.Contains("rss+xml", StringComparison.OrdinalIgnoreCase) || type.Contains("atom+xml", StringComparison.OrdinalIgnoreCase)
            || type.Contains("rdf+xml", StringComparison.OrdinalIgnoreCase) || type.Contains("feed+json", StringComparison.OrdinalIgnoreCase);
        if (!isFeed || ListAddress.Resolve(Value(html, attributes, "href"), address) is not { } url) return null;
        string title = MarkupText.Collapse(Value(html, attributes, "title") ?? "");
        return new LinkedFeed(url, title.Length == 0 ? null : title);
    }

    private static string? Value(string html, AttributeList attributes, string name)
    {
        foreach ((TextSpan itsName, TextSpan value) in attributes)
        {
            if (itsName.Of(html).Equals(name, StringComparison.OrdinalIgnoreCase)) return MarkupText.Resolve(value.Of(html));
        }

        return null;
    }

    private static bool Is(ReadOnlySpan<char> tag, string name) => tag.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static int Behind(string html, int from, string mark)
    {
        int end = from >= html.Length ? -1 : html.AsSpan(from).IndexOf(mark, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? html.Length : from + end + mark.Length;
    }
}
