using System.Buffers;

namespace Sanad.Reading.Html;

/// <summary>
/// The attributes of a tag as they stand in markup, one after the other, told as the HTML Standard does (13.2.5.32 to 13.2.5.39): an angle bracket inside a quoted value ends
/// no tag, but a quotation mark opens a value only right behind an equals sign that has a name before it.
/// </summary>
/// <param name="from">Behind the tag's name.</param>
internal ref struct TagAttributes(ReadOnlySpan<char> markup, int from)
{
    /// <summary>What HTML calls white space.</summary>
    public const string Space = " \t\n\f\r";

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(Space + "/>="), ValueEnds = SearchValues.Create(Space + ">");

    private readonly ReadOnlySpan<char> _markup = markup;

    /// <summary>Behind what was read: the attribute, or the tag where there was none left.</summary>
    public int End { get; private set; } = from;

    /// <summary>Behind what stands before the attribute: the tag's name or another attribute.</summary>
    public int Before { get; private set; }

    /// <summary>Where the attribute's name begins.</summary>
    public int Start { get; private set; }

    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>As it stands in the markup, without its quotation marks; empty where there is none.</summary>
    public ReadOnlySpan<char> Value { get; private set; }

    /// <returns>False at the end of the tag, or of markup that ends within it.</returns>
    public bool TryRead()
    {
        Before = Start = End;
        while (Start < _markup.Length && IsSpace(_markup[Start], orSlash: true)) Start++;
        if (Start == _markup.Length || _markup[Start] == '>')
        {
            End = Math.Min(Start + 1, _markup.Length);
            return false;
        }

        // The first character belongs to the name even if it is an equals sign.
        int end = Find(Start + 1, NameEnds), equals = Behind(end);
        Name = _markup[Start..end];
        Value = default;
        End = end;
        if (equals == _markup.Length) return Stop();
        if (_markup[equals] != '=') return true;
        int value = Behind(equals + 1);
        if (value == _markup.Length) return Stop();
        if (_markup[value] is '"' or '\'')
        {
            int length = _markup[(value + 1)..].IndexOf(_markup[value]);
            if (length < 0) return Stop();
            Value = _markup.Slice(value + 1, length);
            End = value + length + 2;
            return End < _markup.Length || Stop();
        }

        End = Find(value, ValueEnds);
        Value = _markup[value..End];
        return End < _markup.Length || Stop();
    }

    private bool Stop()
    {
        End = _markup.Length;
        return false;
    }

    private readonly int Find(int start, SearchValues<char> ends)
    {
        int length = _markup[start..].IndexOfAny(ends);
        return length < 0 ? _markup.Length : start + length;
    }

    private readonly int Behind(int start)
    {
        while (start < _markup.Length && IsSpace(_markup[start], orSlash: false)) start++;
        return start;
    }

    private static bool IsSpace(char c, bool orSlash) => c is ' ' or '\t' or '\n' or '\f' or '\r' || (orSlash && c == '/');
}
