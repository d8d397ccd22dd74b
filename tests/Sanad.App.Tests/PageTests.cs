using System.Text;
using System.Text.Json;
using Xunit;

namespace Sanad.App.Tests;

/// <summary>Pages through the program: read, kept, and found again as they were read.</summary>
public sealed class PageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder["ledger.db"];

    public void Dispose() => _folder.Dispose();

    private static string Page(string head = "", string toll = "14", string more = "") => $$"""
        <!doctype html><html lang="id"><head><meta charset="utf-8"><title>Tanggul Wairang Jebol - Suara Arga</title><meta property="og:site_name" content="Suara Arga">
        <meta property="article:published_time" content="2025-03-10T18:43:00+07:00">{{head}}</head>
        <body><nav><a href="/">Beranda</a> <a href="/bencana">Bencana</a></nav><main><article><h1>Tanggul Wairang Jebol</h1><div class="byline">Oleh Dewi Anggar</div>
        <p>Tanggul di Kabupaten Wairang jebol pada Senin (10/3) dini hari. Bupati Wairang Rana Sulaiman mengatakan sedikitnya {{toll}} warga tewas.</p>
        {{more}}<h2>Pencarian diteruskan</h2>
        <p>"Kami masih mencari 40 orang yang hilang," kata Rana kepada wartawan di lokasi bencana, Senin (10/3).</p>
        <p><strong>Baca juga: <a href="/lain">Warga mengungsi ke balai desa</a></strong></p></article></main>
        <aside><h3>Terpopuler</h3><ul><li><a href="/1">Harga beras naik lagi</a></li></ul></aside><footer>Hak cipta © 2025 Suara Arga</footer></body></html>
        """;

    private static string Line(string source, string html, string? url = null) => JsonSerializer.Serialize(new { source, html, url }) + "\n";

    private Outcome Add(params string[] lines) => SanadProgram.Run(["add", "--db", Path, "-"], Encoding.UTF8.GetBytes(string.Concat(lines)));

    private static JsonElement Read(params string[] arguments) => JsonDocument.Parse(Assert.Single(SanadProgram.Run(["read", "--format", "json", .. arguments]).Lines)).RootElement;

    [Fact]
    public void A_page_is_read_without_the_page_around_it()
    {
        JsonElement page = Read(_folder.Write("a.html", Page()));
        Assert.Equal("Tanggul Wairang Jebol", page.GetProperty("title").GetString());
        Assert.Equal("Suara Arga", page.GetProperty("outlet").GetString());
        Assert.Equal("2025-03-10T18:43:00+07:00", page.GetProperty("published").GetString());
        Assert.Equal("Dewi Anggar", Assert.Single(page.GetProperty("byline").EnumerateArray()).GetString());
        Assert.DoesNotContain("Terpopuler", page.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains(page.GetProperty("parts").EnumerateArray(), static part => part.TryGetProperty("heading", out _));
        Assert.Contains(page.GetProperty("statements").EnumerateArray(), static statement => statement.GetProperty("speaker").GetProperty("name").GetString() == "Rana Sulaiman");
        Assert.Contains(page.GetProperty("paths").EnumerateArray(), static path => path.GetProperty("field").GetString() == "published" && path.GetProperty("path").GetString() == "meta article:published_time");
    }

    [Fact]
    public void A_kept_page_is_the_page_that_was_read()
    {
        string file = _folder.Write("a.html", Page());
        int statements = Read(file).GetProperty("statements").GetArrayLength();
        Assert.Equal(0, SanadProgram.Run("add", "--db", Path, file).Code);
        JsonElement story = JsonDocument.Parse(SanadProgram.Run("show", "1", "--db", Path, "--format", "json").Output).RootElement;
        JsonElement article = Assert.Single(story.GetProperty("articles").EnumerateArray());
        Assert.Equal("Suara Arga", article.GetProperty("outlet").GetString());
        Assert.Equal("2025-03-10T18:43:00+07:00", article.GetProperty("published").GetString());
        Assert.Equal(statements, Ledger.Count(Path, "statement"));

        // The day by which "Senin" is dated comes from the page's head, which is not kept: only its reading is.
        Assert.Contains(story.GetProperty("figureLines").EnumerateArray(), static line => line.GetProperty("points").EnumerateArray().Any(static point => point.GetProperty("on").GetString() == "2025-03-10"));
    }

    [Fact]
    public void A_page_is_known_by_the_address_that_it_gives_itself()
    {
        const string canonical = """<link rel="canonical" href="https://arga.example/bencana/tanggul-wairang">""";
        Assert.StartsWith("1 added", Add(Line("web", Page(canonical), "https://arga.example/bencana/tanggul-wairang?utm_source=feed")).Output, StringComparison.Ordinal);
        Assert.StartsWith("0 added, 1 known", Add(Line("phone", Page(canonical), "https://m.arga.example/bencana/tanggul-wairang")).Output, StringComparison.Ordinal);
        Assert.StartsWith("0 added, 1 changed", Add(Line("later", Page(canonical, toll: "17"), "https://arga.example/bencana/tanggul-wairang")).Output, StringComparison.Ordinal);
        Assert.Equal((1, 2), (Ledger.Count(Path, "article"), Ledger.Count(Path, "version")));
    }

    [Fact]
    public void Nothing_is_found_in_a_language_that_is_not_read_neither_now_nor_later()
    {
        const string german = """
            <html lang="de"><head><title>Damm gebrochen</title></head><body><article><h1>Damm am See gebrochen</h1>
            <p>Der Damm ist am Montag gebrochen, wie der Bürgermeister am Abend sagte. Mindestens 14 Menschen sind nach seinen Angaben ums Leben gekommen.</p>
            <p>Die Suche nach den Vermissten wird am Dienstag fortgesetzt, teilte die Feuerwehr der Stadt in der Nacht mit.</p></article></body></html>
            """;
        Outcome added = Add(Line("de", german));
        Assert.Equal(0, added.Code);
        Assert.Contains("a language that is not read (de)", added.Errors, StringComparison.Ordinal);
        Assert.Equal((0, 0), (Ledger.Count(Path, "statement"), Ledger.Count(Path, "figure")));
        JsonElement story = JsonDocument.Parse(SanadProgram.Run("show", "1", "--db", Path, "--format", "json").Output).RootElement;
        Assert.Equal(0, story.GetProperty("figureLines").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, Assert.Single(story.GetProperty("articles").EnumerateArray()).GetProperty("language").ValueKind);
    }

    [Fact]
    public void What_a_person_says_of_a_page_goes_before_what_it_says_itself()
    {
        _folder.Write("a.meta.json", """{"published": "2025-03-11", "outlet": "Kabar Hulu"}""");
        JsonElement page = Read(_folder.Write("a.html", Page()));
        Assert.Equal(("2025-03-11", "Kabar Hulu"), (page.GetProperty("published").GetString(), page.GetProperty("outlet").GetString()));
    }

    [Theory]
    [InlineData("windows-1252")]
    [InlineData("utf-16")]
    [InlineData("utf-8")]
    public void A_page_is_read_in_its_encoding(string name)
    {
        Encoding encoding = name == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(name);
        string html = Page(more: "<p>Café “Wairang” tutup sejak Senin, kata pemiliknya, Léa Hartono, kepada wartawan di lokasi.</p>").Replace("charset=\"utf-8\"", $"charset=\"{name}\"", StringComparison.Ordinal);
        JsonElement page = Read(_folder.Write("a.html", [.. encoding.GetPreamble(), .. encoding.GetBytes(html)]));
        Assert.Contains("Café “Wairang” tutup", page.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_without_an_article_is_named()
    {
        Outcome outcome = SanadProgram.Run("read", _folder.Write("a.html", "<html><body><ul><li><a href='/1'>Satu</a></li><li><a href='/2'>Dua</a></li></ul></body></html>"));
        Assert.Equal(1, outcome.Code);
        Assert.Contains("a page without an article", outcome.Errors, StringComparison.Ordinal);
    }
}
