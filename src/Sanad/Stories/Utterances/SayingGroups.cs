namespace Sanad.Stories.Utterances;

/// <summary>
/// Sayings that are one utterance. A group takes one statement of an article, and those within it, so that it cannot chain on from one sentence to the next.
/// </summary>
internal sealed class SayingGroups(IReadOnlyList<Saying> sayings)
{
    private readonly DisjointSets _sets = new(sayings.Count);

    /// <summary>By root and article what a group of several holds.</summary>
    private readonly Dictionary<int, Dictionary<StoryArticle, List<int>>> _held = [];

    /// <summary>Roots of groups that cannot be one; as groups only grow, they never can.</summary>
    private readonly HashSet<(int, int)> _parted = [];

    public bool AreOne(int i, int j) => _sets.Root(i) == _sets.Root(j);

    /// <summary>Joins the groups of the two, but not where both hold a statement of one article and neither lies within the other.</summary>
    public void Join(int i, int j)
    {
        (int a, int b) = (_sets.Root(i), _sets.Root(j));
        if (a > b) (a, b) = (b, a);
        if (a == b || _parted.Contains((a, b))) return;
        Dictionary<StoryArticle, List<int>> few = HeldBy(a), many = HeldBy(b);
        if (few.Count > many.Count) (few, many) = (many, few);
        foreach ((StoryArticle article, List<int> mine) in few)
        {
            if (!many.TryGetValue(article, out List<int>? theirs) || !mine.Exists(one => theirs.Exists(other => !sayings[one].IsWithin(sayings[other]) && !sayings[other].IsWithin(sayings[one])))) continue;
            _parted.Add((a, b));
            return;
        }

        foreach ((StoryArticle article, List<int> mine) in few)
        {
            if (many.TryGetValue(article, out List<int>? theirs)) theirs.AddRange(mine);
            else many.Add(article, mine);
        }

        _sets.Join(a, b);
        _held.Remove(a);
        _held.Remove(b);
        _held.Add(_sets.Root(a), many);
    }

    /// <summary>In the order of their first sayings, each in ascending order; what nothing was joined to is a group of its own.</summary>
    public List<List<int>> All() => _sets.Groups();

    private Dictionary<StoryArticle, List<int>> HeldBy(int root) => _held.TryGetValue(root, out Dictionary<StoryArticle, List<int>>? held) ? held : new() { [sayings[root].Article] = [root] };
}
