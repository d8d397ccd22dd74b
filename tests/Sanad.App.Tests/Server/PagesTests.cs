using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xunit;

namespace Sanad.App.Tests.Server;

public sealed class PagesTests(SampleServer sample) : IClassFixture<SampleServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Task<IHtmlDocument> Page(string path, params string[] headers) => sample.Server.PageAsync(path, Stop, headers);

    public static TheoryData<string> Paths => new(
        "/", "/?all=1", "/stories/1", "/stories/1/brief", "/stories/1/figures", "/stories/1/statements", "/stories/1/positions", "/stories/1/conflicts", "/stories/1/timeline",
        "/stories/1/copies", "/stories/1/articles", "/stories/1/changes", "/articles/1", "/articles/1?at=10-30", "/stories/1/compare?a=1&b=2", "/parties/person%3Arusdi-amakora",
        "/search", "/search?q=tanggul", "/changes", "/check");

    [Fact]
    public async Task A_pasted_text_is_held_against_the_ledger_with_a_link_to_each_witness()
    {
        using HttpResponseMessage answer = await sample.Server.Client.PostAsync("/check", new FormUrlEncodedContent([new("text", "\"Semua sensor hijau pada Minggu malam,\" kata Dewi Ranakusuma. Korban tewas di Lereh 26 orang.")]), Stop);
        string page = await answer.Content.ReadAsStringAsync(Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("borne out", page, StringComparison.Ordinal);
        Assert.Contains("older figure", page, StringComparison.Ordinal);
        Assert.Matches("href=\"/articles/\\d+\\?at=\\d+-\\d+", page);
    }

    [Fact]
    public async Task A_pasted_text_that_is_too_long_is_refused_in_words()
    {
        using HttpResponseMessage answer = await sample.Server.Client.PostAsync("/check", new FormUrlEncodedContent([new("text", new string('a', 100_001))]), Stop);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("too long to be checked", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task A_page_has_one_heading_landmarks_and_no_markup_but_its_own(string path)
    {
        IHtmlDocument page = await Page(path);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Equal("#content", page.QuerySelector("a.skip")!.GetAttribute("href"));
        Assert.All(page.QuerySelectorAll("table"), static table => Assert.NotNull(table.QuerySelector("caption")));
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(static element => element.Id).Distinct().Count());
        OwnMarkup.IsAll(page, path);
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task Each_link_to_a_part_of_the_same_page_arrives(string path)
    {
        IHtmlDocument page = await Page(path);
        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
    }

    [Fact]
    public async Task Every_link_of_the_site_leads_to_a_page()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(["/"]);
        while (open.TryDequeue(out string? path))
        {
            if (seen.Count > 400 || !seen.Add(path)) continue;
            foreach (IElement link in (await Page(path)).QuerySelectorAll("a[href^='/'], svg a[href^='/']"))
            {
                string to = link.GetAttribute("href")!.Split('#')[0];
                // The choices of language and colours are on each page, and each is this page again.
                if (!to.Contains("lang=", StringComparison.Ordinal) && !to.Contains("colours=", StringComparison.Ordinal)) open.Enqueue(to);
            }
        }

        Assert.Contains("/stories/1", seen);
        Assert.True(seen.Count > 50, $"only {seen.Count} pages were found");
    }

    [Theory, InlineData("id", "(membantah)"), InlineData("en", "(denies)")]
    public async Task The_days_say_in_the_readers_language_who_denies(string language, string denies)
    {
        IHtmlDocument page = await Page("/stories/1/timeline", "Accept-Language", language);
        Assert.Contains(denies, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("(deny)", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task A_page_that_is_known_is_not_sent_again_and_is_another_in_another_language(string path)
    {
        using HttpResponseMessage first = await sample.Server.GetAsync(path, Stop, "Accept-Language", "en");
        string tag = first.Headers.ETag!.Tag;
        using HttpResponseMessage again = await sample.Server.GetAsync(path, Stop, "Accept-Language", "en", "If-None-Match", tag), other = await sample.Server.GetAsync(path, Stop, "Accept-Language", "id", "If-None-Match", tag);
        Assert.Equal((HttpStatusCode.NotModified, ""), (again.StatusCode, await again.Content.ReadAsStringAsync(Stop)));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Finds_beyond_the_first_are_led_to_and_each_is_shown_once()
    {
        using var folder = new TemporaryFolder();
        string path = folder["many.db"];
        Assert.Equal(0, SanadProgram.Run(["add", "--db", path, "-"], Articles.Lines(45)).Code);
        await using ServedLedger server = await ServedLedger.StartAsync(path, Stop);
        IHtmlDocument all = await server.PageAsync("/search?q=warga", Stop);
        string? next = all.QuerySelector("[aria-labelledby=k-article] .aside a")!.GetAttribute("href");
        List<string> titles = [.. all.QuerySelectorAll("[aria-labelledby=k-article] .finds strong").Select(static title => title.TextContent)];
        Assert.Equal(20, titles.Count);
        for (; next is not null; next = (await server.PageAsync(next, Stop)).QuerySelector(".pager a[rel=next]")?.GetAttribute("href"))
            titles.AddRange((await server.PageAsync(next, Stop)).QuerySelectorAll(".finds strong").Select(static title => title.TextContent));
        Assert.Equal((45, 45), (titles.Count, titles.Distinct().Count()));
    }

    [Fact]
    public async Task The_words_that_a_citation_leads_to_are_marked_on_the_article_page()
    {
        IHtmlDocument story = await Page("/stories/1/brief");
        IElement[] citations = [.. story.QuerySelectorAll(".citations li q a")];
        Assert.NotEmpty(citations);
        foreach (IElement citation in citations)
        {
            string address = citation.GetAttribute("href")!;
            IHtmlDocument article = await Page(address.Split('#')[0]);
            Assert.NotNull(article.GetElementById("here"));
            string marked = string.Concat(article.QuerySelectorAll(".text .at").Select(static piece => piece.TextContent));
            Assert.Equal(Letters(citation.TextContent), Letters(marked));
        }
    }

    [Fact]
    public async Task The_kept_text_is_whole_on_its_page()
    {
        for (int number = 1; number <= 9; number++)
        {
            IHtmlDocument page = await Page(string.Create(CultureInfo.InvariantCulture, $"/articles/{number}"));
            foreach (IElement label in page.QuerySelectorAll(".text a.n").ToArray()) label.Remove();
            string text = Ledger.Text(sample.Path, string.Create(CultureInfo.InvariantCulture, $"SELECT text FROM version JOIN article ON newest = version.id WHERE article.id = {number}"));
            Assert.Equal(Letters(text), Letters(page.QuerySelector(".text")!.TextContent));
        }
    }

    [Fact]
    public async Task Statements_and_figures_are_linked_both_ways()
    {
        IHtmlDocument page = await Page("/articles/2");
        IElement[] entries = [.. page.QuerySelectorAll(".plain > li")];
        Assert.NotEmpty(entries);
        foreach (IElement entry in entries)
        {
            string name = entry.Id![2..];
            Assert.Equal("#" + name, entry.QuerySelector("a.n")!.GetAttribute("href"));
            Assert.NotNull(page.QuerySelector($".text #{name}"));
            Assert.NotNull(page.QuerySelector($".text a[href='#e-{name}']"));
        }
    }

    [Theory]
    [InlineData("id-ID,id;q=0.9,en;q=0.5", "id", "Berita berjalan", "10 Maret 2025")]
    [InlineData("en-GB", "en", "Running stories", "10 March 2025")]
    [InlineData("en;q=0.3, id;q=0.8", "id", "Berita berjalan", "10 Maret 2025")]
    [InlineData("fr, de;q=0.8", "en", "Running stories", "10 March 2025")]
    [InlineData("*", "en", "Running stories", "10 March 2025")]
    [InlineData("", "en", "Running stories", "10 March 2025")]
    [InlineData("id;q=0", "en", "Running stories", "10 March 2025")]
    public async Task Speaks_the_language_that_the_browser_asks_for(string accept, string code, string heading, string day)
    {
        IHtmlDocument page = await Page("/", "Accept-Language", accept);
        Assert.Equal(code, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(heading, page.QuerySelector("h1")!.TextContent);
        Assert.Contains(day, page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_of_language_and_colours_is_remembered_and_goes_before_the_browsers()
    {
        using HttpResponseMessage answer = await sample.Server.GetAsync("/stories/1?lang=id&colours=dark", Stop, "Accept-Language", "en");
        string[] cookies = [.. answer.Headers.GetValues("Set-Cookie")];
        Assert.Contains(cookies, static cookie => cookie.StartsWith("lang=id;", StringComparison.Ordinal) && cookie.Contains("httponly", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(cookies, static cookie => cookie.StartsWith("colours=dark;", StringComparison.Ordinal));
        IHtmlDocument page = await Page("/", "Accept-Language", "en", "Cookie", "lang=id; colours=dark");
        Assert.Equal(("id", "dark"), (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("data-colours")));
        IHtmlDocument odd = await Page("/", "Accept-Language", "en", "Cookie", "lang=xx; colours=\"><b>");
        Assert.Equal(("en", null), (odd.DocumentElement.GetAttribute("lang"), odd.DocumentElement.GetAttribute("data-colours")));
    }

    [Fact]
    public async Task Filters_in_the_address_choose_the_statements()
    {
        static string[] Column(IHtmlDocument page, string cell) => [.. page.QuerySelectorAll($"table.statements tbody tr > {cell}").Select(static cell => cell.TextContent.Trim())];
        IHtmlDocument denials = await Page("/stories/1/statements?act=deny", "Accept-Language", "en");
        Assert.NotEmpty(Column(denials, "td:nth-child(3)"));
        Assert.All(Column(denials, "td:nth-child(3)"), static act => Assert.Equal("denies", act));
        IHtmlDocument party = await Page("/stories/1/statements?party=person%3Arusdi-amakora&from=2025-03-12&to=2025-03-12");
        Assert.NotEmpty(Column(party, "td.who"));
        Assert.All(Column(party, "td.who"), static who => Assert.StartsWith("Rusdi Amakora", who, StringComparison.Ordinal));
        Assert.Equal("person:rusdi-amakora", party.QuerySelector("select[name=party] option[selected]")!.GetAttribute("value"));
        IHtmlDocument outlet = await Page("/stories/1/statements?outlet=Media+Sowa");
        Assert.All(Column(outlet, "td.from"), static from => Assert.True(from == "Media Sowa" || from.Contains("outlets", StringComparison.Ordinal)));
        IHtmlDocument wire = await Page("/stories/1/statements?origin=0"), own = await Page("/stories/1/statements?origin=own"), all = await Page("/stories/1/statements");
        Assert.True(Column(wire, "td.who").Length is > 0 and var shared && shared < Column(all, "td.who").Length && Column(own, "td.who").Length < Column(all, "td.who").Length);
        IHtmlDocument none = await Page("/stories/1/statements?q=kata-yang-tidak-ada");
        Assert.Empty(Column(none, "td.who"));
        Assert.Equal(Column(all, "td.who").Length, Column(await Page("/stories/1/statements?act=nonsense&from=yesterday&page=-1"), "td.who").Length);
    }

    [Fact]
    public async Task A_chart_shows_each_value_as_a_mark_that_leads_to_its_sentence()
    {
        IHtmlDocument page = await Page("/stories/1/figures");
        IElement chart = page.QuerySelector(".chart svg")!;
        string[] marks = [.. chart.QuerySelectorAll("a").Select(static mark => mark.GetAttribute("aria-label")!)];
        Assert.Contains(marks, static mark => mark.Contains("10 March 2025: at least 14", StringComparison.Ordinal));
        Assert.Contains(marks, static mark => mark.Contains("24", StringComparison.Ordinal) && mark.Contains("was 26", StringComparison.Ordinal));
        Assert.NotEmpty(chart.QuerySelectorAll(".band.up"));
        Assert.NotEmpty(chart.QuerySelectorAll(".revised"));
        Assert.All(chart.QuerySelectorAll("a"), static mark => Assert.Matches("^/articles/[0-9]+\\?at=[0-9]+-[0-9]+#here$", mark.GetAttribute("href")));
        Assert.NotEmpty(page.QuerySelectorAll(".line table tbody tr"));
    }

    [Theory]
    [InlineData("/stories/1", "/api/stories/1", "/feeds/stories/1.atom", "/feeds/stories/1.json")]
    [InlineData("/search?q=tanggul&act=deny", "/api/search?q=tanggul&act=deny", "/feeds/search.atom?q=tanggul&act=deny", "/feeds/search.json?q=tanggul&act=deny")]
    [InlineData("/changes", "/api/changes", "/feeds/changes.atom", "/feeds/changes.json")]
    public async Task What_programs_read_in_place_of_a_page_is_told_and_linked(string path, params string[] addresses)
    {
        IHtmlDocument page = await Page(path);
        Assert.Equal(addresses, page.QuerySelectorAll("link[rel=alternate]").Select(static link => link.GetAttribute("href")));
        Assert.Equal(["JSON", "Atom"], page.QuerySelectorAll(".alternates a").Select(static link => link.TextContent));
        foreach (IElement link in page.QuerySelectorAll("link[rel=alternate]"))
        {
            using HttpResponseMessage answer = await sample.Server.GetAsync(link.GetAttribute("href")!, Stop);
            Assert.Equal((HttpStatusCode.OK, link.GetAttribute("type")), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        }
    }

    [Fact]
    public async Task Whoever_is_linked_as_a_speaker_has_a_page()
    {
        IHtmlDocument statements = await Page("/stories/1/statements");
        string[] parties = [.. statements.QuerySelectorAll("td.who a").Select(static link => link.GetAttribute("href")!).Distinct()];
        Assert.NotEmpty(parties);
        foreach (string party in parties) Assert.NotEmpty((await Page(party)).QuerySelectorAll("table.statements tbody tr"));
    }

    [Fact]
    public async Task Two_texts_of_one_origin_stand_side_by_side_with_their_shared_words_marked()
    {
        IHtmlDocument copies = await Page("/stories/1/copies");
        Assert.Contains("Kantor Berita Nusra", copies.QuerySelector(".copies h3")!.TextContent, StringComparison.Ordinal);
        IHtmlDocument pair = await Page(copies.QuerySelector(".copies a.cite")!.GetAttribute("href")!);
        string[] sides = [.. pair.QuerySelectorAll(".pair .text").Select(static side => Letters(string.Concat(side.QuerySelectorAll(".shared").Select(static piece => piece.TextContent))))];
        Assert.Equal(2, sides.Length);
        Assert.Equal(sides[0], sides[1]);
        Assert.Contains("sudahmenyitabukunya", sides[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Searching_finds_statements_figures_and_articles_and_marks_the_words()
    {
        IHtmlDocument page = await Page("/search?q=rembesan");
        Assert.NotNull(page.QuerySelector("#k-statement"));
        Assert.NotNull(page.QuerySelector("#k-article"));
        Assert.All(page.QuerySelectorAll(".finds mark"), static mark => Assert.StartsWith("rembesan", mark.TextContent, StringComparison.OrdinalIgnoreCase));
        IHtmlDocument narrow = await Page("/search?act=deny&outlet=Suara+Pulau&from=2025-03-11&to=2025-03-11");
        Assert.NotEmpty(narrow.QuerySelectorAll(".finds li"));
        Assert.All(narrow.QuerySelectorAll(".finds .from"), static from => Assert.StartsWith("Suara Pulau", from.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_party_page_tells_its_posts_and_all_it_said()
    {
        IHtmlDocument page = await Page("/parties/person%3Arusdi-amakora");
        Assert.Equal("Rusdi Amakora", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Kepala Kepolisian Tanjung Sowa", page.QuerySelector("#roles")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Ledger.Number(sample.Path, "SELECT count(*) FROM statement WHERE party = 'person:rusdi-amakora'"), page.QuerySelectorAll("table.statements tbody tr").Length);
    }

    [Theory]
    [InlineData("/stories/999"), InlineData("/stories/999/figures"), InlineData("/stories/1/nonsense"), InlineData("/stories/one"), InlineData("/articles/999"), InlineData("/stories/1/compare?a=1&b=999")]
    [InlineData("/stories/1/compare"), InlineData("/parties/person%3Anobody"), InlineData("/nowhere"), InlineData("/web/nothing.css"), InlineData("/stories/99999999999999999999")]
    public async Task What_is_not_there_is_answered_as_not_found(string path)
    {
        using HttpResponseMessage answer = await sample.Server.GetAsync(path, Stop);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/articles/1?at=99999999-99999999"), InlineData("/articles/1?at=5-2"), InlineData("/articles/1?at=-"), InlineData("/articles/1?at=x"), InlineData("/search?q=%22%22%22%00*"), InlineData("/search?kind=x&act=99&from=31-12-2025")]
    [InlineData("/changes?since=x&before=-4"), InlineData("/?page=0"), InlineData("/?page=99999999999"), InlineData("/stories/1/timeline?page=77")]
    public async Task A_parameter_that_makes_no_sense_is_not_asked(string path) => Assert.NotNull((await Page(path)).QuerySelector("h1"));

    [Fact]
    public async Task Pages_stay_below_their_weight()
    {
        long web = 0;
        foreach (string file in (string[])["sanad.css", "sanad.js", "sanad.svg"]) web += (await sample.Server.Client.GetByteArrayAsync("/web/" + file, Stop)).Length;
        Assert.InRange(web + (await sample.Server.Client.GetByteArrayAsync("/stories/1", Stop)).Length, 1, 300_000);
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
