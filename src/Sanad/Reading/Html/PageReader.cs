using Sanad.Language;
using Sanad.Reading.Plain;
using Sanad.Text;

namespace Sanad.Reading.Html;

/// <summary>
/// Reads a page as a person would: its article's title, text and captions, without the page around them. Safe to use from many threads.
/// Way through: markup → blocks → the chance of each to be the article's → lines of the article → what the page says about it.
/// </summary>
public sealed class PageReader
{
    private readonly LanguageSet _languages;
    private readonly PageParser _parser = new();
    private readonly BlockModel _model;

    public PageReader(LanguageSet languages)
    {
        _languages = languages;
        _model = BlockModel.Load(new BlockFeatures(_parser.Hints, new PageWords(), [.. languages.All.Select(static pack => pack.Furniture)]));
    }

    /// <param name="metadata">What is known from outside; where it says something, the page is not asked.</param>
    /// <returns>Null for a page without an article: a front page, a picture, an error message.</returns>
    public Article? TryRead(string source, string html, Metadata metadata)
    {
        Page page = _parser.Parse(html);
        bool[] chosen = BlockChooser.Choose(page, _model.Chances(page, new PageStatistics(page)));
        (string text, IReadOnlyList<Part> parts) = ArticleComposer.Compose(page, chosen, _languages);
        if (parts.Count == 0) return null;
        LanguagePack language = _languages.TryGet(metadata.Language ?? page.Linked.Language ?? page.Document.DocumentElement.GetAttribute("lang"), out LanguagePack declared) ? declared : _languages.Detect(text);
        return new Article(source, text, parts, language.Code)
        {
            Url = metadata.Url, Outlet = metadata.Outlet ?? page.Meta("og:site_name") ?? page.Linked.Publisher, Title = metadata.Title ?? page.HeadTitle, Published = metadata.Published ?? page.Linked.Published,
            Byline = page.Linked.Authors, Sources = metadata.Credit is null ? [] : [metadata.Credit], Paths = [new FieldPath("text", "blocks")],
        };
    }
}
