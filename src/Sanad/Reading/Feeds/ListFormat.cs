using Sanad.Reading.Feeds.Markup;
using Sanad.Reading.Html;

namespace Sanad.Reading.Feeds;

/// <summary>The kinds of lists that name articles, or other lists.</summary>
public enum ListKind
{
    /// <summary>No list: a page, a text, something else.</summary>
    None,
    Feed,
    Sitemap,
    Opml,
}

/// <summary>Tells lists by what they open with, whatever their name or their sender says.</summary>
public static class ListFormat
{
    /// <summary>Bytes at the head in which a list shows itself; more are not looked at.</summary>
    public const int Head = 1 << 14;

    public static ListKind Of(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length, Head)];
        return PageDecoder.Decode(head, null).Text is { } text ? Of(text, isWhole: head.Length == bytes.Length) : ListKind.None;
    }

    private static ListKind Of(string text, bool isWhole)
    {
        ReadOnlySpan<char> start = text.AsSpan().TrimStart();
        if (start.StartsWith('{')) return start.Contains("jsonfeed.org/version/", StringComparison.Ordinal) || start.Contains("jsonfeed.org\\/version\\/", StringComparison.Ordinal) ? ListKind.Feed : ListKind.None;
        if (start.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || start.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) return IsAddresses(start, isWhole) ? ListKind.Sitemap : ListKind.None;
        var markup = new ListMarkup(text);
        ListRoot root = markup.ReadRoot();
        // Words before the root are a server's complaint only where a declaration follows them; else they are a text that speaks of feeds.
        if (root == ListRoot.None || (!start.StartsWith('<') && !text.AsSpan(0, markup.Start).Contains("<?xml", StringComparison.OrdinalIgnoreCase))) return ListKind.None;
        return root switch
        {
            ListRoot.Rss or ListRoot.Atom => ListKind.Feed,
            ListRoot.AtomEntry => text.Contains("/2005/Atom", StringComparison.OrdinalIgnoreCase) ? ListKind.Feed : ListKind.None,
            ListRoot.Opml => ListKind.Opml,
            _ => ListKind.Sitemap,
        };
    }

    /// <summary>Whether each line is an address and nothing else. The last one of a head may be cut.</summary>
    private static bool IsAddresses(ReadOnlySpan<char> text, bool isWhole)
    {
        int count = 0;
        foreach (ReadOnlySpan<char> line in text.EnumerateLines())
        {
            ReadOnlySpan<char> address = line.Trim();
            if (address.IsEmpty) continue;
            if (ListAddress.Parse(address.ToString(), null) is null || address.Contains(' ')) return !isWhole && count > 0 && text.EndsWith(line);
            count++;
        }

        return count > 0;
    }
}
