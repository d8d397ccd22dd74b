using System.Buffers;
using AngleSharp;
using AngleSharp.Html.Parser;
using AngleSharp.Text;
using Sanad.Reading.Html.Tree;

namespace Sanad.Reading.Html;

/// <summary>Turns markup into a page's elements and blocks. Runs no script and fetches nothing.</summary>
internal sealed class PageParser
{
    public static readonly HtmlParserOptions Options = new()
    {
        SkipComments = true, SkipProcessingInstructions = true, SkipScriptText = true, SkipRawText = true, DisableElementPositionTracking = true,
    };

    private static readonly IConfiguration Services = new Configuration([new PageTreeFactory()]);

    private readonly MarkupHints _hints = new();

    public MarkupHints Hints => _hints;

    public Page Parse(string html)
    {
        char[] buffer = ArrayPool<char>.Shared.Rent(html.Length);
        FilteredMarkup filtered = MarkupFilter.Filter(html, buffer);
        var page = new Page(Build(filtered.Markup)) { Linked = LinkedData.Read(filtered.Linked), IsCut = filtered.IsCut };
        ArrayPool<char>.Shared.Return(buffer);
        BlockReader.Read(page, _hints);
        HeadReader.Read(page);
        page.TitleBlock = TitleFinder.Find(page);
        return page;
    }

    /// <summary>Builds the tree of markup that was filtered.</summary>
    public static PageDocument Build(ReadOnlyMemory<char> markup) =>
        new HtmlParser(Options, BrowsingContext.New(Services)).ParseDocument<PageDocument, PageElement>(new TextSource(new ReadOnlyMemoryTextSource(markup)));
}
