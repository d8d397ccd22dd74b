using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xunit;

namespace Sanad.App.Tests.Server;

/// <summary>Statements are struck out and taken back on the pages, by whoever bears a token that lets him.</summary>
public sealed class CorrectingPagesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CorrectingPagesTests() => Assert.Equal(0, SanadProgram.Run(["add", "--db", Path, "-"], Encoding.UTF8.GetBytes(Articles.Line("one", Articles.Indonesian))).Code);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Path => _folder["ledger.db"];

    public void Dispose() => _folder.Dispose();

    private string Token(string scope) => SanadProgram.Run("token", "add", "Ratna", "--scope", scope, "--db", Path).Output.Trim();

    private static async Task<HttpResponseMessage> SendAsync(ServedLedger server, string path, Dictionary<string, string> form, params string[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form) };
        for (int i = 0; i < headers.Length; i += 2) request.Headers.TryAddWithoutValidation(headers[i], headers[i + 1]);
        return await server.Client.SendAsync(request, Stop);
    }

    private static string[] Ids(IHtmlDocument page) => [.. page.QuerySelectorAll(".entries li[id^=e-s]").Select(static item => item.Id![2..])];

    [Fact]
    public async Task What_is_struck_out_goes_from_the_ledger_stays_to_be_seen_and_comes_back()
    {
        string token = Token("correct");
        await using ServedLedger server = await ServedLedger.StartAsync(Path, Stop);
        IHtmlDocument before = await server.PageAsync("/articles/1", Stop, "Accept-Language", "en");
        string[] ids = Ids(before);
        string link = before.QuerySelector($"#e-{ids[0]} a[href*='/correct?entry=']")!.GetAttribute("href")!;
        IHtmlDocument asks = await server.PageAsync(link, Stop, "Accept-Language", "en");
        Assert.Equal(("post", link), (asks.QuerySelector("form.correct")!.GetAttribute("method"), asks.QuerySelector("form.correct")!.GetAttribute("action")));
        OwnMarkup.IsAll(asks, link);

        var form = new Dictionary<string, string> { ["choice"] = "none", ["reason"] = "only the headline", ["token"] = token };
        using HttpResponseMessage made = await SendAsync(server, link, form);
        Assert.Equal((HttpStatusCode.SeeOther, "/articles/1"), (made.StatusCode, made.Headers.Location!.ToString()));
        IHtmlDocument after = await server.PageAsync("/articles/1", Stop, "Accept-Language", "en");
        Assert.Equal(ids[1..], Ids(after));
        IElement struck = after.QuerySelector(".entries s")!.ParentElement!;
        Assert.Contains("Ratna", struck.TextContent, StringComparison.Ordinal);
        Assert.Contains("only the headline", struck.TextContent, StringComparison.Ordinal);
        Assert.Contains("is no statement", SanadProgram.Run("corrections", "--db", Path).Output, StringComparison.Ordinal);

        string undo = struck.QuerySelector("a[href*='undo=']")!.GetAttribute("href")!;
        using HttpResponseMessage undone = await SendAsync(server, undo, new() { ["reason"] = "it is one", ["token"] = token });
        Assert.Equal(HttpStatusCode.SeeOther, undone.StatusCode);
        Assert.Equal(ids, Ids(await server.PageAsync("/articles/1", Stop)));
        Assert.Equal(HttpStatusCode.NotFound, (await server.GetAsync(undo, Stop)).StatusCode);
    }

    [Fact]
    public async Task Other_words_are_taken_where_the_article_has_them()
    {
        string token = Token("admin");
        await using ServedLedger server = await ServedLedger.StartAsync(Path, Stop);
        IHtmlDocument page = await server.PageAsync("/articles/1", Stop);
        string id = Ids(page)[0], link = $"/articles/1/correct?entry={id}";
        string words = string.Join(' ', (await server.PageAsync(link, Stop)).QuerySelector("textarea")!.TextContent.Split(' ').Take(2));
        using HttpResponseMessage wrong = await SendAsync(server, link, new() { ["choice"] = "words", ["words"] = "nobody wrote this", ["reason"] = "so", ["token"] = token });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using HttpResponseMessage made = await SendAsync(server, link, new() { ["choice"] = "words", ["words"] = words, ["reason"] = "so" }, "Authorization", "Bearer " + token);
        Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        Assert.Equal(words, (await server.PageAsync("/articles/1", Stop)).QuerySelector($"#e-{id} .words")!.TextContent);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "none", "so", "")]
    [InlineData(HttpStatusCode.Forbidden, "none", "so", "sanad_00000000_no")]
    [InlineData(HttpStatusCode.Forbidden, "none", "so", "read")]
    [InlineData(HttpStatusCode.UnprocessableEntity, "none", " ", "correct")]
    [InlineData(HttpStatusCode.UnprocessableEntity, "both", "so", "correct")]
    public async Task What_is_missing_is_told_and_nothing_is_made(HttpStatusCode status, string choice, string reason, string token)
    {
        if (token is "read" or "correct") token = Token(token);
        await using ServedLedger server = await ServedLedger.StartAsync(Path, Stop);
        string link = $"/articles/1/correct?entry={Ids(await server.PageAsync("/articles/1", Stop))[0]}";
        using HttpResponseMessage answer = await SendAsync(server, link, new() { ["choice"] = choice, ["reason"] = reason, ["token"] = token });
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains("role=\"alert\"", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(0, Ledger.Count(Path, "correction"));
    }

    [Fact]
    public async Task A_page_elsewhere_cannot_have_a_browser_correct()
    {
        string token = Token("correct");
        await using ServedLedger server = await ServedLedger.StartAsync(Path, Stop);
        string link = $"/articles/1/correct?entry={Ids(await server.PageAsync("/articles/1", Stop))[0]}";
        foreach ((string name, string value) in ((string, string)[])[("Sec-Fetch-Site", "cross-site"), ("Origin", "https://elsewhere.example")])
        {
            using HttpResponseMessage answer = await SendAsync(server, link, new() { ["choice"] = "none", ["reason"] = "so", ["token"] = token }, name, value);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await server.GetAsync("/articles/1/correct?entry=s99", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await server.GetAsync("/articles/99/correct?entry=s1", Stop)).StatusCode);
        Assert.Equal(0, Ledger.Count(Path, "correction"));
    }
}
