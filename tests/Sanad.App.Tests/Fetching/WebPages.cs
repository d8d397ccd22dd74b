using System.Globalization;

namespace Sanad.App.Tests.Fetching;

/// <summary>Pages, feeds and sitemaps made up for tests.</summary>
internal static class WebPages
{
    /// <summary>What lets a test fetch from loopback without waiting.</summary>
    public static readonly (string Name, string? Value)[] Hurried =
    [
        ("SANAD_FETCH_INTERVAL", "0"), ("SANAD_FETCH_GRACE", "1"), ("SANAD_FETCH_CONNECT", "1"), ("SANAD_FETCH_TIME", "10"), ("SANAD_FETCH_WAIT", "3"),
        ("http_proxy", null), ("HTTP_PROXY", null), ("https_proxy", null), ("HTTPS_PROXY", null), ("all_proxy", null), ("ALL_PROXY", null), ("no_proxy", null), ("NO_PROXY", null), ("SANAD_ALLOW_PRIVATE", null),
    ];

    /// <summary>A page around an article of its own for each number.</summary>
    public static string Page(int number, string? head = null)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"Nomor{number}");
        return $"""
            <!DOCTYPE html>
            <html lang="id"><head><meta charset="utf-8"><title>Warga Desa {name} Mengungsi - Suara Arga</title>{head}</head>
            <body><nav><a href="/">Beranda</a> <a href="/arsip">Arsip</a></nav>
            <article><h1>Warga Desa {name} Mengungsi</h1>
            <p>Kepala Desa {name} Budi Santosa{number} mengatakan sebanyak {number + 20} warga desanya mengungsi setelah air sungai naik sejak Senin (10/3/2025) dini hari. "Air naik cepat sekali dan kami tidak sempat menyelamatkan barang," kata Budi di balai desa {name}.</p>
            <p>Badan Penanggulangan Bencana Daerah menyatakan bahwa bantuan makanan dan selimut telah dikirim ke tempat pengungsian di {name}. Petugas masih mendata kerusakan rumah warga yang terendam, dan jalan ke desa itu belum dapat dilalui kendaraan.</p>
            <p>Menurut Budi, warga {name} berharap air segera surut supaya mereka dapat kembali ke rumah dan membersihkan lumpur yang tertinggal di halaman dan di sawah.</p></article>
            <footer>Hak cipta Suara Arga</footer></body></html>
            """;
    }

    /// <summary>An RSS feed of links, each with a day of publication.</summary>
    public static string Rss(params (string Url, string Day)[] items) =>
        $"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Suara Arga</title><link>https://arga.example/</link>{string.Concat(items.Select(static item => $"<item><title>Warga Mengungsi</title><link>{item.Url}</link><pubDate>{item.Day}</pubDate></item>"))}</channel></rss>""";

    public static string Rss(params string[] urls) => Rss([.. urls.Select(static url => (url, "Mon, 10 Mar 2025 05:00:00 GMT"))]);

    public static string Sitemap(params (string Url, string Day)[] items) =>
        $"""<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{string.Concat(items.Select(static item => $"<url><loc>{item.Url}</loc><lastmod>{item.Day}</lastmod></url>"))}</urlset>""";

    public static string Index(params (string Url, string Day)[] items) =>
        $"""<?xml version="1.0" encoding="UTF-8"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{string.Concat(items.Select(static item => $"<sitemap><loc>{item.Url}</loc><lastmod>{item.Day}</lastmod></sitemap>"))}</sitemapindex>""";

    public static string Opml(params string[] feeds) =>
        $"""<?xml version="1.0"?><opml version="2.0"><head><title>Feeds</title></head><body>{string.Concat(feeds.Select(static feed => $"<outline type=\"rss\" text=\"x\" xmlUrl=\"{feed}\"/>"))}</body></opml>""";

    /// <summary>Runs the program as <see cref="Hurried"/> says, with <c>--allow-private</c> where it fetches.</summary>
    public static Outcome Run(string[] arguments, params (string Name, string? Value)[] environment) => SanadProgram.Run([.. arguments, "--allow-private"], null, null, [.. Hurried, .. environment]);
}
