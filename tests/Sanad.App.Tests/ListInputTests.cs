using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Sanad.App.Tests;

public sealed class ListInputTests
{
    private const string Content =
        """
        <p>Bupati Wairang Rana Sulaiman mengatakan jembatan gantung di Desa Muara akan dibuka kembali pekan depan. "Semua kabel sudah diganti dan diuji dengan beban lima puluh ton," kata Rana di kantornya.</p>
        <p>Jembatan itu ditutup sejak banjir pada Senin (10/3/2025). Sedikitnya 1.200 warga harus memutar sejauh 14 kilometer untuk sampai ke pasar.</p>
        <p>Kepala Dinas Pekerjaan Umum Budi Hartawan menyebut biaya perbaikan mencapai Rp 3,5 miliar. Uang itu berasal dari anggaran darurat, ujarnya.</p>
        <p>Warga menyambut kabar itu dengan lega. Mereka berharap jembatan tidak rusak lagi saat musim hujan tiba.</p>
        """;

    private static readonly string Feed =
        $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
        <title>Harian Muara</title><link>https://muara.example/</link><language>en-US</language>
        <item><title>Jembatan Muara Dibuka &amp; Diuji</title><link>https://muara.example/jembatan</link><pubDate>Kam, 13 Mar 2025 18:43 WIB</pubDate><dc:creator>Sari Wulan</dc:creator>
        <content:encoded><![CDATA[{Content}]]></content:encoded><source url="https://kantorberita.example/rss">Kantor Berita Wairang</source></item>
        <item><title>Pasar Sepi</title><link>https://muara.example/pasar</link><description>Pasar sepi sejak jembatan ditutup...</description></item>
        <item><title>Tanpa apa pun</title></item>
        </channel></rss>
        """;

    [Theory]
    [InlineData("umpan.xml")]
    [InlineData("umpan")]
    public void Reads_the_articles_that_a_feed_holds_whole_and_names_the_others(string name)
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write(name, Feed);
        Outcome outcome = SanadProgram.Run("read", "--format", "json", file);
        Assert.Equal(1, outcome.Code);
        JsonElement article = JsonDocument.Parse(Assert.Single(outcome.Lines)).RootElement;
        Assert.Equal("https://muara.example/jembatan", article.GetProperty("url").GetString());
        Assert.Equal("Jembatan Muara Dibuka & Diuji", article.GetProperty("title").GetString());
        Assert.Equal("2025-03-13T18:43:00+07:00", article.GetProperty("published").GetString());
        Assert.Equal("Harian Muara", article.GetProperty("outlet").GetString());
        Assert.Equal("id", article.GetProperty("language").GetString());
        string text = article.GetProperty("text").GetString()!;
        foreach (string line in (string[])["Bupati Wairang Rana Sulaiman", "14 kilometer untuk sampai ke pasar.", "Rp 3,5 miliar", "saat musim hujan tiba."]) Assert.Contains(line, text, StringComparison.Ordinal);
        Assert.Contains($"{file}: item 2: names https://muara.example/pasar without its text", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains($"{file}: item 3: has neither a text nor an address", outcome.Errors, StringComparison.Ordinal);
    }

    /// <summary>Feeds of search engines name the paper as the source of an item, feeds of papers the agency.</summary>
    [Fact]
    public void Takes_a_source_whose_name_ends_the_title_for_the_outlet()
    {
        Outcome outcome = SanadProgram.Run(["read", "--format", "json", "-"], Encoding.UTF8.GetBytes(Feed.Replace("Diuji</title>", "Diuji - Kantor Berita Wairang</title>", StringComparison.Ordinal)));
        JsonElement article = JsonDocument.Parse(Assert.Single(outcome.Lines)).RootElement;
        Assert.Equal("Kantor Berita Wairang", article.GetProperty("outlet").GetString());
        Assert.Equal("Jembatan Muara Dibuka & Diuji", article.GetProperty("title").GetString());
    }

    [Fact]
    public void Reads_a_feed_from_standard_input()
    {
        string feed = $$"""{"version": "https://jsonfeed.org/version/1.1", "title": "Muara", "items": [{"id": "1", "title": "Jembatan", "content_html": {{JsonSerializer.Serialize(Content)}}}]}""";
        Outcome outcome = SanadProgram.Run(["read", "--format", "json", "-"], Encoding.UTF8.GetBytes(feed));
        Assert.Equal((0, ""), (outcome.Code, outcome.Errors));
        Assert.Contains("Kepala Dinas Pekerjaan Umum", JsonDocument.Parse(Assert.Single(outcome.Lines)).RootElement.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_feed_that_was_cut_off_gives_what_is_whole_and_is_said_to_be_cut()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("umpan.rss", Feed[..Feed.IndexOf("Pasar sepi sejak", StringComparison.Ordinal)]);
        Outcome outcome = SanadProgram.Run("read", "--format", "json", file);
        Assert.Equal(1, outcome.Code);
        Assert.Single(outcome.Lines);
        Assert.Contains($"{file}: cut off", outcome.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<opml version='2.0'><body><outline text='Muara' xmlUrl='https://muara.example/rss'/></body></opml>", "Muara: names the list https://muara.example/rss")]
    [InlineData("<sitemapindex><sitemap><loc>https://muara.example/1.xml.gz</loc></sitemap></sitemapindex>", "entry 1: names the list https://muara.example/1.xml.gz")]
    [InlineData("<urlset><url><loc>https://muara.example/1</loc></url></urlset>", "entry 1: names https://muara.example/1 without its text")]
    [InlineData("https://muara.example/1\nhttps://muara.example/2\n", "entry 2: names https://muara.example/2 without its text")]
    [InlineData("<rss><channel><title>Muara</title></channel></rss>", "a feed without items")]
    [InlineData("<urlset></urlset>", "a sitemap without entries")]
    [InlineData("<opml></opml>", "a list without feeds")]
    public void Names_what_a_list_leads_to_where_nothing_is_fetched(string list, string reason)
    {
        using var folder = new TemporaryFolder();
        using (var file = new GZipStream(File.Create(folder["daftar.xml.gz"]), CompressionLevel.Fastest)) file.Write(Encoding.UTF8.GetBytes(list));
        foreach (string path in (string[])[folder.Write("daftar.txt", list), folder["daftar.xml.gz"]])
        {
            Outcome outcome = SanadProgram.Run("read", path);
            // What is only named has not failed.
            Assert.Equal((reason.Contains("names", StringComparison.Ordinal) ? 0 : 1, ""), (outcome.Code, outcome.Output));
            Assert.Contains($"{path}: {reason}", outcome.Errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Reads_the_lists_of_a_folder_and_passes_over_other_files_of_their_endings()
    {
        using var folder = new TemporaryFolder();
        folder.Write("umpan.xml", Feed);
        folder.Write("gambar.xml", "<svg xmlns='http://www.w3.org/2000/svg'><text>Halo</text></svg>");
        folder.Write("daftar.json", "{\"a\": 1}");
        Outcome outcome = SanadProgram.Run("read", "--format", "json", folder.Path);
        Assert.Single(outcome.Lines);
        Assert.DoesNotContain("gambar", outcome.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("daftar", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_small_file_that_inflates_without_end_is_refused()
    {
        using var folder = new TemporaryFolder();
        using (var file = new GZipStream(File.Create(folder["bom.xml.gz"]), CompressionLevel.Fastest))
        {
            byte[] zeros = new byte[1 << 20];
            zeros.AsSpan().Fill((byte)' ');
            for (int i = 0; i < 60; i++) file.Write(zeros);
        }

        Outcome outcome = SanadProgram.Run("read", folder["bom.xml.gz"]);
        Assert.Equal(1, outcome.Code);
        Assert.Contains("more than 50 MB", outcome.Errors, StringComparison.Ordinal);
    }
}
