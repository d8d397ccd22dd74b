using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Sanad.App.Tests;

/// <summary>Articles made up for tests.</summary>
internal static class Articles
{
    public const string Indonesian =
        """
        Menteri Bantah Bendungan Retak

        JAKARTA, Kamis (13/3/2025) - Menteri Pekerjaan Umum Rahman Lesmana membantah bendungan Arga retak. "Tidak ada retakan sama sekali," kata Rahman di Jakarta.

        Sedikitnya 1.200 warga telah mengungsi, menurut Badan Penanggulangan Bencana Daerah.
        """;

    public const string English =
        """
        Minister Denies Arga Dam Is Cracked

        Public works minister Rahman Lesmana denied on Thursday that the Arga dam had cracked. "There are no cracks at all," Rahman said in Jakarta.

        At least 1,200 residents have been evacuated, according to the disaster agency.
        """;

    /// <summary>An article of its own for each number, with words and figures of its own.</summary>
    public static string Numbered(int number) => string.Create(CultureInfo.InvariantCulture,
        $"Warga Desa Nomor{number} Mengungsi\n\nKepala Desa Nomor{number} Budi Santosa{number} mengatakan {number + 20} warga mengungsi. \"Air naik cepat sekali,\" kata Budi, Senin (10/3/2025).\n");

    /// <summary>The object of one line.</summary>
    public static string Line(string? source, string text, string? url = null, string? outlet = null, string? published = null)
    {
        var fields = new Dictionary<string, string> { ["text"] = text };
        if (source is not null) fields["source"] = source;
        if (url is not null) fields["url"] = url;
        if (outlet is not null) fields["outlet"] = outlet;
        if (published is not null) fields["published"] = published;
        return JsonSerializer.Serialize(fields) + "\n";
    }

    public static byte[] Lines(int count) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, count).Select(static i => Line($"article-{i}", Numbered(i)))));
}
