using System.IO.Compression;
using System.Text;

namespace Sanad.FuzzPages;

/// <summary>The whole pages that damaged ones are made of: a few small ones of its own, and those of folders.</summary>
internal sealed class SeedPages
{
    private static readonly string[] Own =
    [
        """
        <!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>Pasar Wairang kembali dibuka - Kabar Muara</title>
        <meta property="og:type" content="article"><meta property="og:site_name" content="Kabar Muara"><meta name="author" content="Dewi Lestanti">
        <meta property="article:published_time" content="2026-05-29T22:02:00+07:00"><link rel="canonical" href="https://kabarmuara.example/berita/pasar-wairang?page=1">
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Pasar Wairang kembali dibuka","datePublished":"2026-05-29T22:02:00+07:00","dateModified":"2026-05-30","author":[{"@type":"Person","name":"Dewi Lestanti"}],"publisher":{"@type":"Organization","name":"Kabar Muara"},"isAccessibleForFree":true}]}</script>
        <style>p{margin:0}</style></head><body><nav><ul><li><a href="/">Beranda</a></li><li><a href="/ekonomi">Ekonomi</a></li></ul></nav>
        <article><h1>Pasar Wairang kembali dibuka</h1><div class="author">Oleh Dewi Lestanti</div><time datetime="2026-05-29T22:02">Jumat, 29 Mei 2026 22:02 WIB</time>
        <figure><img src="a.jpg"><figcaption>Pedagang menata lapak. (Foto: Kabar Muara)</figcaption></figure>
        <p>WAIRANG - Sedikitnya 140 pedagang kembali berjualan di Pasar Wairang, Jumat (29/5), sepekan setelah kebakaran.</p>
        <p>"Kami tidak menunggu bantuan," kata Kepala Dinas Perdagangan Rana Sulaiman. Ia menyebut kerugian mencapai Rp 3,5 miliar.</p>
        <p><strong>Baca juga: <a href="/berita/7">Kebakaran di Wairang</a></strong></p><h2>Lapak baru</h2>
        <p>Menurut Rana, sebanyak 60 lapak baru akan dibangun pada Juni 2026.</p><table><tr><th>Blok</th><th>Lapak</th></tr><tr><td>A</td><td>40</td></tr></table></article>
        <div class="comments"><p>Semoga lekas pulih &mdash; Ani</p></div><footer>&copy; Kabar Muara</footer></body></html>
        """,
        """
        <html lang=en><head><title>Ferry crossing reopens | The Harbour Post</title><meta name="description" content="The crossing reopened on Tuesday."></head><body>
        <div id="header"><a href="/">The Harbour Post</a></div><div class="story-body" itemprop="articleBody"><h1>Ferry crossing reopens</h1><p class=byline>By Ann Marlow</p>
        <p>The Wairang ferry crossing reopened on Tuesday after a nine-day closure, the port authority said.<p>"We checked every ramp," director Paul Venn told reporters. He said 14 people had been hurt.
        <blockquote class="twitter-tweet"><p>The ramps are safe.</p>&mdash; Port (@port) <a href="https://social.example/1">May 5, 2026</a></blockquote>
        <p>Tickets cost $4.50, up from $4.<br><br>Sailings leave every hour until 10 p.m.</div><ul class=related><li><a href="/a/2">More on ferries</a></ul></body></html>
        """,
        """
        <html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><title>Langsung: banjir Muara</title></head><body><main><h1>Langsung: banjir Muara</h1>
        <section><time datetime="2026-01-04T08:15:00+07:00">08.15</time><h3>Air mulai surut</h3><p>Tinggi air di Muara turun menjadi 40 sentimeter, kata petugas posko.</p></section>
        <section><time datetime="2026-01-04T07:40:00+07:00">07.40</time><h3>Pengungsi bertambah</h3><p>Jumlah pengungsi menjadi 1.250 jiwa, naik dari 900 jiwa semalam.</p></section>
        <section><time datetime="2026-01-04T06:05:00+07:00">06.05</time><h3>Jalan ditutup</h3><p>Polisi menutup jalan menuju jembatan sejak pukul 05.30 WIB.</p></section>
        <section><time datetime="2026-01-04T05:30:00+07:00">05.30</time><h3>Hujan semalam</h3><p>Hujan turun sejak Sabtu malam dan belum berhenti.</p></section></main>
        <svg><g><text>Peta</text></g></svg><select><option>Kota<option>Desa</select><iframe src="x"></iframe></body></html>
        """,
        "<p>x",
        "",
    ];

    private readonly List<byte[]> _own = [.. Own.Select(Encoding.UTF8.GetBytes)];
    private readonly List<byte[]> _packed = [];

    public int Count => _own.Count + _packed.Count;

    /// <param name="folder">Of it all <c>*.html</c> and <c>*.html.gz</c> are taken, or those of its <c>html</c>.</param>
    public void Add(string folder)
    {
        string inner = Path.Combine(folder, "html");
        foreach (string path in Directory.EnumerateFiles(Directory.Exists(inner) ? inner : folder).Order(StringComparer.Ordinal))
        {
            if (path.EndsWith(".html.gz", StringComparison.Ordinal)) _packed.Add(File.ReadAllBytes(path));
            else if (path.EndsWith(".html", StringComparison.Ordinal)) _own.Add(File.ReadAllBytes(path));
        }
    }

    /// <summary>A page of any; those of its own are small, so half of all are.</summary>
    public byte[] Pick(Random dice)
    {
        if (_packed.Count == 0 || dice.Next(2) == 0) return _own[dice.Next(_own.Count)];
        using var unpacked = new MemoryStream();
        using (var packed = new GZipStream(new MemoryStream(_packed[dice.Next(_packed.Count)]), CompressionMode.Decompress)) packed.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
