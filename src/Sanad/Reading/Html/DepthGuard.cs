using System.Text;

namespace Sanad.Reading.Html;

/// <summary>
/// Keeps markup from nesting without bound, as browsers do: tree building takes time that grows with the square of the depth,
/// so a page of 100,000 open <c>div</c> would take a minute. Tags beyond <see cref="Deepest"/> are left out, the text in them stays.
/// </summary>
internal static class DepthGuard
{
    /// <summary>Elements open at once that are kept: what Blink allows.</summary>
    public const int Deepest = 512;

    /// <summary>Formatting elements open at once that are kept. Each is opened anew in every paragraph that follows, so many of them multiply a page.</summary>
    public const int DeepestFormatting = 32;

    /// <returns>The same text where nothing nests too deep, which is nearly always.</returns>
    public static string Limit(string html)
    {
        StringBuilder? kept = null;
        int copied = 0, depth = 0, dropped = 0, formatting = 0, droppedFormatting = 0;
        for (int at = html.IndexOf('<'); at >= 0 && at + 1 < html.Length;)
        {
            bool isEnd = html[at + 1] == '/';
            int name = at + (isEnd ? 2 : 1), stop = name;
            while (stop < html.Length && stop - name < 16 && char.IsAsciiLetterOrDigit(html[stop])) stop++;
            ReadOnlySpan<char> tag = html.AsSpan(name, stop - name);
            if (tag.IsEmpty)
            {
                at = NextTag(html, AfterMarkup(html, at));
                continue;
            }

            if (!isEnd && IsRaw(tag))
            {
                at = NextTag(html, AfterRaw(html, stop, tag));
                continue;
            }

            bool leave = false;
            if (IsFormatting(tag)) leave = Count(isEnd, DeepestFormatting, ref formatting, ref droppedFormatting);
            if (!leave && !ClosesItself(tag)) leave = Count(isEnd, Deepest, ref depth, ref dropped);
            int next = NextTag(html, stop);
            if (leave)
            {
                kept ??= new StringBuilder(html.Length);
                int close = html.IndexOf('>', stop);
                kept.Append(html, copied, at - copied);
                copied = close < 0 ? html.Length : close + 1;
                next = NextTag(html, copied);
            }

            at = next;
        }

        return kept is null ? html : kept.Append(html, copied, html.Length - copied).ToString();
    }

    /// <summary>Whether the tag is left out. An end tag belongs to the innermost element, so to those left out first.</summary>
    private static bool Count(bool isEnd, int most, ref int open, ref int dropped)
    {
        if (!isEnd)
        {
            if (open < most) open++;
            else dropped++;
            return dropped > 0;
        }

        if (dropped > 0)
        {
            dropped--;
            return true;
        }

        if (open > 0) open--;
        return false;
    }

    private static int NextTag(string html, int from) => from >= html.Length ? -1 : html.IndexOf('<', from);

    /// <summary>Behind a comment, a doctype or a lone angle bracket.</summary>
    private static int AfterMarkup(string html, int at)
    {
        if (!html.AsSpan(at).StartsWith("<!--")) return at + 1;
        int end = html.IndexOf("-->", at + 4, StringComparison.Ordinal);
        return end < 0 ? html.Length : end + 3;
    }

    private static int AfterRaw(string html, int from, ReadOnlySpan<char> tag)
    {
        for (int at = html.IndexOf("</", from, StringComparison.Ordinal); at >= 0; at = html.IndexOf("</", at + 2, StringComparison.Ordinal))
        {
            if (html.AsSpan(at + 2).StartsWith(tag, StringComparison.OrdinalIgnoreCase)) return at + 2;
        }

        return html.Length;
    }

    private static bool IsRaw(ReadOnlySpan<char> tag) => Is(tag, "script") || Is(tag, "style") || Is(tag, "textarea") || Is(tag, "title") || Is(tag, "xmp");

    /// <summary>Elements that hold nothing, or that the next of their kind closes.</summary>
    private static bool ClosesItself(ReadOnlySpan<char> tag) => tag.Length switch
    {
        1 => Is(tag, "p"),
        2 => Is(tag, "br") || Is(tag, "hr") || Is(tag, "li") || Is(tag, "td") || Is(tag, "tr") || Is(tag, "th") || Is(tag, "dd") || Is(tag, "dt"),
        3 => Is(tag, "img") || Is(tag, "wbr") || Is(tag, "col"),
        4 => Is(tag, "meta") || Is(tag, "link") || Is(tag, "area") || Is(tag, "base"),
        5 => Is(tag, "input") || Is(tag, "embed") || Is(tag, "param") || Is(tag, "track") || Is(tag, "tbody") || Is(tag, "thead") || Is(tag, "tfoot"),
        6 => Is(tag, "source") || Is(tag, "option"),
        _ => false,
    };

    /// <summary>The formatting elements of the HTML Standard, section 13.2.4.3.</summary>
    private static bool IsFormatting(ReadOnlySpan<char> tag) => tag.Length switch
    {
        1 => Is(tag, "a") || Is(tag, "b") || Is(tag, "i") || Is(tag, "s") || Is(tag, "u"),
        2 => Is(tag, "em") || Is(tag, "tt"),
        3 => Is(tag, "big"),
        4 => Is(tag, "font") || Is(tag, "code") || Is(tag, "nobr"),
        5 => Is(tag, "small"),
        6 => Is(tag, "strike") || Is(tag, "strong"),
        _ => false,
    };

    private static bool Is(ReadOnlySpan<char> tag, string name) => tag.Equals(name, StringComparison.OrdinalIgnoreCase);
}
