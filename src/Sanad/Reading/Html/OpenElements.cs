namespace Sanad.Reading.Html;

/// <summary>An element that is open.</summary>
/// <param name="Cell">Of a table in a cell of which the markup is: how many formatting elements were open before the cell; else <see cref="NoCell"/> or <see cref="Unsure"/>.</param>
/// <param name="CellName">Name of that cell.</param>
internal record struct OpenElement(ulong Name, Bonds Bonds, int Cell, ulong CellName = 0)
{
    public const int NoCell = -1;

    /// <summary>Parts of tables stand in it of which the tags do not tell what they ended.</summary>
    public const int Unsure = -2;

    public readonly bool Has(Bonds bonds) => (Bonds & bonds) != 0;
}

/// <summary>
/// The elements that are open at a place of a page's markup, told from its tags alone: never fewer than the parser will have open there, whatever the tags
/// are, but for the parts of tables. An end tag closes only what it would close by the HTML Standard (13.2.6.4.7): that is what keeps a page from nesting where it
/// looks as if it did not. Where something may have been closed before, its end tag closes nothing else: what looks as if it stood in it may stand behind it.
/// </summary>
internal ref struct OpenElements
{
    /// <summary>Elements open at once: several times what pages have, half of what Blink allows.</summary>
    public const int Deepest = 256;

    /// <summary>Formatting elements open at once, links not counted. Each is opened anew in every paragraph that follows, so many of them multiply a page.</summary>
    private const int MostFormatting = 16;

    private readonly Span<OpenElement> _open;
    private readonly Span<(ulong Name, int Walls)> _formatting;
    private int _count, _formattingCount, _walls, _foreign, _dropped, _droppedFormatting;

    /// <param name="open">Room for <see cref="Deepest"/>.</param>
    /// <param name="formatting">Room for <see cref="Deepest"/>.</param>
    public OpenElements(Span<OpenElement> open, Span<(ulong Name, int Walls)> formatting)
    {
        _open = open;
        _formatting = formatting;
    }

    /// <summary>Open elements, and the formatting that is opened anew in what follows.</summary>
    public readonly int Depth => _count + _formattingCount;

    /// <summary>Whether a drawing or a formula may be open.</summary>
    public readonly bool IsForeign => _foreign > 0;

    /// <summary>Formatting elements that the next paragraph opens anew.</summary>
    public readonly int Formatting => _formattingCount;

    /// <returns>False where it would be one too many.</returns>
    public bool TryOpen(ReadOnlySpan<char> tag, bool isFormatting)
    {
        ulong name = ElementBonds.NumberOf(tag);
        Bonds bonds = ElementBonds.Of(name);
        bool isLink = name == ElementBonds.Link, isItem = (bonds & Bonds.Item) != 0;
        if (isFormatting && !isLink && (_droppedFormatting > 0 || _formattingCount >= MostFormatting))
        {
            _droppedFormatting++;
            return false;
        }

        // What is left out ends nothing; what ends something leaves room.
        if (_dropped > 0 || (isFormatting && (_count == Deepest || _formattingCount == Deepest))) return Drop(isItem);
        // A link ends the one before it.
        if (isLink) RemoveFormatting(name);
        if ((bonds & (Bonds.EndsParagraph | Bonds.MayEndParagraph)) != 0) EndItem(ElementBonds.Paragraph, Bonds.Wall, isSure: (bonds & Bonds.EndsParagraph) != 0);
        if (name == ElementBonds.Item) EndItem(name, Bonds.Special);
        else if (isItem && name != ElementBonds.Paragraph && !EndItem(ElementBonds.Term, Bonds.Special)) EndItem(ElementBonds.Description, Bonds.Special);
        // A table in a table and in no cell of it ends that.
        if (name == ElementBonds.Table && Wall() is var wall and >= 0 && _open[wall] is { Cell: OpenElement.NoCell } around && around.Name == name) _open[wall].Cell = OpenElement.Unsure;
        if (_count == Deepest) return Drop(isItem);
        _open[_count++] = new OpenElement(name, bonds, OpenElement.NoCell);
        if (isFormatting) _formatting[_formattingCount++] = (name, _walls);
        if ((bonds & Bonds.Wall) != 0) _walls++;
        if (IsOutermost(name)) _foreign++;
        return true;
    }

    /// <returns>False where the element's start tag was left out, so that its end tag has to be too.</returns>
    public bool TryClose(ReadOnlySpan<char> tag, bool isFormatting)
    {
        ulong name = ElementBonds.NumberOf(tag);
        Bonds bonds = ElementBonds.Of(name);
        if ((bonds & Bonds.Item) != 0)
        {
            EndItem(name, name == ElementBonds.Item ? Bonds.Wall | Bonds.List : Bonds.Wall);
            return true;
        }

        if (isFormatting && name != ElementBonds.Link && _droppedFormatting > 0)
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
        else Close(name, (bonds & Bonds.Closing) != 0 ? Bonds.Wall : Bonds.Special);
        return true;
    }

    private bool Drop(bool isItem)
    {
        // The end tag of an item may be missing: it is none to wait for.
        if (!isItem) _dropped++;
        return false;
    }

    /// <summary>What a line across the page ends.</summary>
    public void EndParagraph() => EndItem(ElementBonds.Paragraph, Bonds.Wall);

    /// <summary>A tag of a table's part ends the cell that is open, and with it the formatting that was left open there; what was open before a cell is not ended in it.</summary>
    /// <param name="tag">Name of the part, in letters of any case.</param>
    public void Part(ReadOnlySpan<char> tag, bool isEnd)
    {
        if (IsForeign || Wall() is not (var wall and >= 0)) return;
        ref OpenElement table = ref _open[wall];
        ulong name = ElementBonds.NumberOf(tag);
        bool isCell = name == ElementBonds.Cell || name == ElementBonds.HeadCell;
        if (table.Name != ElementBonds.Table)
        {
            table.Cell = OpenElement.Unsure;
        }
        else if (table.Cell >= 0 && (!isEnd || name == table.CellName || name == ElementBonds.Row))
        {
            _formattingCount = Math.Min(_formattingCount, table.Cell);
            table.Cell = OpenElement.NoCell;
        }
        else if (table.Cell >= 0 && !isCell)
        {
            // The end of a section: it ends the cell where there is such a section.
            table.Cell = OpenElement.Unsure;
        }

        if (isCell && !isEnd && table.Cell == OpenElement.NoCell) (table.Cell, table.CellName) = (_formattingCount, name);
    }

    /// <param name="ends">What the end tag does not reach beyond.</param>
    private void Close(ulong name, Bonds ends)
    {
        for (int i = _count - 1; i >= 0; i--)
        {
            if (_open[i].Name == name)
            {
                if (_open[i].Cell >= 0) _formattingCount = Math.Min(_formattingCount, _open[i].Cell);
                if (_open[i].Has(Bonds.Doubtful) || _open[i].Cell == OpenElement.Unsure) RemoveAt(i);
                else Cut(i);
                return;
            }

            if (_open[i].Has(ends)) return;
        }
    }

    /// <summary>Ends the innermost paragraph or item.</summary>
    /// <param name="ends">What it is not looked for beyond.</param>
    /// <param name="isSure">Whether it surely ends.</param>
    /// <returns>False where there is none.</returns>
    private bool EndItem(ulong name, Bonds ends, bool isSure = true)
    {
        for (int i = _count - 1; i >= 0; i--)
        {
            if (_open[i].Name == name)
            {
                if (isSure) RemoveAt(i);
                else DoubtFrom(i + 1);
                return true;
            }

            // Drawings and formulas may have ended where this tag stands.
            if (_open[i].Has(Bonds.Foreign)) isSure = false;
            else if (_open[i].Has(ends) && (ends != Bonds.Special || !_open[i].Has(Bonds.Passable))) return false;
        }

        return false;
    }

    private void RemoveFormatting(ulong name)
    {
        int found = _formattingCount - 1, wall = Wall();
        while (found >= 0 && _formatting[found].Name != name) found--;
        // One that was opened outside a table or a cell is not ended within.
        if (found < 0 || _formatting[found].Walls < _walls || (wall >= 0 && (_open[wall].Cell == OpenElement.Unsure || _open[wall].Cell > found))) return;
        _formatting[(found + 1).._formattingCount].CopyTo(_formatting[found..]);
        _formattingCount--;
        for (int i = _count - 1; i > wall; i--)
        {
            if (_open[i].Name != name) continue;
            RemoveAt(i);
            return;
        }
    }

    /// <summary>The innermost wall; -1 where there is none.</summary>
    private readonly int Wall()
    {
        int wall = _walls == 0 ? -1 : _count - 1;
        while (wall >= 0 && !_open[wall].Has(Bonds.Wall)) wall--;
        return wall;
    }

    /// <summary>Takes an element out. What is open in it may be so no longer, or may have been opened behind it.</summary>
    private void RemoveAt(int at)
    {
        if (_open[at].Has(Bonds.Wall)) RemoveWall(at);
        if (IsOutermost(_open[at].Name)) _foreign--;
        _open[(at + 1).._count].CopyTo(_open[at..]);
        _count--;
        DoubtFrom(at);
    }

    private readonly void DoubtFrom(int at)
    {
        for (int i = at; i < _count; i++) _open[i].Bonds |= Bonds.Doubtful;
    }

    private void RemoveWall(int at)
    {
        int before = 0;
        for (int i = 0; i < at; i++) before += _open[i].Has(Bonds.Wall) ? 1 : 0;
        for (int i = _formattingCount - 1; i >= 0 && _formatting[i].Walls > before; i--) _formatting[i].Walls--;
        _walls--;
    }

    /// <summary>Takes an element out and all that is open in it.</summary>
    private void Cut(int at)
    {
        while (_count > at) RemoveAt(_count - 1);
    }

    private static bool IsOutermost(ulong name) => name == ElementBonds.Drawing || name == ElementBonds.Formula;
}
