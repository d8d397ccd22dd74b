using System.Text;
using System.Text.Json;
using Sanad.Language;
using Sanad.Reading.Feeds.Markup;

namespace Sanad.Reading.Feeds;

/// <summary>Reads JSON Feed 1.0 and 1.1. One that is cut off or damaged gives the items before the damage.</summary>
internal static class JsonFeedReader
{
    private static readonly JsonReaderOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    public static FeedReading Read(string text, Uri? address, LanguageSet languages)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), Options);
        var feed = new Feed();
        var items = new List<FeedItem>();
        List<string> authors = [];
        bool isFeed = false;
        string? remark = null;
        try
        {
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                string name = reader.GetString()!;
                reader.Read();
                if (name == "items") ReadItems(ref reader, items, address, languages);
                else if (name == "version") isFeed = Text(ref reader)?.Contains("jsonfeed.org", StringComparison.OrdinalIgnoreCase) == true;
                else if (name is "author" or "authors") ReadNames(ref reader, authors);
                else if (name == "title") feed = feed with { Title = Line(Text(ref reader)) };
                else if (name == "home_page_url") feed = feed with { Address = ListAddress.Resolve(Text(ref reader), address) };
                else if (name == "language") feed = feed with { Language = Line(Text(ref reader)) };
                else reader.Skip();
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Half of a surrogate pair in a name is the other way in which JSON can be damaged.
            remark = $"cut off or damaged at byte {reader.BytesConsumed}: what is not whole is left out";
        }

        if (!isFeed) return new FeedReading(null, "no feed: neither RSS, Atom nor JSON Feed");
        for (int i = 0; i < items.Count; i++)
        {
            items[i] = items[i] with { Language = items[i].Language ?? feed.Language, Authors = items[i].Authors.Count == 0 ? authors : items[i].Authors };
        }

        feed = feed with { Items = items, IsCut = remark is not null };
        return remark is null ? FeedReader.Whole(feed, isCut: false) : new FeedReading(feed, remark);
    }

    private static void ReadItems(ref Utf8JsonReader reader, List<FeedItem> items, Uri? address, LanguageSet languages)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject || items.Count >= FeedReader.MostItems) reader.Skip();
            else items.Add(ReadItem(ref reader, address, languages));
        }
    }

    private static FeedItem ReadItem(ref Utf8JsonReader reader, Uri? address, LanguageSet languages)
    {
        var item = new FeedItemBuilder(languages);
        var authors = new List<string>();
        string? url = null, external = null, html = null, text = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            switch (name)
            {
                case "id":
                    item.Id = reader.TokenType == JsonTokenType.Number ? Encoding.UTF8.GetString(reader.ValueSpan) : Text(ref reader);
                    break;
                case "url":
                    url = Text(ref reader);
                    break;
                case "external_url":
                    external = Text(ref reader);
                    break;
                case "title":
                    item.Title = Text(ref reader) is { Length: > 0 } title ? Line(MarkupText.Words(title)) : null;
                    break;
                case "content_html":
                    html = Text(ref reader);
                    break;
                case "content_text":
                    text = Text(ref reader);
                    break;
                case "summary":
                    item.Summary = Escaped(Text(ref reader));
                    break;
                case "date_published":
                    item.Publish(Text(ref reader) ?? "");
                    break;
                case "date_modified":
                    item.Update(Text(ref reader) ?? "");
                    break;
                case "language":
                    item.Language = Line(Text(ref reader));
                    break;
                case "image":
                    item.AddPicture(new FeedPicture(ListAddress.Resolve(Text(ref reader), address), null, null));
                    break;
                case "author" or "authors":
                    ReadNames(ref reader, authors);
                    break;
                case "tags":
                    ReadTags(ref reader, item);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        foreach (string author in authors) item.AddAuthor(author);
        item.Content = string.IsNullOrWhiteSpace(html) ? Escaped(text) : html;
        item.Url = ListAddress.Resolve(url, address) ?? ListAddress.Resolve(external, address) ?? ListAddress.Resolve(item.Id, null);
        if (item.Url is null && (url ?? external) is { } refused) item.Refuse(refused);
        return item.Build(null);
    }

    /// <summary>One author or several, each an object with a name.</summary>
    private static void ReadNames(ref Utf8JsonReader reader, List<string> names)
    {
        int depth = reader.CurrentDepth;
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray)) return;
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            if (reader.TokenType != JsonTokenType.PropertyName) continue;
            bool isName = reader.ValueTextEquals("name");
            reader.Read();
            if (!isName) reader.Skip();
            else if (Text(ref reader) is { } text && PersonReader.NameOf(MarkupText.Collapse(text)) is { } name && !names.Contains(name) && names.Count < 50) names.Add(name);
        }
    }

    private static void ReadTags(ref Utf8JsonReader reader, FeedItemBuilder item)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (Text(ref reader) is { } tag) item.AddCategory(MarkupText.Collapse(tag));
        }
    }

    /// <summary>The string; null for a value that is none, which is passed over.</summary>
    private static string? Text(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }

        try
        {
            return MarkupText.WithoutControl(reader.GetString()!);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair is no text to .NET; what is escaped around it stays as it stands.
            return MarkupText.WithoutControl(Encoding.UTF8.GetString(reader.ValueSpan));
        }
    }

    private static string? Line(string? text) => text is null || MarkupText.Collapse(text) is not { Length: > 0 } line ? null : line;

    /// <summary>Text as HTML, its lines kept.</summary>
    private static string? Escaped(string? text) => string.IsNullOrWhiteSpace(text)
        ? null
        : text.Trim().Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("\n", "<br>\n", StringComparison.Ordinal);
}
