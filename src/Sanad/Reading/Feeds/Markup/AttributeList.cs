using Sanad.Text;

namespace Sanad.Reading.Feeds.Markup;

/// <summary>The attributes of a tag, read on demand: with quotation marks or without, with a value or without.</summary>
internal struct AttributeList(string text, TextSpan tag, TextSpan name)
{
    private int _at = name.End;

    public (TextSpan Name, TextSpan Value) Current { get; private set; }

    public readonly AttributeList GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_at < tag.End && !MarkupReader.IsNameStart(text[_at])) _at++;
        if (_at >= tag.End) return false;
        int start = _at;
        while (_at < tag.End && MarkupReader.IsName(text[_at])) _at++;
        var itsName = new TextSpan(start, _at);
        int equals = Behind(_at);
        if (equals >= tag.End || text[equals] != '=')
        {
            Current = (itsName, new TextSpan(_at, _at));
            return true;
        }

        int value = Behind(equals + 1), end;
        if (value < tag.End && text[value] is '"' or '\'' && text.AsSpan(value + 1, tag.End - value - 1).IndexOf(text[value]) is var length and >= 0)
        {
            Current = (itsName, new TextSpan(value + 1, value + 1 + length));
            _at = value + length + 2;
            return true;
        }

        value = Math.Min(value, tag.End);
        for (end = value; end < tag.End && text[end] != '>' && !char.IsWhiteSpace(text[end]);) end++;
        Current = (itsName, new TextSpan(value, end));
        _at = Math.Max(end, value);
        return true;
    }

    private readonly int Behind(int at)
    {
        while (at < tag.End && char.IsWhiteSpace(text[at])) at++;
        return at;
    }
}
