using System.Buffers;
using Sanad.Reading.Html.Tree;

namespace Sanad.Reading.Html;

/// <summary>Tells who wrote an article, as its page says.</summary>
internal static class BylineReader
{
    private const int LongestName = 60, MostNames = 10, LongestText = 500, MostMarked = 100, MostParts = 10;

    private static readonly SearchValues<string> Author = SearchValues.Create(["author"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whose page it is: names that are the site's own are no author's.</summary>
    /// <param name="Outlet">Its name, or null.</param>
    /// <param name="Host">Its host, or null.</param>
    public readonly record struct Known(string? Outlet, string? Host);

    /// <summary>
    /// Lines that say who wrote ("Oleh …", "By …") go before the data for machines, in which some papers put the editor or the firm; lines that only stand where
    /// bylines stand go behind them.
    /// </summary>
    /// <param name="bylines">Blocks that are bylines, in the order of the page.</param>
    public static (IReadOnlyList<string> Names, string Path)? Read(Page page, MetaFields fields, PageWords words, Known site, IReadOnlyList<int> bylines)
    {
        if (Names(bylines.Select(block => page.TextOf(block).ToString()).Where(line => words.SaysAuthor(line)), words, site) is { Count: > 0 } said) return (said, "text");
        if (Names(page.Linked.Authors, words, site) is { Count: > 0 } linked) return (linked, "json-ld author");
        foreach ((string name, string content) in fields.Of(page, "author"))
        {
            if (Names(content.Split('\n'), words, site) is { Count: > 0 } meta) return (meta, $"meta {name}");
        }

        var marked = new List<string>();
        int looked = 0;
        for (int i = 0; i < page.Marked.Count; i++)
        {
            PageElement element = page.Marked[i].Element;
            if (element.GetAttribute("itemprop") is not { } item || !item.AsSpan().ContainsAny(Author)) continue;
            if (++looked > MostMarked) break;
            if (!DateFinder.IsOfAnother(element)) marked.Add(element.GetAttribute("content") ?? ElementText.Of(NameIn(page, i) ?? element, LongestText) ?? "");
        }

        if (Names(marked, words, site) is { Count: > 0 } names) return (names, "itemprop author");
        return Names(bylines.Select(block => page.TextOf(block).ToString()), words, site) is { Count: > 0 } printed ? (printed, "text") : null;
    }

    /// <summary>Of an author told with portrait and life the element that holds the name; null where none is marked as that.</summary>
    private static PageElement? NameIn(Page page, int author)
    {
        for (int i = author + 1; i < page.Marked.Count && i <= author + MostParts; i++)
        {
            PageElement element = page.Marked[i].Element;
            if (!page.Marked[author].Element.Contains(element)) return null;
            if (element.GetAttribute("itemprop") == "name") return element;
        }

        return null;
    }

    private static List<string> Names(IEnumerable<string> texts, PageWords words, Known site)
    {
        var names = new List<string>();
        string? outlet = site.Outlet is null ? null : Letters.Of(site.Outlet), label = site.Host is null ? null : Letters.Of(SiteReader.LabelOf(site.Host));
        foreach (string text in texts)
        {
            foreach (string line in text.Split('\n', ';', '|'))
            {
                // "Rina Mardhani | Editor: Taufik H": who edited did not write.
                if (words.NamesEditor(line)) continue;
                string name = words.WithoutByline(line).Trim(" ,.|-–—·:".AsSpan()).ToString();
                if (name.Length is < 3 or > LongestName || name.Contains("://", StringComparison.Ordinal) || name.AsSpan().ContainsAnyInRange('0', '9') || name.Contains('@', StringComparison.Ordinal)) continue;
                // "Published", "Editor": a word of the page, not a name.
                if (!name.Contains(' ', StringComparison.Ordinal) && words.Of(name) != 0) continue;
                string letters = Letters.Of(name);
                if (!char.IsLetter(name[0]) || letters == outlet || (label is { Length: > 3 } && letters.Contains(label, StringComparison.Ordinal)) || names.Contains(name, StringComparer.OrdinalIgnoreCase)) continue;
                if (names.Count < MostNames) names.Add(name);
            }
        }

        return names;
    }
}
