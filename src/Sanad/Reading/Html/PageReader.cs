using Sanad.Language;
using Sanad.Reading.Plain;
using Sanad.Text;

namespace Sanad.Reading.Html;

/// <summary>What a page gave.</summary>
/// <param name="Article">Null for a page without an article: a front page, a picture, an error message.</param>
/// <param name="Remark">What of the reading is worth a word: a wrong declaration, a text cut short; null where nothing is.</param>
/// <param name="NextPage">Absolute address of the page on which the article goes on; null where it ends here or goes on where it began.</param>
public sealed record PageReading(Article? Article, string? Remark, string? NextPage);

/// <summary>
/// Reads a page as a person would: its article's title, text and captions, without the page around them. Safe to use from many threads. Way through: markup → blocks →
/// the chance of each to be the article's → the chosen ones → lines of the article, each with what it is → what the page says about it, each with where it says so.
/// </summary>
public sealed class PageReader
{
    private readonly LanguageSet _languages;
    private readonly PageParser _parser = new();
    private readonly PageWords _words = new();
    private readonly MetaFields _fields = new();
    private readonly BlockModel _model;
    private readonly DateFinder _dates;

    /// <exception cref="LanguageFileException">A file of weights or words is wrong.</exception>
    public PageReader(LanguageSet languages)
    {
        _languages = languages;
        _model = BlockModel.Load(new BlockFeatures(_parser.Hints, _words, [.. languages.All.Select(static pack => pack.Furniture)]));
        _dates = new DateFinder(languages, _fields, _words);
    }

    /// <param name="metadata">What is known from outside; its address is where the page was found. What a person says of title and day goes before the page's word, what a list says behind it.</param>
    /// <param name="further">Markup of the pages on which the article goes on, in order.</param>
    public PageReading Read(string source, string html, Metadata metadata, params IReadOnlyList<string> further)
    {
        Page page = _parser.Parse(html);
        bool[] chosen = BlockChooser.Choose(page, _model.Chances(page, new PageStatistics(page)));
        var composer = new ArticleComposer(_languages, _words, _parser.Hints, _dates);
        composer.Add(page, chosen, LiveEntries.Find(page, chosen, _languages));
        foreach (string more in further) AddFurther(composer, more);
        string? next = NextPage.Of(page, metadata.Url);
        if (!composer.HasBody && page.Linked.ArticleBody is { Length: > 200 } body) composer.AddLinked(body);
        if (!composer.HasBody) return new PageReading(null, null, next);
        (string text, IReadOnlyList<Part> parts) = composer.Compose();
        var facts = new PageFacts();
        facts.Keep("text", text, chosen.AsSpan().Contains(true) ? "blocks" : "json-ld articleBody");
        string? outlet = facts.Keep("outlet", metadata.Outlet, SiteReader.Outlet(page, _fields, metadata.Url), toldFirst: true);
        (string? code, string? declared, string? languageRemark) = LanguageOf(page, metadata, text);
        FoundDate? published = _dates.Published(page, chosen, metadata.Url), updated = _dates.Updated(page);
        // A page cannot be published after it was fetched, but for the zones: such a date is that of an event or a slip.
        if (metadata.Fetched is { } fetched && published?.Value.Day.DayNumber > DateOnly.FromDateTime(fetched.UtcDateTime).DayNumber + 1) published = null;
        (IReadOnlyList<string> Names, string Path)? byline = BylineReader.Read(page, _fields, _words, new BylineReader.Known(outlet, SiteReader.HostOf(metadata.Url)), composer.Bylines);
        (string Title, string Path)? title = TitleReader.Read(page, outlet);
        bool isStub = StubSigns.Show(page, chosen, _fields, _words);
        var article = new Article(source, text, parts, code ?? _languages.Detect(text).Code)
        {
            Url = facts.Keep("url", SiteReader.Address(page, metadata.Url)),
            Title = facts.Keep("title", metadata.Title, title, !metadata.IsOfList),
            Outlet = outlet,
            Published = facts.Keep("published", metadata.Published, published is { } day ? (day.Value.ToIso(), day.Path) : null, !metadata.IsOfList),
            Updated = updated is { } change && change.Value != published?.Value ? facts.Keep("updated", change.Value.ToIso(), change.Path) : null,
            Byline = byline is { } names ? facts.Keep("byline", names.Names, names.Path)! : metadata.Byline,
            Sources = SourcesOf(page, metadata, outlet),
            DeclaredLanguage = declared,
            IsForeign = code is null,
            IsStub = isStub,
            Paths = facts.Paths,
        };
        string? remark = isStub ? "only the opening of the article is there; the rest is for subscribers" : languageRemark;
        return new PageReading(article, remark, next);
    }

    private void AddFurther(ArticleComposer composer, string html)
    {
        Page page = _parser.Parse(html);
        composer.Add(page, BlockChooser.Choose(page, _model.Chances(page, new PageStatistics(page))), isFurther: true);
    }

    /// <summary>The language by the words; the declared one where the words are too few to tell. Null where they are of no language that is read.</summary>
    private (string? Code, string? Declared, string? Remark) LanguageOf(Page page, Metadata metadata, string text)
    {
        string? declared = metadata.Language ?? page.Linked.Language ?? page.Document.DocumentElement.GetAttribute("lang") ?? _fields.Of(page, "language").Select(static field => field.Content).FirstOrDefault();
        if (string.IsNullOrWhiteSpace(declared) || declared.Length > 20) declared = null;
        bool isRead = _languages.TryGet(declared, out LanguagePack pack);
        if (_languages.TryDetect(text, isRead ? pack : null, out LanguagePack detected))
        {
            bool differs = declared is not null && (!isRead || pack != detected);
            return (detected.Code, declared, differs ? $"says that its language is {declared}; its words are {detected.Name}" : null);
        }

        if (isRead) return (pack.Code, declared, null);
        return (null, declared, $"in a language that is not read{(declared is null ? "" : $" ({declared})")}: its text is kept, and nothing is found in it");
    }

    private List<string> SourcesOf(Page page, Metadata metadata, string? outlet)
    {
        var sources = new List<string>();
        if (metadata.Credit is { } credit) sources.Add(credit);
        foreach ((_, string content) in _fields.Of(page, "source"))
        {
            string name = content.Trim();
            bool isOutlet = outlet is not null && Letters.Of(name) == Letters.Of(outlet);
            if (name.Length is > 1 and < 60 && !isOutlet && !name.Contains("://", StringComparison.Ordinal) && !sources.Contains(name, StringComparer.OrdinalIgnoreCase)) sources.Add(name);
        }

        return sources;
    }
}
