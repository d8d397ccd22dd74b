namespace Sanad.Reading.Feeds.Markup;

/// <summary>The next place of a mark; as places asked for only grow, the text is gone through once.</summary>
internal struct NextMark(string text, char mark)
{
    private int _place = -1;

    public long Work { get; private set; }

    /// <returns>The text's length where there is none.</returns>
    public int From(int start)
    {
        if (_place >= start) return _place;
        int found = start < text.Length ? text.AsSpan(start).IndexOf(mark) : -1;
        _place = found < 0 ? text.Length : start + found;
        Work += _place - start;
        return _place;
    }
}
