using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Sanad.App.Tests.Fetching;
using Xunit;

namespace Sanad.App.Tests.Server;

/// <summary>Pages and feeds are added through the served ledger, from a site on loopback.</summary>
public sealed class AddingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly WebServer _web = new();

    public AddingTests() => Assert.Equal(0, SanadProgram.Run(["add", "--db", Path, "-"], Encoding.UTF8.GetBytes(Articles.Line("one", Articles.Indonesian))).Code);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Path => _folder["ledger.db"];

    public void Dispose()
    {
        _web.Dispose();
        _folder.Dispose();
    }

    private string Token(params string[] scopes) => SanadProgram.Run(["token", "add", "Ratna", "--db", Path, "--scope", .. scopes]).Output.Trim();

    private Task<ServedLedger> ServeAsync(params string[] options) => ServedLedger.StartAsync(Path, Stop, WebPages.Hurried, ["--allow-private", .. options]);

    private static async Task<(int Status, JsonElement Body, Uri? Location)> AskAsync(ServedLedger server, HttpMethod method, string path, string? token, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null) request.Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await server.Client.SendAsync(request, Stop);
        string text = await answer.Content.ReadAsStringAsync(Stop);
        return ((int)answer.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement, answer.Headers.Location);
    }

    /// <summary>The job when it is over, as its own stream of events tells.</summary>
    private static async Task<JsonElement> OverAsync(ServedLedger server, string path, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path + "/events");
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using HttpResponseMessage answer = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        string[] events = (await answer.Content.ReadAsStringAsync(Stop)).Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("event: progress", events[^1], StringComparison.Ordinal);
        return (await AskAsync(server, HttpMethod.Get, path, token)).Body;
    }

    /// <summary>Ends when the stream of events has told something.</summary>
    private static async Task UntilAsync(ServedLedger server, string path, string told)
    {
        using var reader = new StreamReader(await server.Client.GetStreamAsync(path, Stop));
        while (await reader.ReadLineAsync(Stop) is { } line)
        {
            if (line.Contains(told, StringComparison.Ordinal)) return;
        }

        Assert.Fail($"{path} ends without {told}");
    }

    private static async Task<(HttpStatusCode Status, IHtmlDocument Page, string? Location)> SubmitAsync(ServedLedger server, string path, Dictionary<string, string> fields, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        foreach ((string name, string value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using HttpResponseMessage answer = await server.Client.SendAsync(request, Stop);
        return (answer.StatusCode, new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Stop)), answer.Headers.Location?.ToString());
    }

    private static (string, string) Basic(string token) => ("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("ratna:" + token)));

    [Fact]
    public async Task An_address_is_added_by_a_program_and_its_job_tells_what_became_of_each_article()
    {
        _web.Gives("/feed.xml", WebPages.Rss(_web["/1.html"], _web["/2.html"], _web["/gone.html"]), "application/rss+xml").Gives("/1.html", WebPages.Page(1)).Gives("/2.html", WebPages.Page(2));
        string token = Token("add");
        await using ServedLedger server = await ServeAsync();
        (int status, JsonElement begun, Uri? location) = await AskAsync(server, HttpMethod.Post, "/api/articles", token, new { url = _web["/feed.xml"] });
        Assert.Equal((202, "/api/jobs/1", "Ratna"), (status, location!.ToString(), begun.GetProperty("by").GetString()));
        JsonElement job = await OverAsync(server, "/api/jobs/1", token);
        Assert.Equal(("done", 3, 2, 1), (job.GetProperty("state").GetString(), job.GetProperty("expected").GetInt32(), job.GetProperty("added").GetInt32(), job.GetProperty("failed").GetInt32()));
        foreach (JsonElement article in job.GetProperty("articles").EnumerateArray())
        {
            bool isGone = article.GetProperty("source").GetString()!.EndsWith("/gone.html", StringComparison.Ordinal);
            Assert.Equal(isGone ? "failed" : "added", article.GetProperty("outcome").GetString());
            if (isGone) Assert.Contains("404", article.GetProperty("reason").GetString(), StringComparison.Ordinal);
            else Assert.Equal(article.GetProperty("story").GetString(), (await AskAsync(server, HttpMethod.Get, "/api/articles/" + article.GetProperty("id").GetString(), null)).Body.GetProperty("story").GetString());
        }

        var description = new ApiDescription(JsonNode.Parse(await server.Client.GetStringAsync("/api/openapi.json", Stop))!.AsObject());
        JsonObject paths = description.Document["paths"]!.AsObject();
        Assert.Equal("", description.Wrong(paths["/api/articles"]!["post"]!.AsObject(), 202, "application/json", begun.GetRawText()));
        Assert.Equal("", description.Wrong(paths["/api/jobs/{job}"]!["get"]!.AsObject(), 200, "application/json", job.GetRawText()));
        Assert.Equal("", description.Wrong(paths["/api/jobs"]!["get"]!.AsObject(), 200, "application/json", (await AskAsync(server, HttpMethod.Get, "/api/jobs", token)).Body.GetRawText()));

        Assert.Equal(202, (await AskAsync(server, HttpMethod.Post, "/api/articles", token, new { url = _web["/1.html"] })).Status);
        JsonElement again = await OverAsync(server, "/api/jobs/2", token);
        Assert.Equal(("done", 1), (again.GetProperty("state").GetString(), again.GetProperty("known").GetInt32()));
        Assert.Equal(3, Ledger.Count(Path, "article"));
        Ledger.IsWhole(Path);
    }

    [Fact]
    public async Task Only_who_may_add_adds()
    {
        string reader = Token("read"), corrector = Token("correct");
        await using ServedLedger server = await ServeAsync();
        Assert.Equal(401, (await AskAsync(server, HttpMethod.Post, "/api/articles", null, new { url = _web["/1.html"] })).Status);
        foreach (string token in (string[])[reader, corrector])
        {
            Assert.Equal(403, (await AskAsync(server, HttpMethod.Post, "/api/articles", token, new { url = _web["/1.html"] })).Status);
            Assert.Equal(403, (await AskAsync(server, HttpMethod.Get, "/api/jobs", token)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await SubmitAsync(server, "/add", new() { ["url"] = _web["/1.html"] }, Basic(token))).Status);
        }

        IHtmlDocument form = await server.PageAsync("/add", Stop);
        Assert.Null(form.QuerySelector("form[action='/add']"));
        Assert.NotNull(form.QuerySelector("form[action='/sign-in']"));
        using HttpResponseMessage asked = await server.GetAsync("/sign-in?to=/add", Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, asked.StatusCode);
        Assert.Contains(asked.Headers.WwwAuthenticate, static scheme => scheme.Scheme == "Basic");
        (string name, string value) = Basic(reader);
        foreach ((string to, string where) in (IEnumerable<(string, string)>)[("/add", "/add"), ("//elsewhere.example", "/"), ("/\\elsewhere.example", "/"), ("https://elsewhere.example", "/")])
        {
            using HttpResponseMessage known = await server.GetAsync("/sign-in?to=" + Uri.EscapeDataString(to), Stop, name, value);
            Assert.Equal((HttpStatusCode.Redirect, where), (known.StatusCode, known.Headers.Location?.ToString()));
        }

        Assert.Empty(_web.Requests);
        Assert.Equal(1, Ledger.Count(Path, "article"));
    }

    [Theory]
    [InlineData(400, "{}"), InlineData(400, "{\"url\":\"https://example.org/\",\"watch\":\"yes\"}"), InlineData(422, "{\"url\":\"/etc/passwd\"}"), InlineData(422, "{\"url\":\"file:///etc/passwd\"}"), InlineData(422, "{\"url\":\"http://user:word@example.org/\"}")]
    public async Task What_is_no_address_is_refused(int status, string body)
    {
        string token = Token("add");
        await using ServedLedger server = await ServeAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/articles") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using HttpResponseMessage answer = await server.Client.SendAsync(request, Stop);
        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task The_guard_and_robots_hold_for_what_is_added_here()
    {
        _web.Gives("/robots.txt", "User-agent: *\nDisallow: /private/", "text/plain").Gives("/private/1.html", WebPages.Page(1));
        string token = Token("add");
        await using (ServedLedger guarded = await ServedLedger.StartAsync(Path, Stop, WebPages.Hurried, []))
        {
            await AskAsync(guarded, HttpMethod.Post, "/api/articles", token, new { url = _web["/private/1.html"] });
            JsonElement refused = await OverAsync(guarded, "/api/jobs/1", token);
            Assert.Equal("failed", refused.GetProperty("state").GetString());
            Assert.Contains("loopback", refused.GetProperty("reason").GetString(), StringComparison.Ordinal);
        }

        Assert.Empty(_web.Requests);
        await using ServedLedger server = await ServeAsync();
        await AskAsync(server, HttpMethod.Post, "/api/articles", token, new { url = _web["/private/1.html"] });
        Assert.Contains("robots.txt", (await OverAsync(server, "/api/jobs/1", token)).GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, _web.CountOf("/private/1.html"));
    }

    [Fact]
    public async Task A_reader_adds_a_feed_with_a_form_watches_it_and_is_led_to_what_came()
    {
        _web.Gives("/feed.xml", WebPages.Rss(_web["/1.html"]), "application/rss+xml").Gives("/1.html", WebPages.Page(1));
        await using ServedLedger server = await ServeAsync("--allow-add");
        IHtmlDocument form = await server.PageAsync("/add", Stop);
        Assert.NotNull(form.QuerySelector("form[action='/add'] input[type=url]"));
        (HttpStatusCode status, _, string? location) = await SubmitAsync(server, "/add", new() { ["url"] = _web["/feed.xml"], ["watch"] = "1" });
        Assert.Equal((HttpStatusCode.SeeOther, "/add/1"), (status, location));
        await OverAsync(server, "/api/jobs/1");
        IHtmlDocument page = await server.PageAsync("/add/1", Stop, "Accept-Language", "en");
        Assert.Null(page.QuerySelector("noscript meta"));
        Assert.Contains("Done", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("watched from now on", page.Body!.TextContent, StringComparison.Ordinal);
        string[] links = [.. page.QuerySelectorAll("#job tbody a").Select(static link => link.GetAttribute("href")!)];
        Assert.Equal(2, links.Length);
        foreach (string link in links) Assert.Contains("Nomor1", (await server.PageAsync(link, Stop)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(_web["/feed.xml"], SanadProgram.Run("watch", "list", "--db", Path).Output, StringComparison.Ordinal);
        Assert.Contains("/add/1", (await server.PageAsync("/add", Stop)).QuerySelector(".jobs")!.InnerHtml, StringComparison.Ordinal);
        (HttpStatusCode wrong, IHtmlDocument told, _) = await SubmitAsync(server, "/add", new() { ["url"] = "ftp://x.example/<b>" });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "ftp://x.example/<b>"), (wrong, told.QuerySelector("input[type=url]")!.GetAttribute("value")));
        Assert.NotEqual("", told.QuerySelector("[role=alert]")!.TextContent);
    }

    [Fact]
    public async Task A_job_under_way_shows_how_far_it_is_renews_itself_and_is_stopped()
    {
        _web.Gives("/feed.xml", WebPages.Rss(_web["/1.html"], _web["/2.html"]), "application/rss+xml").Gives("/1.html", WebPages.Page(1)).On("/2.html", exchange => exchange.WaitUntilGone());
        await using ServedLedger server = await ServeAsync("--allow-add");
        Assert.Equal("/add/1", (await SubmitAsync(server, "/add", new() { ["url"] = _web["/feed.xml"] })).Location);
        await UntilAsync(server, "/api/jobs/1/events", "\"added\":1");
        await _web.Asked("/2.html", 1).WaitAsync(Stop);
        IHtmlDocument page = await server.PageAsync("/add/1", Stop);
        Assert.NotNull(page.QuerySelector("form[action='/add/1/cancel']"));
        Assert.NotNull(page.QuerySelector("head noscript"));
        Assert.Equal("2", page.QuerySelector("progress")!.GetAttribute("max"));
        Assert.Equal((HttpStatusCode.SeeOther, "/add/1"), (await SubmitAsync(server, "/add/1/cancel", []) is var cancelled ? cancelled.Status : default, cancelled.Location));
        JsonElement job = await OverAsync(server, "/api/jobs/1");
        Assert.Equal(("cancelled", 1), (job.GetProperty("state").GetString(), job.GetProperty("added").GetInt32()));
        Assert.Equal(2, Ledger.Count(Path, "article"));
        Ledger.IsWhole(Path);
        Assert.Equal(404, (await AskAsync(server, HttpMethod.Get, "/api/jobs/9", null)).Status);
    }

    [Fact]
    public async Task Only_so_many_jobs_wait_and_the_server_ends_in_spite_of_them()
    {
        _web.On("/slow.html", static exchange => exchange.WaitUntilGone());
        await using ServedLedger server = await ServeAsync("--allow-add");
        for (int i = 0; i < 22; i++) Assert.Equal(202, (await AskAsync(server, HttpMethod.Post, "/api/articles", null, new { url = _web["/slow.html"] })).Status);
        Assert.Equal(503, (await AskAsync(server, HttpMethod.Post, "/api/articles", null, new { url = _web["/slow.html"] })).Status);
        Assert.Equal(200, (await AskAsync(server, HttpMethod.Delete, "/api/jobs/22", null)).Status);
        Assert.Equal("cancelled", (await OverAsync(server, "/api/jobs/22")).GetProperty("state").GetString());
        Assert.Equal(202, (await AskAsync(server, HttpMethod.Post, "/api/articles", null, new { url = _web["/slow.html"] })).Status);
        Assert.Equal(0, (await server.StopAsync(Stop)).Code);
    }

    [Fact]
    public async Task A_page_elsewhere_cannot_add_through_a_reader_s_browser()
    {
        await using ServedLedger server = await ServeAsync("--allow-add");
        foreach ((string, string)[] headers in (IEnumerable<(string, string)[]>)[[("Origin", "http://elsewhere.example")], [("Sec-Fetch-Site", "cross-site")], [("Origin", "null")]])
            Assert.Equal(HttpStatusCode.Forbidden, (await SubmitAsync(server, "/add", new() { ["url"] = _web["/1.html"] }, headers)).Status);
        Assert.Empty(_web.Requests);
    }

    [Fact]
    public async Task A_model_adds_a_page_over_HTTP_only_with_a_token_that_may()
    {
        _web.Gives("/1.html", WebPages.Page(1));
        string adder = Token("add"), reader = Token("read");
        await using ServedLedger server = await ServeAsync();

        async Task<McpClient> ConnectAsync(string token) => await McpClient.CreateAsync(new HttpClientTransport(new HttpClientTransportOptions
        {
            Endpoint = new Uri(server.Client.BaseAddress!, "/mcp"), TransportMode = HttpTransportMode.StreamableHttp, AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = "Bearer " + token },
        }), cancellationToken: Stop);

        await using McpClient may = await ConnectAsync(adder), mayNot = await ConnectAsync(reader);
        Assert.DoesNotContain(await mayNot.ListToolsAsync(cancellationToken: Stop), static tool => tool.Name == "add_page");
        CallToolResult refused = await may.CallToolAsync("add_page", new Dictionary<string, object?> { ["url"] = _web["/gone.html"] }, cancellationToken: Stop);
        Assert.True(refused.IsError);
        Assert.Contains("404", Assert.IsType<TextContentBlock>(refused.Content[0]).Text, StringComparison.Ordinal);
        CallToolResult result = await may.CallToolAsync("add_page", new Dictionary<string, object?> { ["url"] = _web["/1.html"] }, cancellationToken: Stop);
        JsonElement job = JsonDocument.Parse(Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text).RootElement;
        Assert.Equal((1, "Ratna"), (job.GetProperty("added").GetInt32(), job.GetProperty("by").GetString()));
        Assert.Contains(await may.ListToolsAsync(cancellationToken: Stop), static tool => tool.Name == "search");
    }
}
