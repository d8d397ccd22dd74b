using Sanad.Language;
using Sanad.Reading.Feeds.Markup;

namespace Sanad.Reading.Feeds;

/// <summary>Reads RSS: the versions differ in where items stand and in what may be missing, which is read alike here.</summary>
internal sealed class RssReader(ListMarkup markup, LanguageSet languages)
{
    /// <summary>Channels stand right inside the root; deeper ones are none.</summary>
    private const int DeepestChannel = 8;

    private readonly List<FeedItem> _items = [];
    private string? _title, _address, _language;
    private PublishedValue? _updated;

    public FeedReading Read(Uri? address)
    {
        markup.NeverNested = "item";
        Uri? place = ListAddress.Inside(markup.Attribute("xml:base"), address);
        _language = NotEmpty(markup.Attribute("xml:lang"));
        ReadChannel(markup.Depth, place, 0);
        var feed = new Feed { Title = _title, Address = _address, Language = _language, Updated = _updated, Items = _items };
        return FeedReader.Whole(feed, markup.IsCut);
    }

    private void ReadChannel(int depth, Uri? place, int nesting)
    {
        while (_items.Count < FeedReader.MostItems && markup.ReadChild(depth))
        {
            if (markup.Vocabulary == Vocabulary.Own) ReadOwn(place, nesting);
            else if (markup.Vocabulary == Vocabulary.DublinCore && markup.Name is "language") _language ??= NotEmpty(markup.Line(isHtml: false));
            else if (markup.Vocabulary is Vocabulary.DublinCore or Vocabulary.Atom && markup.Name is "date" or "updated") Update();
        }
    }

    private void ReadOwn(Uri? place, int nesting)
    {
        switch (markup.Name)
        {
            case "channel" when nesting < DeepestChannel:
                ReadChannel(markup.Depth, ListAddress.Inside(markup.Attribute("xml:base"), place), nesting + 1);
                break;
            case "item":
                FeedItem item = new RssItemReader(markup, languages).Read(place ?? (_address is null ? null : new Uri(_address)), _language);
                if (!markup.IsCut) _items.Add(item);
                break;
            case "title":
                _title ??= NotEmpty(markup.Line(isHtml: true));
                break;
            case "link":
                string? href = markup.Attribute("href");
                string link = markup.Line(isHtml: false);
                _address ??= ListAddress.Resolve(link.Length > 0 ? link : href, place);
                break;
            case "language":
                _language ??= NotEmpty(markup.Line(isHtml: false));
                break;
            case "pubdate" or "lastbuilddate":
                Update();
                break;
        }
    }

    private void Update()
    {
        if (PublishedDate.TryRead(markup.Line(isHtml: false), languages, out PublishedValue updated)) _updated ??= updated;
    }

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
