using System.Text;
using Sanad.FuzzPages;
using Sanad.Reading.Html;
using Sanad.Reading.Plain;
using Sanad.Text;
using Xunit;

namespace Sanad.Tests.Reading.Html;

/// <summary>Pages that broke a promise once, most of them found by <c>tools/FuzzPages</c>, each as small as shows it.</summary>
[Collection(nameof(MeasuredTests))]
public sealed class HostilePageTests
{
    private const string Lead = "Sedikitnya 140 pedagang kembali berjualan di Pasar Wairang pada Jumat pagi, kata Kepala Dinas Perdagangan Rana Sulaiman.";

    private const int Many = 100_000;

    private static readonly PageReader Pages = new(Reader.Languages);

    private static readonly Examination Examination = new(Reader.Languages);

    /// <summary>Markup that is repeated often enough to fill a page; each once took seconds or minutes.</summary>
    public static TheoryData<string, string> Repeated() => new()
    {
        { "drawings without an end", "<svg>kata" },
        { "comments without an end", "<!--kata" },
        { "scripts without an end", "<script>kata" },
        { "open blocks", "<div>kata" },
        { "open lines", "<span>kata" },
        { "open formatting", "<b><font color=1>kata" },
        { "open lists", "<ul><li>kata" },
        { "open tables", "<table><tr><td>kata" },
        { "quotations in quotations", "<blockquote><p>kata" },
        { "items of two kinds of lists in each other", "<li><dd></dd>kata" },
        { "items left open by paragraphs and lists", "<li><p><dl><dd><p><ul>kata" },
        { "lines that a paragraph keeps open", "<span><p></span><div></div>kata" },
        { "lines that a time keeps open", "<x-a><time></x-a>kata" },
        { "lines that an item keeps open", "<x-a><li></x-a><dd></dd>kata" },
        { "a term that a description's end tag leaves open", "<dt></dd><li>kata" },
        { "headings that end each other", "<h1><h1></h1><x-a></h1>kata" },
        { "tables that end each other", "<table><table></table><x-a></table>kata" },
        { "buttons that end each other", "<button><button></button><x-a></button>kata" },
        { "lines that end with their paragraph", "<p><x-a></p><x-b></x-a>kata" },
        { "lines that a block ends with their paragraph", "<p><x-a><div></div><x-b></x-a>kata" },
        { "lines that a block ends with their formula", "<math><x-a><div></div></math><x-b></x-a>kata" },
        { "formatting that outlives its formula", "</form><math></tr><b></math>kata<tr>" },
        { "formatting that outlives a table it was misplaced in", "</blockquote>kata<table><ul><b>kata</table>" },
        { "formatting between cells", "<table><td></td><b><td></table>kata" },
        { "formatting that a cell keeps from its end", "<table><b><td></b></table>kata" },
        { "captions outside of tables", "</caption><caption><b><tr>kata</em>" },
        { "sets of frames", "<frameset><frameset></ul><ul>kata" },
        { "templates in each other", "<template><caption><td>kata" },
        { "choices and readings", "<ruby><rt><option><span><rp></ruby>kata" },
        { "angle brackets", "<" },
        { "elements of its own, closed by another's end tag", "</div><x-p>kata" },
        { "sections closed by another's end tag", "</div><section><p>kata" },
        { "an end tag that a block keeps from its element", "<x-a><div></x-a>kata" },
        { "an end tag that a table keeps from its element", "<div><table><tr><td></div>kata" },
        { "an end tag within a list of choices", "<div><select></div></select>kata" },
        { "an end tag of a name that only begins alike", "<x-a><b-a></x-b>kata" },
        { "end tags of long names that begin alike", "<abcdefgh1></abcdefgh2>kata" },
        { "a quotation mark within a value without any", "<div a= b=\"<p>\" c='\"<b>'></div><section>kata" },
        { "an attribute that is only an equals sign", "<section =\"x>kata" },
        { "addresses of the document", "<base href='http://['>" },
        { "authors in authors", "<p hidden itemprop=author>Ani<div>" },
        { "authors in a row", "<p itemprop=author>" + Lead },
        { "dates in dates", "<time itemprop=datePublished>kata" },
        { "entries of a live report", "<section><time datetime=2026-05-29T10:00>10.00</time><p>Air di Muara surut lagi, kata petugas posko.</p></section>" },
        { "tables of data", "<table><tr><td>Blok<td>1<tr><td>Utara<td>2</table><p>" + Lead },
        { "quotations set apart", "<blockquote>Sedikitnya 140 pedagang kembali berjualan</blockquote>" },
        { "titles in a row", "Presiden Amerika Serikat " },
        { "an end tag within an attribute", "<div title=\"</div>\">kata" },
        { "an end tag within a wrong comment", "<div><!x</div>kata" },
        { "an end tag without a name", "<div></ </div>kata" },
        { "an end tag within raw text", "<div><noembed></div></noembed>kata" },
        { "an end tag behind a title that seems to end", "<div><title></titlex></div></title>kata" },
        { "character data in formulas", "<math><mi><![CDATA[</mi>]]>kata" },
        { "cells in formulas, which nest there", "<math></li><td>kata" },
        { "titles in drawings, which are markup there", "<u><a class=3><svg><title>kata" },
        { "lists of choices in each other", "<p><select><xmp></xmp><select><button>" },
        { "sentences of nothing but cues", "according to he said " },
        { "ends of the body", "<div></body>kata" },
        { "formatting closed by other formatting", "<b></i>kata<p>" },
        { "formatting left open in tables", "<b class=1><table><tr><td></b></table>kata" },
        { "scripts switched off, without an end", "<noscript>kata" },
        { "templates", "<template><p>kata" },
        { "cells outside of tables", "<td>kata" },
        { "text misplaced in a table", "<table>kata<b>kata</b>" },
        { "closed paragraphs", "<p>kata</p>" },
        { "end tags of nothing", "</p>kata" },
        { "breaks", "<br>kata" },
        { "empty links", "<a href=/x/2></a>" },
        { "titles", "<h1>Pasar Wairang kembali dibuka</h1>" },
        { "times", "<time datetime=2026-05-29T10:00>10.00</time> kata" },
        { "metas", "<meta name=author content=Ani>" },
        { "attributes", "<p class=a title='\"'>kata" },
        { "entities", "&lt;&#1;&CounterClockwiseContourIntegral;" },
        { "quotation marks", "\" kata " },
        { "sentences", "“Kami pulang,” kata Rana Sulaiman. Sedikitnya 14 orang terluka pada 5 Mei 2026. " },
        { "days that are told of", "31 Oktober 2024 sekitar 12 orang. " },
    };

    [Theory, MemberData(nameof(Repeated))]
    public void A_page_of_the_same_again_and_again_is_read_within_a_second(string what, string piece)
    {
        string page = $"<html lang=id><title>Pasar Wairang kembali dibuka</title><body><h1>Pasar Wairang kembali dibuka</h1><p>{Lead}</p>{new StringBuilder().Insert(0, piece, Math.Min(Many, 4_000_000 / piece.Length))}";
        var damaged = new DamagedPage(Encoding.UTF8.GetBytes(page), null, "https://kabarmuara.example/berita/pasar", what);
        Finding? finding = Examination.Examine(damaged, again: false);
        // Slow once may be the doing of the compiler, or of what other tests left to be tidied up.
        for (int turn = 0; turn < 2 && finding?.Kind == "slow"; turn++)
        {
            GC.Collect();
            finding = Examination.Examine(damaged, again: false);
        }

        Assert.Null(finding);
    }

    /// <summary>Tree building looks through the open elements for many a tag: its time grows with the square of how many are.</summary>
    [Theory, MemberData(nameof(Repeated))]
    public void No_markup_keeps_more_open_than_what_is_kept_count_of(string what, string piece)
    {
        int open = OpenAtOnce(new StringBuilder().Insert(0, piece, 4000).ToString());
        // Between two tables that are counted stand parts of them that are not: a section, a row and a cell. Nor are the outermost two elements.
        Assert.True(open <= (4 * OpenElements.Deepest) + 2, $"{what}: {open} open at once");
    }

    /// <summary>Tags that begin and end elements in whatever order, again and again: what is counted as open must be what the parser has open.</summary>
    [Fact]
    public void No_order_of_tags_keeps_more_open_than_what_is_kept_count_of()
    {
        for (int seed = 0; seed < 400; seed++)
        {
            string piece = PageDamage.Pattern(new Random(seed));
            int open = OpenAtOnce(new StringBuilder().Insert(0, piece, 1500).ToString());
            Assert.True(open <= (4 * OpenElements.Deepest) + 2, $"{piece}: {open} open at once");
        }
    }

    /// <summary>The end tag of a title was left out where so many others were, and all that followed went on as the title's or unseen.</summary>
    [Fact]
    public void The_end_of_raw_text_is_kept_however_deep_it_stands()
    {
        int open = OpenAtOnce($"{new StringBuilder().Insert(0, "<div>", 300)}<title>a</title><xmp></title>{new StringBuilder().Insert(0, "<pre>kata", 2000)}");
        Assert.True(open <= 2 * OpenElements.Deepest, $"{open} open at once");
    }

    private static int OpenAtOnce(string markup)
    {
        using Page page = new PageParser().Parse(markup);
        return page.Document.MostOpen;
    }

    [Theory]
    [InlineData("\"headline\":\"Pasar \\ud83d\"")]
    [InlineData("\"headline\":\"Pasar \\uDC00\\ud83d\\ude00\"")]
    [InlineData("\"author\":{\"name\":\"Ani \\ud800\"}")]
    [InlineData("\"pub\\ud800lisher\":\"Kabar\"")]
    [InlineData("\"@id\":\"\\ud800\\n\"")]
    public void Half_of_a_surrogate_pair_costs_the_data_nothing_but_itself(string field)
    {
        Article article = Read($"<script type=\"application/ld+json\">{{\"@type\":\"NewsArticle\",\"datePublished\":\"2026-05-29\",{field}}}</script><h1>Pasar Wairang</h1><p>{Lead}</p>");
        Assert.Equal("2026-05-29", article.Published);
    }

    [Theory]
    [InlineData("{\"a\":\"\\\\ud800\"}", "{\"a\":\"\\\\ud800\"}")]
    [InlineData("{\"a\":\"\\ud83d\\ude00\"}", "{\"a\":\"\\ud83d\\ude00\"}")]
    [InlineData("{\"a\":\"\\ud83dx\\ude00\"}", "{\"a\":\"\\ufffdx\\ufffd\"}")]
    [InlineData("\\ud8", "\\ud8")]
    public void Only_halves_that_stand_alone_are_replaced(string json, string expected) => Assert.Equal(expected, Surrogates.Paired(json));

    /// <summary>The figure finder looked for a number behind the last word of the text.</summary>
    [Theory]
    [InlineData("Harganya naik menjadi Rp")]
    [InlineData("$")]
    public void A_text_may_end_in_a_currency(string end)
    {
        Article article = Read($"<h1>Pasar Wairang</h1><p>{Lead}</p><p>{Lead}</p><pre>{Lead} {end}</pre>");
        Assert.DoesNotContain(Reader.Analyzer.Analyze(article).Figures, static figure => figure.Unit is "IDR" or "USD");
    }

    /// <summary>Formatting that is left open is opened anew in every paragraph, and its attributes with it.</summary>
    [Fact]
    public void An_attribute_of_megabytes_is_not_looked_through_for_every_paragraph()
    {
        string page = $"<html lang=id><h1>Pasar Wairang</h1><b itemprop=\"{new string('a', 1_000_000)}\">{new StringBuilder().Insert(0, $"<p>{Lead}", 3_000)}";
        Assert.Null(Examination.Examine(new DamagedPage(Encoding.UTF8.GetBytes(page), null, null, "an attribute of megabytes"), again: false));
    }

    [Theory]
    [InlineData("<p><select><xmp></xmp><select><button>")]
    [InlineData("<a href=//></a>")]
    [InlineData("<a href=\"////\"></a>")]
    public void What_ended_in_an_error_once_costs_an_article_nothing(string markup) => Assert.Contains(Lead, Read($"<h1>Pasar Wairang</h1><p>{Lead}</p>{markup}").Text);

    [Fact]
    public void A_comment_that_never_ends_hides_nothing() => Assert.Contains(Lead, Read($"<h1>Pasar Wairang</h1><!-- iklan <p>{Lead}</p>").Text);

    [Fact]
    public void A_page_larger_than_any_is_cut_and_says_so()
    {
        string page = $"<html lang=id><h1>Pasar Wairang</h1>{string.Concat(Enumerable.Repeat($"<p>{Lead}</p>", 20_000))}";
        PageReading reading = Pages.Read("halaman", page, new Metadata());
        Assert.Equal("larger than any page is: its end was not read", reading.Remark);
        Assert.InRange(reading.Article!.Text.Length, 100, 700_000);
    }

    private static Article Read(string html) => Pages.Read("halaman", $"<html lang=id>{html}", new Metadata()).Article!;
}
