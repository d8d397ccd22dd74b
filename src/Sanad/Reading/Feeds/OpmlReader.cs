using Sanad.Reading.Feeds.Markup;
using Sanad.Reading.Html;

namespace Sanad.Reading.Feeds;

/// <summary>A list of feeds.</summary>
/// <param name="Title">Null where it has none.</param>
public sealed record Opml(string? Title, IReadOnlyList<OpmlFeed> Feeds);

/// <summary>A feed that a list names.</summary>
/// <param name="Url">The feed's address, absolute, http or https.</param>
/// <param name="Site">The site it belongs to; null where it is not said.</param>
/// <param name="Title">Null where it has none.</param>
/// <param name="Folders">Names of the folders it lies in, the outermost first.</param>
public sealed record OpmlFeed(string Url, string? Site, string? Title, IReadOnlyList<string> Folders);

/// <summary>What became of some bytes taken for a list of feeds.</summary>
/// <param name="Opml">Null where they are none.</param>
/// <param name="Remark">Why there is no list or, where there is one, what was guessed, lost or cut off; null when nothing was.</param>
public readonly record struct OpmlReading(Opml? Opml, string? Remark);

/// <summary>Reads OPML 1.0 and 2.0: feeds in folders, whatever the case of its names.</summary>
public static class OpmlReader
{
    /// <summary>Feeds read of one list.</summary>
    public const int MostFeeds = 20_000;

    /// <summary>Folders inside each other that are entered; no reader shows more of them.</summary>
    private const int DeepestFolder = 64;

    public static OpmlReading Read(ReadOnlySpan<byte> bytes, string? contentType, Uri? address)
    {
        (string? text, string? remark) = PageDecoder.Decode(bytes, contentType);
        if (text is null) return new OpmlReading(null, remark);
        var markup = new ListMarkup(text);
        if (markup.ReadRoot() != ListRoot.Opml) return new OpmlReading(null, "no OPML");
        string? title = null;
        var feeds = new List<OpmlFeed>();
        int root = markup.Depth;
        while (markup.ReadChild(root))
        {
            int part = markup.Depth;
            if (markup.Name is "head")
            {
                while (markup.ReadChild(part))
                {
                    if (markup.Name is "title") title ??= NotEmpty(markup.Line(isHtml: false));
                }
            }
            else if (markup.Name is "body")
            {
                ReadOutlines(markup, address, feeds, [], 0);
            }
            else if (markup.Name is "outline")
            {
                // A list without a body.
                ReadOutline(markup, address, feeds, [], 0);
            }
        }

        string? left = feeds.Count >= MostFeeds ? $"more than {MostFeeds} feeds; the rest is left out" : markup.IsCut ? "cut off: what is not whole is left out" : null;
        return new OpmlReading(new Opml(title, feeds), remark is null || left is null ? remark ?? left : $"{remark}; {left}");
    }

    private static void ReadOutlines(ListMarkup markup, Uri? address, List<OpmlFeed> feeds, IReadOnlyList<string> folders, int nesting)
    {
        int depth = markup.Depth;
        while (feeds.Count < MostFeeds && markup.ReadChild(depth))
        {
            if (markup.Name is "outline") ReadOutline(markup, address, feeds, folders, nesting);
        }
    }

    private static void ReadOutline(ListMarkup markup, Uri? address, List<OpmlFeed> feeds, IReadOnlyList<string> folders, int nesting)
    {
        string? name = NotEmpty(MarkupText.Words(markup.Attribute("title") ?? "")) ?? NotEmpty(MarkupText.Words(markup.Attribute("text") ?? ""));
        if (ListAddress.Resolve(markup.Attribute("xmlUrl"), address) is { } url) feeds.Add(new OpmlFeed(url, ListAddress.Resolve(markup.Attribute("htmlUrl"), address), name, folders));
        if (nesting < DeepestFolder) ReadOutlines(markup, address, feeds, name is null ? folders : [.. folders, name], nesting + 1);
    }

    private static string? NotEmpty(string text) => text.Length == 0 ? null : text;
}
