using System.Globalization;
using System.Text;

namespace Sanad.App.Tests.Archives;

/// <summary>Pages of a paper made up for tests.</summary>
internal static class NewsPage
{
    private static readonly string[] Syllables = ["ka", "ri", "mo", "tal", "lu", "sen", "ban", "dar", "wi", "nok", "pe", "gur", "ja", "lim", "so", "tir"];

    /// <summary>An article of its own for each number, amid what pages have around one. No two share names or rare words, so that each is a story of its own.</summary>
    /// <param name="evacuated">A figure in its text.</param>
    public static string Of(int number, int? evacuated = null)
    {
        string Word(int which)
        {
            uint state = (uint)((number * 64) + which + 1) * 2654435761;
            return string.Concat(Enumerable.Range(0, 4).Select(i => Syllables[(state >> (12 + (4 * i))) & 15]));
        }

        string Name(int which) => char.ToUpperInvariant(Word(which)[0]) + Word(which)[1..];
        int people = evacuated ?? (number * 3) + 120;
        return string.Create(CultureInfo.InvariantCulture, $"""
            <!doctype html><html lang="id"><head><meta charset="utf-8"><title>Banjir Nomor {number} Rendam {Name(0)} | Kabar Arga</title></head>
            <body><nav><ul><li><a href="/">Beranda</a></li><li><a href="/politik">Politik</a></li><li><a href="/olahraga">Olahraga</a></li></ul></nav>
            <main><article><h1>Banjir Nomor {number} Rendam {Name(0)}</h1><p class="date">Senin, 10 Maret 2025</p>
            <p>KABAR ARGA - Sebanyak {people} warga {Name(0)} mengungsi setelah {Word(1)} {Word(2)} menggenangi {Word(3)} dan {Word(4)} di tepi {Word(5)} sejak {Word(6)} malam, kata juru bicara {Name(7)} dengan {Word(8)}.</p>
            <p>"{Name(9)} {Word(10)} cepat sekali dan kami {Word(11)} {Word(12)}," kata Kepala Desa {Name(0)} Budi {Name(13)}{number} di {Word(14)} {Word(15)}, Senin (10/3/2025). Ia menambahkan bahwa {Word(16)} dan {Word(17)} {Word(18)} telah datang dari {Word(19)}.</p>
            <p>{Name(20)} {Word(21)} masih {Word(22)} hingga {Word(23)}. Para {Word(24)} diminta {Word(25)} ke {Word(26)} sebelum {Word(27)} selesai {Word(28)} {Word(29)} sepanjang {number + 2} {Word(30)} di {Word(31)} itu.</p>
            </article></main><footer><a href="/tentang">Tentang kami</a> <a href="/kontak">Kontak</a></footer></body></html>
            """);
    }

    public static byte[] BytesOf(int number) => Encoding.UTF8.GetBytes(Of(number));

    /// <summary>A list of links, as a paper's first page is.</summary>
    public static string Front(IEnumerable<string> links) => $"<!doctype html><html><head><title>Kabar Arga</title></head><body><ul>{string.Concat(links.Select(static link => $"<li><a href=\"{link}\">{link}</a></li>"))}</ul></body></html>";
}
