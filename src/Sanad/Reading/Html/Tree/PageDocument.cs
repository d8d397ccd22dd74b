using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace Sanad.Reading.Html.Tree;

/// <summary>A page's elements as AngleSharp's tree building puts them together. The texts in them lie in the parser's memory and hold until it is disposed.</summary>
internal sealed class PageDocument(TextSource source) : IConstructableDocument, IDisposable
{
    private static readonly char[] Spaces = [.. TagAttributes.Space];

    private readonly List<PageElement> _tables = [];
    private PageElement? _title;
    private int _open;

    /// <summary>The <c>html</c> element; null before parsing.</summary>
    public PageElement? Root { get; private set; }

    public PageElement? Head => ChildOf("head");

    /// <summary>Null where the page is made of frames.</summary>
    public PageElement? Body => ChildOf("body");

    /// <summary>The text of the first <c>title</c>, white space collapsed; empty where there is none.</summary>
    public string Title => _title is null || ElementText.Of(_title, int.MaxValue) is not { } text ? "" : string.Join(' ', text.Split(Spaces, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Elements that were made, those included that have been taken out again.</summary>
    public int Count { get; private set; }

    /// <summary>Most elements that were open at once: what tree building looks through for many a tag.</summary>
    public int MostOpen { get; private set; }

    public StringOrMemory NodeName => "#document";

    public NodeFlags Flags => NodeFlags.None;

    public TextSource Source => source;

    public IDisposable? Builder { get; set; }

    public QuirksMode QuirksMode { get; set; }

    public bool IsLoading => false;

    public IConstructableNodeList ChildNodes => EmptyList.Instance;

    public IConstructableNode? Parent
    {
        get => null;
        set => throw new NotSupportedException("a document stands in nothing");
    }

    IConstructableElement? IConstructableDocument.Head => Head;

    IConstructableElement IConstructableDocument.DocumentElement => Root!;

    public void Dispose() => Builder?.Dispose();

    /// <summary>Counts an element as open.</summary>
    public PageElement Open(PageElement element)
    {
        Count++;
        MostOpen = System.Math.Max(MostOpen, ++_open);
        if (element.LocalName == "table") _tables.Add(element);
        else if (element.LocalName == "title" && (element.Flags & NodeFlags.HtmlMember) != 0) _title ??= element;
        return element;
    }

    public void Close() => _open--;

    /// <summary>
    /// Adds the root. Any other element comes here when it stands in a table where none may: the parser finds the place for it only in a tree of its own elements. That
    /// is before the innermost open table (HTML Standard, 13.2.6.1).
    /// </summary>
    public void AddNode(IConstructableNode node)
    {
        if (node is not PageElement element) return;
        if (Root is null)
        {
            Root = element;
            return;
        }

        while (_tables.Count > 0 && _tables[^1].IsClosed) _tables.RemoveAt(_tables.Count - 1);
        PageElement? table = _tables.Count > 0 ? _tables[^1] : null, around = table?.Parent;
        if (around is null)
        {
            Root.AddNode(element);
            return;
        }

        ReadOnlySpan<IConstructableNode> nodes = around.Nodes;
        int index = nodes.Length - 1;
        while (index > 0 && !ReferenceEquals(nodes[index], table)) index--;
        around.InsertNode(index, element);
    }

    public void RemoveChild(IConstructableNode childNode)
    {
    }

    public void RemoveFromParent() => throw new NotSupportedException("a document stands in nothing");

    public void RemoveNode(int idx, IConstructableNode childNode) => throw new NotSupportedException("a document keeps its root");

    public void InsertNode(int idx, IConstructableNode childNode) => AddNode(childNode);

    public void AppendText(StringOrMemory text, bool emitWhiteSpaceOnly = false) => Root?.AppendText(text);

    public void InsertText(int idx, StringOrMemory text, bool emitWhiteSpaceOnly = false) => Root?.AppendText(text);

    public void PerformMicrotaskCheckpoint()
    {
        // Only scripts and what is loaded beside the page wait for it, here and below; there are none.
    }

    public void ProvideStableState()
    {
    }

    public void AddComment(ref StructHtmlToken token)
    {
        // Nobody reads comments.
    }

    public void TrackError(Exception exception)
    {
    }

    public Task WaitForReadyAsync(CancellationToken cancelToken) => Task.CompletedTask;

    public Task FinishLoadingAsync() => Task.CompletedTask;

    public void ApplyManifest()
    {
    }

    public void Clear() => throw new NotSupportedException("a page is read once");

    private PageElement? ChildOf(string name)
    {
        if (Root is null) return null;
        foreach (IConstructableNode node in Root.Nodes)
        {
            if (node is PageElement element && element.LocalName == name) return element;
        }

        return null;
    }
}
