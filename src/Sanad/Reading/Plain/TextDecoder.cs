using System.Text;
using System.Text.Unicode;

namespace Sanad.Reading.Plain;

/// <summary>What bytes say as text.</summary>
/// <param name="Text">The text without byte order mark; null when the bytes are no text.</param>
/// <param name="Remark">Why there is no text or, where there is one, what of its reading was guessed or lost; null when nothing was.</param>
public readonly record struct DecodedText(string? Text, string? Remark);

/// <summary>
/// Turns bytes into text. In this order: a byte order mark (UTF-8, UTF-16, UTF-32), zero bytes that fall as they do in UTF-16,
/// UTF-8, and for bytes that are none of these Windows-1252, the encoding of old Western pages. What holds control
/// codes like a program or a picture is refused, so that no noise is ever read as news.
/// </summary>
public static class TextDecoder
{
    /// <summary>Bytes looked at to tell UTF-16 and binary data: enough for any pattern, however long the file.</summary>
    private const int Sample = 1 << 16;

    /// <summary>More than one control code in this many bytes is no text.</summary>
    private const int BytesPerControlCode = 200;

    /// <summary>0x80 to 0x9F of Windows-1252 as the WHATWG Encoding Standard lists them; its five free places stand as U+FFFD.</summary>
    private const string Windows1252 =
        "\u20AC\uFFFD\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\uFFFD\u017D\uFFFD" +
        "\uFFFD\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\uFFFD\u017E\u0178";

    public static DecodedText Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return new DecodedText(null, "empty");
        if (EncodingOfMark(bytes, out int mark) is { } marked) return Strict(marked, bytes[mark..]);
        if (Utf16OfZeros(bytes) is { } utf16) return Strict(utf16, bytes);
        if (ReasonAgainst(bytes) is { } reason) return new DecodedText(null, reason);
        return Utf8.IsValid(bytes) ? Checked(Encoding.UTF8.GetString(bytes), null) : DecodeBroken(bytes);
    }

    /// <summary>Why bytes cannot be text in any encoding that keeps ASCII's control codes; null where they may be.</summary>
    internal static string? ReasonAgainst(ReadOnlySpan<byte> bytes) =>
        FormatOf(bytes) is { } format ? $"{format}, not text" : IsBinary(bytes) ? "binary data, not text" : null;

    /// <summary>The encoding that a byte order mark at the head of the bytes names, or null.</summary>
    /// <param name="length">Length of the mark in bytes.</param>
    public static Encoding? EncodingOfMark(ReadOnlySpan<byte> bytes, out int length)
    {
        (Encoding? encoding, length) = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (new UTF8Encoding(false, true), 3),
            [0xFF, 0xFE, 0, 0, ..] => (new UTF32Encoding(false, false, true), 4),
            [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(true, false, true), 4),
            [0xFF, 0xFE, ..] => (new UnicodeEncoding(false, false, true), 2),
            [0xFE, 0xFF, ..] => (new UnicodeEncoding(true, false, true), 2),
            _ => ((Encoding?)null, 0),
        };
        return encoding;
    }

    private static DecodedText Strict(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Checked(encoding.GetString(bytes), null);
        }
        catch (DecoderFallbackException)
        {
            return encoding is UTF8Encoding ? DecodeBroken(bytes) : new DecodedText(null, $"begins like {encoding.WebName} and is not");
        }
    }

    private static DecodedText Checked(string text, string? remark)
    {
        if (text.AsSpan().IsWhiteSpace()) return new DecodedText(null, "empty");
        return text.Contains('\0') ? new DecodedText(null, "binary data, not text") : new DecodedText(text, remark);
    }

    /// <summary>UTF-16 of Latin script has a zero in every other byte: the odd ones when the low byte comes first.</summary>
    private static Encoding? Utf16OfZeros(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % 2 != 0) return null;
        ReadOnlySpan<byte> sample = bytes[..Math.Min(bytes.Length, Sample)];
        int even = 0, odd = 0;
        for (int i = 0; i + 1 < sample.Length; i += 2)
        {
            if (sample[i] == 0) even++;
            if (sample[i + 1] == 0) odd++;
        }

        int most = sample.Length / 2 * 3 / 5, least = sample.Length / 200;
        if (odd > most && even <= least) return new UnicodeEncoding(false, false, true);
        return even > most && odd <= least ? new UnicodeEncoding(true, false, true) : null;
    }

    private static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0)) return true;
        ReadOnlySpan<byte> sample = bytes[..Math.Min(bytes.Length, Sample)];
        int control = 0;
        foreach (byte b in sample)
        {
            if (b == 0x7F || (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or (byte)'\v'))) control++;
        }

        return control > sample.Length / BytesPerControlCode + 1;
    }

    /// <summary>Bytes that are not UTF-8: damaged UTF-8 where most of what lies beyond ASCII is well formed, else Windows-1252.</summary>
    private static DecodedText DecodeBroken(ReadOnlySpan<byte> bytes)
    {
        int good = 0, bad = 0, high = 0, first = -1;
        for (int i = 0; i < bytes.Length;)
        {
            bool valid = Rune.DecodeFromUtf8(bytes[i..], out _, out int length) == System.Buffers.OperationStatus.Done;
            if (length > 1 || !valid) high += length;
            if (!valid) bad++;
            else if (length > 1) good++;
            if (!valid && first < 0) first = i;
            i += length;
        }

        if (good >= bad) return Checked(Encoding.UTF8.GetString(bytes), $"damaged UTF-8: {bad} places, the first at byte {first}, stand as U+FFFD");
        if (high > bytes.Length / 3) return new DecodedText(null, "in an encoding that is neither UTF-8, UTF-16 nor Windows-1252");
        return Checked(string.Create(bytes.Length, bytes, static (text, bytes) =>
        {
            for (int i = 0; i < bytes.Length; i++) text[i] = bytes[i] is >= 0x80 and < 0xA0 ? Windows1252[bytes[i] - 0x80] : (char)bytes[i];
        }), "not UTF-8, read as Windows-1252");
    }

    /// <summary>Formats that people mistake for text, by the bytes they open with.</summary>
    private static string? FormatOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => "a PDF document",
        [(byte)'P', (byte)'K', 3, 4, ..] => "a ZIP archive or an office document",
        [0x1F, 0x8B, ..] => "compressed (gzip)",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "an office document",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "a picture",
        [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] => "a program",
        _ => null,
    };
}
