using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Sanad.Reading.Html;

/// <summary>Turns markup into a page's elements and blocks. Runs no script and fetches nothing.</summary>
internal sealed class PageParser
{
    private static readonly HtmlParserOptions Options = new() { SkipComments = true, SkipProcessingInstructions = true, DisableElementPositionTracking = true };

    private readonly MarkupHints _hints = new();

    public MarkupHints Hints => _hints;

    public Page Parse(string html)
    {
        IDocument document = new HtmlParser(Options).ParseDocument(DepthGuard.Limit(html).AsMemory());
        var page = new Page(document) { Linked = LinkedData.None };
        BlockReader.Read(page, _hints);
        HeadReader.Read(page);
        page.TitleBlock = TitleFinder.Find(page);
        return page;
    }
}
