using System.Text;
using Sanad.Language;
using Sanad.Text;

namespace Sanad.Reading.Html;

/// <summary>Puts what is an article's of one page or several together as its text, a line each, and says what each line is.</summary>
internal sealed class ArticleComposer(LanguageSet languages, PageWords words, MarkupHints hints, DateFinder dates)
{
    /// <summary>Blocks around the text in which its byline, its date line and its captions stand.</summary>
    private const int Around = 8;

    private const int LongestLine = 100, LongestCaption = 600;

    private readonly ulong _bylineHint = hints.Bit("byline"), _captionHint = hints.Bit("caption");
    private readonly StringBuilder _text = new();
    private readonly List<Part> _parts = [];
    private readonly List<int> _bylines = [];

    /// <summary>Whether any line of the article's own has been added.</summary>
    public bool HasBody { get; private set; }

    /// <summary>Blocks of the first page that are bylines.</summary>
    public IReadOnlyList<int> Bylines => _bylines;

    /// <param name="isFurther">Whether it goes on with an article of which an earlier page was added: then its title is not printed again.</param>
    /// <param name="entries">For a report that goes on being written: when the entry was published that each block belongs to.</param>
    public void Add(Page page, bool[] chosen, LiveEntries? entries = null, bool isFurther = false)
    {
        int first = Array.IndexOf(chosen, true), last = Array.LastIndexOf(chosen, true);
        if (first < 0) return;
        int from = Math.Max(0, page.TitleBlock >= 0 && page.TitleBlock < first ? Math.Min(page.TitleBlock, first) - Around : first - Around), to = Math.Min(chosen.Length - 1, last + Around);
        for (int i = from; i <= to; i++)
        {
            PartKind? kind = i == page.TitleBlock && !isFurther ? PartKind.Title : chosen[i] ? (i <= first + 1 && dates.IsDateLine(page.TextOf(i)) ? PartKind.Dateline : PartKind.Body) : KindOfOther(page, i, first, last);
            if (kind is not { } known) continue;
            if (known == PartKind.Byline && !isFurther) _bylines.Add(i);
            HasBody |= known == PartKind.Body;
            AddLines(page.TextOf(i), known, entries?.Of(i), known == PartKind.Body && page.BlockAt(i).Role is Role.Heading or Role.Title);
        }
    }

    /// <summary>Adds a text that the page holds for machines only.</summary>
    public void AddLinked(string body)
    {
        string text = body.Contains('<', StringComparison.Ordinal) ? PageSnippet.TextOf(body) : body;
        AddLines(text, PartKind.Body);
        HasBody |= _parts.Count > 0;
    }

    public (string Text, IReadOnlyList<Part> Parts) Compose() => (_text.ToString(), _parts);

    private void AddLines(ReadOnlySpan<char> block, PartKind kind, string? published = null, bool isHeading = false)
    {
        foreach (Range range in block.Split('\n'))
        {
            ReadOnlySpan<char> line = block[range].Trim();
            if (line.IsEmpty) continue;
            PartKind own = kind == PartKind.Body && IsKnownAs(line) is PartKind.Furniture ? PartKind.Furniture : kind;
            if (_text.Length > 0) _text.Append('\n');
            int start = _text.Length;
            _text.Append(line);
            _parts.Add(new Part(own, new TextSpan(start, _text.Length)) { Published = published, IsHeading = isHeading && own == PartKind.Body });
        }
    }

    /// <summary>What a block is that stands in the article and is not its text; null where it is the page's.</summary>
    private PartKind? KindOfOther(Page page, int number, int first, int last)
    {
        ref readonly Block block = ref page.BlockAt(number);
        ReadOnlySpan<char> text = page.TextOf(number);
        if (block.Regions.HasFlag(Region.Hidden)) return null;
        PartKind? known = IsKnownAs(text);
        bool isBesides = number < first || number > last;
        // Behind the text only a line that says so is a byline: the names there are those of readers who comment.
        bool isNamed = (block.Near & _bylineHint) != 0 && block.Words is > 0 and <= 12 && number < first && number > page.TitleBlock - 3;
        if (text.Length <= LongestLine && isBesides && (known == PartKind.Byline || (isNamed && !text.ContainsAnyInRange('0', '9')))) return PartKind.Byline;
        bool isPhoto = words.IsPhotoCredited(text, out bool inParentheses);
        if (text.Length <= LongestLine && number < first && block.Role != Role.Caption && !isPhoto && dates.IsDateLine(text)) return PartKind.Dateline;
        if (text.Length <= LongestCaption && (block.Role == Role.Caption || (((block.Regions & Region.Figure) != 0 || (block.Near & _captionHint) != 0) && (isPhoto || block.Words >= 5)) || (inParentheses && isPhoto && number > first && number < last)))
            return block.LinkCharacters * 2 > block.Length ? null : PartKind.Caption;
        if (known == PartKind.Credit && isBesides && number > last) return PartKind.Credit;
        return known == PartKind.Furniture && !isBesides ? PartKind.Furniture : null;
    }

    private PartKind? IsKnownAs(ReadOnlySpan<char> line)
    {
        foreach (LanguagePack pack in languages.All)
        {
            if (pack.Furniture.TryMatch(line, out PartKind kind)) return kind;
        }

        return null;
    }
}
