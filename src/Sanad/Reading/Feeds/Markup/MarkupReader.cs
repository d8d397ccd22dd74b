using Sanad.Text;

namespace Sanad.Reading.Feeds.Markup;

internal enum TagKind
{
    Start,

    /// <summary>Of one element, or of several where inner ones were left open.</summary>
    End,
}

/// <summary>
/// Goes through XML tag by tag, as it comes: what is no tag is text, an end tag closes whatever was left open inside, one that closes nothing is passed
/// over, a document type is passed over unread, so that no entity is ever declared. Every character is looked at a bounded number of times.
/// </summary>
internal sealed class MarkupReader(string text)
{
    /// <summary>Elements inside each other whose names are kept; deeper ones are only counted.</summary>
    private const int Deepest = 256;

    /// <summary>Longest value of an attribute, in UTF-16 code units; a quotation mark whose fellow stands further off has none.</summary>
    private const int LongestValue = 1 << 16;

    private readonly TextSpan[] _open = new TextSpan[Deepest];
    private int _depth, _beyond, _at, _pending;
    private long _work;

    private NextMark _double = new(text, '"'), _single = new(text, '\''), _close = new(text, '>');
    private bool _noInstructionEnd;

    public string Text => text;

    public TagKind Kind { get; private set; }

    /// <summary>Where the tag stands, brackets included; empty for an end that no tag tells.</summary>
    public TextSpan Tag { get; private set; }

    /// <summary>The name of a start tag, prefix included.</summary>
    public TextSpan Name { get; private set; }

    /// <summary>Elements open: at a start tag with its own element, at an end tag without it.</summary>
    public int Depth => _depth + _beyond;

    /// <summary>Whether the text ended inside a tag, a comment or an element.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Characters looked at so far.</summary>
    public long Work => _work + _double.Work + _single.Work + _close.Work;

    /// <summary>An element of this name ends where the next of its name begins, though nothing closes it; null where all may nest.</summary>
    public string? NeverNested { get; set; }

    /// <returns>False at the end of the text.</returns>
    public bool Read()
    {
        if (_pending > 0)
        {
            Close(_pending - 1, new TextSpan(_at, _at));
            return true;
        }

        while (_at < text.Length)
        {
            int start = text.AsSpan(_at).IndexOf('<');
            _work += start < 0 ? text.Length - _at : start + 1;
            if (start < 0) break;
            start += _at;
            _at = start + 1;
            char next = _at < text.Length ? text[_at] : '\0';
            if (next == '!') PassDeclaration(start);
            else if (next == '?') PassInstruction(start);
            else if (next == '/' && _at + 1 < text.Length && IsNameStart(text[_at + 1]) && TryReadEnd(start)) return true;
            else if (IsNameStart(next) && TryReadStart(start)) return true;
        }

        _at = text.Length;
        IsCut |= Depth > 0;
        return false;
    }

    /// <summary>Goes to the next element right inside the one whose depth is given.</summary>
    /// <returns>False when that one ends, or the text does.</returns>
    public bool ReadChild(int parent)
    {
        while (Depth >= parent && Read())
        {
            if (Kind == TagKind.Start && Depth == parent + 1) return true;
            if (Kind == TagKind.End && Depth < parent) return false;
        }

        return false;
    }

    /// <summary>Goes to the end of the element whose start tag was read last.</summary>
    /// <param name="holdsTags">Whether there are elements inside, so that what is inside is markup itself.</param>
    /// <returns>What stands between its tags, as it stands.</returns>
    public TextSpan ReadInside(out bool holdsTags)
    {
        int depth = Depth, start = Tag.End;
        holdsTags = false;
        while (Read())
        {
            if (Kind == TagKind.Start) holdsTags = true;
            else if (Depth < depth) return new TextSpan(start, Math.Max(start, Tag.Start));
        }

        return new TextSpan(start, text.Length);
    }

    /// <summary>The value of an attribute of the start tag read last, names compared regardless of case, references resolved.</summary>
    public string? Attribute(string name)
    {
        foreach ((TextSpan itsName, TextSpan value) in new AttributeList(text, Tag, Name))
        {
            if (itsName.Of(text).Equals(name, StringComparison.OrdinalIgnoreCase)) return MarkupText.Resolve(value.Of(text));
        }

        return null;
    }

    public AttributeList Attributes => new(text, Tag, Name);

    public static bool IsNameStart(char c) => char.IsLetter(c) || c is '_' or ':';

    public static bool IsName(char c) => char.IsLetterOrDigit(c) || c is '_' or ':' or '-' or '.';

    private bool TryReadStart(int start)
    {
        int end = _at;
        while (end < text.Length && IsName(text[end])) end++;
        var name = new TextSpan(_at, end);
        if (NeverNested is not null && name.Of(text).Equals(NeverNested, StringComparison.OrdinalIgnoreCase) && Find(name) is var open and >= 0)
        {
            _at = start;
            Close(open, new TextSpan(start, start));
            return true;
        }

        if (!TryFindEnd(end, out end)) return false;
        _work += end - start;
        Kind = TagKind.Start;
        Name = name;
        Tag = new TextSpan(start, end);
        _at = end;
        if (_depth == Deepest) _beyond++;
        else _open[_depth++] = name;
        if (end - start > 2 && text[end - 1] == '>' && text[end - 2] == '/') _pending = Depth;
        return true;
    }

    /// <summary>Finds the bracket that ends a tag, outside quotation marks. A tag that another one interrupts ends there.</summary>
    private bool TryFindEnd(int from, out int end)
    {
        for (end = from; end < text.Length; end++)
        {
            char c = text[end];
            if (c == '<') return true;
            if (c == '>')
            {
                end++;
                return true;
            }

            // Only behind "=" does a quotation mark open a value; elsewhere it is a slip.
            if (c is not ('"' or '\'') || text[end - 1] is not ('=' or ' ' or '\t' or '\r' or '\n')) continue;
            int fellow = c == '"' ? _double.From(end + 1) : _single.From(end + 1);
            if (fellow < text.Length && fellow - end <= LongestValue) end = fellow;
            else if (_close.From(end) is var close && close < text.Length)
            {
                end = close + 1;
                return true;
            }
        }

        IsCut = true;
        _at = text.Length;
        return false;
    }

    private bool TryReadEnd(int start)
    {
        int nameStart = _at + 1, end = nameStart;
        while (end < text.Length && IsName(text[end])) end++;
        var name = new TextSpan(nameStart, end);
        // Of the very last tag the bracket alone may be missing.
        int close = _close.From(end);
        // "</item <item>": what follows is a tag of its own.
        int other = text.AsSpan(end, close - end).IndexOf('<');
        _at = other >= 0 ? end + other : Math.Min(close + 1, text.Length);
        _work += _at - start;
        if (_beyond > 0)
        {
            _beyond--;
            Kind = TagKind.End;
            Tag = new TextSpan(start, _at);
            return true;
        }

        int open = Find(name);
        if (open < 0) return false;
        Close(open, new TextSpan(start, _at));
        return true;
    }

    private void Close(int depth, TextSpan tag)
    {
        _pending = 0;
        if (depth >= Deepest)
        {
            _beyond = depth - Deepest;
        }
        else
        {
            _depth = depth;
            _beyond = 0;
        }

        Kind = TagKind.End;
        Tag = tag;
    }

    /// <summary>How many elements are open around the innermost of that name; -1 where none is.</summary>
    private int Find(TextSpan name)
    {
        for (int i = _depth - 1; i >= 0; i--)
        {
            if (_open[i].Length == name.Length && _open[i].Of(text).Equals(name.Of(text), StringComparison.OrdinalIgnoreCase)) return i;
        }

        return -1;
    }

    private void PassDeclaration(int start)
    {
        ReadOnlySpan<char> rest = text.AsSpan(start);
        if (rest.StartsWith("<!--")) PassBehind("-->", start + 4);
        else if (rest.StartsWith("<![CDATA[", StringComparison.OrdinalIgnoreCase)) PassBehind("]]>", start + 9);
        else if (rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase)) PassDocumentType(start + 9);
    }

    /// <summary>A document type ends at its bracket, behind what it declares in square brackets.</summary>
    private void PassDocumentType(int from)
    {
        int end = text.AsSpan(from).IndexOfAny('[', '>');
        if (end >= 0 && text[from + end] == '[') PassBehind("]>", from + end + 1, orSpaced: true);
        else PassBehind(">", from);
    }

    private void PassBehind(string mark, int from, bool orSpaced = false)
    {
        for (int at = Math.Min(from, text.Length); ;)
        {
            int end = text.AsSpan(at).IndexOf(orSpaced ? mark.AsSpan(0, 1) : mark);
            if (end < 0)
            {
                IsCut = true;
                _work += text.Length - at;
                _at = text.Length;
                return;
            }

            _work += end + mark.Length;
            at += end + (orSpaced ? 1 : mark.Length);
            if (orSpaced)
            {
                int close = at;
                while (close < text.Length && char.IsWhiteSpace(text[close])) close++;
                if (close < text.Length && text[close] != '>')
                {
                    at = close;
                    continue;
                }

                at = Math.Min(close + 1, text.Length);
            }

            _at = at;
            return;
        }
    }

    private void PassInstruction(int start)
    {
        int end = _noInstructionEnd ? -1 : text.AsSpan(start).IndexOf("?>");
        if (end < 0)
        {
            _work += _noInstructionEnd ? 0 : text.Length - start;
            _noInstructionEnd = true;
            return;
        }

        _work += end;
        _at = start + end + 2;
    }
}
