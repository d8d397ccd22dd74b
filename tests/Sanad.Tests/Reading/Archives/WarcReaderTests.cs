using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsCheck;
using Sanad.Reading.Archives;
using Xunit;

namespace Sanad.Tests.Reading.Archives;

public sealed class WarcReaderTests
{
    private static List<ArchiveItem> Read(byte[] archive, ArchivePosition from = default, bool compressed = false)
    {
        using var reader = new WarcReader(new MemoryStream(archive), from, compressed);
        return ReadAll(reader);
    }

    private static List<ArchiveItem> ReadAll(WarcReader reader)
    {
        var items = new List<ArchiveItem>();
        while (reader.Next() is { } item) items.Add(item);
        return items;
    }

    private static string BodyOf(ArchiveItem item) => Encoding.UTF8.GetString(((ArchivedPage)item).Body.Span);

    private static string OnlyBody(byte[] answer, bool compressed = true) => BodyOf(Assert.Single(Read(new ArchiveBuilder(compressed).Add("response", "https://arga.example/", answer).Bytes)));

    [Theory]
    [InlineData(true, "1.0")]
    [InlineData(true, "1.1")]
    [InlineData(false, "1.0")]
    [InlineData(false, "0.18")]
    public void Reads_pages_with_their_address_time_and_place(bool compressed, string version)
    {
        ArchiveBuilder archive = new ArchiveBuilder(compressed, version).Add("warcinfo", null, "software: test\r\n"u8.ToArray(), blockType: "application/warc-fields")
            .Add("request", "https://arga.example/1", "GET / HTTP/1.1\r\n\r\n"u8.ToArray(), blockType: "application/http; msgtype=request").AddPage(1).AddPage(2, 300_000).AddPage(3);
        List<ArchiveItem> items = Read(archive.Bytes);
        Assert.Equal([ArchiveBuilder.Page(1), ArchiveBuilder.Page(2, 300_000), ArchiveBuilder.Page(3)], items.Select(BodyOf));
        var page = (ArchivedPage)items[0];
        Assert.Equal(("https://arga.example/1", "text/html; charset=utf-8", 200, null), (page.Url, page.ContentType, page.Status, page.Cut));
        Assert.Equal(new DateTimeOffset(2025, 3, 12, 8, 0, 0, TimeSpan.Zero), page.Date);
        Assert.Equal(archive.Offsets[2..], items.Select(static item => item.Start.Offset));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Can_be_taken_up_behind_each_item(bool compressed)
    {
        var archive = new ArchiveBuilder(compressed);
        for (int i = 0; i < 12; i++) archive.AddPage(i, i * 5000);
        List<ArchiveItem> whole = Read(archive.Bytes);
        Assert.Equal(12, whole.Count);
        for (int i = 0; i < whole.Count; i++) Assert.Equal(whole[(i + 1)..].Select(BodyOf), Read(archive.Bytes, whole[i].End).Select(BodyOf));
    }

    [Fact]
    public void One_member_for_all_records_can_be_read_and_taken_up_too()
    {
        var archive = new ArchiveBuilder(compressed: false);
        for (int i = 0; i < 12; i++) archive.AddPage(i, i * 5000);
        byte[] bytes = ArchiveBuilder.Gzip(archive.Bytes);
        List<ArchiveItem> whole = Read(bytes);
        Assert.Equal(Enumerable.Range(0, 12).Select(static i => ArchiveBuilder.Page(i, i * 5000)), whole.Select(BodyOf));
        Assert.Equal(archive.Offsets, whole.Select(static item => item.Start.Within));
        for (int i = 0; i < whole.Count; i++) Assert.Equal(whole[(i + 1)..].Select(BodyOf), Read(bytes, whole[i].End).Select(BodyOf));
    }

    [Fact]
    public void Records_over_several_members_are_read()
    {
        var archive = new ArchiveBuilder(compressed: false);
        for (int i = 0; i < 6; i++) archive.AddPage(i, 20_000);
        byte[] blocks = [.. archive.Bytes.Chunk(7000).SelectMany(ArchiveBuilder.Gzip), .. ArchiveBuilder.Gzip([])];
        List<ArchiveItem> items = Read(blocks);
        Assert.Equal(Enumerable.Range(0, 6).Select(static i => ArchiveBuilder.Page(i, 20_000)), items.Select(BodyOf));
        Assert.Equal(items[3..].Select(BodyOf), Read(blocks, items[2].End).Select(BodyOf));
    }

    [Fact]
    public void Heads_may_be_folded_end_in_plain_line_feeds_and_put_addresses_in_brackets()
    {
        const string Record = "WARC/1.0\nwarc-type:response\nWARC-Target-URI: <https://arga.example/\n\tsatu>\nWARC-Date: 2025-03-10T00:00:00.123Z\nContent-Type: application/http\nContent-Length: {0}\n\n{1}\n\n";
        string answer = Encoding.UTF8.GetString(ArchiveBuilder.Answer("<html>a</html>"));
        var page = (ArchivedPage)Assert.Single(Read(Encoding.UTF8.GetBytes(string.Format(CultureInfo.InvariantCulture, Record, answer.Length, answer))));
        Assert.Equal("https://arga.example/ satu", page.Url);
    }

    [Theory]
    [InlineData("text/html", 1)]
    [InlineData("application/xhtml+xml", 1)]
    [InlineData("TEXT/HTML;charset=x", 1)]
    [InlineData("application/octet-stream", 1)]
    [InlineData("image/png", 0)]
    [InlineData("text/css", 0)]
    [InlineData("text/plain", 0)]
    [InlineData("application/rss+xml", 0)]
    public void Only_pages_are_handed_out(string type, int pages) => Assert.Equal(pages, Read(new ArchiveBuilder().Add("response", "https://arga.example/", ArchiveBuilder.Answer("<!-- x --> <HTML>a", type)).Bytes).Count);

    [Fact]
    public void Redirects_and_errors_are_counted()
    {
        using var reader = new WarcReader(new MemoryStream(new ArchiveBuilder().Add("response", "https://arga.example/", ArchiveBuilder.Answer("<html>", status: "301 Moved")).Add("response", "https://arga.example/", ArchiveBuilder.Answer("<html>", status: "404 Not Found"))
            .Add("response", "https://arga.example/x.png", ArchiveBuilder.Answer("x", "image/png")).Add("response", "dns:arga.example", "20250310 arga"u8.ToArray(), blockType: "text/dns").Bytes));
        Assert.Empty(ReadAll(reader));
        Assert.Equal(new ArchiveTally(4, 0, 1, 2, 0), reader.Tally);
    }

    [Fact]
    public void Resources_are_pages_when_they_are_html() =>
        Assert.Equal(["<p>a"], Read(new ArchiveBuilder().Add("resource", "https://arga.example/", "<p>a"u8.ToArray(), blockType: "text/html").Add("resource", "urn:log", "log"u8.ToArray(), blockType: "text/plain").Bytes).Select(BodyOf));

    public static TheoryData<string, string, string> Codings => new()
    {
        { "Transfer-Encoding: chunked\r\n", "5\r\n<html\r\n6;x=y\r\n>halo!\r\n0\r\n\r\n", "<html>halo!" },
        { "Transfer-Encoding: chunked\r\n", "<html>halo!", "<html>halo!" },
        { "Transfer-Encoding: chunked\r\n", "abc\r\n", "abc\r\n" },
        { "Transfer-Encoding: chunked\r\n", "A\r\n<html>halo\r\n5\r\n!", "<html>halo!" },
        { "Content-Encoding: gzip\r\n", "<html>halo!", "<html>halo!" },
        { "Content-Encoding: br\r\n", "<html>halo!", "<html>halo!" },
        { "Content-Encoding: identity\r\nTransfer-Encoding: identity\r\n", "<html>halo!", "<html>halo!" },
    };

    [Theory, MemberData(nameof(Codings))]
    public void The_bytes_are_believed_before_the_fields(string fields, string body, string expected) => Assert.Equal(expected, OnlyBody(ArchiveBuilder.Answer(body, fields: fields)));

    private static byte[] Encoded(byte[] bytes, string coding)
    {
        using var output = new MemoryStream();
        using (Stream stream = coding switch
        {
            "gzip" => new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true),
            "deflate" => new ZLibStream(output, CompressionLevel.Optimal, leaveOpen: true),
            "raw" => new DeflateStream(output, CompressionLevel.Optimal, leaveOpen: true),
            _ => new BrotliStream(output, CompressionLevel.Optimal, leaveOpen: true),
        }) stream.Write(bytes);
        return output.ToArray();
    }

    private static byte[] Chunked(byte[] bytes, int size) => [.. bytes.Chunk(size).SelectMany(static chunk => (byte[])[.. Encoding.ASCII.GetBytes($"{chunk.Length:x}\r\n"), .. chunk, .. "\r\n"u8]), .. "0\r\n\r\n"u8];

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("raw")]
    [InlineData("br")]
    [InlineData("gzip, br")]
    [InlineData("br, gzip, deflate")]
    public void Codings_are_undone_in_any_stacking(string codings)
    {
        string page = ArchiveBuilder.Page(1, 50_000);
        byte[] body = Encoding.UTF8.GetBytes(page);
        foreach (string coding in codings.Split(", ")) body = Encoded(body, coding);
        string field = $"Content-Encoding: {codings.Replace("raw", "deflate", StringComparison.Ordinal)}\r\n";
        Assert.Equal(page, OnlyBody(ArchiveBuilder.Answer(body, fields: field)));
        Assert.Equal(page, OnlyBody(ArchiveBuilder.Answer(Chunked(body, 1000), fields: field + "Transfer-Encoding: chunked\r\n")));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public void A_coding_that_breaks_off_gives_what_stands_before_the_break(string coding)
    {
        string page = ArchiveBuilder.Page(1, 200_000);
        byte[] body = Encoded(Encoding.UTF8.GetBytes(page), coding);
        var cut = (ArchivedPage)Assert.Single(Read(new ArchiveBuilder().Add("response", "https://arga.example/", ArchiveBuilder.Answer(body[..(body.Length / 2)], fields: $"Content-Encoding: {coding}\r\n"), "WARC-Truncated: length\r\n").Bytes));
        Assert.Equal("the crawler cut it off (length)", cut.Cut);
        Assert.InRange(cut.Body.Length, 1, page.Length - 1);
        Assert.StartsWith(BodyOf(cut), page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bomb_ends_at_the_bound()
    {
        using var bomb = new MemoryStream();
        using (var gzip = new GZipStream(bomb, CompressionLevel.Fastest, leaveOpen: true))
        {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 600; i++) gzip.Write(zeros);
        }

        byte[] archive = new ArchiveBuilder().Add("response", "https://arga.example/", ArchiveBuilder.Answer(bomb.ToArray(), fields: "Content-Encoding: gzip\r\n")).AddPage(2).Bytes;
        long before = GC.GetAllocatedBytesForCurrentThread();
        List<ArchiveItem> items = Read(archive);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200 << 20);
        Assert.Contains("decompresses to more than 8 MB", ((LostStretch)items[0]).Reason, StringComparison.Ordinal);
        Assert.Equal(ArchiveBuilder.Page(2), BodyOf(items[1]));
    }

    [Fact]
    public void A_member_that_is_a_bomb_is_left_and_the_next_one_read()
    {
        var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\n"u8);
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) gzip.Write(zeros);
        }

        List<ArchiveItem> items = Read([.. output.ToArray(), .. new ArchiveBuilder().AddPage(2).Bytes]);
        Assert.Equal((0, output.Length), (((LostStretch)items[0]).Start.Offset, ((LostStretch)items[0]).End.Offset));
        Assert.Equal(ArchiveBuilder.Page(2), BodyOf(items[1]));
    }

    [Fact]
    public void A_page_beyond_the_bound_is_named_and_passed_over()
    {
        byte[] archive = new ArchiveBuilder().Add("response", "https://arga.example/", ArchiveBuilder.Answer(new byte[9 << 20])).AddPage(2).Bytes;
        List<ArchiveItem> items = Read(archive);
        Assert.Contains("at most 8 MB", ((LostStretch)items[0]).Reason, StringComparison.Ordinal);
        Assert.Equal(2, items.Count);
    }

    private static string Revisit(string digest) => $"WARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest\r\nWARC-Payload-Digest: {digest}\r\n";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_page_that_another_address_had_before_is_read_again(bool compressed)
    {
        ArchiveBuilder archive = new ArchiveBuilder(compressed).Add("response", "https://arga.example/1", ArchiveBuilder.Answer(ArchiveBuilder.Page(1, 90_000)), "WARC-Payload-Digest: sha1:AAAA\r\n").AddPage(2)
            .Add("revisit", "https://arga.example/1", ArchiveBuilder.Answer(""), Revisit("sha1:AAAA")).Add("revisit", "https://lain.example/1", ArchiveBuilder.Answer(""), Revisit("sha1:AAAA"))
            .Add("revisit", "https://lain.example/2", ArchiveBuilder.Answer(""), Revisit("sha1:BBBB")).Add("revisit", "https://lain.example/x.png", ArchiveBuilder.Answer("", "image/png"), Revisit("sha1:CCCC")).AddPage(3);
        List<ArchiveItem> items = Read(archive.Bytes);
        Assert.Equal([ArchiveBuilder.Page(1, 90_000), ArchiveBuilder.Page(2), ArchiveBuilder.Page(1, 90_000), ArchiveBuilder.Page(3)], items.OfType<ArchivedPage>().Select(BodyOf));
        var again = (ArchivedPage)items[2];
        Assert.Equal(("https://lain.example/1", archive.Offsets[3], 13), (again.Url, again.Start.Offset, again.Date!.Value.Day));
        Assert.Equal("https://lain.example/2", Assert.Single(items.OfType<UnresolvedRevisit>()).Url);

        // The same when reading was taken up behind the page that is referred to.
        Assert.Equal(items[1..].Select(static item => (item.GetType(), item.Start)), Read(archive.Bytes, items[0].End).Select(static item => (item.GetType(), item.Start)));
    }

    [Fact]
    public void An_archive_compressed_with_zstd_is_refused_by_name() =>
        Assert.Contains("zstd", ((LostStretch)Assert.Single(Read([0x28, 0xB5, 0x2F, 0xFD, 1, 2, 3]))).Reason, StringComparison.Ordinal);

    [Fact]
    public void A_digest_that_disagrees_is_damage()
    {
        byte[] archive = new ArchiveBuilder(compressed: false).AddPage(1).AddPage(2).Bytes;
        archive[archive.AsSpan().IndexOf("Isi halaman"u8)] = (byte)'O';
        List<ArchiveItem> items = Read(archive);
        Assert.Contains("digest", ((LostStretch)items[0]).Reason, StringComparison.Ordinal);
        Assert.Equal(ArchiveBuilder.Page(2), BodyOf(items[1]));
    }

    /// <summary>However the bytes arrive and however long the pages are, the same is read.</summary>
    [Fact]
    public void The_size_of_reads_changes_nothing() => Gen.Select(Gen.Int[0, 60_000].Array[1, 6], Gen.Int[1, 20_000], Gen.Bool).Sample((lengths, size, compressed) =>
    {
        var archive = new ArchiveBuilder(compressed);
        for (int i = 0; i < lengths.Length; i++) archive.AddPage(i, lengths[i]);
        using var reader = new WarcReader(new ShortReads(archive.Bytes, size));
        Assert.Equal(lengths.Select(static (length, i) => ArchiveBuilder.Page(i, length)), ReadAll(reader).Select(BodyOf));
    }, iter: 300);

    private sealed class ShortReads(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, size));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, size)]);
    }
}
