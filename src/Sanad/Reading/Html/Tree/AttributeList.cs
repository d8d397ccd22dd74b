using AngleSharp.Common;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Sanad.Reading.Html.Tree;

/// <summary>The attributes of an element: few, so they are looked through. Values lie where the parser left them.</summary>
internal sealed class AttributeList : IConstructableNamedNodeMap
{
    public static readonly AttributeList Empty = new(0);

    private Attribute[] _attributes;

    private AttributeList(int room) => _attributes = room == 0 ? [] : new Attribute[room];

    public int Length { get; private set; }

    public ReadOnlySpan<Attribute> Attributes => _attributes.AsSpan(0, Length);

    public IConstructableAttr? this[StringOrMemory name] => IndexOf(name.Memory.Span) is var index and >= 0 ? _attributes[index] : null;

    /// <param name="attributes">Of a tag. Of equal names the tokenizer keeps the first.</param>
    public static AttributeList Of(ref StructAttributes attributes)
    {
        if (attributes.Count == 0) return Empty;
        var list = new AttributeList(attributes.Count) { Length = attributes.Count };
        for (int i = 0; i < list.Length; i++) list._attributes[i] = new Attribute(attributes[i].Name, attributes[i].Value);
        return list;
    }

    /// <summary>These and those of a later tag that stands for the same element; it holds none of their names.</summary>
    public AttributeList With(AttributeList others)
    {
        if (Length == 0 || others.Length == 0) return Length == 0 ? others : this;
        return new AttributeList(0) { _attributes = [.. Attributes, .. others.Attributes], Length = Length + others.Length };
    }

    public AttributeList With(StringOrMemory name, StringOrMemory value)
    {
        var list = new AttributeList(Length + 1) { Length = Length };
        Attributes.CopyTo(list._attributes);
        int index = IndexOf(name.Memory.Span);
        if (index < 0) index = list.Length++;
        list._attributes[index] = new Attribute(name, value);
        return list;
    }

    public int IndexOf(ReadOnlySpan<char> name)
    {
        for (int i = 0; i < Length; i++)
        {
            if (_attributes[i].Name.Memory.Span.SequenceEqual(name)) return i;
        }

        return -1;
    }

    /// <summary>Whether both hold the same names with the same values, in any order.</summary>
    public bool SameAs(IConstructableNamedNodeMap? attributes)
    {
        if (attributes is not AttributeList other || other.Length != Length) return false;
        foreach (ref readonly Attribute own in Attributes)
        {
            if (other.IndexOf(own.Name.Memory.Span) is not (var index and >= 0) || !other._attributes[index].Value.Memory.Span.SequenceEqual(own.Value.Memory.Span)) return false;
        }

        return true;
    }

    public readonly struct Attribute(StringOrMemory name, StringOrMemory value) : IConstructableAttr
    {
        public StringOrMemory Name => name;

        public StringOrMemory Value
        {
            get => value;
            set => throw new NotSupportedException("attributes are set by their element");
        }
    }
}
