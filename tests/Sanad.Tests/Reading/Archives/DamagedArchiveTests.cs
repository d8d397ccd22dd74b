using System.Text;
using CsCheck;
using Sanad.Reading.Archives;
using Xunit;

namespace Sanad.Tests.Reading.Archives;

/// <summary>Archives cut off, overwritten and flipped: all before the damage is read, all behind it too, and the rest is named by offset.</summary>
public sealed class DamagedArchiveTests
{
    private const int Pages = 8;

    private static ArchiveBuilder Build(bool compressed)
    {
        ArchiveBuilder archive = new(compressed);
        for (int i = 0; i < Pages; i++) archive.AddPage(i, i % 3 * 400);
        return archive;
    }

    private static List<ArchiveItem> Read(byte[] archive, bool compressed, bool seeks = true)
    {
        using Stream stream = seeks ? new MemoryStream(archive) : new BufferedStreamThatCannotSeek(archive);
        using var reader = new WarcReader(stream, default, compressed);
        var items = new List<ArchiveItem>();
        while (reader.Next() is { } item) items.Add(item);
        return items;
    }

    private static void IsPage(ArchiveItem item, int number) => Assert.Equal(ArchiveBuilder.Page(number, number % 3 * 400), Encoding.UTF8.GetString(((ArchivedPage)item).Body.Span));

    /// <summary>Items follow each other without overlap.</summary>
    private static void AreInOrder(List<ArchiveItem> items, long length)
    {
        for (int i = 0; i < items.Count; i++)
        {
            Assert.True(items[i].Start <= items[i].End && items[i].End.Offset <= length, $"{items[i].Start} to {items[i].End}");
            if (i > 0) Assert.True(items[i - 1].End <= items[i].Start);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Cut_anywhere_it_gives_all_whole_records_and_names_the_rest(bool compressed)
    {
        ArchiveBuilder archive = Build(compressed);
        byte[] bytes = archive.Bytes;
        // Uncompressed, a record's last bytes are two blank lines, which nobody misses.
        int spare = compressed ? 0 : 4;
        for (int cut = 1; cut < bytes.Length; cut++)
        {
            List<ArchiveItem> items = Read(bytes[..cut], compressed);
            int whole = 0;
            while (whole + 1 < Pages && archive.Offsets[whole + 1] - spare <= cut) whole++;
            if (whole + 1 == Pages && cut >= bytes.Length - spare) whole++;
            for (int i = 0; i < whole; i++) IsPage(items[i], i);
            bool rest = whole < Pages && cut > archive.Offsets[whole] && (compressed || bytes.AsSpan((int)archive.Offsets[whole], cut - (int)archive.Offsets[whole]).ContainsAnyExcept("\r\n"u8));
            Assert.Equal(whole + (rest ? 1 : 0), items.Count);
            if (rest) Assert.Equal((archive.Offsets[whole], cut), (items[whole].Start.Offset, ((LostStretch)items[whole]).End.Offset));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_flipped_byte_costs_its_own_record_only(bool compressed)
    {
        ArchiveBuilder archive = Build(compressed);
        for (int at = 0; at < archive.Bytes.Length; at++)
        {
            byte[] bytes = archive.Bytes;
            bytes[at] ^= (byte)(1 << (at % 8));
            int hit = archive.Offsets.FindLastIndex(offset => offset <= at);
            List<ArchiveItem> items = Read(bytes, compressed);
            AreInOrder(items, bytes.Length);
            var pages = items.OfType<ArchivedPage>().ToDictionary(static page => page.Start.Offset);
            var lost = items.OfType<LostStretch>().ToList();
            // Uncompressed, a flip in a head may make an answer of another kind of it, which nothing tells.
            int body = archive.Bytes.AsSpan((int)archive.Offsets[hit]).IndexOf("<!doctype"u8) + (int)archive.Offsets[hit];
            for (int i = 0; i < Pages; i++)
            {
                long offset = archive.Offsets[i], end = i + 1 < Pages ? archive.Offsets[i + 1] : bytes.Length;
                if (i != hit || (compressed && pages.ContainsKey(offset))) IsPage(pages[offset], i);
                else if (!pages.ContainsKey(offset) && (compressed || at >= body)) Assert.Contains(lost, stretch => stretch.Start.Offset <= end && stretch.End.Offset >= offset);
            }

            Assert.True(lost.Count <= 1, $"byte {at}: {string.Join("; ", lost)}");
        }
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Damage_of_any_kind_never_stops_it(bool compressed, bool seeks)
    {
        byte[] sound = Build(compressed).Bytes;
        Gen.Select(Gen.Select(Gen.Int[0, sound.Length - 1], Gen.Int[0, 40], Gen.Byte).Array[1, 12], Gen.Int[0, 2]).Sample((damages, way) =>
        {
            var bytes = new List<byte>(sound);
            foreach ((int at, int length, byte value) in damages)
            {
                int place = Math.Min(at, bytes.Count - 1), count = Math.Min(length, bytes.Count - place - 1);
                if (way == 0) bytes.InsertRange(place, Enumerable.Repeat(value, count));
                else if (way == 1) bytes.RemoveRange(place, count);
                else for (int i = 0; i < count; i++) bytes[place + i] = (byte)(value + (i * 7));
            }

            AreInOrder(Read([.. bytes], compressed, seeks), bytes.Count);
        }, iter: 1500);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Rubbish_between_records_is_named_and_read_around(bool compressed)
    {
        byte[] rubbish = Enumerable.Range(0, 100_000).Select(static i => (byte)(i * i / 7)).ToArray();
        ArchiveBuilder archive = new ArchiveBuilder(compressed).AddPage(0).AddRaw(rubbish).AddRaw("\r\n"u8.ToArray()).AddPage(1, 400);
        List<ArchiveItem> items = Read(archive.Bytes, compressed);
        Assert.Equal(3, items.Count);
        IsPage(items[0], 0);
        IsPage(items[2], 1);
        Assert.Equal((items[0].End.Offset, archive.Offsets[1]), (items[1].Start.Offset, ((LostStretch)items[1]).End.Offset));
    }

    [Fact]
    public void A_length_that_lies_costs_only_its_own_record()
    {
        ArchiveBuilder archive = new ArchiveBuilder(compressed: false).AddPage(0);
        string record = Encoding.UTF8.GetString(new ArchiveBuilder(compressed: false).AddPage(1).Bytes);
        int length = record.IndexOf("Content-Length: ", StringComparison.Ordinal);
        archive.AddRaw(Encoding.UTF8.GetBytes(record.Insert(length + 16, "1"))).AddPage(2).AddPage(3);
        List<ArchiveItem> items = Read(archive.Bytes, compressed: false);
        Assert.Equal(["0", "lost", "2", "3"], items.Select(static item => item is ArchivedPage page ? page.Url[^1..] : "lost"));
    }

    /// <summary>Members made so that each runs over all that follow must not cost the square of the file.</summary>
    [Fact]
    public void Members_that_overlap_cost_no_more_than_their_bytes()
    {
        byte[] member = ArchiveBuilder.Gzip(new ArchiveBuilder(compressed: false).AddPage(1).Bytes);
        byte[] heads = [.. Enumerable.Range(0, 60_000).SelectMany(_ => (byte[])[.. member.AsSpan(0, 60)])];
        List<ArchiveItem> items = Read(heads, compressed: true);
        AreInOrder(items, heads.Length);
        Assert.DoesNotContain(items, static item => item is ArchivedPage);
    }

    private sealed class BufferedStreamThatCannotSeek(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
