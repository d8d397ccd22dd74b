using System.Text;
using Sanad.Reading.Html.Tree;

namespace Sanad.Reading.Html;

/// <summary>The text in an element, of which no more is gathered than is asked for: of a thousand elements that stand in each other each holds the text of all.</summary>
internal static class ElementText
{
    /// <summary>Nodes that are looked at: far more than a name or a date is made of.</summary>
    private const int MostNodes = 1_000;

    /// <returns>Null where the text is longer.</returns>
    public static string? Of(PageElement element, int longest)
    {
        var text = new StringBuilder();
        var open = new List<(NodeList Children, int Next)> { (element, 0) };
        for (int nodes = 0; open.Count > 0; nodes++)
        {
            (NodeList children, int next) = open[^1];
            if (next == children.Length)
            {
                open.RemoveAt(open.Count - 1);
                continue;
            }

            open[^1] = (children, next + 1);
            if (children[next] is PageElement inner) open.Add((inner, 0));
            else if (children[next] is PageText part) text.Append(part.Data);
            if (text.Length > longest || nodes > MostNodes) return null;
        }

        return text.ToString();
    }
}
