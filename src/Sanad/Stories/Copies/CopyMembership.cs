namespace Sanad.Stories.Copies;

/// <summary>Which groups of copies an article is in, asked for pair after pair of articles: a group may hold hundreds.</summary>
internal sealed class CopyMembership
{
    private readonly Dictionary<string, List<CopyGroup>> _groups = new(StringComparer.Ordinal);

    public CopyMembership(IReadOnlyList<CopyGroup> groups)
    {
        foreach (CopyGroup group in groups)
        {
            foreach (string member in group.Members)
            {
                if (!_groups.TryGetValue(member, out List<CopyGroup>? held)) _groups.Add(member, held = []);
                if (held.Count == 0 || !ReferenceEquals(held[^1], group)) held.Add(group);
            }
        }
    }

    /// <summary>The groups that hold both, in the order of the groups: none or few.</summary>
    public IEnumerable<CopyGroup> OfBoth(string a, string b)
    {
        if (!_groups.TryGetValue(a, out List<CopyGroup>? left) || !_groups.TryGetValue(b, out List<CopyGroup>? right)) yield break;
        foreach (CopyGroup group in left)
        {
            foreach (CopyGroup other in right)
            {
                if (ReferenceEquals(group, other)) yield return group;
            }
        }
    }
}
