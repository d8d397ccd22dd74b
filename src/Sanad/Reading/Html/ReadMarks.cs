using System.Buffers;

namespace Sanad.Reading.Html;

/// <summary>What of a page's tags some reader asks for. The most of them is there for style sheets, scripts and statistics, and costs a parser more than all text.</summary>
internal static class ReadMarks
{
    /// <summary>Longest value that tells of anything, in UTF-16 code units: no description is as long, and elements that are opened anew and anew share theirs.</summary>
    private const int Longest = 10_000;

    private static readonly SearchValues<string> Property = SearchValues.Create(["itemprop"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Relations of links that are followed or kept, and what may tell more of them.</summary>
    private static readonly SearchValues<string> Relations = SearchValues.Create(["canonical", "next", "itemprop"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a reader asks for the attribute of such an element.</summary>
    /// <param name="role">Of the element: attributes that tell of text in a block are read of blocks only.</param>
    public static bool Hold(ReadOnlySpan<char> tag, Role role, ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (value.Length > Longest) return false;
        bool isBlock = role is not (Role.Inline or Role.Skipped);
        return name.Length switch
        {
            2 => isBlock && Is(name, "id"),
            3 => Is(name, "rel") && Is(tag, "link"),
            4 => Is(name, "href") ? Is(tag, "a") || Is(tag, "link") : Is(name, "role") ? isBlock : Is(name, "name") ? Is(tag, "meta") : Is(name, "lang") && Is(tag, "html"),
            5 => Is(name, "class") ? isBlock || DateFinder.TellsOfAnother(value) : Is(name, "style") ? isBlock && ElementMarks.Hides(value) : Is(name, "title") && Is(tag, "abbr"),
            6 => isBlock && Is(name, "hidden"),
            7 => Is(name, "content") || Is(name, "pubdate"),
            8 => Is(name, "itemprop") || Is(name, "datetime") || (Is(name, "property") && Is(tag, "meta")),
            10 => Is(name, "http-equiv") && Is(tag, "meta"),
            11 => isBlock && Is(name, "aria-hidden") && Is(value, "true"),
            _ => false,
        };
    }

    /// <summary>Whether nothing is read of an element of <see cref="TagTraits.Bare"/>: a picture, a style sheet of the site's.</summary>
    /// <param name="attributes">All attributes, as they stand in the markup.</param>
    public static bool IsNothing(ReadOnlySpan<char> tag, ReadOnlySpan<char> attributes) => Is(tag, "link") ? !attributes.ContainsAny(Relations) : !Is(tag, "img") || !attributes.ContainsAny(Property);

    public static bool Is(ReadOnlySpan<char> tag, string name) => tag.Equals(name, StringComparison.OrdinalIgnoreCase);
}
