using Microsoft.Extensions.Time.Testing;
using Sanad.App.Fetching;
using Xunit;

namespace Sanad.App.Tests.Fetching;

public sealed class RobotsTests : IDisposable
{
    private readonly WebServer _server = new();

    public RobotsTests() => _server.Gives("/a", WebPages.Page(1)).Gives("/secret/a", WebPages.Page(2)).Redirects("/to-secret", "/secret/a");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _server.Dispose();

    private async Task<FetchResult> Fetch(string path)
    {
        using Fetcher fetcher = FetcherBy(TimeProvider.System);
        return await fetcher.Fetch(_server[path], null, Stop);
    }

    private static Fetcher FetcherBy(TimeProvider time) => FetcherBy(time, TimeSpan.FromSeconds(1));

    /// <param name="patience">With a server; a clock that is moved by hand may run far ahead of it.</param>
    private static Fetcher FetcherBy(TimeProvider time, TimeSpan patience) => new(new FetchSettings
    {
        AllowPrivate = true, Courtesy = new Courtesy { Interval = TimeSpan.Zero }, Transfer = new TransferLimits { Connect = patience, Grace = patience, Whole = TimeSpan.FromDays(1) },
    }, new ProxyChoice(new System.Net.WebProxy(), "*"), time);

    [Theory]
    [InlineData("User-agent: *\nDisallow: /secret/\n", "/secret/a", false)]
    [InlineData("User-agent: *\nDisallow: /secret/\n", "/to-secret", false)]
    [InlineData("User-agent: *\nDisallow: /secret/\n", "/a", true)]
    [InlineData("User-agent: sanad\nDisallow: /\n", "/a", false)]
    [InlineData("User-agent: other\nDisallow: /\n", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: Sanad\nAllow: /\n", "/a", true)]
    [InlineData("<html>none</html>", "/a", true)]
    public async Task What_a_site_asks_for_is_kept(string robots, string path, bool allowed)
    {
        _server.Gives("/robots.txt", robots, "text/plain");
        FetchResult result = await Fetch(path);
        Assert.Equal(allowed, result.Answer is not null);
        if (!allowed) Assert.Contains("asks programs not to fetch it, and Sanad keeps to that, also for an address named by hand", result.Failure!.Reason, StringComparison.Ordinal);
        Assert.Equal(allowed || path == "/to-secret" ? 2 : 1, _server.Requests.Count);
    }

    [Theory]
    [InlineData("404 Not Found", true)]
    [InlineData("403 Forbidden", true)]
    [InlineData("401 Who", true)]
    [InlineData("204 Nothing", true)]
    [InlineData("500 Oh", false)]
    [InlineData("502 Oh", false)]
    public async Task Where_there_is_none_all_is_allowed_and_where_it_cannot_be_had_nothing_is(string status, bool allowed)
    {
        _server.On("/robots.txt", exchange => exchange.Reply(status, ""));
        FetchResult result = await Fetch("/a");
        Assert.Equal(allowed, result.Answer is not null);
        if (!allowed) Assert.Matches(@"the robots\.txt of 127\.0\.0\.1:\d+ cannot be had, without which nothing is fetched from there: the server failed", result.Failure!.Reason);
        Assert.Equal(allowed ? 1 : 0, _server.CountOf("/a"));
    }

    [Fact]
    public async Task A_silent_server_is_not_asked_for_pages()
    {
        _server.On("/robots.txt", static exchange => exchange.WaitUntilGone());
        Assert.Contains("no answer within 2 s", (await Fetch("/a")).Failure!.Reason, StringComparison.Ordinal);
        Assert.Equal(0, _server.CountOf("/a"));
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public async Task It_is_followed_over_five_redirects_and_beyond_that_counts_as_none(int redirects, bool allowed)
    {
        _server.Redirects("/robots.txt", "/r1");
        for (int i = 1; i < redirects; i++) _server.Redirects($"/r{i}", $"/r{i + 1}");
        _server.Gives($"/r{redirects}", "User-agent: *\nDisallow: /\n", "text/plain");
        Assert.Equal(allowed, (await Fetch("/a")).Answer is not null);
    }

    [Fact]
    public async Task It_is_asked_for_once_a_day()
    {
        _server.Gives("/robots.txt", "User-agent: *\nDisallow: /secret/\n", "text/plain");
        var time = new FakeTimeProvider(new DateTimeOffset(2025, 3, 13, 8, 0, 0, TimeSpan.Zero));
        using Fetcher fetcher = FetcherBy(time);
        foreach ((int hours, int asked) in ((int, int)[])[(0, 1), (0, 1), (23, 1), (1, 2), (23, 2), (2, 3)])
        {
            time.Advance(TimeSpan.FromHours(hours));
            Assert.NotNull((await fetcher.Fetch(_server["/a"], null, Stop)).Answer);
            Assert.NotNull((await fetcher.Fetch(_server["/secret/a"], null, Stop)).Failure);
            Assert.Equal(asked, _server.CountOf("/robots.txt"));
        }

        Assert.Equal(0, _server.CountOf("/secret/a"));
    }

    [Fact]
    public async Task A_crawl_delay_is_kept()
    {
        _server.Gives("/robots.txt", "User-agent: *\nCrawl-delay: 20\n", "text/plain");
        var time = new FakeTimeProvider(new DateTimeOffset(2025, 3, 13, 8, 0, 0, TimeSpan.Zero));
        using Fetcher fetcher = FetcherBy(time, TimeSpan.FromHours(12));
        Task<FetchResult> page = fetcher.Fetch(_server["/a"], null, Stop);
        await _server.Asked("/robots.txt", 1);
        Assert.False(page.IsCompleted);
        while (!page.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(page, Task.Delay(1, Stop));
        }

        Assert.NotNull((await page).Answer);
        Assert.True(time.GetUtcNow() >= new DateTimeOffset(2025, 3, 13, 8, 0, 20, TimeSpan.Zero));
    }
}
