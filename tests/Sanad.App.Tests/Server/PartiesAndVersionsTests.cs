using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xunit;

namespace Sanad.App.Tests.Server;

/// <summary>People over articles that name them otherwise, and texts that changed.</summary>
public sealed class PartiesAndVersionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Path => _folder["ledger.db"];

    public void Dispose() => _folder.Dispose();

    private void Add(string source, string text) => Assert.Equal(0, SanadProgram.Run(["add", "--db", Path, "-"], Encoding.UTF8.GetBytes(Articles.Line(source, text, url: "https://arga.example/" + source))).Code);

    [Fact]
    public async Task A_person_has_one_page_whatever_his_articles_call_him()
    {
        Add("one", "Bendungan Arga Retak\n\nARGA, Senin (10/3/2025) - Kepala Kantor SAR Morolanga Rana Sulaiman mengatakan bendungan Arga retak dan air Sungai Arga meluap ke tiga desa. \"Kami mengungsikan warga desa di hilir,\" kata Rana.");
        Add("two", "Bendungan Arga Retak, Warga Mengungsi\n\nARGA, Senin (10/3/2025) - Rana Sulaiman mengatakan air Sungai Arga meluap ke tiga desa setelah bendungan Arga retak. \"Tim kami tiba di Arga semalam,\" ujar Rana Sulaiman.");
        await using ServedLedger server = await ServedLedger.StartAsync(Path, Stop);
        IHtmlDocument story = await server.PageAsync("/stories/1/statements", Stop);
        string[] links = [.. story.QuerySelectorAll("td.who a").Select(static link => link.GetAttribute("href")!).Distinct()];
        Assert.Equal(["/parties/person%3Arana-sulaiman"], links);
        IHtmlDocument page = await server.PageAsync(links[0], Stop, "Accept-Language", "en");
        Assert.Equal(4, page.QuerySelectorAll("table.statements tbody tr").Length);
        string[] articles = [.. page.QuerySelectorAll("table.statements a.said").Select(static link => link.GetAttribute("href")!.Split('?')[0]).Distinct().Order()];
        Assert.Equal(["/articles/1", "/articles/2"], articles);
    }

    [Fact]
    public async Task An_older_text_stands_beside_the_newer_one_with_what_changed()
    {
        const string Text = "Bendungan Arga Retak\n\nARGA, Senin (10/3/2025) - Badan Penanggulangan Bencana Daerah menyebutkan 21 orang tewas. \"Kami masih mencari,\" kata Rana Sulaiman.";
        Add("one", Text);
        Add("one", Text.Replace("21 orang", "26 orang", StringComparison.Ordinal));
        Add("two", "Bendungan Arga Retak\n\nARGA, Senin (10/3/2025) - Badan Penanggulangan Bencana Daerah menyebutkan 21 orang tewas di Arga setelah bendungan Arga retak.");
        await using ServedLedger server = await ServedLedger.StartAsync(Path, Stop);
        IHtmlDocument article = await server.PageAsync("/articles/1", Stop);
        string link = article.QuerySelector(".kept a[href*='/versions']")!.GetAttribute("href")!;
        Assert.Equal("/articles/1/versions?a=1&b=2", link);
        IHtmlDocument versions = await server.PageAsync(link, Stop);
        OwnMarkup.IsAll(versions, link);
        IElement[] sides = [.. versions.QuerySelectorAll(".pair .text")];
        Assert.Equal(("21", "26"), (Assert.Single(sides[0].QuerySelectorAll(".gone")).TextContent, Assert.Single(sides[1].QuerySelectorAll(".came")).TextContent));
        Assert.Equal(link, (await server.PageAsync(article.QuerySelector(".above a")!.GetAttribute("href") + "/articles", Stop)).QuerySelector("table.articles a.note")!.GetAttribute("href"));
        foreach (string missing in (string[])["/articles/2/versions", "/articles/1/versions?a=1&b=9", "/articles/99/versions"]) Assert.Equal(System.Net.HttpStatusCode.NotFound, (await server.GetAsync(missing, Stop)).StatusCode);
    }
}
