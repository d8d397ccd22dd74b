using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Sanad.Reading.Archives;
using Xunit;

namespace Sanad.Tests.Reading.Archives;

public sealed class WaczReaderTests
{
    private static byte[] Build(CompressionLevel level = CompressionLevel.NoCompression, bool wrongDigest = false)
    {
        byte[] first = new ArchiveBuilder().AddPage(1).AddPage(2, 90_000).Bytes, second = new ArchiveBuilder(compressed: false).AddPage(3).AddPage(4).Bytes;
        string digest = Convert.ToHexStringLower(SHA256.HashData(wrongDigest ? second : first));
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Put(string name, byte[] content)
            {
                using Stream entry = zip.CreateEntry(name, level).Open();
                entry.Write(content);
            }

            Put("archive/b.warc", second);
            Put("archive/a.warc.gz", first);
            Put("pages/pages.jsonl", "{\"format\": \"json-pages-1.0\"}\n"u8.ToArray());
            Put("indexes/index.cdx.gz", ArchiveBuilder.Gzip("arga"u8.ToArray()));
            Put("datapackage.json", Encoding.UTF8.GetBytes($$"""{"resources": [{"name": "a.warc.gz", "path": "archive/a.warc.gz", "hash": "sha256:{{digest}}", "bytes": {{first.Length.ToString(CultureInfo.InvariantCulture)}}}]}"""));
        }

        return bytes.ToArray();
    }

    private static List<ArchiveItem> Read(byte[] archive, ArchivePosition from = default)
    {
        using ArchiveReader reader = ArchiveReader.Open(new MemoryStream(archive), from);
        var items = new List<ArchiveItem>();
        while (reader.Next() is { } item) items.Add(item);
        return items;
    }

    private static IEnumerable<string> Urls(IEnumerable<ArchiveItem> items) => items.OfType<ArchivedPage>().Select(static page => page.Url[^1..]);

    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.Optimal)]
    public void Reads_its_archives_by_name_and_can_be_taken_up_behind_each_page(CompressionLevel level)
    {
        byte[] bytes = Build(level);
        List<ArchiveItem> items = Read(bytes);
        Assert.Equal(["1", "2", "3", "4"], Urls(items));
        Assert.Equal(4, items.Count);
        Assert.Equal([0, 0, 1, 1], items.Select(static item => item.Start.File));
        for (int i = 0; i < 4; i++) Assert.Equal(Urls(items).Skip(i + 1), Urls(Read(bytes, items[i].End)));
    }

    [Fact]
    public void A_digest_that_disagrees_is_named_and_the_file_read()
    {
        List<ArchiveItem> items = Read(Build(wrongDigest: true));
        Assert.Equal(["1", "2", "3", "4"], Urls(items));
        Assert.Contains("archive/a.warc.gz is not the file", Assert.Single(items.OfType<LostStretch>()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_its_directory_the_members_are_searched_for()
    {
        byte[] bytes = Build();
        List<ArchiveItem> items = Read(bytes[..^200]);
        Assert.Contains("directory", Assert.IsType<LostStretch>(items[0]).Reason, StringComparison.Ordinal);
        Assert.Equal(["1", "2"], Urls(items));
        Assert.Equal(["2"], Urls(Read(bytes[..^200], items.OfType<ArchivedPage>().First().End)));
    }

    [Fact]
    public void Cut_and_flipped_anywhere_it_never_fails()
    {
        byte[] sound = Build();
        for (int at = 0; at < sound.Length; at += 7)
        {
            byte[] flipped = [.. sound];
            flipped[at] ^= 0x55;
            Assert.NotEmpty(Read(flipped));
            Assert.NotEmpty(Read(sound[..Math.Max(at, 1)]));
        }
    }

    [Fact]
    public void A_zip_of_something_else_is_refused_by_name()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true)) zip.CreateEntry("word/document.xml");
        Assert.Equal("a ZIP without web archives in it", ((LostStretch)Assert.Single(Read(bytes.ToArray()))).Reason);
    }
}
