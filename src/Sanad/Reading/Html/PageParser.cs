using System.Buffers;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Sanad.Reading.Html;

/// <summary>Turns markup into a page's elements and blocks. Runs no script and fetches nothing.</summary>
internal sealed class PageParser
{
    /// <summary>Of attributes only those are kept that some reader here asks for.</summary>
    private static readonly HtmlParserOptions Options = new()
    {
        SkipComments = true, SkipProcessingInstructions = true, SkipScriptText = true, SkipRawText = true, DisableElementPositionTracking = true, ShouldEmitAttribute = IsRead,
    };

    private readonly MarkupHints _hints = new();

    public MarkupHints Hints => _hints;

    public Page Parse(string html)
    {
        char[] buffer = ArrayPool<char>.Shared.Rent(html.Length);
        FilteredMarkup filtered = MarkupFilter.Filter(html, buffer);
        // The document keeps strings of its own, so the buffer may go back.
        IDocument document = new HtmlParser(Options).ParseDocument(filtered.Markup);
        ArrayPool<char>.Shared.Return(buffer);
        var page = new Page(document) { Linked = LinkedData.Read(filtered.Linked), IsCut = filtered.IsCut };
        BlockReader.Read(page, _hints);
        HeadReader.Read(page);
        page.TitleBlock = TitleFinder.Find(page);
        return page;
    }

    private static bool IsRead(ref StructHtmlToken token, ReadOnlyMemory<char> name) => name.Span switch
    {
        "class" or "id" or "itemprop" or "role" or "hidden" or "aria-hidden" or "style" or "content" or "datetime" or "pubdate" or "lang" => true,
        "href" or "rel" => token.Name.Length is 1 or 4,
        "name" or "property" or "http-equiv" => token.Name.Length == 4,
        "title" => token.Name.Length == 4,
        _ => false,
    };
}
