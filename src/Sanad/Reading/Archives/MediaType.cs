namespace Sanad.Reading.Archives;

/// <summary>What a Content-Type says, as far as it matters for telling pages from all else.</summary>
internal static class MediaType
{
    /// <summary>The type in lower case, without parameters; null where nothing is said.</summary>
    public static string? Of(string? contentType)
    {
        if (contentType is null) return null;
        int end = contentType.AsSpan().IndexOfAny(';', ',');
        string type = (end < 0 ? contentType : contentType[..end]).Trim().ToLowerInvariant();
        return type.Length == 0 ? null : type;
    }

    public static bool IsPage(string type) => type is "text/html" or "application/xhtml+xml" or "application/vnd.wap.xhtml+xml";

    /// <summary>Whether the type says nothing, so that the content has to.</summary>
    public static bool IsUntold(string? type) => type is null or "application/octet-stream" or "unknown/unknown" or "unk" or "no-type";

    /// <summary>Whether the content opens as HTML does.</summary>
    public static bool LooksLikePage(ReadOnlySpan<byte> content)
    {
        content = WithoutMark(content);
        while (content.StartsWith("<!--"u8))
        {
            int end = content.IndexOf("-->"u8);
            if (end < 0) return false;
            content = WithoutMark(content[(end + 3)..]);
        }

        return StartsWith(content, "<!doctype html"u8) || StartsWith(content, "<html"u8) || StartsWith(content, "<head"u8);
    }

    /// <summary>Whether the content opens with a tag, so that it is not compressed whatever is said of it.</summary>
    public static bool LooksLikeMarkup(ReadOnlySpan<byte> content)
    {
        content = WithoutMark(content);
        return content.Length > 1 && content[0] == (byte)'<' && (content[1] is (byte)'!' or (byte)'?' || char.IsAsciiLetter((char)content[1]));
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> content)
    {
        if (content is [0xEF, 0xBB, 0xBF, ..]) content = content[3..];
        return content.TrimStart(" \t\r\n\f"u8);
    }

    private static bool StartsWith(ReadOnlySpan<byte> content, ReadOnlySpan<byte> word) => content.Length >= word.Length && System.Text.Ascii.EqualsIgnoreCase(content[..word.Length], word);
}
