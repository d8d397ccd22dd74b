using Sanad.Language;
using Sanad.Reading.Feeds.Markup;

namespace Sanad.Reading.Feeds;

/// <summary>Reads one item of RSS.</summary>
internal sealed class RssItemReader(ListMarkup markup, LanguageSet languages)
{
    private readonly FeedItemBuilder _item = new(languages);
    private string? _original, _link, _atomLink, _guidLink;
    private FeedSource? _otherSource;

    /// <summary>Reads from the item's start tag to its end.</summary>
    /// <param name="language">The channel's.</param>
    public FeedItem Read(Uri? place, string? language)
    {
        int depth = markup.Depth;
        place = ListAddress.Inside(markup.Attribute("xml:base"), place);
        string? about = markup.Attribute("rdf:about");
        _item.Language = markup.Attribute("xml:lang");
        while (markup.ReadChild(depth))
        {
            if (markup.Vocabulary == Vocabulary.Own) ReadOwn(place);
            else if (markup.Vocabulary == Vocabulary.Atom) ReadAtom(place);
            else if (markup.Vocabulary == Vocabulary.FeedBurner && markup.Name is "origlink") _original ??= markup.Line(isHtml: false);
            else if (markup.Vocabulary == Vocabulary.DublinCore && markup.Name is "source") _otherSource ??= SourceOf(markup.Line(isHtml: true), null, place);
            else ItemExtensions.Read(markup, _item, place);
        }

        _item.Id ??= about;
        _item.Source ??= _otherSource;
        foreach (string? candidate in (ReadOnlySpan<string?>)[_original, _link, _atomLink, _guidLink, about])
        {
            if (candidate is null || _item.Url is not null) continue;
            _item.Url = ListAddress.Resolve(candidate, place);
            if (_item.Url is null) _item.Refuse(candidate);
        }

        return _item.Build(language);
    }

    /// <summary>A source by its name, or by its host where it has only an address.</summary>
    public static FeedSource? SourceOf(string name, string? url, Uri? place)
    {
        Uri? address = ListAddress.Parse(url ?? name, url is null ? null : place);
        if (name.Length == 0 || (url is null && address is not null)) return address is null ? null : new FeedSource(address.Host, address.AbsoluteUri);
        return new FeedSource(name, address?.AbsoluteUri);
    }

    private void ReadOwn(Uri? place)
    {
        switch (markup.Name)
        {
            case "title":
                _item.Title ??= NotEmpty(markup.Line(isHtml: true));
                break;
            case "link":
                string? href = markup.Attribute("href");
                _link ??= NotEmpty(markup.Line(isHtml: false)) ?? href;
                break;
            case "guid":
                bool isLink = !"false".Equals(markup.Attribute("isPermaLink")?.Trim(), StringComparison.OrdinalIgnoreCase);
                _item.Id ??= NotEmpty(markup.Line(isHtml: false));
                if (isLink && ListAddress.Parse(_item.Id, null) is not null) _guidLink = _item.Id;
                break;
            case "pubdate" or "published" or "date":
                _item.Publish(markup.Line(isHtml: false));
                break;
            case "updated" or "modified":
                _item.Update(markup.Line(isHtml: false));
                break;
            case "description" or "summary":
                _item.Summary ??= NotEmpty(markup.Html());
                break;
            case "content":
                _item.Content ??= NotEmpty(markup.Html());
                break;
            case "author":
                if (PersonReader.Read(markup) is { } author) _item.AddAuthor(author);
                break;
            case "category":
                _item.AddCategory(markup.Line(isHtml: true));
                break;
            case "source":
                string? url = markup.Attribute("url");
                _item.Source ??= SourceOf(markup.Line(isHtml: true), url, place);
                break;
        }
    }

    private void ReadAtom(Uri? place)
    {
        switch (markup.Name)
        {
            case "link":
                if ((markup.Attribute("rel") ?? "alternate").Trim().Equals("alternate", StringComparison.OrdinalIgnoreCase)) _atomLink ??= ListAddress.Resolve(markup.Attribute("href"), place);
                break;
            case "updated":
                _item.Update(markup.Line(isHtml: false));
                break;
            case "published":
                _item.Publish(markup.Line(isHtml: false));
                break;
            case "author":
                if (PersonReader.Read(markup) is { } author) _item.AddAuthor(author);
                break;
            case "content":
                _item.Content ??= NotEmpty(markup.Html());
                break;
            case "summary":
                _item.Summary ??= NotEmpty(markup.Html());
                break;
        }
    }

    private static string? NotEmpty(string text) => text.Length == 0 ? null : text;
}
