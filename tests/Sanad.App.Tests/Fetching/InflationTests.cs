using System.IO.Compression;
using System.Text;
using Sanad.App.Fetching;
using Xunit;

namespace Sanad.App.Tests.Fetching;

public sealed class InflationTests
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 500).Select(Articles.Numbered)));

    private static readonly Inflation Inflation = new(new TransferLimits());

    public static byte[] Compressed(string encoding, byte[] bytes)
    {
        var memory = new MemoryStream();
        using (Stream stream = encoding switch
        {
            "gzip" => new GZipStream(memory, CompressionLevel.Optimal),
            "br" => new BrotliStream(memory, CompressionLevel.Fastest),
            "zlib" => new ZLibStream(memory, CompressionLevel.Optimal),
            _ => new DeflateStream(memory, CompressionLevel.Optimal),
        }) stream.Write(bytes);
        return memory.ToArray();
    }

    private static byte[] Decode(byte[] body, params string[] encodings) => Inflation.Decode(body, encodings);

    private static string ReasonFor(byte[] body, params string[] encodings) => Assert.Throws<FetchException>(() => Decode(body, encodings)).Message;

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip", "x-gzip")]
    [InlineData("gzip", " GZIP ")]
    [InlineData("br", "br")]
    [InlineData("zlib", "deflate")]
    [InlineData("bare", "deflate")]
    public void Each_compression_is_undone(string compression, string encoding) => Assert.Equal(Text, Decode(Compressed(compression, Text), encoding));

    [Fact]
    public void Two_layers_and_members_in_a_row_are_undone()
    {
        Assert.Equal(Text, Decode(Compressed("br", Compressed("gzip", Text)), "gzip", "br"));
        Assert.Equal([.. Text, .. Text], Decode([.. Compressed("gzip", Text), .. Compressed("gzip", Text)], "gzip"));
    }

    [Fact]
    public void What_is_not_compressed_stays_as_it_is()
    {
        Assert.Equal(Text, Decode(Text));
        Assert.Equal(Text, Decode(Text, "identity"));
        Assert.Empty(Decode([], "gzip"));
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("br", "br")]
    [InlineData("zlib", "deflate")]
    public void A_cut_is_told_wherever_it_falls(string compression, string encoding)
    {
        byte[] whole = Compressed(compression, Text);
        foreach (int length in (int[])[1, 5, 11, whole.Length / 3, whole.Length / 2, whole.Length - 9, whole.Length - 5, whole.Length - 1]) Assert.Matches("cut short|damaged", ReasonFor(whole[..length], encoding));
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("br", "br")]
    [InlineData("zlib", "deflate")]
    public void A_flipped_bit_is_told_or_changes_nothing(string compression, string encoding)
    {
        byte[] whole = Compressed(compression, Text);
        int told = 0;
        for (int place = 12; place < whole.Length; place += whole.Length / 40)
        {
            byte[] damaged = [.. whole];
            damaged[place] ^= 0x10;
            try
            {
                byte[] read = Decode(damaged, encoding);
                // Brotli has no checksum.
                if (compression != "br") Assert.Equal(Text, read);
            }
            catch (FetchException)
            {
                told++;
            }
        }

        Assert.True(told > 5);
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("br", "br")]
    [InlineData("zlib", "deflate")]
    [InlineData("bare", "deflate")]
    public void A_bomb_is_refused_by_its_ratio(string compression, string encoding) => Assert.Contains("too large", ReasonFor(Compressed(compression, new byte[80 << 20]), encoding), StringComparison.Ordinal);

    [Fact]
    public void Ten_gigabytes_out_of_one_megabyte_are_refused()
    {
        byte[] member = Compressed("gzip", new byte[4 << 20]);
        byte[] inner = [.. Enumerable.Repeat(member, 2560).SelectMany(static bytes => bytes)];
        byte[] bomb = Compressed("gzip", inner);
        Assert.InRange(bomb.Length, 1, 1 << 20);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("too large", ReasonFor(bomb, "gzip", "gzip"), StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 400L << 20);
    }

    [Fact]
    public void What_is_large_without_being_a_bomb_is_refused_by_its_size()
    {
        byte[] noise = new byte[3 << 20];
        for (uint i = 0, state = 1; i < noise.Length; i++) noise[i] = (byte)((state = (state * 1664525) + 1013904223) >> 24);
        var small = new Inflation(new TransferLimits { MostInflated = 2 << 20 });
        Assert.Contains("too large", Assert.Throws<FetchException>(() => small.Decode(Compressed("gzip", noise), ["gzip"])).Message, StringComparison.Ordinal);
        Assert.Equal(noise, Decode(Compressed("gzip", noise), "gzip"));
    }

    [Fact]
    public void Unknown_compression_and_many_layers_are_refused()
    {
        Assert.Contains("'zstd'", ReasonFor(Text, "zstd"), StringComparison.Ordinal);
        Assert.Contains("3 times", ReasonFor(Text, "gzip", "gzip", "gzip"), StringComparison.Ordinal);
    }
}
