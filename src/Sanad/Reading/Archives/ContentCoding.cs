using System.Buffers;
using System.Globalization;
using System.IO.Compression;

namespace Sanad.Reading.Archives;

/// <summary>
/// Undoes what was done to a page's bytes on their way: chunked transfer (RFC 9112) and content codings (RFC 9110) in any order of them. Many archives
/// keep fields that speak of codings which the crawler has undone already, so the bytes are believed before the fields.
/// </summary>
internal static class ContentCoding
{
    /// <summary>Codings one upon the other; nobody honest has more than two.</summary>
    private const int MostCodings = 4;

    /// <summary>What became of the bytes.</summary>
    /// <param name="Reason">Why there is nothing; null where there is.</param>
    /// <param name="Cut">Why what there is may not be all; null where it is.</param>
    internal readonly record struct Outcome(ReadOnlyMemory<byte> Body, string? Reason, string? Cut);

    /// <param name="most">Most bytes that may come out; what holds more is refused when it passes that mark.</param>
    public static Outcome Undo(ReadOnlyMemory<byte> body, string? transfer, string? content, int most)
    {
        string? cut = null;
        var codings = new List<string>();
        foreach (string? field in (string?[])[content, transfer])
        {
            foreach (string coding in (field ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                string name = coding.ToLowerInvariant();
                if (name is "identity" or "none" or "utf-8" or "binary" or "7bit" or "8bit") continue;
                if (codings.Count == MostCodings) return new Outcome(default, "is said to be coded many times over", null);
                codings.Add(name);
            }
        }

        for (int i = codings.Count - 1; i >= 0; i--)
        {
            if (MediaType.LooksLikeMarkup(body.Span)) break;
            Outcome outcome = codings[i] switch
            {
                "chunked" => Join(body),
                "gzip" or "x-gzip" => body.Span is [0x1F, 0x8B, ..] ? Decompress(new GZipStream(Over(body), CompressionMode.Decompress), most) : new Outcome(body, null, null),
                "deflate" => Decompress(IsZlib(body.Span) ? new ZLibStream(Over(body), CompressionMode.Decompress) : new DeflateStream(Over(body), CompressionMode.Decompress), most),
                "br" => Decompress(new BrotliStream(Over(body), CompressionMode.Decompress), most),
                _ => new Outcome(default, $"is coded by {(codings[i].Length > 40 ? "something" : codings[i])}, which is not read", null),
            };
            if (outcome.Reason is not null) return outcome;
            cut ??= outcome.Cut;
            body = outcome.Body;
        }

        return new Outcome(body, null, cut);
    }

    private static MemoryStream Over(ReadOnlyMemory<byte> body) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(body, out ArraySegment<byte> bytes) ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false) : new MemoryStream(body.ToArray());

    /// <summary>The head of RFC 1950; without it `deflate` is taken for the bare data that some servers send under that name.</summary>
    private static bool IsZlib(ReadOnlySpan<byte> bytes) => bytes.Length >= 2 && (bytes[0] & 0x0F) == 8 && ((bytes[0] << 8) | bytes[1]) % 31 == 0;

    private static Outcome Decompress(Stream stream, int most)
    {
        using Stream open = stream;
        var output = new ArrayBufferWriter<byte>(1 << 16);
        string? cut = null;
        try
        {
            while (true)
            {
                int read = open.Read(output.GetSpan(1 << 15));
                if (read == 0) break;
                output.Advance(read);
                if (output.WrittenCount > most) return new Outcome(default, string.Create(CultureInfo.InvariantCulture, $"decompresses to more than {most >> 20} MB"), null);
            }
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or IOException)
        {
            // Decompressors differ in what they throw at bytes that are not theirs.
            if (output.WrittenCount == 0) return new Outcome(default, "cannot be decompressed", null);
            cut = "its compression breaks off";
        }

        return new Outcome(output.WrittenMemory, null, cut);
    }

    /// <summary>Joins chunks. Bytes that do not open with a chunk had them joined before.</summary>
    private static Outcome Join(ReadOnlyMemory<byte> body)
    {
        ReadOnlySpan<byte> rest = body.Span;
        byte[] joined = new byte[rest.Length];
        int count = 0;
        bool first = true;
        while (TryReadSize(rest, out long size, out int line))
        {
            if (size == 0) return new Outcome(joined.AsMemory(0, count), null, null);
            rest = rest[line..];
            bool whole = size <= rest.Length;
            int taken = whole ? (int)size : rest.Length;
            ReadOnlySpan<byte> behind = rest[taken..];
            if (first && whole && !behind.IsEmpty && behind[0] is not ((byte)'\r' or (byte)'\n')) return new Outcome(body, null, null);
            rest[..taken].CopyTo(joined.AsSpan(count));
            count += taken;
            rest = behind.TrimStart("\r\n"u8);
            first = false;
            if (!whole) break;
        }

        return count == 0 ? new Outcome(body, null, null) : new Outcome(joined.AsMemory(0, count), null, "its chunks break off");
    }

    private static bool TryReadSize(ReadOnlySpan<byte> bytes, out long size, out int line)
    {
        const int LongestLine = 1024;
        size = 0;
        int feed = bytes[..Math.Min(bytes.Length, LongestLine)].IndexOf((byte)'\n');
        line = feed + 1;
        if (feed < 0) return false;
        ReadOnlySpan<byte> digits = bytes[..feed];
        int end = digits.IndexOf((byte)';');
        if (end >= 0) digits = digits[..end];
        return long.TryParse(digits.Trim(" \t\r"u8), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out size) && size >= 0;
    }
}
