using System.Buffers;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Sanad.Reading.Html;

/// <summary>Turns markup into a page's elements and blocks. Runs no script and fetches nothing.</summary>
internal sealed class PageParser
{
    private static readonly HtmlParserOptions Options = new()
    {
        SkipComments = true, SkipProcessingInstructions = true, SkipScriptText = true, SkipRawText = true, DisableElementPositionTracking = true,
    };

    private static readonly IConfiguration Services = Configuration.Default;

    private readonly MarkupHints _hints = new();

    public MarkupHints Hints => _hints;

    public Page Parse(string html)
    {
        char[] buffer = ArrayPool<char>.Shared.Rent(html.Length);
        FilteredMarkup filtered = MarkupFilter.Filter(html, buffer);
        // Of a string the parser makes no copy, of other memory it makes two.
        IDocument document = new HtmlParser(Options, BrowsingContext.New(Services)).ParseDocument(filtered.Markup.ToString());
        ArrayPool<char>.Shared.Return(buffer);
        var page = new Page(document) { Linked = LinkedData.Read(filtered.Linked), IsCut = filtered.IsCut };
        BlockReader.Read(page, _hints);
        HeadReader.Read(page);
        page.TitleBlock = TitleFinder.Find(page);
        return page;
    }
}
