using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Sanad.App.Tests.Fetching;
using Xunit;

namespace Sanad.App.Tests.Watching;

public sealed class WatchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly WebServer _server = new();
    private string[] _listed = ["/1", "/2"];
    private int _unchanged;

    public WatchTests()
    {
        for (int i = 1; i <= 9; i++) _server.Gives($"/{i}", WebPages.Page(i));
        _server.On("/feed", exchange =>
        {
            string tag = $"\"{string.Join('-', _listed)}\"";
            if (exchange.Request.Headers.GetValueOrDefault("If-None-Match") != tag) return exchange.Reply("200 OK", WebPages.Rss([.. _listed.Select(path => _server[path])]), $"Content-Type: application/rss+xml\r\nETag: {tag}\r\n");
            Interlocked.Increment(ref _unchanged);
            return exchange.Reply("304 Not Modified", "");
        });
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Path => _folder["ledger.db"];

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    private Outcome Watch(params string[] arguments) => WebPages.Run(["watch", .. arguments, "--db", Path]);

    /// <summary>One round as if all were due.</summary>
    private Outcome Round(params string[] options)
    {
        Ledger.Run(Path, "UPDATE watch SET due = 0");
        return Watch(["--once", .. options]);
    }

    private JsonElement[] Listed() => [.. JsonDocument.Parse(SanadProgram.Run("watch", "list", "--format", "json", "--db", Path).Output).RootElement.EnumerateArray()];

    private static TimeSpan DueIn(JsonElement list) => list.GetProperty("due").GetDateTimeOffset() - TimeProvider.System.GetUtcNow();

    private Process Start(params string[] arguments) => SanadProgram.Start(SanadProgram.FileName, ["watch", .. arguments, "--allow-private", "--db", Path], null, WebPages.Hurried);

    private static async Task End(Process process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(Stop);
        await process.WaitForExitAsync(Stop);
    }

    [Fact]
    public void The_list_is_kept_in_the_ledger()
    {
        Outcome added = Watch("add", _server["/feed"]);
        Assert.Equal((0, $"watched: {_server["/feed"]}\n", ""), (added.Code, added.Output, added.Errors));
        Assert.Equal($"watched already: {_server["/feed"]}\n", Watch("add", _server["/feed"], "--every", "2h").Output);
        JsonElement list = Assert.Single(Listed());
        Assert.Equal((_server["/feed"], 7200, JsonValueKind.Null), (list.GetProperty("url").GetString(), list.GetProperty("everySeconds").GetInt32(), list.GetProperty("looked").ValueKind));
        Assert.Contains("not read yet", SanadProgram.Run("watch", "list", "--db", Path).Output, StringComparison.Ordinal);

        Assert.Equal(0, SanadProgram.Run("watch", "remove", _server["/feed"], "--db", Path).Code);
        Assert.Empty(Listed());
        Outcome gone = SanadProgram.Run("watch", "remove", _server["/feed"], "--db", Path);
        Assert.Equal((1, $"sanad: {_server["/feed"]}: is not watched\n"), (gone.Code, gone.Errors));
    }

    [Fact]
    public void What_is_new_is_added_and_nothing_is_fetched_twice()
    {
        Watch("add", _server["/feed"]);
        Assert.Contains("1 looked at · 2 added · next look", Watch("--once").Output, StringComparison.Ordinal);
        Assert.Contains("1 looked at, 1 unchanged · 0 added", Round().Output, StringComparison.Ordinal);
        _listed = ["/3", "/1", "/2"];
        Assert.Contains("1 looked at · 1 added", Round().Output, StringComparison.Ordinal);
        Assert.Equal([1, 1, 1, 4, 1], ((string[])["/1", "/2", "/3", "/feed"]).Select(_server.CountOf).Append(_unchanged));
        Assert.Equal((3, 3), (Ledger.Count(Path, "article"), Listed()[0].GetProperty("brought").GetInt32()));
        Ledger.IsWhole(Path);
    }

    [Fact]
    public void What_is_not_due_is_left_alone()
    {
        Watch("add", _server["/feed"]);
        Watch("--once");
        int asked = _server.Requests.Count;
        Assert.Contains("nothing is due before", Watch("--once").Output, StringComparison.Ordinal);
        Assert.Equal(asked, _server.Requests.Count);
        Assert.InRange(DueIn(Listed()[0]), TimeSpan.FromMinutes(6), TimeSpan.FromMinutes(8));
    }

    [Fact]
    public async Task It_goes_on_until_it_is_stopped_and_after_a_restart_knows_what_it_knew()
    {
        using (Process first = Start(_server["/feed"], "--every", "1s"))
        {
            await _server.Asked("/feed", 4);
            await End(first, "INT");
            Assert.Equal((0, ""), (first.ExitCode, await first.StandardError.ReadToEndAsync(Stop)));
            Assert.Contains("1 looked at · 2 added · next look", await first.StandardOutput.ReadToEndAsync(Stop), StringComparison.Ordinal);
        }

        int asked = _server.CountOf("/feed");
        using (Process second = Start())
        {
            await _server.Asked("/feed", asked + 1);
            await End(second, "TERM");
            Assert.Equal(0, second.ExitCode);
        }

        Assert.True(_server.Requests.Last(static request => request.Path == "/feed").Headers.ContainsKey("If-None-Match"));
        Assert.Equal((1, 1), (_server.CountOf("/1"), _server.CountOf("/2")));
        Ledger.IsWhole(Path);
    }

    [Fact]
    public async Task Killed_in_the_middle_it_loses_nothing_and_fetches_nothing_again_that_it_kept()
    {
        _server.On("/2", static exchange => exchange.WaitUntilGone());
        Watch("add", _server["/feed"]);
        using (Process process = SanadProgram.Start(SanadProgram.FileName, ["watch", "--once", "--allow-private", "--db", Path], null, [.. WebPages.Hurried, ("SANAD_FETCH_GRACE", "60")]))
        {
            await _server.Asked("/2", 1);
            while (Ledger.Count(Path, "article") == 0) Assert.False(process.HasExited);
            process.Kill();
            await process.WaitForExitAsync(Stop);
        }

        _server.Gives("/2", WebPages.Page(2));
        Assert.Contains("1 added", Round().Output, StringComparison.Ordinal);
        Assert.Equal((1, 2, 2), (_server.CountOf("/1"), _server.CountOf("/2"), Ledger.Count(Path, "article")));
        Ledger.IsWhole(Path);
    }

    [Fact]
    public void One_bad_feed_does_not_stop_the_others_and_is_slowed()
    {
        using var bad = new WebServer();
        bad.On("/feed", static exchange => exchange.Reply("200 OK", WebPages.Rss("http://arga.example/1"), "Content-Type: text/xml\r\n"));
        Watch("add", bad["/feed"], _server["/feed"], "--every", "10m");
        bad.On("/feed", static exchange => exchange.WaitUntilGone());
        Outcome outcome = Watch("--once");
        Assert.Equal((1, $"sanad: {bad["/feed"]}: no answer within 2 s\n"), (outcome.Code, outcome.Errors));
        Assert.Contains("2 looked at, 1 failed · 2 added", outcome.Output, StringComparison.Ordinal);
        Round();
        JsonElement list = Listed()[0];
        Assert.Equal((2, "no answer within 2 s"), (list.GetProperty("failures").GetInt32(), list.GetProperty("error").GetString()));
        Assert.InRange(DueIn(list), TimeSpan.FromMinutes(38), TimeSpan.FromMinutes(40));
        Assert.Contains("failed 2 times: no answer within 2 s", SanadProgram.Run("watch", "list", "--db", Path).Output, StringComparison.Ordinal);

        bad.Gives("/feed", WebPages.Rss(_server["/5"]), "text/xml");
        Round();
        Assert.Equal((0, JsonValueKind.Null), (Listed()[0].GetProperty("failures").GetInt32(), Listed()[0].GetProperty("error").ValueKind));
    }

    [Fact]
    public void A_server_that_asks_for_a_pause_gets_it()
    {
        Watch("add", _server["/feed"], "--every", "1m");
        _server.On("/feed", static exchange => exchange.Reply("429 Too Many", "", "Retry-After: 7200\r\n"));
        Watch("--once");
        Assert.InRange(DueIn(Listed()[0]), TimeSpan.FromMinutes(118), TimeSpan.FromMinutes(120));
    }

    [Fact]
    public void A_feed_that_says_how_long_it_holds_is_not_asked_before()
    {
        _server.Gives("/fresh", WebPages.Rss(_server["/1"]), "application/rss+xml", "Cache-Control: public, max-age=3000\r\n");
        Watch("add", _server["/fresh"], "--every", "1m");
        Watch("--once");
        Assert.InRange(DueIn(Listed()[0]), TimeSpan.FromMinutes(48), TimeSpan.FromMinutes(50));
    }

    [Fact]
    public void The_years_that_a_sitemap_goes_back_are_passed_over_and_later_ones_are_not()
    {
        _listed = ["/1", "/2", "/3", "/4", "/5"];
        Watch("add", _server["/feed"]);
        Outcome first = Watch("--once", "--limit", "2");
        Assert.Contains("names more articles than the 2 that are read at the first look", first.Errors, StringComparison.Ordinal);
        _listed = ["/6", "/7", "/8", "/1", "/2", "/3", "/4", "/5"];
        Assert.Contains("2 added", Round("--limit", "2").Output, StringComparison.Ordinal);
        Assert.Contains("1 added", Round("--limit", "2").Output, StringComparison.Ordinal);
        Assert.Contains("1 unchanged · 0 added", Round("--limit", "2").Output, StringComparison.Ordinal);
        Assert.Equal([1, 1, 0, 0, 0, 1, 1, 1], Enumerable.Range(1, 8).Select(i => _server.CountOf($"/{i}")));
    }

    [Fact]
    public void Behind_an_index_that_stays_as_it_is_the_newest_sitemap_is_looked_at()
    {
        _server.On("/index", exchange => exchange.Request.Headers.ContainsKey("If-None-Match")
            ? exchange.Reply("304 Not Modified", "")
            : exchange.Reply("200 OK", WebPages.Index((_server["/old"], "2020-01-01"), (_server["/new"], "2025-03-13")), "Content-Type: text/xml\r\nETag: \"1\"\r\n"));
        _server.Gives("/old", WebPages.Sitemap((_server["/9"], "2020-01-01")), "text/xml").Gives("/new", WebPages.Sitemap((_server["/1"], "2025-03-13"), (_server["/2"], "2025-03-12")), "text/xml");
        Watch("add", _server["/index"]);
        Assert.Contains("2 added", Watch("--once", "--limit", "2").Output, StringComparison.Ordinal);
        _server.Gives("/new", WebPages.Sitemap((_server["/1"], "2025-03-13"), (_server["/2"], "2025-03-12"), (_server["/3"], "2099-03-14")), "text/xml");
        Assert.Contains("1 added", Round("--limit", "2").Output, StringComparison.Ordinal);
        Assert.Equal((0, 1), (_server.CountOf("/9"), _server.CountOf("/3")));
    }

    [Fact]
    public void An_article_that_cannot_be_had_is_tried_three_times()
    {
        _listed = ["/1", "/gone"];
        Watch("add", _server["/feed"]);
        for (int i = 0; i < 5; i++) Round();
        Assert.Equal((1, 3), (_server.CountOf("/1"), _server.CountOf("/gone")));
        Assert.True(_unchanged > 0);
    }

    [Fact]
    public void The_feeds_of_an_OPML_list_are_watched_from_a_file_and_from_an_address()
    {
        string file = _folder.Write("feeds.opml", WebPages.Opml("https://arga.example/feed", "https://hulu.example/feed"));
        _server.Gives("/list.opml", WebPages.Opml("https://hilir.example/feed"), "text/x-opml");
        Outcome outcome = Watch("add", file, _server["/list.opml"]);
        Assert.Equal((0, ""), (outcome.Code, outcome.Errors));
        Assert.Equal(["https://arga.example/feed", "https://hulu.example/feed", "https://hilir.example/feed"], Listed().Select(static list => list.GetProperty("url").GetString()));
    }

    [Fact]
    public void What_is_neither_feed_nor_sitemap_is_not_watched()
    {
        Outcome outcome = Watch("add", _server["/1"], _server["/gone"], "ftp://arga.example/feed", "http://169.254.169.254/feed", _folder["none.opml"]);
        Assert.Equal(1, outcome.Code);
        foreach (string reason in (string[])["/1: neither a feed nor a sitemap", "/gone: the server has no such page", "only http and https", "is a metadata address", "none.opml: no such file"]) Assert.Contains(reason, outcome.Errors, StringComparison.Ordinal);
        Assert.Empty(Listed());
        Assert.Equal((2, "sanad: usage: nothing is watched yet; `sanad watch add URL` adds a feed or sitemap\n"), (Watch("--once").Code, Watch("--once").Errors));
    }

    [Theory]
    [InlineData("watch", "--every", "soon")]
    [InlineData("watch", "--every", "0s")]
    [InlineData("watch", "--limit", "0")]
    [InlineData("watch", "add")]
    [InlineData("watch", "remove")]
    public void Wrong_usage(params string[] arguments)
    {
        Outcome outcome = SanadProgram.Run([.. arguments, "--db", Path], []);
        Assert.Equal((2, ""), (outcome.Code, outcome.Output));
        Assert.StartsWith("sanad: usage: ", outcome.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("add")]
    [InlineData("list")]
    [InlineData("remove")]
    public void Every_part_of_it_shows_an_example(string command) => Assert.Matches($@"Examples?:\n  sanad watch {command}", SanadProgram.Run("watch", command, "--help").Output);
}
