using System.Collections;
using AngleSharp.Html.Construction;

namespace Sanad.Reading.Html.Tree;

/// <summary>
/// The nodes in an element, which is a list of them itself: most hold few, and one object less is made for each. The first is taken out as fast as the last: the parser moves
/// the content of an element so, one node after the other.
/// </summary>
internal abstract class NodeList : IConstructableNodeList
{
    private IConstructableNode[] _nodes = [];
    private int _first, _length;

    public int Length => _length;

    public IConstructableNode this[int index] => Nodes[index];

    /// <summary>Holds until a node is added or taken out.</summary>
    public ReadOnlySpan<IConstructableNode> Nodes => _nodes.AsSpan(_first, Length);

    protected void Add(IConstructableNode node)
    {
        if (_first + Length == _nodes.Length) MakeRoom();
        _nodes[_first + _length++] = node;
    }

    protected void Insert(int index, IConstructableNode node)
    {
        Add(node);
        Span<IConstructableNode> moved = _nodes.AsSpan(_first + index, Length - index);
        moved[..^1].CopyTo(moved[1..]);
        moved[0] = node;
    }

    /// <returns>False where the node is not there. It is looked for from the end: what is moved was added last.</returns>
    protected bool Remove(IConstructableNode node)
    {
        for (int i = Length - 1; i >= 0; i--)
        {
            if (!ReferenceEquals(_nodes[_first + i], node)) continue;
            RemoveAt(i);
            return true;
        }

        return false;
    }

    protected void RemoveAt(int index)
    {
        _length--;
        if (index == 0)
        {
            _nodes[_first++] = null!;
            return;
        }

        Span<IConstructableNode> moved = _nodes.AsSpan(_first + index, Length + 1 - index);
        moved[1..].CopyTo(moved);
        moved[^1] = null!;
    }

    public void Clear()
    {
        _nodes = [];
        _first = _length = 0;
    }

    public IEnumerator<IConstructableNode> GetEnumerator()
    {
        for (int i = 0; i < Length; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void MakeRoom()
    {
        var larger = new IConstructableNode[Length == 0 ? 2 : Length * 2];
        Nodes.CopyTo(larger);
        (_nodes, _first) = (larger, 0);
    }
}

/// <summary>The nodes in what holds none.</summary>
internal sealed class EmptyList : NodeList
{
    public static readonly EmptyList Instance = new();
}
