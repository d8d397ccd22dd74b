using Sanad.Reading.Feeds.Markup;

namespace Sanad.Reading.Feeds;

/// <summary>Reads who wrote an item: Atom's <c>name</c> inside, or RSS's address with a name beside it.</summary>
internal static class PersonReader
{
    /// <summary>Longest name of a person, in UTF-16 code units; what is longer is a text in the wrong place.</summary>
    private const int LongestName = 200;

    /// <summary>Reads from the element's start tag to its end.</summary>
    /// <returns>Null where there is no name.</returns>
    public static string? Read(ListMarkup markup)
    {
        string inside = markup.Html();
        int start = inside.IndexOf("<name>", StringComparison.OrdinalIgnoreCase);
        int end = start < 0 ? -1 : inside.IndexOf("</name>", start, StringComparison.OrdinalIgnoreCase);
        if (start >= 0) return NameOf(MarkupText.Words(end < 0 ? inside[(start + 6)..] : inside[(start + 6)..end]));
        int angle = inside.IndexOf('<');
        // "Jo Doe <jo@example.org>": the address is no tag.
        return NameOf(angle > 0 && inside.AsSpan(angle).Contains('@') ? MarkupText.Collapse(MarkupText.Resolve(inside.AsSpan(0, angle))) : MarkupText.Words(inside));
    }

    /// <summary>"Jo Doe" out of "jo@example.org (Jo Doe)", "Jo Doe &lt;jo@example.org&gt;" and "Jo Doe"; null for an address alone.</summary>
    public static string? NameOf(string text)
    {
        ReadOnlySpan<char> name = text.AsSpan().Trim();
        int at = name.IndexOf('@');
        if (at >= 0)
        {
            int open = name.IndexOf('(');
            int close = name.LastIndexOf(')');
            int angle = name.IndexOf('<');
            name = open > at && close > open ? name[(open + 1)..close] : angle > 0 && angle < at ? name[..angle] : name[..Math.Max(name[..at].LastIndexOf(' '), 0)];
        }

        name = name.Trim().Trim("\"").Trim();
        return name.Length is 0 or > LongestName ? null : name.ToString();
    }
}
