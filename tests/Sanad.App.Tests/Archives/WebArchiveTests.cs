using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Sanad.Tests.Reading.Archives;
using Xunit;

namespace Sanad.App.Tests.Archives;

public sealed class WebArchiveTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder["ledger.db"];

    public void Dispose() => _folder.Dispose();

    private static ArchiveBuilder Build(int pages, bool compressed = true)
    {
        ArchiveBuilder archive = new(compressed);
        for (int i = 0; i < pages; i++) Add(archive, $"https://arga.example/{i}", NewsPage.Of(i));
        return archive;
    }

    private static ArchiveBuilder Add(ArchiveBuilder archive, string url, string page, string? date = null) => archive.Add("response", url, ArchiveBuilder.Answer(page), date: date);

    [Theory]
    [InlineData("crawl.warc.gz", true)]
    [InlineData("crawl.warc", false)]
    [InlineData("crawl", true)]
    [InlineData("crawl", false)]
    public void An_archive_is_read_whole_and_passed_over_the_next_time(string name, bool compressed)
    {
        string archive = _folder.Write(name, Build(30, compressed).Bytes);
        Outcome first = SanadProgram.Run("add", "--db", Path, archive);
        Assert.Equal((0, ""), (first.Code, first.Errors));
        Assert.StartsWith("30 added ·", first.Output, StringComparison.Ordinal);
        Assert.Equal(30, Ledger.Number(Path, "SELECT count(*) FROM version WHERE url LIKE 'https://arga.example/%' AND fetched LIKE '2025-03-%'"));
        string before = Ledger.Dump(Path);

        Outcome second = SanadProgram.Run("add", "--db", Path, archive);
        Assert.Equal((0, $"sanad: {archive}: read already; --again reads it anew\n"), (second.Code, second.Errors));
        Assert.StartsWith("0 added ·", second.Output, StringComparison.Ordinal);
        Assert.StartsWith("0 added, 30 known already ·", SanadProgram.Run("add", "--again", "--db", Path, archive).Output, StringComparison.Ordinal);
        Assert.Equal(before, Ledger.Dump(Path));
    }

    [Fact]
    public void An_archive_that_was_replaced_is_read_anew()
    {
        string archive = _folder.Write("crawl.warc.gz", Build(3).Bytes);
        SanadProgram.Run("add", "--db", Path, archive);
        _folder.Write("crawl.warc.gz", Build(5).Bytes);
        Assert.StartsWith("2 added, 3 known already ·", SanadProgram.Run("add", "--db", Path, archive).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT", true)]
    [InlineData("KILL", true)]
    [InlineData("INT", false)]
    public void Stopped_half_way_and_taken_up_again_it_is_the_ledger_of_one_go(string signal, bool compressed)
    {
        const int Pages = 4200;
        string archive = _folder.Write("crawl.warc.gz", Build(Pages, compressed).Bytes);
        using (Process process = SanadProgram.Start(SanadProgram.FileName, ["add", "--db", Path, archive]))
        {
            var watch = Stopwatch.StartNew();
            while (Held() == 0)
            {
                Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), "nothing is kept");
                Assert.False(process.HasExited);
            }

            using (Process kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)])) kill.WaitForExit();
            process.WaitForExit();
            Assert.NotEqual(0, process.ExitCode);
        }

        long held = Held();
        Assert.InRange(held, 1, Pages - 1);
        Assert.Equal(0, Ledger.Number(Path, "SELECT finished FROM archive"));
        Outcome rest = SanadProgram.Run("add", "--db", Path, archive);
        Assert.Equal((0, ""), (rest.Code, rest.Errors));
        Assert.Equal(1, Ledger.Number(Path, "SELECT finished FROM archive"));
        // It goes on behind what is kept: at most the last page is met again.
        Assert.Matches(string.Create(CultureInfo.InvariantCulture, $"^{Pages - held:N0} added(, 1 known already)? ·"), rest.Output);
        Ledger.IsWhole(Path);

        SanadProgram.Run("add", "--db", _folder["whole.db"], archive);
        Assert.Equal(Ledger.Dump(_folder["whole.db"]), Ledger.Dump(Path));
    }

    private long Held()
    {
        try
        {
            return File.Exists(Path) ? Ledger.Count(Path, "article") : 0;
        }
        catch (SqliteException)
        {
            // The tables are not there yet.
            return 0;
        }
    }

    [Theory]
    [InlineData("2025-03-12", "2025-03-10", "2025-03-14")]
    [InlineData("2025-03-14", "2025-03-12", "2025-03-10")]
    [InlineData("2025-03-14", "2025-03-10", "2025-03-12")]
    public void An_address_archived_several_times_has_versions_in_the_order_of_their_dates(params string[] dates)
    {
        var archive = new ArchiveBuilder();
        foreach (string date in dates) Add(archive, "https://arga.example/1", NewsPage.Of(1, 1000 + int.Parse(date[^2..], CultureInfo.InvariantCulture)), date);
        Outcome outcome = SanadProgram.Run("add", "--db", Path, _folder.Write("crawl.warc.gz", archive.Bytes));
        Assert.StartsWith("1 added, 2 changed ·", outcome.Output, StringComparison.Ordinal);
        for (int number = 1; number <= 3; number++)
            Assert.Equal(1, Ledger.Number(Path, string.Create(CultureInfo.InvariantCulture, $"SELECT count(*) FROM version WHERE number = {number} AND fetched LIKE '2025-03-{8 + (2 * number)}%' AND text LIKE '%{1008 + (2 * number)}%'")));
        Assert.Equal(1, Ledger.Number(Path, "SELECT count(*) FROM article JOIN version ON version.id = newest WHERE number = 3"));
        Assert.Contains("1014", SanadProgram.Run("search", "warga", "--kind", "figure", "--db", Path).Output.Replace(".", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Ledger.IsWhole(Path);
    }

    [Theory]
    [InlineData("2025-03-09", 1)]
    [InlineData("2025-03-08", 0)]
    public void A_day_after_the_page_was_fetched_is_not_when_it_was_published(string fetched, int dated)
    {
        SanadProgram.Run("add", "--db", Path, _folder.Write("crawl.warc.gz", Add(new ArchiveBuilder(), "https://arga.example/1", NewsPage.Of(1), fetched).Bytes));
        Assert.Equal((1, dated), (Ledger.Count(Path, "version"), Ledger.Number(Path, "SELECT count(*) FROM version WHERE published LIKE '2025-03-10%'")));
    }

    [Fact]
    public void Damage_is_named_by_its_offsets_and_the_rest_is_read()
    {
        ArchiveBuilder archive = Build(6);
        byte[] bytes = archive.Bytes;
        bytes[archive.Offsets[2] + 300] ^= 0x10;
        string path = _folder.Write("crawl.warc.gz", bytes[..^20]);
        Outcome outcome = SanadProgram.Run("add", "--db", Path, path);
        Assert.Equal(1, outcome.Code);
        Assert.StartsWith("4 added, 2 failed ·", outcome.Output, StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"sanad: {path}: bytes {archive.Offsets[2]:N0} to {archive.Offsets[3]:N0}: "), outcome.Errors, StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"sanad: {path}: bytes {archive.Offsets[5]:N0} to {bytes.Length - 20:N0}: breaks off"), outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_article_is_counted_and_no_failure()
    {
        ArchiveBuilder archive = Build(2).Add("response", "https://arga.example/logo.png", ArchiveBuilder.Answer("x", "image/png")).Add("response", "https://arga.example/lama", ArchiveBuilder.Answer("", status: "301 Moved"))
            .Add("response", "https://arga.example/", ArchiveBuilder.Answer(NewsPage.Front(["/1", "/2"])))
            .Add("response", "https://arga.example/feed", ArchiveBuilder.Answer("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><item><title>A</title><link>https://arga.example/1</link></item></channel></rss>"));
        Outcome outcome = SanadProgram.Run("add", "--db", Path, _folder.Write("crawl.warc.gz", archive.Bytes));
        Assert.Equal((0, ""), (outcome.Code, outcome.Errors));
        Assert.StartsWith("2 added, 1 pages without an article, 1 files that are no pages, 1 redirects and errors ·", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_of_archives_compressed_files_and_saved_pages_is_read()
    {
        _folder.Write("a.warc.gz", Build(2).Bytes);
        using (var zip = new ZipArchive(File.Create(_folder["b.wacz"]), ZipArchiveMode.Create))
        {
            using Stream entry = zip.CreateEntry("archive/data.warc.gz", CompressionLevel.NoCompression).Open();
            entry.Write(Add(new ArchiveBuilder(), "https://arga.example/wacz", NewsPage.Of(11)).Bytes);
        }

        _folder.Write("c.html.gz", ArchiveBuilder.Gzip(NewsPage.BytesOf(12)));
        _folder.Write("d.txt.gz", ArchiveBuilder.Gzip(System.Text.Encoding.UTF8.GetBytes(Articles.Indonesian)));
        _folder.Write("e.html", NewsPage.Of(13));
        Directory.CreateDirectory(_folder["e_files"]);
        _folder.Write("e_files/frame.html", NewsPage.Of(14));
        _folder.Write("f.warc.zst", [0x28, 0xB5, 0x2F, 0xFD, 0]);
        Outcome outcome = SanadProgram.Run("add", "--db", Path, _folder.Path);
        Assert.Equal($"sanad: {_folder["f.warc.zst"]}: is compressed with zstd, which is not read; `zstd -d` makes a .warc of it\n", outcome.Errors);
        Assert.StartsWith("6 added, 1 failed ·", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_prints_each_page_under_its_address()
    {
        Outcome outcome = SanadProgram.Run("read", "--format", "json", _folder.Write("crawl.warc.gz", Build(3).Bytes));
        Assert.Equal((0, ""), (outcome.Code, outcome.Errors));
        Assert.Equal(3, outcome.Lines.Length);
        Assert.Contains("https://arga.example/2", outcome.Lines[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_archive_that_comes_through_a_pipe_is_read_too(bool compressed)
    {
        Outcome outcome = SanadProgram.Run(["add", "--db", Path, "-"], Build(20, compressed).Bytes);
        Assert.Equal((0, ""), (outcome.Code, outcome.Errors));
        Assert.StartsWith("20 added ·", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(0, Ledger.Count(Path, "archive"));
    }

    [Fact]
    public void On_a_terminal_it_shows_how_far_it_is()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "there is no `script` here to make a terminal");
        _folder.Write("crawl.warc.gz", Build(400).Bytes);
        Outcome outcome = SanadProgram.Shell("script -qec \"$SANAD add --db ledger.db crawl.warc.gz\" /dev/null", _folder.Path);
        Assert.Matches(@"crawl\.warc\.gz \d+\.\d MB of \d+\.\d MB · \d+ pages", outcome.Output);
    }

    [Fact]
    public void Memory_does_not_grow_with_the_archive()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the peak of memory is read from /proc");
        string path = _folder["crawl.warc.gz"];
        using (FileStream file = File.Create(path))
        {
            byte[] picture = new byte[1 << 20];
            uint state = 7;
            for (int i = 0; i < picture.Length; i++) picture[i] = (byte)((state = (state * 1664525) + 1013904223) >> 24);
            byte[] pictures = new ArchiveBuilder().Add("response", "https://arga.example/x.jpg", ArchiveBuilder.Answer(picture, "image/jpeg")).Bytes;
            for (int i = 0; i < 300; i++)
            {
                file.Write(pictures);
                file.Write(Add(new ArchiveBuilder(), $"https://arga.example/{i}", NewsPage.Of(i)).Bytes);
            }
        }

        Assert.InRange(new FileInfo(path).Length, 300_000_000, 400_000_000);
        using Process process = SanadProgram.Start(SanadProgram.FileName, ["add", "--db", Path, path]);
        long peak = 0;
        while (!process.WaitForExit(20))
        {
            process.Refresh();
            if (!process.HasExited) peak = Math.Max(peak, process.PeakWorkingSet64);
        }

        Assert.Equal(0, process.ExitCode);
        Assert.Equal(300, Ledger.Count(Path, "article"));
        Assert.InRange(peak, 1, 250_000_000);
        TestContext.Current.TestOutputHelper?.WriteLine($"peak of memory: {peak / 1_000_000} MB");
    }
}
