using System.Text;
using System.Text.Unicode;
using Sanad.Reading.Plain;

namespace Sanad.Reading.Html;

/// <summary>
/// Turns a page's bytes into text. In this order: a byte order mark, the charset of the content type it was sent with, the one that its markup
/// declares, what the bytes look like. A declaration is not believed against bytes that are whole UTF-8 and could hardly be anything else.
/// </summary>
public static class PageDecoder
{
    /// <summary>Bytes at the head of a page in which it may declare its encoding; the HTML Standard asks for 1024, pages often need more.</summary>
    private const int Prescan = 4096;

    /// <param name="contentType">The header's value ("text/html; charset=ISO-8859-1"), or null.</param>
    /// <returns>The text, with a remark where a declaration was wrong; or no text and the reason.</returns>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (TextDecoder.EncodingOfMark(bytes, out _) is not null) return TextDecoder.Decode(bytes);
        string? label = CharsetOf(contentType) ?? Declared(bytes[..Math.Min(bytes.Length, Prescan)]);
        if (label is null || EncodingOf(label) is not { } encoding) return TextDecoder.Decode(bytes);
        bool isUtf8 = Utf8.IsValid(bytes);
        if (encoding is UTF8Encoding || isUtf8)
        {
            DecodedText text = TextDecoder.Decode(bytes);
            bool isWrong = encoding is not UTF8Encoding && isUtf8 && !Ascii.IsValid(bytes);
            return isWrong && text.Text is not null ? text with { Remark = $"says that it is {label} and is UTF-8" } : text;
        }

        if (TextDecoder.ReasonAgainst(bytes) is { } reason) return new DecodedText(null, reason);
        string decoded = encoding.GetString(bytes);
        return decoded.AsSpan().IsWhiteSpace() ? new DecodedText(null, "empty") : new DecodedText(decoded, null);
    }

    /// <summary>The charset parameter of a content type, or null.</summary>
    public static string? CharsetOf(string? contentType)
    {
        if (contentType is null) return null;
        int at = contentType.IndexOf("charset", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        ReadOnlySpan<char> value = contentType.AsSpan(at + 7).TrimStart();
        if (value.IsEmpty || value[0] != '=') return null;
        value = value[1..].TrimStart().TrimStart("\"'");
        int end = value.IndexOfAny(" \t\r\n;,\"'>/");
        value = end < 0 ? value : value[..end];
        return value.IsEmpty ? null : value.ToString();
    }

    /// <summary>The charset that a <c>meta</c> element or an XML declaration among the bytes names.</summary>
    private static string? Declared(ReadOnlySpan<byte> head)
    {
        Span<char> text = stackalloc char[head.Length];
        for (int i = 0; i < head.Length; i++) text[i] = (char)head[i];
        ReadOnlySpan<char> rest = text;
        if (rest.TrimStart().StartsWith("<?xml") && rest.IndexOf("?>") is var end and > 0)
        {
            ReadOnlySpan<char> declaration = rest[..end];
            int at = declaration.IndexOf("encoding");
            if (at > 0 && CharsetOf(string.Concat("charset", declaration[(at + 8)..])) is { } encoding) return encoding;
        }

        while (rest.IndexOf("<meta", StringComparison.OrdinalIgnoreCase) is var start and >= 0)
        {
            rest = rest[(start + 5)..];
            int close = rest.IndexOf('>');
            ReadOnlySpan<char> tag = close < 0 ? rest : rest[..close];
            if (CharsetOf(tag.ToString()) is { } charset) return charset.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) ? "utf-8" : charset;
        }

        return null;
    }

    /// <summary>
    /// The encoding that browsers read under the label: the Latin-1 and ASCII labels mean Windows-1252, "gb2312" means GB18030 (WHATWG Encoding Standard).
    /// Null for labels that no page has a right to.
    /// </summary>
    private static Encoding? EncodingOf(string label)
    {
        string name = label.Trim().ToLowerInvariant() switch
        {
            "utf8" or "unicode-1-1-utf-8" or "utf-8" => "utf-8",
            "iso-8859-1" or "iso8859-1" or "iso88591" or "latin1" or "l1" or "ascii" or "us-ascii" or "cp1252" or "x-cp1252" or "ansi" => "windows-1252",
            "gb2312" or "gbk" or "x-gbk" or "gb_2312-80" => "gb18030",
            "iso-8859-9" or "latin5" => "windows-1254",
            "sjis" or "x-sjis" or "ms_kanji" => "shift_jis",
            "ks_c_5601-1987" or "euckr" => "euc-kr",
            "utf-7" or "x-user-defined" => "",
            var other => other,
        };
        if (name == "utf-8") return Encoding.UTF8;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
