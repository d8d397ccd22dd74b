using Sanad.Reading.Feeds.Markup;

namespace Sanad.Reading.Feeds;

/// <summary>Reads what items say in vocabularies that RSS and Atom share: Dublin Core, content and media.</summary>
internal static class ItemExtensions
{
    /// <summary>Reads the element whose start tag was read last; one that says nothing about the article is passed over.</summary>
    public static void Read(ListMarkup markup, FeedItemBuilder item, Uri? place)
    {
        switch (markup.Vocabulary)
        {
            case Vocabulary.DublinCore:
                ReadDublinCore(markup, item);
                break;
            case Vocabulary.Content when markup.Name is "encoded":
                item.Content = NotEmpty(markup.Html()) ?? item.Content;
                break;
            case Vocabulary.Media:
                ReadMedia(markup, item, place);
                break;
        }
    }

    private static void ReadDublinCore(ListMarkup markup, FeedItemBuilder item)
    {
        switch (markup.Name)
        {
            case "creator":
                if (PersonReader.Read(markup) is { } creator) item.AddAuthor(creator);
                break;
            case "date" or "created" or "issued" or "available":
                item.Publish(markup.Line(isHtml: false));
                break;
            case "modified":
                item.Update(markup.Line(isHtml: false));
                break;
            case "language":
                item.Language ??= NotEmpty(markup.Line(isHtml: false));
                break;
            case "subject":
                item.AddCategory(markup.Line(isHtml: true));
                break;
            case "title":
                item.Title ??= NotEmpty(markup.Line(isHtml: true));
                break;
            case "description":
                item.Summary ??= NotEmpty(markup.Html());
                break;
        }
    }

    private static void ReadMedia(ListMarkup markup, FeedItemBuilder item, Uri? place)
    {
        switch (markup.Name)
        {
            case "group":
                int group = markup.Depth;
                while (markup.ReadChild(group))
                {
                    if (markup.Vocabulary == Vocabulary.Media && markup.Name is not "group") ReadMedia(markup, item, place);
                }

                break;
            case "content":
                item.AddPicture(ReadPicture(markup, place));
                break;
            case "thumbnail":
                item.AddPicture(new FeedPicture(ListAddress.Resolve(markup.Attribute("url"), place), null, null));
                break;
            case "credit":
                item.Describe(NotEmpty(markup.Line(isHtml: true)), null);
                break;
            case "description":
                item.Describe(null, NotEmpty(markup.Line(isHtml: true)));
                break;
        }
    }

    private static FeedPicture ReadPicture(ListMarkup markup, Uri? place)
    {
        int depth = markup.Depth;
        string? url = ListAddress.Resolve(markup.Attribute("url"), place), credit = null, description = null;
        while (markup.ReadChild(depth))
        {
            if (markup.Vocabulary != Vocabulary.Media) continue;
            if (markup.Name is "credit") credit ??= NotEmpty(markup.Line(isHtml: true));
            else if (markup.Name is "description") description ??= NotEmpty(markup.Line(isHtml: true));
            else if (markup.Name is "thumbnail") url ??= ListAddress.Resolve(markup.Attribute("url"), place);
        }

        return new FeedPicture(url, credit, description);
    }

    private static string? NotEmpty(string text) => text.Length == 0 ? null : text;
}
