using System.Buffers;
using System.Runtime.InteropServices;
using AngleSharp.Html.Construction;
using Sanad.Reading.Html.Tree;

namespace Sanad.Reading.Html;

/// <summary>Walks a page once, from its first element to its last, and cuts its text into blocks. Not recursive: pages nest as deep as they like.</summary>
internal sealed class BlockReader
{
    /// <summary>A table cell with at least so many characters is a block of its own: it lays out a page and holds no datum.</summary>
    private const int LongCell = 90;

    /// <summary>Most text that is kept of a page, in UTF-16 code units: some sixty thousand words, read and analysed within a second even where every other one is a cue.</summary>
    private const int LongestText = 400_000;

    private static readonly SearchValues<string> ArticleBody = SearchValues.Create(["articleBody"], StringComparison.OrdinalIgnoreCase);

    private readonly MarkupHints _hints;
    private readonly Page _page;
    private readonly List<Frame> _open = new(64);
    private readonly Dictionary<string, (ulong Hints, int Number)>.AlternateLookup<ReadOnlySpan<char>> _looks = new Dictionary<string, (ulong Hints, int Number)>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    private readonly Dictionary<(int Parent, int Tag, int Look), int> _signatures = [];
    private char[] _text = ArrayPool<char>.Shared.Rent(1 << 15);
    private int _length, _start, _links, _marked, _lineBreaks, _cellStart;
    private bool _blank = true;

    private BlockReader(MarkupHints hints, Page page) => (_hints, _page) = (hints, page);

    public static void Read(Page page, MarkupHints hints) => new BlockReader(hints, page).Walk();

    private void Walk()
    {
        if (_page.Document.Body is not { } body) return;
        Open(body);
        while (_open.Count > 0)
        {
            ref Frame frame = ref CollectionsMarshal.AsSpan(_open)[^1];
            if (frame.Child == frame.Count)
            {
                Close(in frame);
                _open.RemoveAt(_open.Count - 1);
                continue;
            }

            IConstructableNode node = frame.Children[frame.Child++];
            if (node is PageText text) Append(text.Data, in frame);
            else Open((PageElement)node);
        }

        _page.Text = new string(_text, 0, _length);
        ArrayPool<char>.Shared.Return(_text);
    }

    private void Open(PageElement element)
    {
        TagKind tag = element.Kind;
        if (tag.Role == Role.Skipped)
        {
            if (element.HasAttribute("itemprop")) _page.Marked.Add((element, _page.Blocks.Count));
            return;
        }

        if (tag.Role == Role.Break)
        {
            Break();
            return;
        }

        Frame around = _open.Count > 0 ? _open[^1] : default;
        var marks = new ElementMarks(element);
        if (marks.HasProperty || element.LocalName is "time" or "abbr") _page.Marked.Add((element, _page.Blocks.Count));
        var frame = new Frame(element, tag.Role)
        {
            Container = around.Container, Regions = around.Regions, Near = around.Near, Far = around.Far, Parent = around.Parent, InLink = around.InLink, InMark = around.InMark, HasLongCells = around.HasLongCells,
        };
        if (tag.Role == Role.Inline)
        {
            if (IsLinkList(element)) return;
            OpenInline(element, in marks, ref frame);
            _open.Add(frame);
            return;
        }

        if (tag.Role == Role.Cell) StartCell();
        else Flush();
        (ulong own, int look) = LookOf(marks.Class);
        own |= _hints.Of(marks.Id);
        Region regions = around.Regions | tag.Region;
        if (tag.Region == Region.Article && (around.Regions & Region.Article) != 0) regions |= Region.InnerArticle;
        if (marks.Property.ContainsAny(ArticleBody)) regions |= Region.ArticleBody;
        if (marks.IsHidden) regions |= Region.Hidden;
        regions |= RegionOf(marks.Role);
        frame.Regions = regions;
        frame.Parent = own;
        frame.Near = own | around.Parent;
        frame.Far = around.Far | around.Near;
        // A cell belongs to its row until it turns out to be long; then its text is flushed as the row's.
        if (tag.Role != Role.Cell) frame.Container = AddContainer(tag, look, in around);
        _open.Add(frame);
    }

    private void OpenInline(PageElement element, in ElementMarks marks, ref Frame frame)
    {
        if (element.LocalName == "a" && marks.IsLink)
        {
            frame.InLink = true;
            if (NextPage.MayBe(marks.Target)) _page.NumberedLinks.Add(marks.Target.ToString());
        }
        else if (element.LocalName is "b" or "strong" or "em" or "i")
        {
            frame.InMark = true;
        }
    }

    private void Close(in Frame frame)
    {
        if (frame.Role == Role.Inline) return;
        if (frame.Role == Role.Cell)
        {
            EndCell(frame);
            return;
        }

        Flush(frame);
        _page.Containers[frame.Container] = _page.Containers[frame.Container] with { EndBlock = _page.Blocks.Count };
    }

    private int AddContainer(TagKind tag, int look, in Frame around)
    {
        int parent = _page.Containers.Count == 0 ? -1 : around.Container;
        (int, int, int) key = (parent < 0 ? -1 : _page.Containers[parent].Signature, tag.Number, look);
        ref int signature = ref CollectionsMarshal.GetValueRefOrAddDefault(_signatures, key, out bool known);
        if (!known) signature = _signatures.Count - 1;
        _page.Containers.Add(new Container(parent, _open.Count, signature) { Role = tag.Role, FirstBlock = _page.Blocks.Count, EndBlock = _page.Blocks.Count });
        return _page.Containers.Count - 1;
    }

    /// <summary>A list of links that unfolds over a word of the text: an element within a line that holds several links and no words of its own.</summary>
    private static bool IsLinkList(PageElement element)
    {
        if (element.LocalName != "span" || element.Length < 3) return false;
        int links = 0;
        foreach (IConstructableNode child in element.Nodes)
        {
            if (child is PageText text && !text.Data.IsWhiteSpace()) return false;
            if (child is PageElement { LocalName: "a" or "span" }) links++;
        }

        return links >= 3;
    }

    /// <summary>What a class name tells, and its number among those of the page.</summary>
    private (ulong Hints, int Number) LookOf(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty) return default;
        if (_looks.TryGetValue(name, out (ulong, int) look)) return look;
        return _looks[name] = (_hints.Of(name), _looks.Dictionary.Count + 1);
    }

    private static Region RegionOf(ReadOnlySpan<char> role) => role switch
    {
        "main" => Region.Main,
        "navigation" or "menu" or "menubar" or "toolbar" or "tablist" => Region.Navigation,
        "complementary" => Region.Aside,
        "contentinfo" => Region.Footer,
        "banner" => Region.Header,
        "dialog" or "alertdialog" => Region.Hidden,
        "search" => Region.Form,
        "article" => Region.Article,
        _ => Region.None,
    };

    private void Append(ReadOnlySpan<char> data, in Frame frame)
    {
        if (_length + data.Length > LongestText)
        {
            _page.IsCut = true;
            data = data[..Math.Max(0, LongestText - _length)];
        }

        bool keepLines = frame.Role == Role.Preformatted, blank = _blank;
        int from = _length, length = _length;
        // At most one character for each that there is, and a line feed for the breaks before it.
        MakeRoom(data.Length + 1);
        Span<char> text = _text;
        foreach (char c in data)
        {
            if (c is > ' ' and < '\u007f' || !(char.IsWhiteSpace(c) || IsInvisible(c)))
            {
                if (_lineBreaks > 0)
                {
                    _length = length;
                    EndBreaks(frame);
                    length = _length;
                }

                text[length++] = c;
                blank = false;
            }
            else if (!IsInvisible(c))
            {
                if (keepLines && c == '\n') _lineBreaks = Math.Max(_lineBreaks, 1);
                if (!blank) text[length++] = ' ';
                blank = true;
            }
        }

        (_length, _blank) = (length, blank);
        if (frame.InLink) _links += _length - from;
        if (frame.InMark) _marked += _length - from;
    }

    private static bool IsInvisible(char c) => c is '\u200b' or '\ufeff' or '\u00ad';

    private void Break()
    {
        if (_length > _start) _lineBreaks++;
    }

    /// <summary>Two breaks part paragraphs, one parts lines.</summary>
    private void EndBreaks(in Frame frame)
    {
        if (_lineBreaks == 0) return;
        if (_lineBreaks > 1) Flush(frame);
        else
        {
            TrimEnd();
            if (_length > _start) _text[_length++] = '\n';
            _blank = true;
        }

        _lineBreaks = 0;
    }

    private void StartCell()
    {
        if (_open[^1].HasLongCells) Flush();
        else if (_length > _start)
        {
            TrimEnd();
            MakeRoom(2);
            _text[_length++] = ' ';
            _text[_length++] = '\t';
            _blank = true;
        }

        _cellStart = _length;
    }

    private void EndCell(in Frame cell)
    {
        if (_length - _cellStart < LongCell || _open.Count < 2) return;
        CollectionsMarshal.AsSpan(_open)[^2].HasLongCells = true;
        Flush(cell);
    }

    private void Flush() => Flush(_open.Count > 0 ? _open[^1] : default);

    /// <summary>Ends the block that is under way; the frame is the element whose text it is.</summary>
    private void Flush(in Frame frame)
    {
        TrimEnd();
        _lineBreaks = 0;
        _blank = true;
        if (_length > _start)
        {
            Container container = _page.Containers[frame.Container];
            _page.Blocks.Add(new Block(_start, _length, frame.Container)
            {
                Role = container.Role, Regions = frame.Regions, Near = frame.Near, Far = frame.Far, LinkCharacters = Math.Min(_links, _length - _start),
                MarkedCharacters = Math.Min(_marked, _length - _start), Counts = CharacterCounts.Of(_text.AsSpan(_start, _length - _start)),
            });
        }

        _start = _cellStart = _length;
        _links = _marked = 0;
    }

    private void MakeRoom(int more)
    {
        if (_length + more <= _text.Length) return;
        char[] larger = ArrayPool<char>.Shared.Rent(Math.Max(_text.Length * 2, _length + more));
        _text.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(_text);
        _text = larger;
    }

    private void TrimEnd()
    {
        int end = _length;
        while (end > _start && char.IsWhiteSpace(_text[end - 1])) end--;
        _length = end;
    }

    /// <summary>An element that is open, with what the elements around it tell of its text.</summary>
    private struct Frame(NodeList children, Role role)
    {
        public readonly NodeList Children = children;

        public readonly int Count = children.Length;

        public readonly Role Role = role;

        public int Child, Container;

        public Region Regions;

        public ulong Parent, Near, Far;

        public bool InLink, InMark, HasLongCells;
    }
}
