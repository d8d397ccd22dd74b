using System.Security.Cryptography;

namespace Sanad.Reading.Archives;

/// <summary>A digest as archives write it: an algorithm, a colon and the value in base 32 or in hexadecimal.</summary>
internal static class Digest
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Whether the bytes have another digest than is said. Doubt is not damage: an algorithm or a value that is not known says nothing.</summary>
    public static bool Contradicts(string? said, ReadOnlySpan<byte> bytes)
    {
        if (!TryRead(said, out string algorithm, out byte[] value)) return false;
        Span<byte> hash = stackalloc byte[SHA512.HashSizeInBytes];
        int length = algorithm switch
        {
            // Old archives are checked by the old algorithms they were written with.
            "sha1" => SHA1.HashData(bytes, hash),
            "sha256" => SHA256.HashData(bytes, hash),
            "sha512" => SHA512.HashData(bytes, hash),
            "md5" => MD5.HashData(bytes, hash),
            _ => 0,
        };
        return length == value.Length && length > 0 && !hash[..length].SequenceEqual(value);
    }

    /// <summary>Whether a stream, read from where it stands to its end, has another SHA-256 than is said.</summary>
    public static bool Contradicts(string? said, Stream stream) =>
        TryRead(said, out string algorithm, out byte[] value) && algorithm == "sha256" && value.Length == SHA256.HashSizeInBytes && !SHA256.HashData(stream).AsSpan().SequenceEqual(value);

    /// <summary>A number that is the same for digests that mean the same, however they are written.</summary>
    public static ulong KeyOf(string said) => TryRead(said, out _, out byte[] value) ? System.IO.Hashing.XxHash3.HashToUInt64(value) : System.IO.Hashing.XxHash3.HashToUInt64(System.Text.Encoding.UTF8.GetBytes(said));

    private static bool TryRead(string? said, out string algorithm, out byte[] value)
    {
        int colon = said?.IndexOf(':') ?? -1;
        algorithm = colon < 0 ? "" : said![..colon].Trim().Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
        value = [];
        if (colon < 0 || said!.Length > 200) return false;
        ReadOnlySpan<char> text = said.AsSpan(colon + 1).Trim();
        int hex = algorithm switch { "sha1" => 40, "sha256" => 64, "sha512" => 128, "md5" => 32, _ => 0 };
        if (text.Length == hex && !text.ContainsAnyExcept("0123456789abcdefABCDEF")) value = Convert.FromHexString(text);
        else value = OfBase32(text.TrimEnd('='));
        return value.Length > 0;
    }

    private static byte[] OfBase32(ReadOnlySpan<char> text)
    {
        byte[] bytes = new byte[text.Length * 5 / 8];
        int bits = 0, held = 0, count = 0;
        foreach (char c in text)
        {
            int digit = Base32.IndexOf(char.ToUpperInvariant(c));
            if (digit < 0) return [];
            held = ((held << 5) | digit) & 0xFFF;
            bits += 5;
            if (bits < 8) continue;
            bits -= 8;
            bytes[count++] = (byte)(held >> bits);
        }

        return bytes;
    }
}
