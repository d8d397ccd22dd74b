using AngleSharp.Html.Construction;
using Sanad.Reading.Html.Tree;

namespace Sanad.Reading.Html;

/// <summary>Reads what a page's head says of its article: <c>meta</c> and <c>link</c> elements, wherever they stand.</summary>
internal static class HeadReader
{
    public static void Read(Page page)
    {
        if (page.Document.Head is { } head) ReadIn(page, head);
        // Broken heads leave their elements at the top of the body.
        if (page.Document.Body is { } body) ReadIn(page, body);
        page.Description = page.Linked.Description ?? page.Meta("og:description") ?? page.Meta("description") ?? page.Meta("twitter:description");
        page.HeadTitle = page.Linked.Headline ?? page.Meta("og:title") ?? page.Meta("twitter:title") ?? page.Document.Title;
    }

    private static void ReadIn(Page page, PageElement parent)
    {
        foreach (IConstructableNode node in parent.Nodes)
        {
            if (node is not PageElement element) continue;
            if (element.LocalName == "meta") ReadMeta(page, element);
            else if (element.LocalName == "link" && element.GetAttribute("rel") is { } rel && element.GetAttribute("href") is { Length: > 0 } href) page.Links.TryAdd(rel.ToLowerInvariant(), href);
        }
    }

    private static void ReadMeta(Page page, PageElement element)
    {
        if (element.GetAttribute("content") is not { Length: > 0 } content) return;
        string? name = element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop") ?? element.GetAttribute("http-equiv");
        if (string.IsNullOrEmpty(name)) return;
        name = name.ToLowerInvariant();
        if (name is "article:author" or "author" or "dc.creator" && page.Metas.TryGetValue(name, out string? others) && others.Length < 500) page.Metas[name] = $"{others}\n{content.Trim()}";
        else page.Metas.TryAdd(name, content.Trim());
    }
}
