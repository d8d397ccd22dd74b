namespace Sanad.Reading.Html;

/// <summary>Short pieces of markup as text: what feeds and data for machines hold.</summary>
internal static class PageSnippet
{
    /// <summary>The text of the markup, paragraphs and lines parted by line feeds.</summary>
    public static string TextOf(string markup)
    {
        using var page = new Page(PageParser.Build(MarkupFilter.Filter(markup, new char[markup.Length]).Markup)) { Linked = LinkedData.None };
        BlockReader.Read(page, new MarkupHints());
        return string.Join('\n', Enumerable.Range(0, page.Blocks.Count).Select(i => page.TextOf(i).ToString()));
    }
}
