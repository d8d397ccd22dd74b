using System.Buffers;

namespace Sanad.Reading.Html;

/// <summary>What is left of markup to be parsed.</summary>
/// <param name="Linked">The texts of the page's JSON-LD.</param>
/// <param name="IsCut">Whether it had more tags than any page has, and what followed them was left out.</param>
internal readonly record struct FilteredMarkup(ReadOnlyMemory<char> Markup, IReadOnlyList<string> Linked, bool IsCut);

/// <summary>
/// Goes through markup once, before it is parsed, and leaves out what no reader looks at (scripts, styles, drawings, comments: often half of a page) and what nests
/// without bound: tree building takes time that grows with the square of the depth, so a page of 100,000 open <c>div</c> would take minutes. Of elements beyond
/// <see cref="OpenElements.Deepest"/> only the tags are left out, their text stays. A page that would still become too many elements is cut.
/// </summary>
internal ref struct MarkupFilter
{
    /// <summary>
    /// Tags that a page may have, several times what the largest have: each becomes an element that is built, walked and weighed. A tag counts for several where it
    /// stands within formatting elements, all of which are opened anew in it, and where it stands deep, since tree building looks through the open elements.
    /// </summary>
    private const int MostTags = 80_000;

    /// <summary>Open elements through which tree building looks in the time that it takes to build one.</summary>
    private const int DepthPerTag = 32;

    /// <summary>Texts of JSON-LD kept of one page.</summary>
    private const int MostLinked = 50;

    private const string Comment = "<!--", CharacterData = "<![CDATA[";

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(TagAttributes.Space + "/>");

    private static readonly SearchValues<char> Spaces = SearchValues.Create(TagAttributes.Space);

    private static readonly SearchValues<string> LinkedType = SearchValues.Create(["ld+json"], StringComparison.OrdinalIgnoreCase);

    private readonly ReadOnlySpan<char> _markup;
    private readonly Span<char> _kept;
    private readonly List<string> _linked;
    /// <summary>What was found to have no end.</summary>
    private readonly List<string> _unclosed;
    private OpenElements _open;
    private int _length, _copied, _tags, _unread;

    /// <summary>Whether white space is nothing here: the last tag began or ended a block, and no text that keeps its lines was begun.</summary>
    private bool _isBehindBlock, _keepsLines;

    private MarkupFilter(string markup, Span<char> kept, OpenElements open)
    {
        _open = open;
        _markup = markup;
        _kept = kept;
        _linked = [];
        _unclosed = [];
    }

    /// <param name="buffer">Room for what is left: as much as the markup is long.</param>
    public static FilteredMarkup Filter(string markup, Memory<char> buffer)
    {
        var filter = new MarkupFilter(markup, buffer.Span, new OpenElements(stackalloc OpenElement[OpenElements.Deepest], stackalloc (ulong, int)[OpenElements.Deepest]));
        int end = filter.Run();
        bool isCut = end < markup.Length;
        if (filter._copied == 0) return new FilteredMarkup(markup.AsMemory(0, end), filter._linked, isCut);
        if (filter._copied < end) filter.LeaveOut(end, end);
        return new FilteredMarkup(buffer[..filter._length], filter._linked, isCut);
    }

    /// <returns>Where the markup ends, or is to be cut.</returns>
    private int Run()
    {
        for (int at = Next(0); at >= 0 && at + 1 < _markup.Length;)
        {
            if (_tags > MostTags) return at;
            char second = _markup[at + 1];
            if (second == '!') at = Next(LeaveOutComment(at));
            else if (second == '/' && at + 2 < _markup.Length && char.IsAsciiLetter(_markup[at + 2])) at = Next(EndTag(at));
            else if (second is '/' or '?') at = Next(BogusEnd(at));
            else if (char.IsAsciiLetter(second)) at = Next(StartTag(at));
            else at = Bracket(at);
        }

        return _markup.Length;
    }

    /// <summary>An angle bracket that is text: the parser makes a text of its own of each.</summary>
    private int Bracket(int at)
    {
        _tags++;
        return Next(at + 1);
    }

    /// <returns>Where reading goes on.</returns>
    private int StartTag(int at)
    {
        ReadOnlySpan<char> tag = NameAt(at + 1);
        int behind = at + 1 + tag.Length;
        TagKind kind = Tag.Of(tag);
        if (kind.Has(TagTraits.LeftOut) && TagEnd(behind) is var start && CloseOf(tag, start) is var close and >= 0) return LeaveOutElement(at, start, close, tag);
        if (Swallows(tag)) return LeaveOut(at, TagEnd(behind));
        // In a drawing or a formula what else is no markup is markup: without its tag it is so for all.
        if (kind.Has(TagTraits.Raw) && _open.IsForeign) return LeaveOut(at, TagEnd(behind));
        if (kind.Has(TagTraits.Raw))
        {
            if (Is(tag, "xmp")) _open.EndParagraph();
            // Its end tag goes with it, however many others are left out: without it the rest of the page would be its text.
            _tags += 1 + (_open.Depth / DepthPerTag);
            return CloseOf(tag, TagEnd(behind)) is var stop and >= 0 ? TagEnd(stop) : _markup.Length;
        }

        if (kind.Has(TagTraits.Unread) && !_open.IsForeign)
        {
            if (_unread == 0 && !IsRead(tag, behind)) return LeaveOut(at, TagEnd(behind));
            _unread++;
        }

        if (kind.Has(TagTraits.Part)) _open.Part(tag, isEnd: false);
        else if (Is(tag, "hr")) _open.EndParagraph();
        bool isFormatting = kind.Has(TagTraits.Formatting);
        if (ClosesItself(kind))
        {
            // Each base sets the address of the whole document anew; links are read beside the address that the page was found under.
            bool isNothing = Is(tag, "base") || (kind.Has(TagTraits.Bare) && ReadMarks.IsNothing(tag, _markup[behind..TagEnd(behind)]));
            if (isNothing) return LeaveOut(at, TagEnd(behind));
        }
        else if (!_open.TryOpen(tag, isFormatting))
        {
            return LeaveOut(at, TagEnd(behind));
        }

        _tags += 1 + (_open.Depth / DepthPerTag) + (isFormatting ? 0 : _open.Formatting);
        _keepsLines |= kind.Role == Role.Preformatted;
        _isBehindBlock = IsBlock(kind.Role);
        return LeaveOutMarks(tag, kind.Role, behind);
    }

    /// <summary>Leaves out the attributes that no reader asks for; of the target of a link only its end is looked at.</summary>
    /// <returns>Behind the tag.</returns>
    private int LeaveOutMarks(ReadOnlySpan<char> tag, Role role, int from)
    {
        if (from < _markup.Length && _markup[from] == '>') return from + 1;
        var attributes = new TagAttributes(_markup, from);
        while (attributes.TryRead())
        {
            bool isParted = _markup[attributes.End] == '>' || TagAttributes.Space.Contains(_markup[attributes.End]);
            if (!ReadMarks.Hold(tag, role, attributes.Name, attributes.Value)) LeaveOut(isParted ? attributes.Before : attributes.Start, attributes.End);
            else if (isParted && tag.Length == 1 && !NextPage.MayBe(attributes.Value) && Is(attributes.Name, "href")) LeaveOut(attributes.Start + attributes.Name.Length, attributes.End);
        }

        return attributes.End;
    }

    /// <summary>
    /// Whether something is read of an element that flows with the text: what it is marked with, or, of a <c>span</c>, that it may be a list of links; such a one begins with
    /// a tag. With one that is read those in it are left as they are, so that each end tag finds its own.
    /// </summary>
    private readonly bool IsRead(ReadOnlySpan<char> tag, int from)
    {
        var attributes = new TagAttributes(_markup, from);
        while (attributes.TryRead())
        {
            if (ReadMarks.Hold(tag, Role.Inline, attributes.Name, attributes.Value)) return true;
        }

        if (!Is(tag, "span")) return false;
        ReadOnlySpan<char> content = _markup[attributes.End..].TrimStart(TagAttributes.Space);
        return content.Length > 1 && content[0] == '<' && content[1] != '/';
    }

    private int LeaveOutElement(int at, int end, int close, ReadOnlySpan<char> tag)
    {
        if (tag.Length == 6 && Is(tag, "script") && _linked.Count < MostLinked && _markup[at..end].ContainsAny(LinkedType)) _linked.Add(_markup[end..close].ToString());
        return LeaveOut(at, TagEnd(close));
    }

    private int EndTag(int at)
    {
        ReadOnlySpan<char> tag = NameAt(at + 2);
        int end = TagEnd(at + 2 + tag.Length);
        // Behind the end of its body a page goes on in it.
        TagKind kind = Tag.Of(tag);
        if (Swallows(tag)) return LeaveOut(at, end);
        if (kind.Has(TagTraits.Unread) && !_open.IsForeign)
        {
            if (_unread == 0) return LeaveOut(at, end);
            _unread--;
        }

        if (ClosesItself(kind))
        {
            if (kind.Has(TagTraits.Part)) _open.Part(tag, isEnd: true);
        }
        else if (!Is(tag, "body") && !Is(tag, "html") && !_open.TryClose(tag, kind.Has(TagTraits.Formatting)))
        {
            return LeaveOut(at, end);
        }

        _tags += 1 + (_open.Depth / DepthPerTag);
        _isBehindBlock = IsBlock(kind.Role);
        return end;
    }

    private int LeaveOutComment(int at)
    {
        if (_markup[at..].StartsWith(CharacterData)) return LeaveOut(at, at + CharacterData.Length);
        if (!_markup[at..].StartsWith(Comment)) return BogusEnd(at);
        // An open comment hides the rest of a page in a browser; text that a slip hides is better kept.
        int end = CommentEnd(at + Comment.Length);
        return LeaveOut(at, end < 0 ? at + Comment.Length : end + 3);
    }

    /// <summary>Behind what is neither a tag nor a comment and is taken for one: a document type, a processing instruction, an end tag without a name.</summary>
    private readonly int BogusEnd(int at)
    {
        int end = _markup[at..].IndexOf('>');
        return end < 0 ? _markup.Length : at + end + 1;
    }

    private int LeaveOut(int from, int to)
    {
        ReadOnlySpan<char> kept = _markup[_copied..from];
        kept.CopyTo(_kept[_length..]);
        _length += kept.Length;
        return _copied = to;
    }

    /// <summary>Where the next tag begins; -1 where none does. Nothing but space behind the end or the beginning of a block is left out.</summary>
    private int Next(int from)
    {
        if (from >= _markup.Length) return -1;
        int next = _markup[from..].IndexOf('<');
        if (next < 0) return -1;
        bool isNothing = next > 0 && _isBehindBlock && !_keepsLines && _markup.Slice(from, next).IndexOfAnyExcept(Spaces) < 0;
        if (isNothing) LeaveOut(from, from + next);
        _isBehindBlock &= isNothing || next == 0;
        return from + next;
    }

    private static bool IsBlock(Role role) => role is not (Role.Inline or Role.Break or Role.Skipped or Role.Cell);

    private readonly ReadOnlySpan<char> NameAt(int start)
    {
        ReadOnlySpan<char> rest = _markup[start..];
        int end = rest.IndexOfAny(NameEnds);
        return end < 0 ? rest : rest[..end];
    }

    /// <summary>Behind the angle bracket that ends a tag.</summary>
    /// <param name="from">Behind the tag's name.</param>
    private readonly int TagEnd(int from)
    {
        if (from < _markup.Length && _markup[from] == '>') return from + 1;
        var attributes = new TagAttributes(_markup, from);
        while (attributes.TryRead());
        return attributes.End;
    }

    /// <summary>Where the element's end tag begins; -1 where there is none.</summary>
    private readonly int CloseOf(ReadOnlySpan<char> tag, int from)
    {
        foreach (string unclosed in _unclosed)
        {
            if (Is(tag, unclosed)) return -1;
        }

        bool nests = Is(tag, "template");
        int depth = 1;
        while (from < _markup.Length)
        {
            int close = nests ? _markup[from..].IndexOf('<') : _markup[from..].IndexOf("</");
            if (close < 0) break;
            close += from;
            bool isEnd = close + 1 < _markup.Length && _markup[close + 1] == '/';
            int name = close + (isEnd ? 2 : 1), behind = name + tag.Length;
            if (_markup[name..].StartsWith(tag, StringComparison.OrdinalIgnoreCase) && (behind == _markup.Length || !char.IsAsciiLetterOrDigit(_markup[behind])))
            {
                depth += isEnd ? -1 : 1;
                if (depth == 0) return close;
            }

            from = name;
        }

        // No later one is closed either: a thousand of them would be looked for to the end a thousand times.
        _unclosed.Add(tag.ToString());
        return -1;
    }

    /// <summary>Where the comment ends; -1 where none ends from there on.</summary>
    private readonly int CommentEnd(int from)
    {
        if (_unclosed.Contains(Comment)) return -1;
        int end = _markup[from..].IndexOf("-->");
        if (end >= 0) return from + end;
        _unclosed.Add(Comment);
        return -1;
    }

    private readonly bool ClosesItself(TagKind kind) => kind.Has(TagTraits.ClosesItself) && (!_open.IsForeign || kind.Has(TagTraits.BreaksOut));

    /// <summary>
    /// Whether what follows would be the element's: an open list of choices takes all tags up to the page's end, an open template and a set of frames all text. The parser knows
    /// a template only in a tree of its own elements.
    /// </summary>
    private static bool Swallows(ReadOnlySpan<char> tag) => Is(tag, "select") || Is(tag, "template") || Is(tag, "frameset");

    private static bool Is(ReadOnlySpan<char> tag, string name) => ReadMarks.Is(tag, name);
}
