using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Sanad.App.Tests.Server;

public sealed class HardeningTests(SampleServer sample) : IClassFixture<SampleServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/"), InlineData("/stories/1"), InlineData("/nowhere"), InlineData("/web/sanad.css")]
    public async Task Every_answer_forbids_foreign_content_and_frames(string path)
    {
        using HttpResponseMessage answer = await sample.Server.GetAsync(path, Stop);
        string policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("base-uri 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("evil.example"), InlineData("127.0.0.1.evil.example"), InlineData("localhost.evil.example:80"), InlineData("192.168.1.2")]
    public async Task A_name_of_another_machine_is_not_answered(string host)
    {
        using HttpResponseMessage answer = await sample.Server.GetAsync("/", Stop, "Host", host);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync(Stop));
    }

    [Theory]
    [InlineData("localhost"), InlineData("127.0.0.1:1"), InlineData("[::1]"), InlineData("LOCALHOST:8080")]
    public async Task This_machine_may_be_called_by_all_its_names(string host)
    {
        using HttpResponseMessage answer = await sample.Server.GetAsync("/", Stop, "Host", host);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0"), InlineData("http://192.168.1.2:8080"), InlineData("http://example.org"), InlineData("http://[::]:0"), InlineData("http://*:0")]
    public void Does_not_listen_where_others_could_reach_it(string url)
    {
        Outcome refused = SanadProgram.Run("serve", "--db", sample.Path, "--urls", url);
        Assert.Equal((2, ""), (refused.Code, refused.Output));
        Assert.StartsWith("sanad: serve: ", refused.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8080"), InlineData("ftp://127.0.0.1"), InlineData("http://127.0.0.1/sanad"), InlineData("https://127.0.0.1:0")]
    public void What_is_no_address_to_listen_on_is_told(string url) => Assert.Equal(2, SanadProgram.Run("serve", "--db", sample.Path, "--urls", url).Code);

    [Fact]
    public void A_port_that_is_taken_is_told()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        Outcome refused = SanadProgram.Run("serve", "--db", sample.Path, "--urls", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}");
        Assert.Equal(3, refused.Code);
        Assert.Contains("in use", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ledger_that_is_not_there_is_told() => Assert.Equal(3, SanadProgram.Run("serve", "--db", sample.Path + "-none", "--urls", "http://127.0.0.1:0").Code);

    [Fact]
    public async Task Asked_to_stop_it_ends_without_a_complaint()
    {
        await using ServedLedger server = await ServedLedger.StartAsync(sample.Path, Stop);
        await server.PageAsync("/stories/1", Stop);
        Assert.Equal((0, ""), await server.StopAsync(Stop));
    }

    [Fact]
    public async Task A_body_or_an_address_too_long_is_refused()
    {
        using var body = new ByteArrayContent(new byte[(1 << 20) + 1]);
        using HttpResponseMessage posted = await sample.Server.Client.PostAsync("/", body, Stop);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, posted.StatusCode);
        using HttpResponseMessage answer = await sample.Server.GetAsync("/search?q=" + new string('x', 9000), Stop);
        Assert.Equal(HttpStatusCode.RequestUriTooLong, answer.StatusCode);
        using HttpResponseMessage headers = await sample.Server.GetAsync("/", Stop, "X-Long", new string('x', 17_000));
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, headers.StatusCode);
    }

    [Fact]
    public async Task Whoever_asks_without_end_is_told_to_wait()
    {
        await using ServedLedger server = await ServedLedger.StartAsync(sample.Path, Stop);
        using var refused = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        int served = 0, waits = 0;

        // As many at once as there may be connections, until the first refusal: a slow machine needs more requests for it.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Parallel.ForEachAsync(Enumerable.Range(0, 50_000), new ParallelOptions { MaxDegreeOfParallelism = 200, CancellationToken = refused.Token }, async (_, _) =>
        {
            using HttpResponseMessage answer = await server.GetAsync("/web/sanad.svg", Stop);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                Interlocked.Increment(ref served);
                return;
            }

            Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
            Assert.NotNull(answer.Headers.RetryAfter);
            Interlocked.Increment(ref waits);
            await refused.CancelAsync();
        }));
        Assert.True(waits > 0);
        Assert.True(served > 0);
    }

    [Fact]
    public async Task Of_senders_behind_a_server_that_is_trusted_only_who_asks_without_end_waits()
    {
        await using ServedLedger trusting = await ServedLedger.StartAsync(sample.Path, Stop, "--trust-proxy", "127.0.0.1", "--trust-proxy", "10.9.0.0/16");
        await AskWithoutEndAsync(trusting, "203.0.113.7, 10.9.0.1");
        using HttpResponseMessage other = await trusting.GetAsync("/web/sanad.svg", Stop, "X-Forwarded-For", "203.0.113.7, 203.0.113.8");
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);

        // Whoever is not trusted cannot call himself another.
        await using ServedLedger plain = await ServedLedger.StartAsync(sample.Path, Stop);
        int called = 0;
        await AskWithoutEndAsync(plain, null, () => $"203.0.113.{Interlocked.Increment(ref called) % 250}");
    }

    /// <summary>Until the first refusal, as many at once as there may be connections: a slow machine needs more requests for it.</summary>
    private static async Task AskWithoutEndAsync(ServedLedger server, string? sender, Func<string>? senders = null)
    {
        using var refused = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        bool waits = false;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Parallel.ForEachAsync(Enumerable.Range(0, 50_000), new ParallelOptions { MaxDegreeOfParallelism = 200, CancellationToken = refused.Token }, async (_, _) =>
        {
            using HttpResponseMessage answer = await server.GetAsync("/web/sanad.svg", Stop, "X-Forwarded-For", sender ?? senders!());
            if (answer.StatusCode != HttpStatusCode.TooManyRequests) return;
            Assert.NotNull(answer.Headers.RetryAfter);
            waits = true;
            await refused.CancelAsync();
        }));
        Assert.True(waits);
    }

    [Theory]
    [InlineData("proxy.example"), InlineData("10.0.0.0/99"), InlineData("")]
    public void A_server_to_trust_is_named_by_its_address(string proxy)
    {
        Outcome refused = SanadProgram.Run("serve", "--db", sample.Path, "--urls", "http://127.0.0.1:0", "--trust-proxy", proxy);
        Assert.Equal(2, refused.Code);
        Assert.Contains("is no address of a server", refused.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\n\r\n"), InlineData("NONSENSE\r\n\r\n"), InlineData("GET /%00%ff%2e%2e/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), InlineData("GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /web/..%2f..%2fSanad.App.dll HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), InlineData("GET /parties/%ed%a0%80 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), InlineData("\u0016\u0003\u0001\u0002")]
    public async Task A_request_that_is_none_is_refused_and_the_next_one_served(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, sample.Server.Client.BaseAddress!.Port, Stop);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), Stop);
        client.Client.Shutdown(SocketShutdown.Send);
        using var reader = new StreamReader(stream);
        string answer = await reader.ReadToEndAsync(Stop);
        Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 4", StringComparison.Ordinal), answer);
        await sample.Server.PageAsync("/", Stop);
    }
}
