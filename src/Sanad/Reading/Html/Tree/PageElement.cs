using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Sanad.Reading.Html.Tree;

/// <summary>An element of a page, with what is read of it and no more.</summary>
internal class PageElement(PageDocument document, ElementName name) : NodeList, IConstructableMathElement, IConstructableSvgElement, IConstructableMetaElement, IConstructableFrameElement, IConstructableFormElement
{
    private AttributeList _attributes = AttributeList.Empty;

    /// <summary>As it is written in HTML; of drawings and formulas too.</summary>
    public string LocalName => name.Text;

    public TagKind Kind => name.Kind;

    public NodeFlags Flags => name.Flags;

    /// <summary>Null of the outermost, and of what was taken out of the tree.</summary>
    public PageElement? Parent { get; private set; }

    public AttributeList Attributes => _attributes;

    /// <summary>Whether the parser has gone beyond the element's end.</summary>
    public bool IsClosed { get; private set; }

    IConstructableNode? IConstructableNode.Parent
    {
        get => ReferenceEquals(document.Root, this) ? document : Parent;
        set => Parent = value as PageElement;
    }

    StringOrMemory IConstructableNode.NodeName => name.Text;

    IConstructableNodeList IConstructableNode.ChildNodes => this;

    StringOrMemory IConstructableElement.LocalName => name.Text;

    StringOrMemory IConstructableElement.NamespaceUri => (Flags & NodeFlags.HtmlMember) != 0 ? NamespaceNames.HtmlUri : (Flags & NodeFlags.SvgMember) != 0 ? NamespaceNames.SvgUri : NamespaceNames.MathMlUri;

    StringOrMemory IConstructableElement.Prefix => StringOrMemory.Empty;

    IConstructableNamedNodeMap IConstructableElement.Attributes => _attributes;

    ISourceReference? IConstructableElement.SourceReference
    {
        get => null;
        set
        {
            // Nobody asks where in the markup it stood.
        }
    }

    /// <returns>Null where there is none of that name.</returns>
    public string? GetAttribute(string attribute) => _attributes.IndexOf(attribute) is var index and >= 0 ? _attributes.Attributes[index].Value.ToString() : null;

    public bool HasAttribute(string attribute) => _attributes.IndexOf(attribute) >= 0;

    /// <summary>Whether the other stands in this one, or is it.</summary>
    public bool Contains(PageElement other)
    {
        for (PageElement? around = other; around is not null; around = around.Parent)
        {
            if (ReferenceEquals(around, this)) return true;
        }

        return false;
    }

    public void AddNode(IConstructableNode node)
    {
        Add(node);
        node.Parent = this;
    }

    public void InsertNode(int idx, IConstructableNode childNode)
    {
        Insert(idx, childNode);
        childNode.Parent = this;
    }

    public void RemoveNode(int idx, IConstructableNode childNode)
    {
        RemoveAt(idx);
        childNode.Parent = null;
    }

    public void RemoveChild(IConstructableNode childNode)
    {
        if (Remove(childNode)) childNode.Parent = null;
    }

    public void RemoveFromParent() => Parent?.RemoveChild(this);

    public void AppendText(StringOrMemory text, bool emitWhiteSpaceOnly = false) => AddNode(new PageText(text.Memory));

    public void InsertText(int idx, StringOrMemory text, bool emitWhiteSpaceOnly = false) => InsertNode(idx, new PageText(text.Memory));

    void IConstructableElement.SetAttributes(StructAttributes tagAttributes) => _attributes = _attributes.With(AttributeList.Of(ref tagAttributes));

    void IConstructableElement.SetAttribute(string? namespaceUri, StringOrMemory attribute, StringOrMemory value) => _attributes = _attributes.With(attribute, value);

    void IConstructableElement.SetOwnAttribute(StringOrMemory attribute, StringOrMemory value) => _attributes = _attributes.With(attribute, value);

    StringOrMemory IConstructableElement.GetAttribute(StringOrMemory namespaceUri, StringOrMemory localName) => _attributes[localName]?.Value ?? default;

    bool IConstructableElement.HasAttribute(StringOrMemory attribute) => _attributes.IndexOf(attribute.Memory.Span) >= 0;

    /// <summary>The parser calls it when it closes the element.</summary>
    public void SetupElement()
    {
        if (!IsClosed) document.Close();
        IsClosed = true;
    }

    void IConstructableElement.AddComment(ref StructHtmlToken token)
    {
        // Nobody reads comments.
    }

    /// <summary>The parser makes one to have it open in place of this.</summary>
    IConstructableNode IConstructableElement.ShallowCopy()
    {
        SetupElement();
        return document.Open(new PageElement(document, name) { _attributes = _attributes });
    }

    void IConstructableMetaElement.Handle()
    {
        // A page is decoded before it is parsed.
    }
}

/// <summary>Its script is not run.</summary>
internal sealed class ScriptElement(PageDocument document, ElementName name) : PageElement(document, name), IConstructableScriptElement
{
    public bool Prepare(IConstructableDocument document) => false;

    public Task RunAsync(CancellationToken cancel) => Task.CompletedTask;
}

internal sealed class TemplateElement(PageDocument document, ElementName name) : PageElement(document, name), IConstructableTemplateElement
{
    public void PopulateFragment()
    {
        // Its content stays where it is; no reader looks into it.
    }
}
