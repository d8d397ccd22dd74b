using System.Text.Json;
using Sanad.App.Cli.Commands.Brief;
using Sanad.App.Json;

namespace Sanad.App.Server.Feeds;

/// <summary>Writes a feed as JSON Feed 1.1.</summary>
internal static class JsonFeed
{
    public const string MediaType = "application/feed+json";

    /// <param name="server">Where the server is found, without a slash at the end.</param>
    public static void Write(Utf8JsonWriter json, Feed feed, string server)
    {
        json.WriteStartObject();
        json.WriteString("version", "https://jsonfeed.org/version/1.1");
        json.WriteString("title", feed.Title);
        json.WriteString("home_page_url", server + feed.Page);
        json.WriteString("feed_url", server + feed.Self);
        json.List("items", feed.Items, (json, item) =>
        {
            json.WriteStartObject();
            json.WriteString("id", item.Id);
            json.WriteString("url", server + item.Path);
            if (WebAddress.Of(item.Url) is { } address) json.WriteString("external_url", address);
            json.WriteString("title", item.Title);
            json.WriteString("content_text", item.Text);
            json.WriteString("date_published", item.Updated);
            if (item.Outlet is { Length: > 0 } outlet)
            {
                json.WriteStartArray("authors");
                json.WriteStartObject();
                json.WriteString("name", outlet);
                json.WriteEndObject();
                json.WriteEndArray();
            }

            json.WriteEndObject();
        });
        json.WriteEndObject();
    }
}
