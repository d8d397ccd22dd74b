using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xunit;

namespace Sanad.App.Tests.Server;

/// <summary>That a page consists of nothing but what its components write: no element, attribute or address can have come from a text.</summary>
internal static class OwnMarkup
{
    private static readonly HashSet<string> Elements = new(StringComparer.Ordinal)
    {
        "html", "head", "meta", "title", "link", "script", "body", "header", "nav", "main", "footer", "section", "article", "aside", "h1", "h2", "h3", "p", "ul", "ol", "li", "dl", "div", "dt", "dd", "a", "span", "strong", "em",
        "form", "label", "input", "button", "select", "option", "optgroup", "datalist", "table", "caption", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "details", "summary", "q", "cite", "mark", "fieldset", "legend", "textarea", "s",
        "svg", "g", "line", "text", "path", "circle", "rect",
    };

    public static void IsAll(IHtmlDocument page, string where)
    {
        foreach (IElement element in page.All)
        {
            Assert.True(Elements.Contains(element.LocalName), $"{where}: <{element.LocalName}>");
            foreach (IAttr attribute in element.Attributes)
            {
                Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "style" or "srcdoc" or "formaction" or "xlink:href" or "autofocus", $"{where}: {attribute.Name}");
            }

            switch (element.LocalName)
            {
                case "script" or "link":
                    string address = (element.GetAttribute("src") ?? element.GetAttribute("href"))!;
                    bool isAlternate = element.GetAttribute("rel") == "alternate" && (address.StartsWith("/api/", StringComparison.Ordinal) || address.StartsWith("/feeds/", StringComparison.Ordinal));
                    Assert.True(isAlternate || address.StartsWith("/web/", StringComparison.Ordinal), $"{where}: {address}");
                    Assert.Equal("", element.TextContent);
                    break;
                case "meta":
                    Assert.Null(element.GetAttribute("http-equiv"));
                    break;
                case "form":
                    Assert.StartsWith("/", element.GetAttribute("action"), StringComparison.Ordinal);
                    break;
                case "a":
                    string href = element.GetAttribute("href")!;
                    bool isOwn = href.StartsWith('#') || (href.StartsWith('/') && !href.StartsWith("//", StringComparison.Ordinal));
                    Assert.True(isOwn || (element.GetAttribute("rel") == "noreferrer nofollow external" && (href.StartsWith("https://", StringComparison.Ordinal) || href.StartsWith("http://", StringComparison.Ordinal))), $"{where}: {href}");
                    break;
            }
        }
    }
}
