using AngleSharp.Dom;

namespace Sanad.Reading.Html;

/// <summary>The attributes of an element that tell of its text, gathered in one pass.</summary>
internal readonly struct ElementMarks
{
    public ElementMarks(IElement element)
    {
        INamedNodeMap attributes = element.Attributes;
        int count = attributes.Length;
        for (int i = 0; i < count; i++)
        {
            IAttr attribute = attributes[i]!;
            switch (attribute.Name)
            {
                case "class":
                    Class = attribute.Value;
                    break;
                case "id":
                    Id = attribute.Value;
                    break;
                case "href":
                    Target = attribute.Value;
                    break;
                case "itemprop":
                    Property = attribute.Value;
                    break;
                case "role":
                    Role = attribute.Value;
                    break;
                case "hidden":
                    IsHidden = true;
                    break;
                case "aria-hidden":
                    IsHidden |= attribute.Value == "true";
                    break;
                case "style":
                    IsHidden |= Hides(attribute.Value);
                    break;
            }
        }
    }

    public string? Class { get; }

    public string? Id { get; }

    /// <summary>Of a link.</summary>
    public string? Target { get; }

    /// <summary>Its <c>itemprop</c>.</summary>
    public string? Property { get; }

    /// <summary>Its ARIA role.</summary>
    public string? Role { get; }

    /// <summary>Whether its own attributes keep it from being shown.</summary>
    public bool IsHidden { get; }

    /// <summary>Whether a <c>style</c> keeps its element from being shown.</summary>
    public static bool Hides(ReadOnlySpan<char> style)
    {
        int display = style.IndexOf("display", StringComparison.Ordinal);
        return display >= 0 && style[(display + 7)..].TrimStart(" :").StartsWith("none", StringComparison.OrdinalIgnoreCase);
    }
}
