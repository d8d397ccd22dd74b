namespace Sanad.Stories;

/// <summary>Sets that are joined and never parted (union-find with path halving; Galler and Fischer 1964).</summary>
internal sealed class DisjointSets
{
    private readonly int[] _parent;

    public DisjointSets(int count)
    {
        _parent = new int[count];
        for (int i = 0; i < count; i++) _parent[i] = i;
    }

    public int Root(int i)
    {
        while (_parent[i] != i) i = _parent[i] = _parent[_parent[i]];
        return i;
    }

    public void Join(int i, int j)
    {
        (int a, int b) = (Root(i), Root(j));
        if (a != b) _parent[Math.Max(a, b)] = Math.Min(a, b);
    }

    /// <summary>The sets in the order of their first members, each in ascending order.</summary>
    public List<List<int>> Groups()
    {
        var groups = new List<List<int>>();
        var at = new Dictionary<int, int>();
        for (int i = 0; i < _parent.Length; i++)
        {
            int root = Root(i);
            if (!at.TryGetValue(root, out int index))
            {
                at.Add(root, index = groups.Count);
                groups.Add([]);
            }

            groups[index].Add(i);
        }

        return groups;
    }
}
