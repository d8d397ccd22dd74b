using System.Text;
using System.Text.Json;
using Xunit;

namespace Sanad.App.Tests.Fetching;

public sealed class ListFetchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly WebServer _server = new();

    public ListFetchTests()
    {
        for (int i = 1; i <= 20; i++) _server.Gives($"/{i}", WebPages.Page(i));
    }

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    private Outcome Read(string path, params string[] options) => WebPages.Run(["read", "--format", "json", _server[path], .. options]);

    private static JsonElement[] Articles(Outcome outcome) => [.. outcome.Lines.Select(static line => JsonDocument.Parse(line).RootElement)];

    private string[] Paths(Outcome outcome) => [.. Articles(outcome).Select(article => article.GetProperty("url").GetString()![_server[""].Length..])];

    private (string Url, string Day)[] Items(params (int Number, string Day)[] items) => [.. items.Select(item => (_server[$"/{item.Number}"], item.Day))];

    [Fact]
    public void A_feed_is_followed_to_its_articles()
    {
        _server.Gives("/feed", WebPages.Rss(_server["/2"], _server["/1"], "/3", _server["/2"]), "application/rss+xml");
        Outcome outcome = Read("/feed");
        Assert.Equal((0, ""), (outcome.Code, outcome.Errors));
        Assert.Equal(["/2", "/1", "/3"], Paths(outcome));
        Assert.Equal([1, 1, 1, 1, 1], ((string[])["/robots.txt", "/feed", "/1", "/2", "/3"]).Select(_server.CountOf));
    }

    [Fact]
    public void What_the_feed_says_fills_what_the_page_does_not()
    {
        _server.Gives("/feed", WebPages.Rss((_server["/1"], "Tue, 11 Mar 2025 05:00:00 GMT")), "text/xml");
        Assert.StartsWith("2025-03-11", Assert.Single(Articles(Read("/feed"))).GetProperty("published").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_feed_that_carries_its_articles_needs_no_second_fetch()
    {
        string paragraphs = string.Concat(Enumerable.Range(1, 8).Select(static i => $"<p>Kepala Desa Hulu Budi Santosa mengatakan sebanyak {i + 20} warga desanya mengungsi setelah air sungai naik sejak Senin dini hari, dan petugas masih mendata kerusakan rumah.</p>"));
        _server.Gives("/feed", $"""<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Suara Arga</title><item><title>Warga Mengungsi</title><link>{_server["/1"]}</link><pubDate>Mon, 10 Mar 2025 05:00:00 GMT</pubDate><description>Ringkas.</description><content:encoded><![CDATA[{paragraphs}]]></content:encoded></item></channel></rss>""", "application/rss+xml");
        Outcome outcome = Read("/feed");
        Assert.Equal(["/1"], Paths(outcome));
        Assert.Equal(0, _server.CountOf("/1"));
    }

    [Fact]
    public void Of_a_sitemap_the_newest_are_read_and_the_rest_is_named()
    {
        _server.Gives("/sitemap.xml", WebPages.Sitemap(Items((1, "2025-01-01"), (2, "2025-03-01"), (3, "2025-02-01"), (4, "2025-03-02"))), "application/xml");
        Outcome outcome = Read("/sitemap.xml", "--limit", "2");
        Assert.Equal((0, $"sanad: {_server["/sitemap.xml"]}: names 4 articles, of which 2 are read; --limit takes more\n"), (outcome.Code, outcome.Errors));
        Assert.Equal(["/4", "/2"], Paths(outcome));
    }

    [Fact]
    public void An_index_is_followed_to_its_newest_sitemaps_as_far_as_needed()
    {
        _server.Gives("/index.xml", WebPages.Index((_server["/old.xml"], "2020-01-01"), (_server["/new.xml.gz"], "2025-03-02"), (_server["/middle.xml"], "2025-02-01")), "application/xml");
        _server.On("/new.xml.gz", exchange => exchange.Reply("200 OK", InflationTests.Compressed("gzip", Encoding.UTF8.GetBytes(WebPages.Sitemap(Items((1, "2025-03-01"), (2, "2025-03-02"))))), "Content-Type: application/x-gzip\r\n"));
        _server.Gives("/middle.xml", WebPages.Sitemap(Items((3, "2025-02-01"), (4, "2025-01-15"))), "application/xml");
        Outcome outcome = Read("/index.xml", "--limit", "3");
        Assert.Equal(["/2", "/1", "/3"], Paths(outcome));
        Assert.Equal(0, _server.CountOf("/old.xml"));
    }

    [Fact]
    public void An_index_that_names_itself_comes_to_an_end()
    {
        _server.Gives("/index.xml", WebPages.Index((_server["/other.xml"], "2025-03-02"), (_server["/index.xml"], "2025-03-01")), "application/xml");
        _server.Gives("/other.xml", WebPages.Index((_server["/index.xml"], "2025-03-02"), (_server["/1"], "2025-03-02")), "application/xml");
        Outcome outcome = Read("/index.xml");
        Assert.Equal(1, outcome.Code);
        Assert.Contains("neither a feed nor a sitemap, as which it is listed", outcome.Errors, StringComparison.Ordinal);
        Assert.InRange(_server.CountOf("/index.xml"), 1, 2);
    }

    [Fact]
    public void The_feeds_of_an_OPML_list_are_lists_of_their_own()
    {
        using var other = new WebServer();
        other.Gives("/feed", WebPages.Rss(other["/1"], other["/2"]), "application/rss+xml").Gives("/1", WebPages.Page(31)).Gives("/2", WebPages.Page(32));
        _server.Gives("/feed", WebPages.Rss(_server["/1"], _server["/2"]), "application/rss+xml").Gives("/list.opml", WebPages.Opml(_server["/feed"], other["/feed"], _server["/gone"]), "text/x-opml");
        Outcome outcome = Read("/list.opml", "--limit", "1");
        Assert.Equal([_server["/1"], other["/1"]], Articles(outcome).Select(static article => article.GetProperty("url").GetString()));
        Assert.Equal(1, outcome.Code);
        Assert.Contains($"{_server["/gone"]}: the server has no such page", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void One_bad_article_costs_only_itself()
    {
        _server.Gives("/feed", WebPages.Rss(_server["/1"], _server["/gone"], "http://169.254.169.254/a", _server["/feed2"], _server["/2"]), "application/rss+xml").Gives("/feed2", WebPages.Rss(_server["/3"]), "application/rss+xml");
        Outcome outcome = WebPages.Run(["add", "--db", _folder["ledger.db"], _server["/feed"]]);
        Assert.Equal(1, outcome.Code);
        Assert.StartsWith("2 added, 3 failed", outcome.Output, StringComparison.Ordinal);
        foreach (string reason in (string[])["no such page (404)", "is a metadata address", "a list, where a list promised an article"]) Assert.Contains(reason, outcome.Errors, StringComparison.Ordinal);
        Assert.Equal(0, _server.CountOf("/3"));
    }

    [Fact]
    public void JSON_lines_are_read_as_such()
    {
        _server.On("/articles.jsonl.gz", static exchange => exchange.Reply("200 OK", InflationTests.Compressed("gzip", App.Tests.Articles.Lines(3)), "Content-Type: application/gzip\r\n"));
        Outcome outcome = Read("/articles.jsonl.gz");
        Assert.Equal((0, 3), (outcome.Code, outcome.Lines.Length));
    }

    [Fact]
    public void A_file_of_a_list_is_not_followed()
    {
        string file = _folder.Write("feed.xml", WebPages.Rss(_server["/1"]));
        Outcome outcome = WebPages.Run(["read", file]);
        Assert.Equal(0, outcome.Code);
        Assert.Contains($"names {_server["/1"]} without its text", outcome.Errors, StringComparison.Ordinal);
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public void A_page_that_announces_a_feed_is_read_as_a_page()
    {
        _server.Gives("/page", WebPages.Page(1, "<link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed\">"));
        Assert.Equal(["/page"], Paths(Read("/page")));
        Assert.Equal(0, _server.CountOf("/feed"));
    }
}
