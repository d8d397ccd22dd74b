using System.Text;
using AngleSharp.Dom;

namespace Sanad.Reading.Html;

/// <summary>The text in an element, of which no more is gathered than is asked for: of a thousand elements that stand in each other each holds the text of all.</summary>
internal static class ElementText
{
    /// <summary>Nodes that are looked at: far more than a name or a date is made of.</summary>
    private const int MostNodes = 1_000;

    /// <returns>Null where the text is longer.</returns>
    public static string? Of(INode element, int longest)
    {
        var text = new StringBuilder();
        var open = new List<(INodeList Children, int Next)> { (element.ChildNodes, 0) };
        for (int nodes = 0; open.Count > 0; nodes++)
        {
            (INodeList children, int next) = open[^1];
            if (next == children.Length)
            {
                open.RemoveAt(open.Count - 1);
                continue;
            }

            INode node = children[next];
            open[^1] = (children, next + 1);
            if (node is IText part) text.Append(part.Data);
            else open.Add((node.ChildNodes, 0));
            if (text.Length > longest || nodes > MostNodes) return null;
        }

        return text.ToString();
    }
}
