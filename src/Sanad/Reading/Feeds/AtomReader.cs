using Sanad.Language;
using Sanad.Reading.Feeds.Markup;

namespace Sanad.Reading.Feeds;

/// <summary>Reads Atom 1.0 (RFC 4287) and 0.3.</summary>
internal sealed class AtomReader(ListMarkup markup, LanguageSet languages)
{
    private readonly List<FeedItem> _items = [];
    private readonly List<string> _authors = [];
    private string? _title, _language;
    private PublishedValue? _updated;

    public FeedReading Read(Uri? address)
    {
        markup.NeverNested = "entry";
        int depth = markup.Depth;
        Uri? place = ListAddress.Inside(markup.Attribute("xml:base"), address);
        var links = new AtomLinks();
        _language = markup.Attribute("xml:lang");
        while (_items.Count < FeedReader.MostItems && markup.ReadChild(depth))
        {
            if (markup.Vocabulary is not (Vocabulary.Own or Vocabulary.Atom)) continue;
            switch (markup.Name)
            {
                case "title":
                    _title ??= ReadLine();
                    break;
                case "link":
                    links.Add(markup, place);
                    break;
                case "updated" or "modified":
                    if (PublishedDate.TryRead(markup.Line(isHtml: false), languages, out PublishedValue updated)) _updated ??= updated;
                    break;
                case "author":
                    if (PersonReader.Read(markup) is { } author) _authors.Add(author);
                    break;
                case "entry":
                    FeedItem item = ReadEntry(place ?? links.Address);
                    if (!markup.IsCut) _items.Add(item);
                    break;
            }
        }

        return Reading(links.Address);
    }

    /// <summary>Reads an entry that stands alone, with no feed around it.</summary>
    public FeedReading ReadLone(Uri? address)
    {
        FeedItem item = ReadEntry(address);
        if (!markup.IsCut) _items.Add(item);
        return Reading(null);
    }

    private FeedReading Reading(Uri? site)
    {
        // "If an entry has no author, those of its feed are considered to apply" (RFC 4287, section 4.2.1).
        for (int i = 0; i < _items.Count && _authors.Count > 0; i++)
        {
            if (_items[i].Authors.Count == 0) _items[i] = _items[i] with { Authors = _authors };
        }

        var feed = new Feed { Title = _title, Address = site?.AbsoluteUri, Language = _language, Updated = _updated, Items = _items };
        return FeedReader.Whole(feed, markup.IsCut);
    }

    private FeedItem ReadEntry(Uri? place)
    {
        int depth = markup.Depth;
        place = ListAddress.Inside(markup.Attribute("xml:base"), place);
        var item = new FeedItemBuilder(languages) { Language = markup.Attribute("xml:lang") };
        var links = new AtomLinks();
        string? original = null, elsewhere = null;
        while (markup.ReadChild(depth))
        {
            if (markup.Vocabulary == Vocabulary.FeedBurner && markup.Name is "origlink") original ??= markup.Line(isHtml: false);
            if (markup.Vocabulary is Vocabulary.Own or Vocabulary.Atom) ReadPart(item, place, ref links, ref elsewhere);
            else ItemExtensions.Read(markup, item, place);
        }

        item.Url = ListAddress.Resolve(original, place) ?? links.Address?.AbsoluteUri ?? elsewhere ?? ListAddress.Resolve(item.Id, null);
        if (item.Url is null && links.Refused is { } refused) item.Refuse(refused);
        return item.Build(_language);
    }

    private void ReadPart(FeedItemBuilder item, Uri? place, ref AtomLinks links, ref string? elsewhere)
    {
        switch (markup.Name)
        {
            case "id":
                item.Id ??= NotEmpty(markup.Line(isHtml: false));
                break;
            case "title":
                item.Title ??= ReadLine();
                break;
            case "link":
                links.Add(markup, place);
                break;
            case "published" or "issued" or "created":
                item.Publish(markup.Line(isHtml: false));
                break;
            case "updated" or "modified":
                item.Update(markup.Line(isHtml: false));
                break;
            case "summary":
                item.Summary ??= ReadHtml();
                break;
            case "content":
                elsewhere ??= ListAddress.Resolve(markup.Attribute("src"), ListAddress.Inside(markup.Attribute("xml:base"), place));
                item.Content ??= ReadHtml();
                break;
            case "author":
                if (PersonReader.Read(markup) is { } author) item.AddAuthor(author);
                break;
            case "category":
                if ((markup.Attribute("label") ?? markup.Attribute("term")) is { } category) item.AddCategory(MarkupText.Collapse(category));
                break;
            case "source":
                item.Source ??= ReadSource(place);
                break;
        }
    }

    /// <summary>What is left of the feed that the entry was taken from.</summary>
    private FeedSource? ReadSource(Uri? place)
    {
        int depth = markup.Depth;
        place = ListAddress.Inside(markup.Attribute("xml:base"), place);
        var links = new AtomLinks();
        string? title = null;
        while (markup.ReadChild(depth))
        {
            if (markup.Name is "title") title ??= ReadLine();
            else if (markup.Name is "link") links.Add(markup, place);
        }

        return RssItemReader.SourceOf(title ?? "", links.Address?.AbsoluteUri, place);
    }

    private string? ReadLine() => NotEmpty(markup.Line(Type().Contains("html", StringComparison.OrdinalIgnoreCase)));

    /// <summary>A construct's markup; null for pictures and other things that are not text.</summary>
    private string? ReadHtml()
    {
        string type = Type();
        if ((type.Contains('/') && !type.Contains("html", StringComparison.OrdinalIgnoreCase) && !type.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
            && !type.EndsWith("xml", StringComparison.OrdinalIgnoreCase)) || markup.Attribute("mode") is "base64") return null;
        string html = markup.Html();
        if (type.Contains("xhtml", StringComparison.OrdinalIgnoreCase)) html = WithoutPrefix(html);
        return NotEmpty(html);
    }

    private string Type() => markup.Attribute("type")?.Trim() ?? "";

    /// <summary>XHTML may carry a prefix that HTML does not know: "&lt;xh:p&gt;".</summary>
    private static string WithoutPrefix(string html)
    {
        if (!html.StartsWith('<')) return html;
        int end = 1;
        while (end < html.Length && MarkupReader.IsName(html[end]) && html[end] != ':') end++;
        if (end == 1 || end >= html.Length || html[end] != ':') return html;
        string prefix = html[1..(end + 1)];
        return html.Replace($"<{prefix}", "<", StringComparison.Ordinal).Replace($"</{prefix}", "</", StringComparison.Ordinal);
    }

    private static string? NotEmpty(string text) => text.Length == 0 ? null : text;
}
