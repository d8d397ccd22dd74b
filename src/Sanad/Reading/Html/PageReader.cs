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
    /// <summary>By how much an agency's name may be longer than the one it is known by: "The ".</summary>
    private const int LongestArticle = 4;

    /// <summary>Within which a date line ends, in UTF-16 code units.</summary>
    private const int LongestDateLine = 80;

    private readonly LanguageSet _languages;
    private readonly PageParser _parser = new();
    private readonly PageWords _words = new();
    private readonly MetaFields _fields = new();
    private readonly BlockModel _model;
    private readonly DateFinder _dates;
    private readonly ulong _quoteHint;

    /// <exception cref="LanguageFileException">A file of weights or words is wrong.</exception>
    public PageReader(LanguageSet languages)
    {
        _languages = languages;
        _model = BlockModel.Load(new BlockFeatures(_parser.Hints, _words, [.. languages.All.Select(static pack => pack.Furniture)]));
        _dates = new DateFinder(languages, _fields, _words);
        _quoteHint = _parser.Hints.Bit("quote");
    }

    /// <param name="metadata">What is known from outside; its address is where the page was found. What a person says of title and day goes before the page's word, what a list says behind it.</param>
    /// <param name="further">Markup of the pages on which the article goes on, in order.</param>
    public PageReading Read(string source, string html, Metadata metadata, params IReadOnlyList<string> further)
    {
        using Page page = _parser.Parse(html);
        bool[] chosen = Choose(page);
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
            Sources = SourcesOf(page, metadata, outlet, byline?.Names ?? metadata.Byline, text, parts),
            DeclaredLanguage = declared,
            IsForeign = code is null,
            IsStub = isStub,
            Paths = facts.Paths,
        };
        string? remark = isStub ? "only the opening of the article is there; the rest is for subscribers" : page.IsCut ? "larger than any page is: its end was not read" : languageRemark;
        return new PageReading(article, remark, next);
    }

    private void AddFurther(ArticleComposer composer, string html)
    {
        using Page page = _parser.Parse(html);
        composer.Add(page, Choose(page), isFurther: true);
    }

    private bool[] Choose(Page page) => BlockChooser.Choose(page, _model.Chances(page, new PageStatistics(page)), _words, _quoteHint);

    /// <summary>The language by the words; the declared one where the words are too few to tell. Null where they are of no language that is read.</summary>
    private (string? Code, string? Declared, string? Remark) LanguageOf(Page page, Metadata metadata, string text)
    {
        string? declared = metadata.Language ?? page.Linked.Language ?? page.DeclaredLanguage ?? _fields.Of(page, "language").Select(static field => field.Content).FirstOrDefault();
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

    /// <summary>Who is named as the source outside the article's sentences: by a feed, in the page's head, as its author, in its credit line or its date line.</summary>
    private List<string> SourcesOf(Page page, Metadata metadata, string? outlet, IReadOnlyList<string> byline, string text, IReadOnlyList<Part> parts)
    {
        var sources = new List<string>();
        void Add(string? name)
        {
            if (name is null || (outlet is not null && Letters.Of(outlet).Contains(Letters.Of(name), StringComparison.Ordinal)) || sources.Contains(name, StringComparer.OrdinalIgnoreCase)) return;
            sources.Add(name);
        }

        Add(metadata.Credit);
        foreach ((_, string content) in _fields.Of(page, "source"))
        {
            if (content.Trim() is { Length: > 1 and < 60 } name && !name.Contains("://", StringComparison.Ordinal)) Add(_languages.Wires.In(name) is { } wire && name.Length <= wire.Length + LongestArticle ? wire : name);
        }

        foreach (string name in byline) Add(_languages.Wires.In(name));
        bool isOpening = true;
        foreach (Part part in parts)
        {
            if (part.Kind == PartKind.Credit) Add(_languages.Wires.In(part.Span.Of(text)));
            if (part.Kind != PartKind.Body || !isOpening) continue;
            isOpening = false;
            Add(DateLineSource(part.Span.Of(text)));
        }

        return sources;
    }

    /// <summary>The agency in the brackets of a date line: "WASHINGTON (AP) — …", "Jakarta (ANTARA) - …".</summary>
    private string? DateLineSource(ReadOnlySpan<char> opening)
    {
        ReadOnlySpan<char> head = opening[..Math.Min(opening.Length, LongestDateLine)];
        int open = head.IndexOf('('), close = open < 0 ? -1 : head[open..].IndexOf(')');
        if (close < 0) return null;
        ReadOnlySpan<char> behind = head[(open + close + 1)..].TrimStart();
        return behind.Length > 0 && behind[0] is '-' or '–' or '—' ? _languages.Wires.In(head.Slice(open, close)) : null;
    }
}
