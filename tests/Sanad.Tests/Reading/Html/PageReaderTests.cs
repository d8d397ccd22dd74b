using Sanad.Reading.Html;
using Sanad.Reading.Plain;
using Sanad.Text;
using Xunit;

namespace Sanad.Tests.Reading.Html;

/// <summary>What pages of all kinds give; their outlets, people and places are invented.</summary>
public sealed class PageReaderTests
{
    private const string Address = "https://www.suarapulau.example/bencana/2026/05/29/tanggul-wairang-jebol";

    private static readonly PageReader Pages = new(Reader.Languages);

    private const string First = "Tanggul di Kabupaten Wairang jebol pada Jumat dini hari dan merendam tiga desa di sekitarnya. Bupati Wairang Rana Sulaiman mengatakan sedikitnya 14 warga tewas.";

    private const string Second = "\"Kami masih mencari 40 orang yang hilang,\" kata Rana kepada wartawan di lokasi bencana, Jumat sore. Ia meminta warga menjauhi sungai.";

    private const string Third = "Kepala BPBD Wairang Tomas Beliu menyebut 300 rumah rusak berat, dan jalan ke desa-desa itu terputus sejak pagi.";

    private static string Page(string head = "", string above = "", string inside = "", string below = "", string title = "Tanggul Wairang Jebol, 14 Warga Tewas", string body = "") => $"""
        <!doctype html><html lang="id"><head><meta charset="utf-8"><title>{title} | Suara Pulau</title>{head}</head><body>
        <header><a href="/">Suara Pulau</a><nav><ul><li><a href="/">Beranda</a></li><li><a href="/bencana">Bencana</a></li><li><a href="/politik">Politik</a></li></ul></nav></header>
        <main><article class="detail"><h1>{title}</h1>{above}<div class="detail-text">{(body.Length > 0 ? body : $"<p>{First}</p>{inside}<p>{Second}</p><p>{Third}</p>")}</div>{below}</article></main>
        <aside><h3>Terpopuler</h3><ul><li><a href="/1">Harga beras naik lagi di pasar</a></li><li><a href="/2">Jadwal kapal pekan ini berubah</a></li></ul></aside>
        <footer><p>Hak cipta © 2026 Suara Pulau. Semua hak dilindungi.</p></footer></body></html>
        """;

    private static Article Read(string html, Metadata? metadata = null, params string[] further)
    {
        Article? article = Pages.Read("page", html, metadata ?? new Metadata { Url = Address }, further).Article;
        Assert.NotNull(article);
        Assert.All(article.Parts, part => Assert.True(part.Span.End <= article.Text.Length && !part.Span.Of(article.Text).Contains('\n')));
        return article;
    }

    private static string[] Lines(Article article, PartKind kind) => [.. article.Parts.Where(part => part.Kind == kind).Select(part => part.Span.Of(article.Text).ToString())];

    private static string PathOf(Article article, string field) => article.Paths.Single(path => path.Field == field).Path;

    [Fact]
    public void The_text_is_the_article_without_the_page_around_it()
    {
        Article article = Read(Page());
        Assert.Equal([First, Second, Third], Lines(article, PartKind.Body));
        Assert.Equal(["Tanggul Wairang Jebol, 14 Warga Tewas"], Lines(article, PartKind.Title));
        Assert.Equal("id", article.Language);
    }

    [Theory]
    [InlineData("""<script type="application/ld+json">{"@type":"NewsArticle","headline":"Tanggul Wairang Jebol, 14 Warga Tewas","datePublished":"2026-05-29T22:02:00+07:00","dateModified":"2026-05-30T06:10:00+07:00","author":{"@type":"Person","name":"Dewi Anggar"},"publisher":{"name":"Suara Pulau"}}</script>""")]
    [InlineData("""<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"Suara Pulau"},{"@type":["Article","NewsArticle"],"datePublished":"2026-05-29T22:02:00+07:00","dateModified":"2026-05-30T06:10:00+07:00","author":[{"name":"Dewi Anggar"}]}]}</script>""")]
    [InlineData("""<script type='application/ld+json'>[{"@type":"BreadcrumbList"},{"@type":"NewsArticle","datePublished":"2026-05-29T22:02:00+07:00","dateModified":"2026-05-30T06:10:00+07:00","author":"Dewi Anggar","publisher":"Suara Pulau",}]</script>""")]
    [InlineData("""<meta property="og:site_name" content="Suara Pulau"><meta property="article:published_time" content="2026-05-29T22:02:00+07:00"><meta property="article:modified_time" content="2026-05-30T06:10:00+07:00"><meta name="author" content="Dewi Anggar">""")]
    public void What_the_page_says_for_machines_is_read(string head)
    {
        Article article = Read(Page(head));
        Assert.Equal("2026-05-29T22:02:00+07:00", article.Published);
        Assert.Equal("2026-05-30T06:10:00+07:00", article.Updated);
        Assert.Equal(["Dewi Anggar"], article.Byline);
        Assert.Equal("Suara Pulau", article.Outlet);
        Assert.Equal("Tanggul Wairang Jebol, 14 Warga Tewas", article.Title);
    }

    [Fact]
    public void Of_an_author_told_with_portrait_and_life_the_name_is_taken()
    {
        Article article = Read(Page(above: """<div itemprop="author" itemscope><img src="a.jpg"><h5 itemprop="name"><a href="/penulis/dewi">Dewi Anggar</a></h5> <p itemprop="description">Wartawan sejak sepuluh tahun</p> <a href="/penulis/dewi">Tulisan lain</a></div>"""));
        Assert.Equal(["Dewi Anggar"], article.Byline);
    }

    [Fact]
    public void Microdata_are_read()
    {
        Article article = Read(Page(above: """<div>Oleh <span itemprop="author">Dewi Anggar</span> <time itemprop="datePublished" datetime="2026-05-29T22:02:00+07:00">kemarin</time></div>"""));
        Assert.Equal("2026-05-29T22:02:00+07:00", article.Published);
        Assert.Equal("itemprop datePublished", PathOf(article, "published"));
        Assert.Equal(["Dewi Anggar"], article.Byline);
    }

    [Theory]
    [InlineData("<div class=date>Jumat, 29 Mei 2026 22:02 WIB</div>", "2026-05-29T22:02:00+07:00")]
    [InlineData("<div class=date>Jumat, 29 Mei 2026 | 22.02 WITA</div>", "2026-05-29T22:02:00+08:00")]
    [InlineData("<span>Jum, 29 Mei 2026, 22:02 WIT</span>", "2026-05-29T22:02:00+09:00")]
    [InlineData("<div>Diterbitkan 18.43 WIB</div>", "2026-05-29T18:43:00+07:00")]
    [InlineData("<p>Oleh Dewi Anggar</p>", "2026-05-29")]
    public void A_date_line_is_read_and_the_address_where_there_is_none(string line, string published) => Assert.Equal(published, Read(Page(above: line)).Published);

    [Fact]
    public void A_line_that_tells_of_a_later_change_is_no_date_of_publication()
    {
        Article article = Read(Page(above: "<div>Diperbarui: Sabtu, 30 Mei 2026 06:10 WIB</div>"), new Metadata { Url = "https://www.suarapulau.example/bencana/tanggul" });
        Assert.Null(article.Published);
    }

    [Fact]
    public void The_address_is_the_one_that_the_page_gives_itself_on_its_own_site()
    {
        Assert.Equal(Address, Read(Page($"""<link rel="canonical" href="{Address}">"""), new Metadata { Url = "https://m.suarapulau.example/bencana/2026/05/29/tanggul-wairang-jebol?utm=x" }).Url);
        Assert.Equal(Address, Read(Page("""<link rel="canonical" href="https://lain.example/salinan">""")).Url);
        Assert.Equal(Address, Read(Page("""<link rel="canonical" href="/">""")).Url);
    }

    [Theory]
    [InlineData("Tanggul Wairang Jebol - Suara Pulau", "Tanggul Wairang Jebol")]
    [InlineData("Tanggul Wairang Jebol | Bencana | Suara Pulau", "Tanggul Wairang Jebol")]
    [InlineData("Tanggul - Bendungan Jebol", "Tanggul - Bendungan Jebol")]
    public void The_title_goes_without_the_name_of_the_site(string title, string bare)
    {
        Article article = Read(Page($"""<meta property="og:title" content="{title}"><meta property="og:site_name" content="Suara Pulau">""", title: bare));
        Assert.Equal(bare, article.Title);
    }

    [Fact]
    public void Captions_subheads_and_lines_to_other_articles_are_told_apart()
    {
        Article article = Read(Page(inside: """
            <figure><img src="a.jpg"><figcaption>Petugas mencari korban di Desa Sowa. (Foto: Antara/Rina)</figcaption></figure>
            <p><strong>Baca juga: <a href="/x">Warga mengungsi ke balai desa</a></strong></p><h2>Pencarian diteruskan</h2>
            """));
        Assert.Equal(["Petugas mencari korban di Desa Sowa. (Foto: Antara/Rina)"], Lines(article, PartKind.Caption));
        Assert.Contains("Pencarian diteruskan", Lines(article, PartKind.Body));
        Assert.True(article.Parts.Single(part => part.Span.Of(article.Text) is "Pencarian diteruskan").IsHeading);
        Assert.DoesNotContain(Lines(article, PartKind.Body), line => line.StartsWith("Baca juga", StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_is_kept_as_text_row_by_row()
    {
        Article article = Read(Page(inside: "<table><tr><th>Desa</th><th>Korban tewas</th></tr><tr><td>Sowa</td><td>9</td></tr><tr><td>Marua</td><td>5</td></tr></table>"));
        Assert.Contains("Sowa \t9", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_on_which_an_article_goes_on_are_joined()
    {
        string more = Page(body: $"<p>Petugas membuka kembali jalan ke Desa Marua pada Sabtu siang, sehingga bantuan dapat masuk ke sana.</p><p>{Third}</p>");
        Article article = Read(Page(), null, more);
        Assert.Contains("Petugas membuka kembali jalan ke Desa Marua pada Sabtu siang, sehingga bantuan dapat masuk ke sana.", Lines(article, PartKind.Body));
        Assert.Single(Lines(article, PartKind.Title));
    }

    [Theory]
    [InlineData("""<link rel="next" href="/bencana/2026/05/29/tanggul-wairang-jebol?page=2">""", "", "?page=2")]
    [InlineData("", """<div class="paging"><a href="?page=1">1</a> <a href="?page=2">2</a></div>""", "?page=2")]
    [InlineData("", """<a href="/bencana/2026/05/29/tanggul-wairang-jebol/2">Selanjutnya</a>""", "/2")]
    [InlineData("", """<a href="/bencana/2026/05/29/berita-lain?page=2">Lain</a>""", null)]
    public void The_next_page_is_found(string head, string below, string? tail) =>
        Assert.Equal(tail is null ? null : Address + tail, Pages.Read("page", Page(head, below: below), new Metadata { Url = Address }).NextPage);

    [Fact]
    public void Entries_of_a_live_report_carry_their_times()
    {
        string[] texts = [First, Second, Third, "Polisi menutup jalan menuju Desa Marua sampai malam, kata juru bicara Polres Wairang Lina Hartono kepada wartawan."];
        string entries = string.Concat(texts.Select(static (text, i) => $"""<section class="entry"><p><time datetime="2026-05-29T{8 + i:00}:15:00+07:00">{8 + i:00}.15 WIB</time></p><p>{text}</p></section>"""));
        Article article = Read(Page("""<script type="application/ld+json">{"@type":"LiveBlogPosting","datePublished":"2026-05-29T08:00:00+07:00"}</script>""", body: entries));
        Part last = article.Parts.Last(static part => part.Kind == PartKind.Body);
        Assert.Equal("2026-05-29T11:15:00+07:00", last.Published);
        Assert.Equal("2026-05-29T08:15:00+07:00", article.Parts.First(static part => part.Kind == PartKind.Body).Published);
    }

    [Fact]
    public void The_opening_of_a_paid_article_is_said_to_be_one()
    {
        const string head = """<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>""";
        PageReading reading = Pages.Read("page", Page(head, body: $"<p>{First}</p>"), new Metadata());
        Assert.True(reading.Article!.IsStub);
        Assert.NotNull(reading.Remark);
        Assert.False(Read(Page()).IsStub);
    }

    [Fact]
    public void A_text_that_a_page_holds_twice_is_printed_once()
    {
        Article article = Read(Page(below: $"""<div itemprop="articleBody" style="display:none">{First} {Second} {Third}</div>"""));
        Assert.Equal([First, Second, Third], Lines(article, PartKind.Body));
    }

    [Fact]
    public void What_repeats_within_a_text_stays()
    {
        string refrain = "<p>Petugas mencari korban di desa itu.</p>";
        Article article = Read(Page(body: $"<p>{First}</p>{refrain}<p>{Second}</p>{refrain}<p>{Third}</p>"));
        Assert.Equal(2, Lines(article, PartKind.Body).Count(static line => line.StartsWith("Petugas mencari", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_language_that_is_declared_wrongly_is_said()
    {
        PageReading reading = Pages.Read("page", Page().Replace("lang=\"id\"", "lang=\"en\"", StringComparison.Ordinal), new Metadata());
        Assert.Equal(("id", "en"), (reading.Article!.Language, reading.Article.DeclaredLanguage));
        Assert.Contains("says that its language is en", reading.Remark, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<div class=author>Oleh Dewi Anggar, Antara</div>", "Antara")]
    [InlineData("<div class=author>By Dewi Anggar, AP Writer</div>", "Associated Press")]
    [InlineData("<p>Oleh Dewi Anggar</p>", null)]
    public void The_agency_that_a_byline_names_is_a_source(string byline, string? agency) => Assert.Equal(agency, Read(Page(above: byline)).Sources.SingleOrDefault());

    [Fact]
    public void A_page_without_an_article_gives_none() =>
        Assert.Null(Pages.Read("page", "<html><body><ul><li><a href='/1'>Satu</a></li><li><a href='/2'>Dua</a></li></ul></body></html>", new Metadata()).Article);
}
