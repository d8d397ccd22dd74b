using System.Collections.Frozen;

namespace Sanad.Reading.Html;

/// <summary>
/// The elements that are open at a place of a page's markup, told from its tags alone: never fewer than the parser will have open there, whatever the tags
/// are. An end tag closes only what it would close by the HTML Standard (13.2.6.4.7): that is what keeps a page from nesting where it looks as if it did not.
/// </summary>
internal ref struct OpenElements
{
    /// <summary>Elements open at once: several times what pages have, half of what Blink allows.</summary>
    public const int Deepest = 256;

    /// <summary>Formatting elements open at once, links not counted. Each is opened anew in every paragraph that follows, so many of them multiply a page.</summary>
    private const int MostFormatting = 16;

    /// <summary>Through these no end tag reaches.</summary>
    private static readonly FrozenSet<ulong> Walls = Names("table caption marquee object applet template select button mi mo mn ms mtext annotation-xml foreignobject desc title math svg");

    /// <summary>Their end tags close what was left open in them.</summary>
    private static readonly FrozenSet<ulong> Closing = Names("address article aside blockquote button center details dialog dir div dl fieldset figcaption figure footer header main menu nav ol pre section summary ul listing h# table select object applet marquee template");

    /// <summary>Through these the end tags of all other elements do not reach.</summary>
    private static readonly FrozenSet<ulong> Special = [.. Closing.Items, .. Walls.Items, .. Names("hgroup search form noscript frameset head body html optgroup colgroup").Items];

    private static readonly ulong Form = NameOf("form"), Drawing = NameOf("svg"), Formula = NameOf("math");

    private readonly Span<ulong> _open;
    private readonly Span<(ulong Name, int Walls)> _formatting;
    private int _count, _formattingCount, _walls, _foreign, _dropped, _droppedFormatting;

    /// <param name="open">Room for <see cref="Deepest"/>.</param>
    /// <param name="formatting">Room for <see cref="Deepest"/>.</param>
    public OpenElements(Span<ulong> open, Span<(ulong Name, int Walls)> formatting)
    {
        _open = open;
        _formatting = formatting;
    }

    public readonly int Depth => _count;

    /// <summary>Whether a drawing or a formula may be open.</summary>
    public readonly bool IsForeign => _foreign > 0;

    /// <summary>Formatting elements that the next paragraph opens anew.</summary>
    public readonly int Formatting => _formattingCount;

    /// <returns>False where it would be one too many.</returns>
    public bool TryOpen(ReadOnlySpan<char> tag, bool isFormatting)
    {
        ulong name = NameOf(tag);
        bool isLink = name == 'a';
        // A link ends the one before it.
        if (isLink) RemoveFormatting(name);
        if (isFormatting && !isLink && (_droppedFormatting > 0 || _formattingCount >= MostFormatting))
        {
            _droppedFormatting++;
            return false;
        }

        if (_dropped > 0 || _count == Deepest || (isFormatting && _formattingCount == Deepest))
        {
            _dropped++;
            return false;
        }

        _open[_count++] = name;
        if (isFormatting) _formatting[_formattingCount++] = (name, _walls);
        else if (Walls.Contains(name)) _walls++;
        if (name == Drawing || name == Formula) _foreign++;
        return true;
    }

    /// <returns>False where the element's start tag was left out, so that its end tag has to be too.</returns>
    public bool TryClose(ReadOnlySpan<char> tag, bool isFormatting)
    {
        ulong name = NameOf(tag);
        if (isFormatting && name != 'a' && _droppedFormatting > 0)
        {
            _droppedFormatting--;
            return false;
        }

        // An end tag belongs to the innermost element, so to those left out first.
        if (_dropped > 0)
        {
            _dropped--;
            return false;
        }

        if (isFormatting) RemoveFormatting(name);
        else Close(name);
        return true;
    }

    private void Close(ulong name)
    {
        bool closes = Closing.Contains(name), isForm = name == Form;
        for (int i = _count - 1; i >= 0; i--)
        {
            if (_open[i] == name)
            {
                if (isForm) RemoveAt(i);
                else Cut(i);
                return;
            }

            if (closes || isForm ? Walls.Contains(_open[i]) : Special.Contains(_open[i])) return;
        }
    }

    private void RemoveFormatting(ulong name)
    {
        int found = _formattingCount - 1;
        while (found >= 0 && _formatting[found].Name != name) found--;
        // One that was opened outside a table is not ended within.
        if (found < 0 || _formatting[found].Walls < _walls) return;
        _formatting[(found + 1).._formattingCount].CopyTo(_formatting[found..]);
        _formattingCount--;
        for (int i = _count - 1; i >= 0 && !Walls.Contains(_open[i]); i--)
        {
            if (_open[i] != name) continue;
            RemoveAt(i);
            return;
        }
    }

    private void RemoveAt(int at)
    {
        _open[(at + 1).._count].CopyTo(_open[at..]);
        _count--;
    }

    private void Cut(int at)
    {
        for (int i = at; i < _count; i++)
        {
            if (Walls.Contains(_open[i])) _walls--;
            if (_open[i] == Drawing || _open[i] == Formula) _foreign--;
        }

        _count = at;
        while (_formattingCount > 0 && _formatting[_formattingCount - 1].Walls > _walls) _formattingCount--;
    }

    /// <summary>A number for a name, all headings alike: the end tag of one closes any. Of short names it is their letters, of longer ones a hash (FNV-1a).</summary>
    private static ulong NameOf(ReadOnlySpan<char> tag)
    {
        if (tag.Length == 2 && (tag[0] | 0x20) == 'h' && tag[1] is >= '1' and <= '6') tag = "h#";
        bool isShort = tag.Length <= 8;
        ulong name = isShort ? 0 : 14_695_981_039_346_656_037;
        foreach (char c in tag)
        {
            ulong letter = char.IsAsciiLetterUpper(c) ? (uint)c | 0x20 : c;
            name = isShort ? (name << 8) | letter : (name ^ letter) * 1_099_511_628_211;
        }

        return name;
    }

    private static FrozenSet<ulong> Names(string names) => names.Split(' ').Select(static name => NameOf(name)).ToFrozenSet();
}
