using Sanad.Reading.Html.Tree;

namespace Sanad.Reading.Html;

/// <summary>The attributes of an element that tell of its text, gathered in one pass; those that it does not have are empty.</summary>
internal readonly ref struct ElementMarks
{
    public ElementMarks(PageElement element)
    {
        foreach (ref readonly AttributeList.Attribute attribute in element.Attributes.Attributes)
        {
            ReadOnlySpan<char> value = attribute.Value.Memory.Span;
            switch (attribute.Name.Memory.Span)
            {
                case "class":
                    Class = value;
                    break;
                case "id":
                    Id = value;
                    break;
                case "href":
                    Target = value;
                    IsLink = true;
                    break;
                case "itemprop":
                    Property = value;
                    HasProperty = true;
                    break;
                case "role":
                    Role = value;
                    break;
                case "hidden":
                    IsHidden = true;
                    break;
                case "aria-hidden":
                    IsHidden |= value is "true";
                    break;
                case "style":
                    IsHidden |= Hides(value);
                    break;
            }
        }
    }

    public ReadOnlySpan<char> Class { get; }

    public ReadOnlySpan<char> Id { get; }

    /// <summary>Of a link.</summary>
    public ReadOnlySpan<char> Target { get; }

    /// <summary>Whether it has a target, be it an empty one.</summary>
    public bool IsLink { get; }

    /// <summary>Its <c>itemprop</c>.</summary>
    public ReadOnlySpan<char> Property { get; }

    public bool HasProperty { get; }

    /// <summary>Its ARIA role.</summary>
    public ReadOnlySpan<char> Role { get; }

    /// <summary>Whether its own attributes keep it from being shown.</summary>
    public bool IsHidden { get; }

    /// <summary>Whether a <c>style</c> keeps its element from being shown.</summary>
    public static bool Hides(ReadOnlySpan<char> style)
    {
        int display = style.IndexOf("display", StringComparison.Ordinal);
        return display >= 0 && style[(display + 7)..].TrimStart(" :").StartsWith("none", StringComparison.OrdinalIgnoreCase);
    }
}
