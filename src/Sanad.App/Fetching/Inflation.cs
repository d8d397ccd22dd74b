using System.Buffers;
using System.IO.Compression;

namespace Sanad.App.Fetching;

/// <summary>Undoes the compression of a body, bounded in what may come out, and tells a whole body from one that was cut.</summary>
internal sealed class Inflation(TransferLimits limits)
{
    /// <summary>How many times its size compressed text may have. Pages reach 20, the most uniform sitemaps 60; what has more is made to do harm.</summary>
    private const int MostRatio = 150;

    /// <summary>Below this size the ratio does not matter.</summary>
    private const int Harmless = 2 << 20;

    /// <summary>Compressions one over the other. Servers use one; a second is a proxy's slip.</summary>
    private const int MostLayers = 2;

    /// <summary>Two bytes of head, an empty block, four of checksum.</summary>
    private const int ShortestZlib = 8;

    /// <summary>
    /// .NET's gzip takes the end of the data for the end of the text. So that a cut can be told, a member of our own with these words is appended: they come out
    /// again only if the data before ended where gzip ends.
    /// </summary>
    private static readonly byte[] EndWords = "Sanad: here ends what came"u8.ToArray(), EndMember = Gzip(EndWords);

    /// <param name="encodings">The Content-Encoding header's values, in the order in which they were applied.</param>
    /// <exception cref="FetchException">Unknown, damaged, cut or too large.</exception>
    public byte[] Decode(byte[] body, IReadOnlyCollection<string> encodings)
    {
        List<string> layers = [.. encodings.Select(static encoding => encoding.Trim().ToLowerInvariant()).Where(static encoding => encoding is not ("" or "identity"))];
        if (layers.Count > MostLayers) throw new FetchException($"compressed {layers.Count} times over");
        for (int i = layers.Count - 1; i >= 0 && body.Length > 0; i--)
        {
            body = layers[i] switch
            {
                "gzip" or "x-gzip" => Gunzip(body),
                "br" => Unbrotli(body),
                "deflate" => Undeflate(body),
                _ => throw new FetchException($"compressed as '{layers[i]}', which was not asked for"),
            };
        }

        return body;
    }

    /// <summary>Whether the bytes are gzip's: a sitemap is often sent as the .gz file it lies in.</summary>
    public static bool IsGzip(ReadOnlySpan<byte> bytes) => bytes is [0x1F, 0x8B, 8, ..];

    /// <inheritdoc cref="Decode"/>
    public byte[] Gunzip(byte[] body)
    {
        byte[] marked = [.. body, .. EndMember];
        byte[] inflated = Read(new GZipStream(new MemoryStream(marked), CompressionMode.Decompress), body.Length, "gzip");
        if (!inflated.AsSpan().EndsWith(EndWords)) throw Cut("gzip");
        return inflated[..^EndWords.Length];
    }

    /// <summary>"deflate" means zlib, but some servers send bare deflate; the head of zlib tells which.</summary>
    private byte[] Undeflate(byte[] body)
    {
        bool zlib = (body[0] & 0x0F) == 8 && (body.Length == 1 || ((body[0] << 8) | body[1]) % 31 == 0);
        if (zlib && body.Length < ShortestZlib) throw Cut("deflate");
        var source = new MemoryStream(body);
        byte[] inflated = Read(zlib ? new ZLibStream(source, CompressionMode.Decompress) : new DeflateStream(source, CompressionMode.Decompress), body.Length, "deflate");
        // As with gzip the stream does not tell a cut; zlib's checksum stands at its very end.
        if (zlib && Adler32(inflated) != System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(body.AsSpan(body.Length - 4))) throw Cut("deflate");
        return inflated;
    }

    private byte[] Unbrotli(byte[] body)
    {
        using var decoder = default(BrotliDecoder);
        var output = new Output(this, body.Length);
        ReadOnlySpan<byte> rest = body;
        while (true)
        {
            OperationStatus status = decoder.Decompress(rest, output.Free, out int consumed, out int written);
            rest = rest[consumed..];
            output.Advance(written);
            if (status == OperationStatus.Done) return output.Take();
            if (status == OperationStatus.NeedMoreData) throw Cut("brotli");
            if (status == OperationStatus.InvalidData) throw new FetchException("damaged: not brotli as it says");
        }
    }

    private byte[] Read(Stream inflating, int size, string name)
    {
        using Stream open = inflating;
        var output = new Output(this, size);
        try
        {
            while (true)
            {
                int read = open.Read(output.Free);
                if (read == 0) return output.Take();
                output.Advance(read);
            }
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException)
        {
            throw new FetchException($"damaged: not {name} as it says, or cut short");
        }
    }

    private static FetchException Cut(string name) => new($"cut short: its {name} data do not come to their end");

    private static byte[] Gzip(byte[] bytes)
    {
        var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Optimal)) gzip.Write(bytes);
        return memory.ToArray();
    }

    /// <summary>RFC 1950, section 8.2.</summary>
    private static uint Adler32(ReadOnlySpan<byte> bytes)
    {
        // As many sums as fit before the second can pass 32 bits.
        const uint modulus = 65521, atOnce = 5552;
        uint a = 1, b = 0;
        while (!bytes.IsEmpty)
        {
            ReadOnlySpan<byte> part = bytes[..(int)Math.Min(bytes.Length, atOnce)];
            foreach (byte value in part)
            {
                a += value;
                b += a;
            }

            a %= modulus;
            b %= modulus;
            bytes = bytes[part.Length..];
        }

        return (b << 16) | a;
    }

    /// <summary>What comes out, as far as it may.</summary>
    private sealed class Output(Inflation inflation, int compressed)
    {
        private readonly int _most = (int)Math.Min(inflation._limits.MostInflated, Math.Max(Harmless, (long)compressed * MostRatio)) + EndWords.Length;
        private byte[] _bytes = new byte[Math.Min(Math.Max(4096, compressed * 4L), 1 << 20)];
        private int _count;

        public Span<byte> Free
        {
            get
            {
                if (_count == _bytes.Length) Array.Resize(ref _bytes, (int)Math.Min(_bytes.Length * 2L, _most + 1L));
                return _bytes.AsSpan(_count);
            }
        }

        public void Advance(int count)
        {
            _count += count;
            if (_count > _most) throw new FetchException($"too large: {compressed:N0} bytes that inflate to more than {_most - EndWords.Length:N0}");
        }

        public byte[] Take() => _bytes.AsSpan(0, _count).ToArray();
    }

    private readonly TransferLimits _limits = limits;
}
