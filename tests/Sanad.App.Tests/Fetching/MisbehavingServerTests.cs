using System.Globalization;
using System.Text;
using Xunit;

namespace Sanad.App.Tests.Fetching;

/// <summary>One run of the program over servers each of which does something else that a server should not, and one that does nothing wrong.</summary>
public sealed class MisbehavingServers : IDisposable
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n";

    private readonly Dictionary<string, WebServer> _servers = [];

    public MisbehavingServers()
    {
        byte[] page = Encoding.UTF8.GetBytes(WebPages.Page(1));
        byte[] gzip = InflationTests.Compressed("gzip", page);
        byte[] damaged = [.. gzip];
        for (int i = 30; i < 60; i++) damaged[i] ^= 0x55;
        Add("good", exchange => exchange.Reply("200 OK", page, "Content-Type: text/html; charset=utf-8\r\n"));
        Add("good gzip", exchange => exchange.Reply("200 OK", InflationTests.Compressed("gzip", Encoding.UTF8.GetBytes(WebPages.Page(2))), "Content-Type: text/html\r\nContent-Encoding: gzip\r\n"));
        Add("wrong charset", exchange => exchange.Reply("200 OK", Encoding.UTF8.GetBytes(WebPages.Page(3).Replace("Kepala", "“Kepala”", StringComparison.Ordinal)), "Content-Type: text/html; charset=klingon\r\n"));
        Add("never answers", exchange => exchange.WaitUntilGone());
        Add("half closed", exchange => HalfClosed(exchange));
        Add("reset", exchange => Reset(exchange));
        Add("drips", exchange => Drip(exchange));
        Add("stops in the middle", exchange => StopInTheMiddle(exchange, page));
        Add("endless", exchange => Endless(exchange));
        Add("length too long", exchange => Raw(exchange, Head + "Content-Length: 1000000\r\nConnection: close\r\n\r\n", page));
        Add("length absurd", exchange => Raw(exchange, Head + "Content-Length: 99999999999\r\n\r\n", page));
        Add("length twice", exchange => Raw(exchange, Head + "Content-Length: 5\r\nContent-Length: 5000\r\n\r\n", page));
        Add("no HTTP", exchange => Raw(exchange, "SSH-2.0-OpenSSH_9.2\r\n\r\n", []));
        Add("much and no HTTP", exchange => Raw(exchange, $"220 \u001b]0;title\u0007{new string('a', 30_000)}\r\n\r\n", []));
        Add("bad chunks", exchange => Raw(exchange, Head + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nzz\r\nworld\r\n", []));
        Add("cut chunks", exchange => Raw(exchange, Head + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n400\r\n", page[..0x300]));
        Add("broken gzip", exchange => exchange.Reply("200 OK", damaged, "Content-Type: text/html\r\nContent-Encoding: gzip\r\n"));
        Add("cut gzip", exchange => exchange.Reply("200 OK", gzip[..(gzip.Length / 2)], "Content-Type: text/html\r\nContent-Encoding: gzip\r\n"));
        Add("bomb", exchange => exchange.Reply("200 OK", InflationTests.Compressed("gzip", InflationTests.Compressed("gzip", new byte[300 << 20])), "Content-Type: text/html\r\nContent-Encoding: gzip, gzip\r\n"));
        Add("unknown compression", exchange => exchange.Reply("200 OK", page, "Content-Type: text/html\r\nContent-Encoding: secret\r\n"));
        Add("endless header", exchange => EndlessHeader(exchange));
        Add("picture", exchange => exchange.Reply("200 OK", "GIF89a", "Content-Type: image/gif\r\n"));
        Add("circle", exchange => exchange.Reply("302 Found", "", "Location: /other\r\n")).Redirects("/other", "/");
        Add("stairs", exchange => exchange.Reply("302 Found", "", "Location: /1\r\n"));
        for (int i = 1; i < 12; i++) _servers["stairs"].Redirects($"/{i}", $"/{i + 1}");
        Add("to metadata", exchange => exchange.Reply("302 Found", "", "Location: http://169.254.169.254/latest/meta-data/\r\n"));
        Add("to a file", exchange => exchange.Reply("302 Found", "", "Location: file:///etc/passwd\r\n"));
        Add("gone", exchange => exchange.Reply("410 Gone", "x"));
        Add("forbidden", exchange => exchange.Reply("403 Forbidden", "x"));
        Add("failing", exchange => exchange.Reply("500 Oh", "x"));
        Add("busy for long", exchange => exchange.Reply("429 Too Many", "x", "Retry-After: 600\r\n"));
        Add("busy until a day", exchange => exchange.Reply("503 Away", "x", "Retry-After: Fri, 31 Dec 2100 23:59:59 GMT\r\n"));
        Outcome = WebPages.Run(["read", "--format", "json", .. _servers.Values.Select(static server => server["/"])]);
    }

    internal Outcome Outcome { get; }

    /// <summary>What the program said of a server.</summary>
    public string[] SaidOf(string name) => [.. Outcome.Errors.Split('\n').Where(line => line.StartsWith($"sanad: {_servers[name]["/"]}: ", StringComparison.Ordinal))];

    public bool WasRead(string name) => Outcome.Lines.Any(line => line.Contains($"\"source\":\"{_servers[name]["/"]}\"", StringComparison.Ordinal));

    internal WebServer this[string name] => _servers[name];

    public void Dispose()
    {
        foreach (WebServer server in _servers.Values) server.Dispose();
    }

    private WebServer Add(string name, Func<Exchange, Task> answer)
    {
        var server = new WebServer();
        _servers.Add(name, server);
        return server.On("/", answer);
    }

    private static async Task Raw(Exchange exchange, string head, byte[] body)
    {
        await exchange.Send(head);
        await exchange.Send(body);
    }

    private static async Task HalfClosed(Exchange exchange)
    {
        exchange.CloseHalf();
        await exchange.WaitUntilGone();
    }

    private static Task Reset(Exchange exchange)
    {
        exchange.Reset();
        return Task.CompletedTask;
    }

    /// <summary>A byte now and then: each comes in time, all of them together never.</summary>
    private static async Task Drip(Exchange exchange)
    {
        await exchange.Send(Head + "Content-Length: 100000\r\n\r\n");
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await beat.WaitForNextTickAsync(exchange.End)) await exchange.Send("<");
    }

    private static async Task StopInTheMiddle(Exchange exchange, byte[] page)
    {
        await Raw(exchange, Head + $"Content-Length: {page.Length}\r\n\r\n", page[..(page.Length / 2)]);
        await exchange.WaitUntilGone();
    }

    private static async Task Endless(Exchange exchange)
    {
        await exchange.Send(Head + "Connection: close\r\n\r\n");
        byte[] much = new byte[1 << 20];
        much.AsSpan().Fill((byte)'a');
        while (true) await exchange.Send(much);
    }

    private static async Task EndlessHeader(Exchange exchange)
    {
        await exchange.Send("HTTP/1.1 200 OK\r\n");
        for (int i = 0; i < 4000; i++) await exchange.Send(string.Create(CultureInfo.InvariantCulture, $"X-{i}: {new string('a', 1000)}\r\n"));
        await exchange.Send("\r\n");
    }
}

public sealed class MisbehavingServerTests(MisbehavingServers servers) : IClassFixture<MisbehavingServers>
{
    [Theory]
    [InlineData("never answers", "no answer within 2 s")]
    [InlineData("half closed", "cut short")]
    [InlineData("reset", "broke|cut short")]
    [InlineData("drips", @"too slowly: \d+ bytes in 1")]
    [InlineData("stops in the middle", "too slowly")]
    [InlineData("endless", "too large: an answer without end")]
    [InlineData("length too long", "cut short: the connection ended before the answer did")]
    [InlineData("length absurd", "too large: an answer of")]
    [InlineData("length twice", "damaged: says two different lengths")]
    [InlineData("no HTTP", "damaged: not an answer as HTTP has it")]
    [InlineData("bad chunks", "damaged")]
    [InlineData("cut chunks", "cut short")]
    [InlineData("broken gzip", "damaged: not gzip")]
    [InlineData("cut gzip", "cut short")]
    [InlineData("bomb", "too large: .* inflate to more than")]
    [InlineData("unknown compression", "'secret', which was not asked for")]
    [InlineData("endless header", "too large: headers of more than 64 kB")]
    [InlineData("picture", "a picture, not text")]
    [InlineData("circle", @"redirects in a circle: http://127\.0\.0\.1:\d+/ -> http://127\.0\.0\.1:\d+/other -> http://127\.0\.0\.1:\d+/$")]
    [InlineData("stairs", "redirects more than 10 times")]
    [InlineData("to metadata", @"redirected to http://169\.254\.169\.254/latest/meta-data/: 169\.254\.169\.254 is a metadata address, which is not fetched$")]
    [InlineData("to a file", "redirected to file:///etc/passwd: only http and https are fetched")]
    [InlineData("gone", "the server says that it is gone .410.")]
    [InlineData("forbidden", "the server does not let Sanad read it .403.")]
    [InlineData("failing", "the server failed .500.")]
    [InlineData("busy for long", "answers 429, too many requests, and asks to be left alone until 20")]
    [InlineData("busy until a day", "answers 503, not available, and asks to be left alone until 20")]
    public void Nothing_is_read_and_the_reason_is_told(string server, string reason)
    {
        Assert.Matches(reason, Assert.Single(servers.SaidOf(server)));
        Assert.False(servers.WasRead(server));
    }

    [Theory]
    [InlineData("good")]
    [InlineData("good gzip")]
    [InlineData("wrong charset")]
    public void What_can_be_read_is_read_beside_them(string server) => Assert.True(servers.WasRead(server), servers.Outcome.Errors);

    [Fact]
    public void Some_failed_and_the_run_ended() => Assert.Equal((1, 3), (servers.Outcome.Code, servers.Outcome.Lines.Length));

    [Fact]
    public void What_a_server_sends_makes_a_reason_neither_long_nor_dangerous_to_print()
    {
        string said = Assert.Single(servers.SaidOf("much and no HTTP"));
        Assert.InRange(said.Length, 20, 600);
        Assert.DoesNotContain(said, static c => char.IsControl(c));
    }

    [Fact]
    public void A_host_that_asks_to_be_left_alone_is_asked_no_more() => Assert.Equal(1, servers["busy for long"].CountOf("/"));

    [Fact]
    public void Eleven_redirects_are_not_followed() => Assert.Equal((1, 0), (servers["stairs"].CountOf("/10"), servers["stairs"].CountOf("/11")));

    [Fact]
    public void Each_request_says_who_asks_and_carries_neither_cookie_nor_password()
    {
        Request request = servers["good"].Requests.Single(static request => request.Path == "/");
        Assert.Equal(("Sanad/0.1 (news ledger)", "gzip, deflate, br"), (request.Headers["User-Agent"], request.Headers["Accept-Encoding"]));
        Assert.DoesNotContain(request.Headers.Keys, static name => name.ToLowerInvariant() is "cookie" or "authorization" or "referer" or "traceparent");
    }
}
