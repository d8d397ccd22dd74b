using System.Text.Json;
using Xunit;

namespace Sanad.App.Tests.Fetching;

public sealed class PageFetchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly WebServer _server = new();

    private string Path => _folder["ledger.db"];

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    private Outcome Add(params string[] addresses) => WebPages.Run(["add", "--db", Path, .. addresses]);

    [Fact]
    public void A_page_is_read_from_where_it_is_found_behind_redirects()
    {
        _server.Redirects("/a", "/b?x=1", 301).Redirects("/b?x=1", "c", 307).Gives("/c", WebPages.Page(1));
        Outcome outcome = WebPages.Run(["read", "--format", "json", _server["/a"]]);
        Assert.Equal((0, ""), (outcome.Code, outcome.Errors));
        JsonElement article = JsonDocument.Parse(outcome.Output).RootElement;
        Assert.Equal((_server["/a"], _server["/c"]), (article.GetProperty("source").GetString(), article.GetProperty("url").GetString()));
        Assert.Contains("Air naik cepat sekali", article.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_of_one_host_are_asked_for_one_at_a_time()
    {
        string[] addresses = [.. Enumerable.Range(1, 12).Select(i => _server[$"/{i}"])];
        for (int i = 1; i <= 12; i++) _server.Gives($"/{i}", WebPages.Page(i));
        Outcome outcome = Add(addresses);
        Assert.StartsWith("12 added", outcome.Output, StringComparison.Ordinal);
        Assert.Equal((1, 1, 13), (_server.MostOpen, _server.CountOf("/robots.txt"), _server.Requests.Count));
    }

    [Fact]
    public void A_page_that_has_not_changed_is_not_sent_again()
    {
        int unchanged = 0;
        _server.On("/a", exchange =>
        {
            if (!exchange.Request.Headers.TryGetValue("If-None-Match", out string? tag) || tag != "\"v1\"") return exchange.Reply("200 OK", WebPages.Page(1), "Content-Type: text/html\r\nETag: \"v1\"\r\n");
            unchanged++;
            return exchange.Reply("304 Not Modified", "", "ETag: \"v1\"\r\n");
        });
        const string day = "Mon, 10 Mar 2025 05:00:00 GMT";
        _server.On("/b", exchange => exchange.Request.Headers.GetValueOrDefault("If-Modified-Since") == day
            ? exchange.Reply("304 Not Modified", "")
            : exchange.Reply("200 OK", WebPages.Page(2), $"Content-Type: text/html\r\nLast-Modified: {day}\r\n"));
        Assert.StartsWith("2 added", Add(_server["/a"], _server["/b"]).Output, StringComparison.Ordinal);
        for (int i = 1; i <= 2; i++)
        {
            Outcome again = Add(_server["/a"], _server["/b"]);
            Assert.Equal((0, ""), (again.Code, again.Errors));
            Assert.StartsWith("0 added, 2 known already", again.Output, StringComparison.Ordinal);
            Assert.Equal(i, unchanged);
        }

        Ledger.IsWhole(Path);
    }

    [Fact]
    public void A_page_that_has_changed_is_a_new_version()
    {
        _server.On("/a", exchange => exchange.Reply("200 OK", WebPages.Page(exchange.Request.Headers.ContainsKey("If-None-Match") ? 2 : 1), "Content-Type: text/html\r\nETag: \"v1\"\r\n"));
        Add(_server["/a"]);
        Assert.StartsWith("0 added, 1 changed", Add(_server["/a"]).Output, StringComparison.Ordinal);
        Assert.Equal((1, 2), (Ledger.Count(Path, "article"), Ledger.Count(Path, "version")));
    }

    [Fact]
    public void What_a_server_knows_of_one_address_is_not_told_to_another()
    {
        using var other = new WebServer();
        _server.Gives("/a", WebPages.Page(1), headers: "ETag: \"secret\"\r\n");
        other.Gives("/a", WebPages.Page(2));
        Add(_server["/a"]);
        _server.Redirects("/a", other["/a"]);
        Add(_server["/a"]);
        Assert.DoesNotContain(other.Requests, static request => request.Headers.ContainsKey("If-None-Match"));
    }

    [Fact]
    public void A_busy_host_is_asked_again_when_it_says()
    {
        _server.On("/a", exchange => _server.CountOf("/a") == 1 ? exchange.Reply("429 Too Many", "", "Retry-After: 1\r\n") : exchange.Reply("200 OK", WebPages.Page(1), "Content-Type: text/html\r\n"));
        Outcome outcome = WebPages.Run(["read", _server["/a"]]);
        Assert.Equal((0, "", 2), (outcome.Code, outcome.Errors, _server.CountOf("/a")));
    }

    [Fact]
    public void A_host_that_stays_busy_is_given_up()
    {
        _server.On("/a", static exchange => exchange.Reply("503 Busy", "", "Retry-After: 1\r\n"));
        Outcome outcome = WebPages.Run(["read", _server["/a"]], ("SANAD_FETCH_WAIT", "30"));
        Assert.Equal((1, 3), (outcome.Code, _server.CountOf("/a")));
        Assert.Contains("answers 503, not available, after 3 tries", outcome.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("2130706433")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("0.0.0.0")]
    public void The_own_machine_is_not_asked_unless_that_is_allowed(string host)
    {
        _server.Gives("/a", WebPages.Page(1));
        Outcome outcome = SanadProgram.Run(["read", $"http://{host}:{_server.Port}/a"], null, null, WebPages.Hurried);
        Assert.Equal((1, ""), (outcome.Code, outcome.Output));
        Assert.Matches("is (a loopback|an unspecified) address, which is not fetched", outcome.Errors);
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public void A_variable_allows_it_as_the_option_does()
    {
        _server.Gives("/a", WebPages.Page(1));
        Assert.Equal(0, SanadProgram.Run(["read", $"http://localhost:{_server.Port}/a"], null, null, [.. WebPages.Hurried, ("SANAD_ALLOW_PRIVATE", "1")]).Code);
    }

    [Fact]
    public void An_article_of_several_pages_is_one_article()
    {
        _server.Gives("/a", WebPages.Page(1, "<link rel=\"next\" href=\"/a?page=2\">")).Gives("/a?page=2", WebPages.Page(2, "<link rel=\"next\" href=\"/a?page=3\">")).Gives("/a?page=3", WebPages.Page(3, "<link rel=\"next\" href=\"/a?page=4\">"));
        Outcome outcome = WebPages.Run(["read", "--format", "json", _server["/a"]]);
        Assert.Equal((0, $"sanad: {_server["/a"]}: goes on at {_server["/a?page=4"]}, which is missing: the server has no such page (404)\n"), (outcome.Code, outcome.Errors));
        string text = JsonDocument.Parse(Assert.Single(outcome.Lines)).RootElement.GetProperty("text").GetString()!;
        Assert.Matches("(?s)Budi Santosa1 mengatakan.*Budi Santosa2 mengatakan.*Budi Santosa3 mengatakan", text);
    }

    [Fact]
    public void Offline_nothing_is_fetched()
    {
        Outcome outcome = WebPages.Run(["read", "--offline", _server["/a"]]);
        Assert.Equal((1, $"sanad: {_server["/a"]}: not fetched, as --offline asks\n"), (outcome.Code, outcome.Errors));
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public void Files_and_addresses_stand_in_the_order_in_which_they_are_given()
    {
        _server.Gives("/a", WebPages.Page(1)).Gives("/b", WebPages.Page(2));
        string file = _folder.Write("c.txt", Articles.Indonesian);
        Outcome outcome = WebPages.Run(["read", "--format", "json", _server["/a"], file, _server["/b"]]);
        Assert.Equal([_server["/a"], file, _server["/b"]], outcome.Lines.Select(static line => JsonDocument.Parse(line).RootElement.GetProperty("source").GetString()));
    }

    [Fact]
    public async Task Told_to_stop_it_stops_while_a_server_keeps_it_waiting()
    {
        _server.On("/a", static exchange => exchange.WaitUntilGone());
        using System.Diagnostics.Process process = SanadProgram.Start(SanadProgram.FileName, ["add", "--allow-private", "--db", Path, _server["/a"]], null, [.. WebPages.Hurried, ("SANAD_FETCH_GRACE", "60")]);
        await _server.Asked("/a", 1);
        using (var kill = System.Diagnostics.Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(130, process.ExitCode);
    }

    [Fact]
    public void A_wrong_setting_is_wrong_usage()
    {
        Outcome outcome = WebPages.Run(["read", _server["/a"]], ("SANAD_FETCH_TIME", "soon"));
        Assert.Equal((2, "sanad: usage: $SANAD_FETCH_TIME is a number of seconds, not 'soon'\n"), (outcome.Code, outcome.Errors));
    }
}
