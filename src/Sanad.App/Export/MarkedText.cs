using System.Text.Encodings.Web;
using System.Text.Unicode;
using Sanad.Text;

namespace Sanad.App.Export;

/// <summary>
/// Writes an article's text as HTML with its entries marked. Entries stand within one another and may cross, which elements cannot: the text is cut at every end of one, each
/// piece is marked for what it belongs to, and where an entry begins stands its place.
/// </summary>
internal static class MarkedText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="entries">Stretches, the name of the place where each begins (null for a further stretch of an entry), and the class of its mark.</param>
    public static void Write(TextWriter output, string text, IReadOnlyList<(TextSpan Span, string? Id, string Class)> entries)
    {
        var cuts = new SortedSet<int> { 0, text.Length };
        foreach ((TextSpan span, _, _) in entries)
        {
            cuts.Add(span.Start);
            cuts.Add(span.End);
        }

        List<(TextSpan Span, string? Id, string Class)> ordered = [.. entries.OrderBy(static entry => entry.Span)];
        var open = new List<(TextSpan Span, string Class)>();
        int next = 0, from = 0;
        foreach (int cut in cuts)
        {
            if (cut > from)
            {
                string piece = Encoder.Encode(text[from..cut]).Replace("&#xA;", "\n", StringComparison.Ordinal).Replace("&#xD;", "", StringComparison.Ordinal).Replace("&#x9;", "\t", StringComparison.Ordinal);
                output.Write(open.Count == 0 ? piece : $"<mark class=\"{string.Join(' ', open.Select(static entry => entry.Class).Distinct())}\">{piece}</mark>");
            }

            from = cut;
            open.RemoveAll(entry => entry.Span.End <= cut);
            for (; next < ordered.Count && ordered[next].Span.Start == cut; next++)
            {
                if (ordered[next].Id is { } id) output.Write($"<span id=\"{id}\"></span>");
                if (!ordered[next].Span.IsEmpty) open.Add((ordered[next].Span, ordered[next].Class));
            }
        }
    }
}
