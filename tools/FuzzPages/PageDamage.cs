using System.Text;

namespace Sanad.FuzzPages;

/// <summary>A page as it may come, and how it came to be so.</summary>
internal sealed record DamagedPage(byte[] Bytes, string? ContentType, string? Url, string Damages);

/// <summary>Spoils whole pages in all the ways that networks, editors' systems and malice do. The same dice give the same page.</summary>
internal sealed class PageDamage
{
    private static readonly string[] Tags =
    [
        "div", "p", "b", "i", "a href=/x/2", "span class=text", "table", "tr", "td", "th", "tbody", "caption", "ul", "ol", "li", "dl", "dt", "dd", "svg", "g", "foreignObject", "math", "mi", "mtext", "annotation-xml",
        "template", "select", "option", "optgroup", "frameset", "frame", "body", "html", "head", "form", "button", "input", "textarea", "title", "script", "style", "noscript", "iframe", "object", "applet", "marquee",
        "nobr", "font", "big", "tt", "em", "strong", "article", "section class=story-body", "aside", "nav", "header", "footer", "main", "figure", "figcaption", "blockquote", "pre", "h1", "h2", "ruby", "rt", "rp", "col", "colgroup",
        "br", "hr", "x-card", "details", "summary", "dialog", "time datetime=2026-05-29T10:00", "center", "plaintext", "xmp", "listing", "div hidden", "div class=comment", "div itemprop=articleBody", "center", "menu", "fieldset", "legend",
        "output", "label", "u", "address", "dir", "hgroup", "search", "desc", "x-a", "image", "isindex", "span",
    ];

    private static readonly string[] Usual = ["div", "p", "span", "a href=/x/2", "b", "li", "dd", "dt", "table", "td", "tr", "ul", "button", "svg", "math", "x-a", "form", "h1"];

    private static readonly string[] Loose =
    [
        "\"", "'", "<!--", "-->", "<!-", "<![CDATA[", "]]>", "<script>", "<script type=\"application/ld+json\">", "</script>", "<style>", "<textarea>", "<title>", "<plaintext>", "<xmp>", "<noscript>", "<iframe>", "<svg>", "<math>", "<", "</",
        "<!", "<?", "<!doctype", "<a href=\"", "<div class='", "<div title=\"", "</body>", "</html>", "</head>", "</p>", "</div>", "</table>", "</br>", "<body>", "<html lang=", "<meta ", "<meta charset=", "<template>", "<select>", "<frameset>",
        "<base href=\"http://[\">", "<table><div>", "</article>", "<isindex>", "<image>", "&", "&#", "&#x", "&amp", "=", "/>", "<a/b/c/d=/e>", "<div =\"\">", "\u2028", "\u0085", "\ufeff", "\u200b",
    ];

    private static readonly string[] Entities = ["&amp;", "&nbsp;", "&#0;", "&#55357;", "&#x1F600;", "&#xD800;", "&#99999999999999;", "&notit;", "&lt;p&gt;", "&CounterClockwiseContourIntegral;", "&", "&#x", "&#;", "&quot;", "&#10;", "&#13;", "&#128;"];

    private static readonly string[] Texts =
    [
        "a", " ", "1.000.000 ", "1", "\"", "“", "kata ", "mengatakan bahwa ", ", ", ". ", "(", ")", "Budi Santoso ", "Rana Sulaiman mengatakan, \"", "31 Oktober 2024 ", "Jumat (29/5) ", "22:02 WIB ", "Rp 3,5 miliar ", "A", "ia ", "dan ", "e\u0301",
        "\u0301", "🇮🇩", "中", "ا", "\u202e", "\n", "<br>", "<br><br>", "&nbsp;", "\u00ad", "he said ", "according to ", "14 people ", "sekitar 12-15 orang ", "5/6/2024 ", "- ", "— ", "'", "@x ", "http://a.b/ ", "Baca juga ", "AS ", "K.H. ", "...", "?!", "1/2 ",
        "Menurut Budi, ", "kata dia. ", "Presiden Amerika Serikat ", "dibantah oleh ", "%", "$", "ribu juta miliar ", "Sedikitnya 14 orang tewas di Wairang. ", "“Kami pulang,” kata Rana Sulaiman. ",
    ];

    private static readonly string[] Charsets =
    [
        "utf-8", "utf-16", "utf-16le", "utf-32", "iso-8859-1", "windows-1252", "gb2312", "shift_jis", "euc-kr", "utf-7", "x-user-defined", "ibm037", "big5", "iso-2022-jp", "hz-gb-2312", "windows-1256", "koi8-r", "none", "\"", "x-mac-arabic",
        "iso-8859-8-i", "cp037", "utf8mb4", "iso-2022-kr", "GB18030", "us-ascii", "IBM EBCDIC", "us\0ascii",
    ];

    private static readonly string[] Days =
    [
        "2026-05-29T22:02:00+07:00", "0000-00-00", "9999-12-31T23:59:59-23:59", "Jumat, 29 Mei 2026 22:02 WIB", "29 Mei", "1", "99999999999999999999", "1700000000", "9999999999999", "0001-01-01T00:00:00+14:00", "2024-02-30", "31/31/31", "29 Mei 2026 25.99 WITA",
        "2199-12-31T23:59:59+99:99", "1800-01-01 00:00 -12:00", "\ud800", "Mei Mei Mei Mei", "20241031", "2024-W01", "May 5, 2026 at 9:00pm", "99991231235959",
    ];

    private static readonly string[] Addresses =
    [
        "https://kabarmuara.example/berita/pasar-wairang", "https://kabarmuara.example/2026/05/29/pasar/2", "http://a/", "http://[::1]/2", "https://例え.example/報?page=3", "not an address", "https://x.example/" + "a/", "file:///etc", "https://www.m.example",
        "https://a..b/", "http://-.example/20261399/", "https://x.example/?page=99&page=1&&=&p=", "https://xn--a.example/1/2/3",
    ];

    private readonly SeedPages _seeds;
    private readonly int _longest;
    private readonly (string Name, Func<byte[], Random, byte[]> Do)[] _all;

    /// <param name="longest">Length that no page exceeds, in bytes.</param>
    public PageDamage(SeedPages seeds, int longest)
    {
        _seeds = seeds;
        _longest = longest;
        _all = Damages();
    }

    private (string Name, Func<byte[], Random, byte[]> Do)[] Damages() =>
    [
        ("cut", static (page, dice) => page[..At(page, dice)]),
        ("cut front", static (page, dice) => page[At(page, dice)..]),
        ("flip", Flip),
        ("delete", static (page, dice) => Without(page, At(page, dice), Length(page, dice))),
        ("duplicate", static (page, dice) => Graft(page, At(page, dice), page, dice)),
        ("swap", Swap),
        ("splice", (page, dice) => Splice(page, _seeds.Pick(dice), dice)),
        ("graft", (page, dice) => Graft(page, Place(page, dice), _seeds.Pick(dice), dice)),
        ("repeat", static (page, dice) => [.. Enumerable.Repeat(page, dice.Next(2, 12)).SelectMany(static copy => copy)]),
        ("nest", (page, dice) => Insert(page, Place(page, dice), Nest(dice))),
        ("nest", (page, dice) => Insert(page, Place(page, dice), Nest(dice))),
        ("tag soup", (page, dice) => Insert(page, Place(page, dice), Soup(dice))),
        ("tag soup", (page, dice) => Insert(page, Place(page, dice), Soup(dice))),
        ("pattern", (page, dice) => Insert(page, Place(page, dice), Repeat(dice, 5, Pattern(dice)))),
        ("pattern", (page, dice) => Insert(page, Place(page, dice), Repeat(dice, 5, Pattern(dice)))),
        ("marks of no tag", (page, dice) => Insert(page, Place(page, dice), Repeat(dice, 6, Of(["<", "</", "&", "<?", "< ", "<1", "]]>", "\0"], dice)))),
        ("formatting", (page, dice) => Insert(page, Place(page, dice), Repeat(dice, 8, $"<{Formatting(dice)}><{Formatting(dice)} class={dice.Next(9)}><p>kata"))),
        ("many attributes", (page, dice) => Insert(page, Place(page, dice), $"<{Of(Tags, dice)} {Attributes(dice)}>")),
        ("long attribute", (page, dice) => Insert(page, Place(page, dice), $"<{Of(["div", "a", "meta", "time", "p", "h1", "svg", "x"], dice)} {Of(["class", "id", "href", "style", "content", "datetime", "itemprop", "title", "role"], dice)}=\"{Repeat(dice, 6, Of([.. Texts, .. Days, .. Entities], dice))}{Of(["\"", ""], dice)}>")),
        ("loose end", static (page, dice) => Insert(page, dice.Next(2) == 0 ? At(page, dice) : Place(page, dice), Of(Loose, dice))),
        ("loose ends", (page, dice) => Insert(page, Place(page, dice), Repeat(dice, 4, Of(Loose, dice) + Of(Loose, dice)))),
        ("entities", (page, dice) => Insert(page, Place(page, dice), Repeat(dice, 6, Of(Entities, dice)))),
        ("control codes", static (page, dice) => Sprinkle(page, dice, [(byte)dice.Next(0, 32)])),
        ("broken UTF-8", static (page, dice) => Sprinkle(page, dice, Of<byte[]>([[0xC3], [0xED, 0xA0, 0x80], [0xF8, 0x88, 0x80, 0x80], [0xFF], [0x80], [0xF0, 0x9F, 0x98], [0xC0, 0x80]], dice))),
        ("charset", static (page, dice) => Insert(page, dice.Next(2) == 0 ? 0 : Place(page, dice), $"<meta charset=\"{Of(Charsets, dice)}\">")),
        ("UTF-16", static (page, dice) => [.. Of<byte[]>([[], [0xFF, 0xFE], [0xFE, 0xFF]], dice), .. (dice.Next(2) == 0 ? Encoding.Unicode : Encoding.BigEndianUnicode).GetBytes(Encoding.UTF8.GetString(page)), .. Of<byte[]>([[], [65], [0xD8, 0, 0xD8]], dice)]),
        ("UTF-32", static (page, dice) => [.. Of<byte[]>([[0xFF, 0xFE, 0, 0], []], dice), .. Encoding.UTF32.GetBytes(Encoding.UTF8.GetString(page)), .. Of<byte[]>([[], [0, 0, 0x11]], dice)]),
        ("json-ld", (page, dice) => Insert(page, Place(page, dice), $"<script type=\"application/ld+json\">{Json(dice)}</script>")),
        ("json-ld", (page, dice) => Insert(page, 0, $"<script type=\"application/ld+json\">{Json(dice)}</script>")),
        ("many scripts", (page, dice) => Insert(page, Place(page, dice), Repeat(dice, 5, "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"author\":\"a\"}</script><script>x</script>"))),
        ("many metas", (page, dice) => Insert(page, Place(page, dice), Repeat(dice, 5, n => $"<meta {Of(["name", "property", "itemprop"], dice)}=\"{Of(["author", "article:published_time", "og:title", "og:locale", "x" + n, "news_source"], dice)}\" content=\"{Of(Days, dice)}\"><link rel=\"{Of(["next", "canonical", "r" + n], dice)}\" href=\"{Of(Addresses, dice)}\">"))),
        ("many times", (page, dice) => Insert(page, Place(page, dice), Repeat(dice, 5, n => $"<time itemprop=datePublished datetime=\"{Of(Days, dice)}\">{Of(Days, dice)}</time>{Of(["", "<p>Tinggi air di Muara turun lagi, kata petugas.", "<abbr title=\"" + Of(Days, dice) + "\">"], dice)}"))),
        ("huge text", (page, dice) => Insert(page, Place(page, dice), $"<{Of(["p", "div", "td", "li", "h1", "pre", "title", "figcaption", "blockquote", "article"], dice)}>{Repeat(dice, 6, Of(Texts, dice))}")),
        ("mixed text", (page, dice) => Insert(page, Place(page, dice), $"<p>{Repeat(dice, 5, _ => Of(Texts, dice))}")),
        ("many blocks", (page, dice) => Insert(page, Place(page, dice), Blocks(Block(dice), dice))),
        ("same blocks", (page, dice) => Insert(page, Place(page, dice), Repeat(dice, 5, $"{Block(dice)}Sedikitnya 14 orang tewas di Wairang, {Of(Texts, dice)} kata Rana Sulaiman kepada wartawan.{Of(["</p>", "", "</div>", "</li>"], dice)}"))),
        ("titles", (page, dice) => Insert(page, Place(page, dice), Repeat(dice, 5, "<h1>Pasar Wairang kembali dibuka</h1>"))),
        ("links", (page, dice) => Insert(page, Place(page, dice), Repeat(dice, 5, n => $"<a href=\"{Of([.. Addresses, "?page=" + n, "/x/" + n], dice)}\">{n}</a> "))),
        ("no quotes", static (page, _) => Replace(page, "\"", "")),
        ("no ends", static (page, dice) => Replace(page, Of([">", "/"], dice), "")),
        ("no breaks", static (page, _) => Replace(page, "\n", " ")),
        ("times around", static (page, dice) => Replace(page, "<p", $"<{Of(["p hidden", "td", "li", "h2", "b", "pre", "p itemprop=author", "blockquote", "x-p", "svg", "template"], dice)}")),
    ];

    /// <summary>The page of a number: the same for the same seed and seed pages.</summary>
    public DamagedPage Page(int seed, int number)
    {
        var dice = new Random(unchecked((seed * 1_000_003) + number));
        byte[] page = _seeds.Pick(dice);
        var names = new List<string>();
        for (int i = dice.Next(1, 5); i > 0; i--)
        {
            (string name, Func<byte[], Random, byte[]> damage) = _all[dice.Next(_all.Length)];
            page = damage(page, dice);
            if (page.Length > _longest) page = page[.._longest];
            names.Add(name);
        }

        string? contentType = dice.Next(3) == 0 ? $"text/html; charset={Of(Charsets, dice)}" : null;
        return new DamagedPage(page, contentType, dice.Next(2) == 0 ? Of(Addresses, dice) : null, string.Join(", ", names));
    }

    private string Nest(Random dice)
    {
        string open = $"<{Of(Tags, dice)}>{(dice.Next(2) == 0 ? $"<{Of(Tags, dice)}>" : "")}{(dice.Next(3) == 0 ? Of(Texts, dice) : "")}";
        int times = Times(dice, 5, open.Length);
        var text = new StringBuilder().Insert(0, open, times).Append("Di dalamnya ada teks.");
        return dice.Next(3) == 0 ? text.Insert(text.Length, $"</{Name(open)}>", times).ToString() : text.ToString();
    }

    /// <summary>A few tags that begin and end elements in whatever order: repeated, they show what each leaves open that its end tag seems to close.</summary>
    public static string Pattern(Random dice)
    {
        var pattern = new StringBuilder();
        var names = new List<string>();
        for (int i = dice.Next(2, 8); i > 0; i--)
        {
            string tag = names.Count > 0 && dice.Next(3) == 0 ? names[dice.Next(names.Count)] : Of(dice.Next(2) == 0 ? Tags : Usual, dice);
            names.Add(tag);
            pattern.Append(dice.Next(5) < 2 ? $"</{Name(tag)}>" : $"<{tag}>").Append(dice.Next(4) == 0 ? "kata" : "");
        }

        return pattern.ToString();
    }

    private string Blocks(string open, Random dice) => Repeat(dice, 5, n => $"{open}{Of(Texts, dice)}{Of(Texts, dice)}{n}");

    private string Soup(Random dice) => Repeat(dice, 5, _ => dice.Next(4) switch
    {
        0 => $"</{Name(Of(Tags, dice))}>",
        1 => Of(Texts, dice),
        _ => $"<{Of(Tags, dice)}>",
    });

    private string Attributes(Random dice) => Repeat(dice, 5, n => $"{Of(["class", "id", "data-", "style", "x", "itemprop", "on"], dice)}{n}{Of(["", "=", "=x", "='y z'", "=\"<p>\""], dice)} ");

    private string Json(Random dice)
    {
        string value = dice.Next(12) switch
        {
            0 => Repeat(dice, 5, "["),
            1 => Repeat(dice, 5, "{\"@graph\":["),
            2 => Repeat(dice, 5, "{\"mainEntity\":{\"a\":1,\"mainEntityOfPage\":"),
            3 => $"[{Repeat(dice, 5, "{\"@type\":\"NewsArticle\",\"headline\":\"x\"},")}1]",
            4 => $"\"{Repeat(dice, 6, Of([.. Texts, "\\u0041", "\\n", "\\ud83d", "\\\"", "<p>"], dice))}\"",
            5 => "\"\\ud800\"",
            6 => "[]",
            7 => Repeat(dice, 5, "9"),
            8 => $"{{{Repeat(dice, 5, "\"name\":\"Kabar Muara\",")}\"name\":null}}",
            9 => "\"\ud800\"",
            10 => $"\"{Of(Days, dice)}\"",
            _ => Of(["null", "true", "-0", "1e999", "{}", "\"\"", "[[]]", "{\"@type\":[[1],\"Person\"],\"name\":{\"name\":{\"name\":1}}}", "{\"na\\ud800me\":1}", "{\"@value\":\"a\"}"], dice),
        };
        string field = Of(["@type", "@graph", "headline", "description", "articleBody", "datePublished", "dateModified", "author", "publisher", "url", "mainEntityOfPage", "mainEntity", "inLanguage", "isAccessibleForFree", "@id"], dice);
        string json = dice.Next(4) switch
        {
            0 => value,
            1 => $"{{\"@context\":\"https://schema.org\",\"{field}\":{value},\"@type\":\"NewsArticle\"}}",
            2 => $"[{{\"@type\":\"WebPage\"}},{{\"@type\":[\"Thing\",\"NewsArticle\"],\"{field}\":{value}}}]",
            _ => $"{{\"@graph\":[{{\"@type\":\"LiveBlogPosting\",\"articleBody\":{value},\"{field}\":{value}}}]}}",
        };
        return dice.Next(4) == 0 ? json[..dice.Next(json.Length + 1)] : json;
    }

    private static string Block(Random dice) => Of(["<p>", "<div>", "<li>", "<tr><td>", "<td>", "<br><br>", "<h2>", "<figcaption>", "<div class=comment><p>", "<section><p>", "<blockquote>", "<x-p>", "<p hidden>", "<pre>", "<dt>"], dice);

    private static string Formatting(Random dice) => Of(["b", "i", "a", "font", "nobr", "em", "u", "code", "a href=/x/2", "span", "time"], dice);

    private static string Name(string tag) => tag.TrimStart('<').Split(' ', '>')[0];

    private string Repeat(Random dice, int magnitude, string piece) => new StringBuilder().Insert(0, piece, Times(dice, magnitude, piece.Length)).ToString();

    private string Repeat(Random dice, int magnitude, Func<int, string> piece)
    {
        var text = new StringBuilder();
        for (int i = Times(dice, magnitude, 40); i > 0 && text.Length < _longest; i--) text.Append(piece(i));
        return text.ToString();
    }

    /// <summary>How often: mostly seldom, now and then ten to the power of the magnitude, never more than fills a page.</summary>
    private int Times(Random dice, int magnitude, int length) => Math.Min((int)Math.Pow(10, Math.Pow(dice.NextDouble(), 1.6) * magnitude), _longest / Math.Max(1, length));

    private static byte[] Flip(byte[] page, Random dice)
    {
        byte[] flipped = [.. page];
        for (int i = (int)Math.Pow(10, dice.NextDouble() * 4); i > 0 && page.Length > 0; i--) flipped[dice.Next(page.Length)] ^= (byte)(1 << dice.Next(8));
        return flipped;
    }

    private static byte[] Graft(byte[] page, int at, byte[] other, Random dice)
    {
        int from = At(other, dice);
        return Insert(page, at, other[from..Math.Min(other.Length, from + Length(other, dice))]);
    }

    private static byte[] Splice(byte[] page, byte[] other, Random dice) => [.. page[..At(page, dice)], .. other[At(other, dice)..]];

    private static byte[] Swap(byte[] page, Random dice)
    {
        int[] cuts = [.. Enumerable.Range(0, 4).Select(_ => At(page, dice)).Order()];
        return [.. page[..cuts[0]], .. page[cuts[2]..cuts[3]], .. page[cuts[1]..cuts[2]], .. page[cuts[0]..cuts[1]], .. page[cuts[3]..]];
    }

    private static byte[] Sprinkle(byte[] page, Random dice, byte[] piece)
    {
        for (int i = (int)Math.Pow(10, dice.NextDouble() * 2); i > 0; i--) page = Insert(page, At(page, dice), piece);
        return page;
    }

    private static byte[] Replace(byte[] page, string old, string with) => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(page).Replace(old, with, StringComparison.Ordinal));

    private static byte[] Without(byte[] page, int from, int length) => [.. page[..from], .. page[Math.Min(page.Length, from + length)..]];

    private static byte[] Insert(byte[] page, int at, string text) => Insert(page, at, Encoding.UTF8.GetBytes(text));

    private static byte[] Insert(byte[] page, int at, byte[] piece) => [.. page[..at], .. piece, .. page[at..]];

    private static int At(byte[] page, Random dice) => dice.Next(page.Length + 1);

    /// <summary>Before a tag, or anywhere where there is none.</summary>
    private static int Place(byte[] page, Random dice)
    {
        int at = At(page, dice), next = page.AsSpan(at).IndexOf((byte)'<');
        return next < 0 ? at : at + next;
    }

    private static int Length(byte[] page, Random dice) => (int)Math.Pow(10, dice.NextDouble() * Math.Log10(page.Length + 1));

    private static T Of<T>(T[] of, Random dice) => of[dice.Next(of.Length)];
}
