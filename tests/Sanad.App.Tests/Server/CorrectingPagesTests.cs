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
        Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        Assert.Matches("^/articles/1\\?changed=[1-9]$", made.Headers.Location!.ToString());
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

    [Fact]
    public async Task Each_kind_of_correction_is_made_on_a_page_and_listed_with_its_effect()
    {
        Assert.Equal(0, SanadProgram.Run(["add", "--db", Path, "-"], Encoding.UTF8.GetBytes(Articles.Line("two", Articles.Indonesian.Replace("1.200", "1.300", StringComparison.Ordinal)))).Code);
        string token = Token("correct");
        await using ServedLedger server = await ServedLedger.StartAsync(Path, Stop);
        IHtmlDocument article = await server.PageAsync("/articles/1", Stop, "Accept-Language", "en");
        string figure = article.QuerySelector(".entries li[id^=e-f]")!.Id![2..], statement = Ids(article)[0];
        IHtmlDocument whole = await server.PageAsync("/articles/1/correct?entry=article", Stop, "Accept-Language", "en");
        OwnMarkup.IsAll(whole, "/articles/1/correct?entry=article");
        string[] names = [.. whole.QuerySelectorAll("select[name=first] option").Select(static option => option.GetAttribute("value")!)];
        (string Entry, string Kind, Dictionary<string, string> Form)[] rows =
        [
            (statement, "speaker", new() { ["choice"] = "speaker", ["speaker"] = "Ratih Salampessy" }),
            (statement, "act", new() { ["choice"] = "act", ["act"] = "warn" }),
            (figure, "figure", new() { ["choice"] = "reading", ["low"] = "7.5", ["high"] = "9", ["bound"] = "between", ["what"] = "korban", ["unit"] = "", ["where"] = "" }),
            ("article", "copy", new() { ["choice"] = "original", ["other"] = "2" }),
            ("article", "party", new() { ["choice"] = "two", ["first"] = names[0], ["second"] = names[0].Replace("1 ", "2 ", StringComparison.Ordinal) }),
            ("article", "story", new() { ["choice"] = "different", ["other"] = "2" }),
            ("article", "story", new() { ["choice"] = "same", ["article"] = "2" }),
        ];
        foreach ((string entry, string kind, Dictionary<string, string> form) in rows)
        {
            using HttpResponseMessage made = await SendAsync(server, $"/articles/1/correct?entry={entry}", new(form) { ["reason"] = "because of " + kind, ["token"] = token });
            Assert.True(made.StatusCode == HttpStatusCode.SeeOther, $"{kind}: {await made.Content.ReadAsStringAsync(Stop)}");
            Assert.NotNull((await server.PageAsync(made.Headers.Location!.ToString(), Stop, "Accept-Language", "en")).QuerySelector("[role=status]"));
        }

        Assert.Equal(string.Join(' ', rows.Select(static row => row.Kind)), Ledger.Text(Path, "SELECT group_concat(kind, ' ') FROM (SELECT json_extract(body, '$.kind') AS kind FROM correction ORDER BY made)"));
        IHtmlDocument listed = await server.PageAsync("/corrections", Stop, "Accept-Language", "en");
        OwnMarkup.IsAll(listed, "/corrections");
        Assert.Equal(rows.Length, listed.QuerySelectorAll("table.statements tbody tr").Length);
        Assert.Contains("no, a later one does", listed.QuerySelectorAll("table.statements tbody tr")[1].TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(listed.QuerySelectorAll("#rules"));
    }

    [Theory]
    [InlineData("figure", "reading", "low=9&high=7")]
    [InlineData("figure", "reading", "low=1e999")]
    [InlineData("figure", "reading", "low=x")]
    [InlineData("figure", "both", "")]
    [InlineData("statement", "speaker", "speaker=")]
    [InlineData("statement", "act", "act=shout")]
    [InlineData("article", "different", "other=1")]
    [InlineData("article", "same", "article=99")]
    [InlineData("article", "same", "article=-1")]
    [InlineData("article", "one", "first=1&second=2")]
    [InlineData("article", "two", "first=9 person:nobody&second=1 person:nobody")]
    public async Task What_cannot_be_meant_is_told_and_what_was_typed_stays(string entry, string choice, string fields)
    {
        string token = Token("correct");
        await using ServedLedger server = await ServedLedger.StartAsync(Path, Stop);
        IHtmlDocument article = await server.PageAsync("/articles/1", Stop);
        string id = entry == "article" ? entry : entry == "figure" ? article.QuerySelector(".entries li[id^=e-f]")!.Id![2..] : Ids(article)[0];
        var form = new Dictionary<string, string> { ["choice"] = choice, ["reason"] = "so it is", ["token"] = token };
        foreach (string field in fields.Split('&', StringSplitOptions.RemoveEmptyEntries)) form[field.Split('=')[0]] = field.Split('=')[1];
        using HttpResponseMessage answer = await SendAsync(server, $"/articles/1/correct?entry={id}", form);
        string page = await answer.Content.ReadAsStringAsync(Stop);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.Contains("so it is", page, StringComparison.Ordinal);
        Assert.DoesNotContain(token, page, StringComparison.Ordinal);
        Assert.Equal(0, Ledger.Count(Path, "correction"));
    }

    [Theory]
    [InlineData("multipart/form-data", "x", HttpStatusCode.BadRequest)]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\ncut", HttpStatusCode.BadRequest)]
    [InlineData("application/x-www-form-urlencoded", "text=%00", HttpStatusCode.BadRequest)]
    [InlineData("application/x-www-form-urlencoded", "MANY", HttpStatusCode.BadRequest)]
    [InlineData("application/x-www-form-urlencoded", "LONG", HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("application/json", "{}", HttpStatusCode.UnsupportedMediaType)]
    public async Task Damaged_forms_are_the_senders_fault_and_nothing_the_server_complains_of(string type, string body, HttpStatusCode status)
    {
        if (body == "MANY") body = string.Join('&', Enumerable.Range(0, 3000).Select(static n => $"f{n}=1"));
        if (body == "LONG") body = "text=" + new string('a', 1 << 20);
        await using ServedLedger server = await ServedLedger.StartAsync(Path, Stop, "--allow-add");
        string statement = Ids(await server.PageAsync("/articles/1", Stop))[0];
        foreach (string path in (string[])["/check", "/add", $"/articles/1/correct?entry={statement}"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(Encoding.ASCII.GetBytes(body)) };
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            using HttpResponseMessage answer = await server.Client.SendAsync(request, Stop);
            Assert.Equal(status, answer.StatusCode);
            Assert.Contains("<h1>", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        }

        Assert.Equal("", (await server.StopAsync(Stop)).Errors);
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
