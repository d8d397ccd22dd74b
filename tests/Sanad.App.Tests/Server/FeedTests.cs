using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Xunit;

namespace Sanad.App.Tests.Server;

public sealed class FeedTests(SampleServer sample) : IClassFixture<SampleServer>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<XElement> AtomAsync(string path, ServedLedger? server = null)
    {
        using HttpResponseMessage answer = await (server ?? sample.Server).GetAsync(path, Stop);
        Assert.Equal((HttpStatusCode.OK, "application/atom+xml"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        return XDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).Root!;
    }

    [Theory]
    [InlineData("/feeds/changes.atom"), InlineData("/feeds/stories/1.atom"), InlineData("/feeds/search.atom?q=tanggul&kind=statement")]
    public async Task An_Atom_feed_keeps_the_rules_of_its_format(string path)
    {
        XElement feed = await AtomAsync(path);
        Assert.Equal(Atom + "feed", feed.Name);
        XElement[] entries = [.. feed.Elements(Atom + "entry")];
        Assert.NotEmpty(entries);
        foreach (XElement element in (XElement[])[feed, .. entries])
        {
            Assert.True(Uri.TryCreate(Assert.Single(element.Elements(Atom + "id")).Value, UriKind.Absolute, out _));
            Assert.Equal("text", Assert.Single(element.Elements(Atom + "title")).Attribute("type")!.Value);
            Assert.True(DateTimeOffset.TryParseExact(Assert.Single(element.Elements(Atom + "updated")).Value, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
            Assert.All(element.Elements(Atom + "link"), static link => Assert.True(Uri.TryCreate(link.Attribute("href")!.Value, UriKind.Absolute, out Uri? uri) && uri.Scheme.StartsWith("http", StringComparison.Ordinal)));
            Assert.Single(element.Elements(Atom + "link"), static link => link.Attribute("rel")!.Value == "alternate");
        }

        Assert.Equal(sample.Server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + path, Assert.Single(feed.Elements(Atom + "link"), static link => link.Attribute("rel")!.Value == "self").Attribute("href")!.Value);
        Assert.All(entries, static entry => Assert.NotEqual("", Assert.Single(entry.Elements(Atom + "author")).Element(Atom + "name")!.Value));
        Assert.Equal(entries.Length, entries.Select(static entry => entry.Element(Atom + "id")!.Value).Distinct().Count());
        Assert.Equal(feed.Element(Atom + "updated")!.Value, entries.Max(static entry => entry.Element(Atom + "updated")!.Value));
    }

    [Theory]
    [InlineData("/feeds/changes"), InlineData("/feeds/stories/1"), InlineData("/feeds/search")]
    public async Task The_JSON_feed_says_what_the_Atom_feed_says(string path)
    {
        string query = path == "/feeds/search" ? "?q=tanggul" : "";
        XElement atom = await AtomAsync(path + ".atom" + query);
        using HttpResponseMessage answer = await sample.Server.GetAsync(path + ".json" + query, Stop);
        Assert.Equal("application/feed+json", answer.Content.Headers.ContentType!.MediaType);
        JsonElement feed = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).RootElement;
        Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
        Assert.Equal(sample.Server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + path + ".json" + query, feed.GetProperty("feed_url").GetString());
        Assert.Equal(
            atom.Elements(Atom + "entry").Select(static entry => (entry.Element(Atom + "id")!.Value, entry.Element(Atom + "title")!.Value, entry.Element(Atom + "content")!.Value)),
            feed.GetProperty("items").EnumerateArray().Select(static item => (item.GetProperty("id").GetString()!, item.GetProperty("title").GetString()!, item.GetProperty("content_text").GetString()!)));
    }

    [Fact]
    public async Task Every_entry_leads_to_a_page()
    {
        foreach (XElement entry in (await AtomAsync("/feeds/stories/1.atom")).Elements(Atom + "entry").Take(10))
        {
            await sample.Server.PageAsync(new Uri(entry.Elements(Atom + "link").First(static link => link.Attribute("rel")!.Value == "alternate").Attribute("href")!.Value).PathAndQuery, Stop);
        }
    }

    [Fact]
    public async Task Words_of_articles_stay_words()
    {
        using var folder = new TemporaryFolder();
        string path = folder["ledger.db"], title = "<script>alert(1)</script> & \"]]>\" 'x' \ufffe \ud83c\udf0a";
        SanadProgram.Run(["add", "--db", path, "-"], Encoding.UTF8.GetBytes(Articles.Line("one", title + "\n\n" + Articles.Indonesian, "javascript:alert(1)", "<b>Outlet</b>")));
        await using ServedLedger server = await ServedLedger.StartAsync(path, Stop);
        XElement feed = await AtomAsync("/feeds/changes.atom", server);
        XElement entry = feed.Elements(Atom + "entry").Last();
        Assert.Empty(entry.Element(Atom + "content")!.Elements());
        Assert.StartsWith("<script>alert(1)</script> & \"]]>\"", entry.Element(Atom + "content")!.Value, StringComparison.Ordinal);
        Assert.Contains("\ud83c\udf0a", entry.Element(Atom + "content")!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", feed.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, "/feeds/stories/99.atom"), InlineData(400, "/feeds/search.json"), InlineData(404, "/feeds/stories/x.json")]
    public async Task A_feed_that_is_not_there_is_a_problem(int status, string path)
    {
        using HttpResponseMessage answer = await sample.Server.GetAsync(path, Stop);
        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task Changes_are_sent_as_they_come_in_and_none_twice_or_never()
    {
        using var folder = new TemporaryFolder();
        string path = folder["ledger.db"];
        void Add(int number) => Assert.Equal(0, SanadProgram.Run(["add", "--db", path, "-"], Encoding.UTF8.GetBytes(Articles.Line($"n{number}", Articles.Numbered(number)))).Code);
        Add(1);
        await using ServedLedger server = await ServedLedger.StartAsync(path, Stop);
        string last;
        using (StreamReader events = await EventsAsync(server, "/api/events"))
        {
            Add(2);
            last = await NextAsync(events);
        }

        Add(3);
        Add(4);
        using StreamReader again = await EventsAsync(server, "/api/events", "Last-Event-ID", last);
        string third = await NextAsync(again), fourth = await NextAsync(again);
        Assert.Equal(Ledger.Text(path, "SELECT group_concat(change.id, ' ') FROM change JOIN version ON version.id = change.version JOIN article ON article.id = version.article WHERE change.kind IN ('added', 'joined') AND change.id > 1"), $"{last} {third} {fourth}");
        using HttpResponseMessage wrong = await server.GetAsync("/api/events", Stop, "Last-Event-ID", "x");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task Open_streams_do_not_keep_the_server_from_ending()
    {
        await using ServedLedger server = await ServedLedger.StartAsync(sample.Path, Stop);
        using StreamReader events = await EventsAsync(server, "/api/events?after=0");
        await NextAsync(events);
        Assert.Equal((0, ""), await server.StopAsync(Stop));
    }

    private static async Task<StreamReader> EventsAsync(ServedLedger server, string path, params string[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        for (int i = 0; i < headers.Length; i += 2) request.Headers.TryAddWithoutValidation(headers[i], headers[i + 1]);
        HttpResponseMessage answer = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(Stop));
        Assert.StartsWith(":", await reader.ReadLineAsync(Stop), StringComparison.Ordinal);
        return reader;
    }

    /// <summary>The id of the next event of an article that came in, whose data is that of the change.</summary>
    private static async Task<string> NextAsync(StreamReader events)
    {
        string id = "";
        while (await events.ReadLineAsync(Stop) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal)) id = line[4..];
            if (!line.StartsWith("data: ", StringComparison.Ordinal)) continue;
            JsonElement change = JsonDocument.Parse(line[6..]).RootElement;
            Assert.Equal(id, change.GetProperty("number").GetRawText());
            if (change.GetProperty("kind").GetString() is "added" or "joined") return id;
        }

        throw new EndOfStreamException();
    }
}
