using AngleSharp.Dom;

namespace Sanad.Reading.Html;

/// <summary>Tells who wrote an article, as its page says.</summary>
internal static class BylineReader
{
    private const int LongestName = 60, MostNames = 10, LongestText = 500, MostMarked = 100;

    /// <param name="bylines">Blocks that are bylines, in the order of the page.</param>
    public static (IReadOnlyList<string> Names, string Path)? Read(Page page, MetaFields fields, PageWords words, string? outlet, IReadOnlyList<int> bylines)
    {
        if (Names(page.Linked.Authors, words, outlet) is { Count: > 0 } linked) return (linked, "json-ld author");
        foreach ((string name, string content) in fields.Of(page, "author"))
        {
            if (Names(content.Split('\n'), words, outlet) is { Count: > 0 } meta) return (meta, $"meta {name}");
        }

        var marked = new List<string>();
        int looked = 0;
        foreach ((IElement element, _) in page.Marked)
        {
            if (element.GetAttribute("itemprop") is not { } item || !item.Contains("author", StringComparison.OrdinalIgnoreCase)) continue;
            if (++looked > MostMarked) break;
            if (!DateFinder.IsOfAnother(element)) marked.Add(element.GetAttribute("content") ?? ElementText.Of(element, LongestText) ?? "");
        }

        if (Names(marked, words, outlet) is { Count: > 0 } names) return (names, "itemprop author");
        return Names(bylines.Select(block => page.TextOf(block).ToString()), words, outlet) is { Count: > 0 } printed ? (printed, "text") : null;
    }

    private static List<string> Names(IEnumerable<string> texts, PageWords words, string? outlet)
    {
        var names = new List<string>();
        string? site = outlet is null ? null : Letters.Of(outlet);
        foreach (string text in texts)
        {
            foreach (string line in text.Split('\n', ';'))
            {
                string name = words.WithoutByline(line).Trim(" ,.|-–—·:".AsSpan()).ToString();
                if (name.Length is < 3 or > LongestName || name.Contains("://", StringComparison.Ordinal) || name.AsSpan().ContainsAnyInRange('0', '9') || name.Contains('@', StringComparison.Ordinal)) continue;
                // "Published", "Editor": a word of the page, not a name.
                if (!name.Contains(' ', StringComparison.Ordinal) && words.Of(name) != 0) continue;
                if (!char.IsLetter(name[0]) || Letters.Of(name) == site || names.Contains(name, StringComparer.OrdinalIgnoreCase)) continue;
                if (names.Count < MostNames) names.Add(name);
            }
        }

        return names;
    }
}
