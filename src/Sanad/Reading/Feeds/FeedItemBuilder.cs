using Sanad.Language;

namespace Sanad.Reading.Feeds;

/// <summary>An item while it is read: where two elements say the same, the better one stays.</summary>
internal sealed class FeedItemBuilder(LanguageSet languages)
{
    /// <summary>Names, categories and pictures kept of one item.</summary>
    private const int Most = 50;

    /// <summary>Characters of a value that a remark quotes.</summary>
    private const int Quoted = 60;

    private readonly List<string> _authors = [], _categories = [];
    private readonly List<FeedPicture> _pictures = [];
    private PublishedValue? _published, _updated;
    private string? _unread;

    public string? Id { get; set; }

    public string? Url { get; set; }

    public string? Title { get; set; }

    public string? Summary { get; set; }

    public string? Content { get; set; }

    public FeedSource? Source { get; set; }

    public string? Language { get; set; }

    public IReadOnlyList<string> Authors => _authors;

    /// <summary>The first of them counts; a later one only where it is more precise.</summary>
    public void Publish(string text) => Take(text, ref _published);

    public void Update(string text) => Take(text, ref _updated);

    public void AddAuthor(string name) => Add(_authors, name);

    public void AddCategory(string name) => Add(_categories, name);

    public void AddPicture(FeedPicture picture)
    {
        if (_pictures.Count < Most && picture is not { Url: null, Credit: null, Description: null }) _pictures.Add(picture);
    }

    /// <summary>A credit or a caption that stands beside its picture, not inside it: it belongs to the one before it.</summary>
    public void Describe(string? credit, string? description)
    {
        if (_pictures.Count > 0 && _pictures[^1] is var last && (credit is null || last.Credit is null) && (description is null || last.Description is null))
            _pictures[^1] = last with { Credit = last.Credit ?? credit, Description = last.Description ?? description };
        else AddPicture(new FeedPicture(null, credit, description));
    }

    /// <param name="address">An address that was given and is none that can be followed.</param>
    public void Refuse(string address)
    {
        if (!string.IsNullOrWhiteSpace(address)) _unread ??= $"its address '{Shortened(address)}' cannot be followed";
    }

    public FeedItem Build(string? language) => new()
    {
        Id = Id, Url = Url, Title = Title, Published = _published, Updated = _updated, Summary = Summary, Content = Content, Authors = _authors, Categories = _categories,
        Source = Source, Language = Language ?? language, Pictures = _pictures, Remark = _unread,
    };

    private void Take(string text, ref PublishedValue? kept)
    {
        if (string.IsNullOrWhiteSpace(text)) return;
        if (!PublishedDate.TryRead(text, languages, out PublishedValue value)) _unread ??= $"its date '{Shortened(text)}' cannot be read";
        else if (kept is not { } before || (before.Day == value.Day && Precision(value) > Precision(before))) kept = value;
    }

    private static int Precision(PublishedValue value) => value.Time is null ? 0 : value.Offset is null ? 1 : 2;

    private static void Add(List<string> list, string value)
    {
        if (value.Length > 0 && list.Count < Most && !list.Contains(value)) list.Add(value);
    }

    private static string Shortened(string text) => Markup.MarkupText.Collapse(text.Length > Quoted ? text.AsSpan(0, Quoted) : text);
}
