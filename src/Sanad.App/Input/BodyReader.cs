using Sanad.Reading.Feeds;
using Sanad.Reading.Html;
using Sanad.Reading.Plain;

namespace Sanad.App.Input;

/// <summary>Tells what bytes are, by what they open with first and by what their sender says second, and reads them as that.</summary>
internal static class BodyReader
{
    /// <summary>Longest page, in UTF-16 code units of markup; the article in it has at most <see cref="InputReader.LongestText"/>.</summary>
    public const int LongestPage = 16_000_000;

    public static IEnumerable<InputItem> Read(Body body)
    {
        if (ListFormat.Of(body.Bytes.Span) is var kind and not ListKind.None) return ListedItems.Read(body, kind);
        if (LooksLikePage(body)) return [ReadPage(body)];
        return [ReadText(body)];
    }

    private static InputItem ReadPage(Body body)
    {
        (string? text, string? remark) = PageDecoder.Decode(body.Bytes.Span, body.ContentType);
        if (text is null) return InputItem.Failed(body.Source, remark!);
        if (text.Length > LongestPage) return InputItem.Failed(body.Source, $"a page of {text.Length / 1_000_000} million characters; at most {LongestPage / 1_000_000} million are read");
        return Item(body, text, remark, isPage: true);
    }

    private static InputItem ReadText(Body body)
    {
        (string? text, string? remark) = TextDecoder.Decode(body.Bytes.Span);
        if (text is null) return InputItem.Failed(body.Source, remark!);
        if (InputReader.TooLong(text.Length) is { } reason) return InputItem.Failed(body.Source, reason);
        return Item(body, text, remark, isPage: false);
    }

    private static InputItem Item(Body body, string text, string? remark, bool isPage)
    {
        Metadata metadata = body.Metadata.Url is null ? body.Metadata with { Url = body.Url } : body.Metadata;
        return new InputItem(body.Source)
        {
            Supplied = new SuppliedText(body.Source, text, metadata) { IsPage = isPage },
            Address = metadata.Url ?? body.Address,
            Remark = remark ?? body.Remark,
        };
    }

    /// <summary>Markup shows itself in its first tags; a file's ending or a sender's word decides where the bytes show nothing.</summary>
    private static bool LooksLikePage(Body body)
    {
        ReadOnlySpan<byte> head = body.Bytes.Span[..Math.Min(body.Bytes.Length, 1024)];
        Span<char> text = stackalloc char[head.Length];
        int length = 0;
        foreach (byte b in head)
        {
            // UTF-16's zeros are left out, so that its markup shows too.
            if (b is not 0 and < 0x80) text[length++] = (char)b;
        }

        ReadOnlySpan<char> start = text[..length].TrimStart();
        if (start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<head", StringComparison.OrdinalIgnoreCase)) return true;
        if (start.StartsWith("<?xml") || start.StartsWith("<!--")) return start.Contains("<html", StringComparison.OrdinalIgnoreCase) || SaysPage(body);
        return SaysPage(body);
    }

    private static bool SaysPage(Body body)
    {
        if (body.ContentType is { } type) return type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) || type.StartsWith("application/xhtml+xml", StringComparison.OrdinalIgnoreCase);
        return InputReader.IsPage(body.Source);
    }
}
