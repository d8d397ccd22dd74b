namespace Sanad.Reading.Html;

/// <summary>
/// Goes through markup once, before it is parsed, and leaves out what no reader looks at (scripts, styles, drawings, comments: often half of a page) and what nests
/// without bound: tree building takes time that grows with the square of the depth, so a page of 100,000 open <c>div</c> would take minutes. Of elements beyond
/// <see cref="Deepest"/> only the tags are left out, their text stays.
/// </summary>
internal ref struct MarkupFilter
{
    /// <summary>Elements open at once that are kept: what Blink allows.</summary>
    public const int Deepest = 512;

    /// <summary>Formatting elements open at once that are kept. Each is opened anew in every paragraph that follows, so many of them multiply a page.</summary>
    private const int DeepestFormatting = 32;

    /// <summary>Texts of JSON-LD kept of one page.</summary>
    private const int MostLinked = 50;

    private readonly ReadOnlySpan<char> _markup;
    private readonly Span<char> _kept;
    private readonly List<string> _linked;
    private int _length, _copied, _depth, _dropped, _formatting, _droppedFormatting;

    private MarkupFilter(string markup, Span<char> kept)
    {
        _markup = markup;
        _kept = kept;
        _linked = [];
    }

    /// <param name="buffer">Room for what is left: as much as the markup is long.</param>
    /// <returns>The markup that is left, and the texts of the page's JSON-LD.</returns>
    public static (ReadOnlyMemory<char> Markup, IReadOnlyList<string> Linked) Filter(string markup, Memory<char> buffer)
    {
        var filter = new MarkupFilter(markup, buffer.Span);
        filter.Run();
        if (filter._copied == 0) return (markup.AsMemory(), filter._linked);
        filter.LeaveOut(markup.Length, markup.Length);
        return (buffer[..filter._length], filter._linked);
    }

    private void Run()
    {
        for (int at = Next(0); at >= 0 && at + 1 < _markup.Length;)
        {
            char second = _markup[at + 1];
            if (second == '!') at = Next(LeaveOutComment(at));
            else if (second == '/') at = Next(EndTag(at));
            else if (char.IsAsciiLetter(second)) at = Next(StartTag(at));
            else at = Next(at + 1);
        }
    }

    /// <returns>Where reading goes on.</returns>
    private int StartTag(int at)
    {
        ReadOnlySpan<char> tag = NameAt(at + 1);
        int behindName = at + 1 + tag.Length;
        if (IsLeftOut(tag)) return LeaveOutElement(at, behindName, tag);
        if (IsRaw(tag)) return CloseOf(tag, behindName) is var stop and >= 0 ? stop : _markup.Length;
        bool leave = IsFormatting(tag) && Opens(DeepestFormatting, ref _formatting, ref _droppedFormatting);
        if (!leave && !ClosesItself(tag)) leave = Opens(Deepest, ref _depth, ref _dropped);
        return leave ? LeaveOut(at, TagEnd(behindName)) : behindName;
    }

    private int LeaveOutElement(int at, int behindName, ReadOnlySpan<char> tag)
    {
        int end = TagEnd(behindName), close = CloseOf(tag, end);
        if (close < 0) return end;
        if (tag.Length == 6 && Is(tag, "script") && _linked.Count < MostLinked && _markup[at..end].Contains("ld+json", StringComparison.OrdinalIgnoreCase)) _linked.Add(_markup[end..close].ToString());
        return LeaveOut(at, TagEnd(close));
    }

    private int EndTag(int at)
    {
        ReadOnlySpan<char> tag = NameAt(at + 2);
        // An end tag belongs to the innermost element, so to those left out first.
        bool leave = IsFormatting(tag) && Closes(ref _formatting, ref _droppedFormatting);
        if (!leave && !ClosesItself(tag)) leave = Closes(ref _depth, ref _dropped);
        return leave ? LeaveOut(at, TagEnd(at + 2 + tag.Length)) : at + 2;
    }

    private int LeaveOutComment(int at)
    {
        if (!_markup[at..].StartsWith("<!--")) return at + 2;
        int end = _markup[(at + 4)..].IndexOf("-->");
        // An open comment hides the rest of a page in a browser too; text that a slip hides is better kept.
        if (end < 0) return at + 4;
        end += at + 7;
        return LeaveOut(at, end);
    }

    private static bool Opens(int most, ref int open, ref int dropped)
    {
        if (open < most && dropped == 0) open++;
        else dropped++;
        return dropped > 0;
    }

    private static bool Closes(ref int open, ref int dropped)
    {
        if (dropped > 0)
        {
            dropped--;
            return true;
        }

        if (open > 0) open--;
        return false;
    }

    private int LeaveOut(int from, int to)
    {
        ReadOnlySpan<char> kept = _markup[_copied..from];
        kept.CopyTo(_kept[_length..]);
        _length += kept.Length;
        return _copied = to;
    }

    private readonly int Next(int from)
    {
        if (from >= _markup.Length) return -1;
        int next = _markup[from..].IndexOf('<');
        return next < 0 ? -1 : from + next;
    }

    private readonly ReadOnlySpan<char> NameAt(int start)
    {
        int stop = start;
        while (stop < _markup.Length && stop - start < 16 && char.IsAsciiLetterOrDigit(_markup[stop])) stop++;
        return _markup[start..stop];
    }

    /// <summary>Behind the angle bracket that ends a tag; one inside a quoted value ends none.</summary>
    private readonly int TagEnd(int from)
    {
        while (from < _markup.Length)
        {
            int at = _markup[from..].IndexOfAny('>', '"', '\'');
            if (at < 0) break;
            at += from;
            if (_markup[at] == '>') return at + 1;
            from = at + 1;
            if (!FollowsEquals(at)) continue;
            int close = _markup[from..].IndexOf(_markup[at]);
            if (close < 0) break;
            from += close + 1;
        }

        return _markup.Length;
    }

    /// <summary>Whether the quotation mark opens a value: <c>title="…"</c>, and not <c>title=it's</c>.</summary>
    private readonly bool FollowsEquals(int at)
    {
        int before = at - 1;
        while (before > 0 && char.IsWhiteSpace(_markup[before])) before--;
        return before > 0 && _markup[before] == '=';
    }

    /// <summary>Where the element's end tag begins; -1 where there is none.</summary>
    private readonly int CloseOf(ReadOnlySpan<char> tag, int from)
    {
        while (from < _markup.Length)
        {
            int close = _markup[from..].IndexOf("</");
            if (close < 0) return -1;
            close += from;
            if (_markup[(close + 2)..].StartsWith(tag, StringComparison.OrdinalIgnoreCase)) return close;
            from = close + 2;
        }

        return -1;
    }

    /// <summary>Elements that hold nothing for a reader. Those in which others of their kind may stand are not among them.</summary>
    private static bool IsLeftOut(ReadOnlySpan<char> tag) => tag.Length switch
    {
        3 => Is(tag, "svg"),
        5 => Is(tag, "style"),
        6 => Is(tag, "script") || Is(tag, "iframe"),
        8 => Is(tag, "noscript"),
        _ => false,
    };

    /// <summary>Elements whose content is no markup.</summary>
    private static bool IsRaw(ReadOnlySpan<char> tag) => tag.Length switch
    {
        3 => Is(tag, "xmp"),
        5 => Is(tag, "style") || Is(tag, "title"),
        6 => Is(tag, "script"),
        8 => Is(tag, "textarea"),
        _ => false,
    };

    /// <summary>Elements that hold nothing, or that the next of their kind closes.</summary>
    private static bool ClosesItself(ReadOnlySpan<char> tag) => tag.Length switch
    {
        1 => Is(tag, "p"),
        2 => Is(tag, "br") || Is(tag, "hr") || Is(tag, "li") || Is(tag, "td") || Is(tag, "tr") || Is(tag, "th") || Is(tag, "dd") || Is(tag, "dt"),
        3 => Is(tag, "img") || Is(tag, "wbr") || Is(tag, "col"),
        4 => Is(tag, "meta") || Is(tag, "link") || Is(tag, "area") || Is(tag, "base"),
        5 => Is(tag, "input") || Is(tag, "embed") || Is(tag, "param") || Is(tag, "track") || Is(tag, "tbody") || Is(tag, "thead") || Is(tag, "tfoot"),
        6 => Is(tag, "source") || Is(tag, "option"),
        _ => false,
    };

    /// <summary>The formatting elements of the HTML Standard, section 13.2.4.3.</summary>
    private static bool IsFormatting(ReadOnlySpan<char> tag) => tag.Length switch
    {
        1 => (char)(tag[0] | 0x20) is 'a' or 'b' or 'i' or 's' or 'u',
        2 => Is(tag, "em") || Is(tag, "tt"),
        3 => Is(tag, "big"),
        4 => Is(tag, "font") || Is(tag, "code") || Is(tag, "nobr"),
        5 => Is(tag, "small"),
        6 => Is(tag, "strike") || Is(tag, "strong"),
        _ => false,
    };

    private static bool Is(ReadOnlySpan<char> tag, string name) => tag.Equals(name, StringComparison.OrdinalIgnoreCase);
}
