using System.Globalization;
using System.Text;

namespace Sanad.App.Tests.Archives;

/// <summary>Pages of a paper made up for tests.</summary>
internal static class NewsPage
{
    private static readonly string[] Places = ["Arga", "Sowa", "Lereh", "Tumbang", "Muara", "Kelam", "Ranca"];

    /// <summary>An article of its own for each number, amid what pages have around one.</summary>
    /// <param name="evacuated">A figure in its text.</param>
    public static string Of(int number, int? evacuated = null)
    {
        string place = Places[number % Places.Length];
        int people = evacuated ?? (number * 3) + 120;
        return string.Create(CultureInfo.InvariantCulture, $"""
            <!doctype html><html lang="id"><head><meta charset="utf-8"><title>Banjir Nomor {number} Rendam {place} | Kabar Arga</title></head>
            <body><nav><ul><li><a href="/">Beranda</a></li><li><a href="/politik">Politik</a></li><li><a href="/olahraga">Olahraga</a></li></ul></nav>
            <main><article><h1>Banjir Nomor {number} Rendam {place}</h1><p class="date">Senin, 10 Maret 2025</p>
            <p>KABAR ARGA - Sebanyak {people} warga {place} mengungsi setelah banjir nomor {number} merendam permukiman di tepi sungai sejak Minggu malam, kata Kepala Badan Penanggulangan Bencana Daerah setempat.</p>
            <p>"Air naik cepat sekali dan kami langsung membuka posko," kata Kepala Desa Nomor{number} Budi Santosa{number} di balai desa, Senin (10/3/2025). Ia menambahkan bahwa bantuan makanan dan selimut telah datang dari kabupaten tetangga.</p>
            <p>Hujan lebat masih diperkirakan turun hingga Rabu. Warga diminta tidak kembali ke rumah sebelum petugas selesai memeriksa tanggul sepanjang {number + 2} kilometer di hulu sungai itu.</p>
            </article></main><footer><a href="/tentang">Tentang kami</a> <a href="/kontak">Kontak</a></footer></body></html>
            """);
    }

    public static byte[] BytesOf(int number) => Encoding.UTF8.GetBytes(Of(number));

    /// <summary>A list of links, as a paper's first page is.</summary>
    public static string Front(IEnumerable<string> links) => $"<!doctype html><html><head><title>Kabar Arga</title></head><body><ul>{string.Concat(links.Select(static link => $"<li><a href=\"{link}\">{link}</a></li>"))}</ul></body></html>";
}
