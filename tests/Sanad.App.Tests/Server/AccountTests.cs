using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using Sanad.App.Tests.Fetching;
using Xunit;

namespace Sanad.App.Tests.Server;

/// <summary>People sign in with accounts of a provider that runs in the test.</summary>
public sealed class AccountTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Path => _folder["ledger.db"];

    private OpenIdProvider Provider { get; set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.Equal(0, SanadProgram.Run(["add", "--db", Path, "-"], Encoding.UTF8.GetBytes(Articles.Line("one", Articles.Indonesian))).Code);
        Provider = await OpenIdProvider.StartAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await Provider.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<ServedLedger> ServeAsync(params string[] options)
    {
        ServedLedger server = await ServedLedger.StartAsync(Path, Stop, [.. WebPages.Hurried, ("SANAD_OIDC_SECRET", OpenIdProvider.Secret)],
            ["--oidc-issuer", Provider.Issuer, "--oidc-client", OpenIdProvider.Client, "--oidc-role", "editors=correct", "--oidc-role", "chiefs=admin", .. options]);
        Provider.RedirectUri = new Uri(server.Client.BaseAddress!, "/signed-in").AbsoluteUri;
        return server;
    }

    /// <summary>A browser with cookies of its own, which follows where it is led.</summary>
    private static HttpClient Browser(ServedLedger server) => new(new SocketsHttpHandler { UseProxy = false, CookieContainer = new CookieContainer() }) { BaseAddress = server.Client.BaseAddress };

    private static async Task<(HttpStatusCode Status, string Path, string Text)> GoAsync(HttpClient browser, string path)
    {
        using HttpResponseMessage answer = await browser.GetAsync(path, Stop);
        return (answer.StatusCode, answer.RequestMessage!.RequestUri!.PathAndQuery, await answer.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task Whoever_signs_in_reads_corrects_in_his_name_and_leaves()
    {
        await using ServedLedger server = await ServeAsync();
        using HttpClient browser = Browser(server);
        (HttpStatusCode status, string path, string text) = await GoAsync(browser, "/stories/1/statements?act=deny");
        Assert.Equal((HttpStatusCode.OK, "/stories/1/statements?act=deny"), (status, path));
        Assert.Contains("Ratna Wulandari", new HtmlParser().ParseDocument(text).QuerySelector("footer form[action='/sign-out']")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(Provider.Refused);

        JsonElement analysis = JsonDocument.Parse((await GoAsync(browser, "/api/articles/1")).Text).RootElement.GetProperty("analysis");
        JsonElement content = analysis.GetProperty("statements")[0].GetProperty("content")[0];
        var correction = new JsonObject
        {
            ["kind"] = "speaker", ["reason"] = "the minister himself", ["speaker"] = "Rahman", ["by"] = "somebody else",
            ["target"] = new JsonObject { ["textHash"] = analysis.GetProperty("textHash").GetString(), ["source"] = "one", ["span"] = JsonNode.Parse(content.GetRawText()), ["words"] = analysis.GetProperty("text").GetString()![content[0].GetInt32()..content[1].GetInt32()] },
        };
        using (var elsewhere = new HttpRequestMessage(HttpMethod.Post, "/api/corrections") { Content = new StringContent(correction.ToJsonString(), Encoding.UTF8, "application/json") })
        {
            elsewhere.Headers.Add("Origin", "http://elsewhere.example");
            using HttpResponseMessage refused = await browser.SendAsync(elsewhere, Stop);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        using (HttpResponseMessage made = await browser.PostAsync("/api/corrections", new StringContent(correction.ToJsonString(), Encoding.UTF8, "application/json"), Stop))
        {
            Assert.Equal((HttpStatusCode.Created, "Ratna Wulandari"), (made.StatusCode, JsonDocument.Parse(await made.Content.ReadAsStringAsync(Stop)).RootElement.GetProperty("by").GetString()));
        }

        using (HttpResponseMessage adding = await browser.PostAsync("/api/articles", new StringContent("{\"url\":\"https://example.org/\"}", Encoding.UTF8, "application/json"), Stop)) Assert.Equal(HttpStatusCode.Forbidden, adding.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await GoAsync(browser, "/api/hooks")).Status);

        using HttpResponseMessage left = await browser.PostAsync("/sign-out", null, Stop);
        Assert.Equal("/signed-out", left.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Contains(Provider.Issuer + "/bye?client_id=", await left.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GoAsync(browser, "/api/stories")).Status);
    }

    [Fact]
    public async Task What_is_corrected_on_a_page_bears_the_name_of_the_account()
    {
        await using ServedLedger server = await ServeAsync();
        using HttpClient browser = Browser(server);
        const string Page = "/articles/1/correct?entry=s1";
        Assert.Null(new HtmlParser().ParseDocument((await GoAsync(browser, Page)).Text).QuerySelector("input[name=token]"));
        using HttpResponseMessage made = await browser.PostAsync(Page, new FormUrlEncodedContent([new("choice", "none"), new("reason", "nobody said so")]), Stop);
        Assert.Equal((HttpStatusCode.OK, "/articles/1"), (made.StatusCode, made.RequestMessage!.RequestUri!.AbsolutePath));
        JsonElement correction = Assert.Single(JsonDocument.Parse((await GoAsync(browser, "/api/corrections")).Text).RootElement.GetProperty("items").EnumerateArray());
        Assert.Equal("Ratna Wulandari", correction.GetProperty("by").GetString());
    }

    [Fact]
    public async Task Nobody_reads_without_signing_in_or_a_token()
    {
        string token = SanadProgram.Run("token", "add", "Budi", "--db", Path).Output.Trim();
        await using ServedLedger server = await ServeAsync();
        foreach (string path in (string[])["/", "/stories/1", "/add"])
        {
            using HttpResponseMessage answer = await server.GetAsync(path, Stop);
            Assert.Equal((HttpStatusCode.Redirect, "/sign-in?to=" + Uri.EscapeDataString(path)), (answer.StatusCode, answer.Headers.Location!.ToString()));
        }

        foreach (string path in (string[])["/api/stories", "/feeds/changes.atom", "/api/events", "/mcp"])
        {
            using HttpResponseMessage answer = await server.GetAsync(path, Stop);
            Assert.Equal((path, HttpStatusCode.Unauthorized), (path, answer.StatusCode));
        }

        using HttpResponseMessage style = await server.GetAsync("/web/sanad.css", Stop), asked = await server.GetAsync("/api/stories", Stop, "Authorization", "Bearer " + token), forged = await server.GetAsync("/api/stories", Stop, "Cookie", "sanad=CfDJ8forged");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Unauthorized), (style.StatusCode, asked.StatusCode, forged.StatusCode));
        using HttpResponseMessage led = await server.GetAsync("/sign-in", Stop);
        string cookies = string.Join('\n', led.Headers.GetValues("Set-Cookie"));
        Assert.Equal(2, cookies.Split('\n').Length);
        Assert.All(cookies.Split('\n'), static cookie => Assert.True(cookie.Contains("; httponly", StringComparison.OrdinalIgnoreCase) && cookie.Contains("; samesite=lax", StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("[\"editors\"]", 200, 403), InlineData("\"editors\"", 200, 403), InlineData("[\"others\",\"chiefs\"]", 200, 200), InlineData("[\"others\"]", 403, 0), InlineData("null", 403, 0), InlineData("[\"Editors\"]", 403, 0)]
    public async Task What_an_account_may_follows_from_its_claim(string groups, int reads, int keepsHooks)
    {
        await using ServedLedger server = await ServeAsync();
        Provider.Account["groups"] = JsonNode.Parse(groups);
        using HttpClient browser = Browser(server);
        Assert.Equal(reads, (int)(await GoAsync(browser, "/")).Status);
        if (reads == 200) Assert.Equal(keepsHooks, (int)(await GoAsync(browser, "/api/hooks")).Status);
        else Assert.Equal(HttpStatusCode.Unauthorized, (await GoAsync(browser, "/api/stories")).Status);
    }

    [Fact]
    public async Task Everybody_whom_the_provider_lets_in_may_where_it_is_said_so()
    {
        await using ServedLedger server = await ServeAsync("--oidc-role", "*=read", "--oidc-claim", "roles");
        Provider.Account.Remove("name");
        Provider.Account["preferred_username"] = "ratna";
        using HttpClient browser = Browser(server);
        (HttpStatusCode status, _, string text) = await GoAsync(browser, "/");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("ratna", new HtmlParser().ParseDocument(text).QuerySelector("footer form")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("key"), InlineData("iss"), InlineData("aud"), InlineData("exp"), InlineData("nonce")]
    public async Task A_token_that_is_not_what_it_has_to_be_lets_nobody_in(string what)
    {
        await using ServedLedger server = await ServeAsync();
        using var foreign = RSA.Create(2048);
        if (what == "key") Provider.ForeignKey = foreign;
        else if (what == "exp") Provider.Spoil = static claims => (claims["nbf"], claims["exp"]) = (1_000_000_000, 1_000_000_300);
        else Provider.Spoil = claims => claims[what] = "other";
        using HttpClient browser = Browser(server);
        Assert.Equal(HttpStatusCode.BadRequest, (await GoAsync(browser, "/")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GoAsync(browser, "/api/stories")).Status);
        Assert.Contains("sign-in", (await server.StopAsync(Stop)).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_was_not_asked_for_by_this_browser_lets_nobody_in()
    {
        await using ServedLedger server = await ServeAsync();
        using var mine = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = server.Client.BaseAddress };
        using HttpResponseMessage led = await mine.GetAsync("/sign-in", Stop);
        using HttpResponseMessage back = await mine.GetAsync(led.Headers.Location, Stop);
        Uri answer = back.Headers.Location!;
        Assert.Equal("/signed-in", answer.AbsolutePath);
        using HttpClient other = Browser(server);
        Assert.Equal(HttpStatusCode.BadRequest, (await GoAsync(other, answer.PathAndQuery)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await GoAsync(other, "/signed-in?code=x&state=y")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await GoAsync(other, "/signed-in")).Status);
        // His own browser is let in, and once only.
        using HttpResponseMessage own = await mine.GetAsync(answer, Stop);
        Assert.Equal((HttpStatusCode.Redirect, "/"), (own.StatusCode, own.Headers.Location!.ToString()));
        using HttpResponseMessage again = await mine.GetAsync(answer, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
    }

    [Theory]
    [InlineData("//elsewhere.example/x"), InlineData("/\\elsewhere.example"), InlineData("https://elsewhere.example/")]
    public async Task Signing_in_leads_nowhere_else(string to)
    {
        await using ServedLedger server = await ServeAsync();
        using HttpClient browser = Browser(server);
        Assert.Equal("/", (await GoAsync(browser, "/sign-in?to=" + Uri.EscapeDataString(to))).Path);
    }

    [Fact]
    public async Task Behind_a_server_that_speaks_TLS_it_is_called_as_that_is_and_its_cookies_go_over_TLS_only()
    {
        await using ServedLedger server = await ServeAsync("--public-url", "https://sanad.example");
        Provider.RedirectUri = "https://sanad.example/signed-in";
        using HttpResponseMessage led = await server.GetAsync("/sign-in?to=/changes", Stop, "Host", "sanad.example");
        string[] cookies = [.. led.Headers.GetValues("Set-Cookie")];
        Assert.All(cookies, static cookie => Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase));
        using HttpResponseMessage back = await server.Client.GetAsync(led.Headers.Location, Stop);
        using HttpResponseMessage own = await server.GetAsync(back.Headers.Location!.PathAndQuery, Stop, "Host", "sanad.example", "Cookie", string.Join("; ", cookies.Select(static cookie => cookie.Split(';')[0])));
        Assert.Equal((HttpStatusCode.Redirect, "/changes"), (own.StatusCode, own.Headers.Location!.ToString()));
        string session = Assert.Single(own.Headers.GetValues("Set-Cookie"), static cookie => cookie.StartsWith("__Host-sanad=", StringComparison.Ordinal));
        foreach (string attribute in (string[])["; secure", "; httponly", "; samesite=lax", "; path=/"]) Assert.Contains(attribute, session, StringComparison.OrdinalIgnoreCase);
        using HttpResponseMessage read = await server.GetAsync("/feeds/changes.atom", Stop, "Host", "sanad.example", "Cookie", session.Split(';')[0]);
        Assert.Contains("https://sanad.example/feeds/changes.atom", await read.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using HttpResponseMessage named = await server.GetAsync("/", Stop, "Host", "elsewhere.example");
        Assert.Equal(HttpStatusCode.MisdirectedRequest, named.StatusCode);
    }

    [Fact]
    public async Task A_provider_that_cannot_be_had_is_told()
    {
        await using ServedLedger server = await ServeAsync();
        await Provider.DisposeAsync();
        using HttpClient browser = Browser(server);
        Assert.Equal(HttpStatusCode.BadGateway, (await GoAsync(browser, "/")).Status);
        Provider = await OpenIdProvider.StartAsync(Stop);
    }

    [Fact]
    public async Task Where_people_sign_in_it_listens_elsewhere_without_a_token()
    {
        await using ServedLedger server = await ServeAsync("--urls", "http://0.0.0.0:0", "--public-url", "https://sanad.example");
        string address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{server.Client.BaseAddress!.Port}/api/stories");
        using HttpResponseMessage answer = await server.Client.GetAsync(address, Stop);
        Assert.Equal((HttpStatusCode.Unauthorized, new AuthenticationHeaderValue("Bearer")), (answer.StatusCode, Assert.Single(answer.Headers.WwwAuthenticate)));
    }

    [Theory]
    [InlineData("--oidc-client missing", "--oidc-issuer", "https://id.example"), InlineData("role", "--oidc-issuer", "https://id.example", "--oidc-client", "x"), InlineData("role", "--oidc-issuer", "https://id.example", "--oidc-client", "x", "--oidc-role", "editors=fly")]
    [InlineData("https", "--oidc-issuer", "http://id.example", "--oidc-client", "x", "--oidc-role", "*=read"), InlineData("--oidc-issuer", "--oidc-client", "x"), InlineData("--public-url", "--oidc-issuer", "https://id.example", "--oidc-client", "x", "--oidc-role", "*=read", "--urls", "http://0.0.0.0:0")]
    [InlineData("address", "--public-url", "sanad.example"), InlineData("/nowhere/secret", "--oidc-issuer", "https://id.example", "--oidc-client", "x", "--oidc-role", "*=read", "--oidc-secret-file", "/nowhere/secret")]
    public void What_is_said_wrongly_of_accounts_is_told_before_anything_is_served(string about, params string[] options)
    {
        Outcome outcome = SanadProgram.Run(["serve", "--db", Path, .. options]);
        Assert.Equal((2, ""), (outcome.Code, outcome.Output));
        Assert.Contains(about.Split(' ')[0], outcome.Errors, StringComparison.Ordinal);
    }
}
