using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;

namespace Sanad.Reading.Html.Tree;

/// <summary>A run of text. It lies where the parser left it, and holds for as long as its document does.</summary>
internal sealed class PageText(ReadOnlyMemory<char> text) : IConstructableNode
{
    public ReadOnlySpan<char> Data => text.Span;

    public IConstructableNode? Parent { get; set; }

    public StringOrMemory NodeName => "#text";

    public NodeFlags Flags => NodeFlags.None;

    public IConstructableNodeList ChildNodes => EmptyList.Instance;

    public void RemoveFromParent() => Parent?.RemoveChild(this);

    public void RemoveChild(IConstructableNode childNode)
    {
    }

    public void RemoveNode(int idx, IConstructableNode childNode) => throw Childless();

    public void InsertNode(int idx, IConstructableNode childNode) => throw Childless();

    public void AddNode(IConstructableNode node) => throw Childless();

    public void AppendText(StringOrMemory text, bool emitWhiteSpaceOnly = false) => throw Childless();

    public void InsertText(int idx, StringOrMemory text, bool emitWhiteSpaceOnly = false) => throw Childless();

    private static InvalidOperationException Childless() => new("a text holds no other node");
}
