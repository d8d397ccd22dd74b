namespace Sanad.Stories;

/// <summary>
/// Groups that grow by joining two at a time (agglomerative clustering), each pair of groups with the sum and the greatest of the likenesses between their
/// articles. What a person has said of two articles holds: those said to be together begin in one group, and groups that hold two said to be apart are never joined.
/// </summary>
internal sealed class StoryGroups
{
    /// <summary>Share of the likest pair in the likeness of two groups; the rest is the mean of all pairs.</summary>
    private const double Nearest = 0.3;

    private readonly Dictionary<int, Link>[] _links;
    private readonly List<int>?[] _members;

    // By group: the groups that it may not be joined with; most have none.
    private readonly Dictionary<int, HashSet<int>> _apart = [];

    /// <param name="links">Likenesses by place of the article; taken over and changed.</param>
    public StoryGroups(Dictionary<int, Link>[] links)
    {
        _links = links;
        _members = new List<int>?[links.Length];
        for (int i = 0; i < links.Length; i++) _members[i] = [i];
    }

    /// <summary>Sum of the likenesses of all pairs between two groups, and the greatest.</summary>
    internal readonly record struct Link(double Sum, double Most);

    /// <summary>To be called before anything is joined by likeness.</summary>
    public void Hold(IReadOnlyList<StoryCandidate> articles, StoryVerdicts verdicts)
    {
        if (verdicts.IsEmpty) return;
        var places = new Dictionary<long, int>(articles.Count);
        for (int i = 0; i < articles.Count; i++) places[articles[i].Article] = i;
        foreach ((long first, long second) in verdicts.Apart)
        {
            if (places.TryGetValue(first, out int one) && places.TryGetValue(second, out int other) && one != other) Part(one, other);
        }

        var roots = new DisjointSets(articles.Count);
        foreach ((long first, long second) in verdicts.Together)
        {
            if (!places.TryGetValue(first, out int one) || !places.TryGetValue(second, out int other)) continue;
            (one, other) = (roots.Root(one), roots.Root(other));
            if (one == other || AreApart(one, other)) continue;
            roots.Join(one, other);
            Merge(Math.Min(one, other), Math.Max(one, other));
        }
    }

    /// <summary>Joins the two likest groups until none are as like as <paramref name="least"/>; returns the groups, each in ascending order, by their first.</summary>
    public List<IReadOnlyList<int>> Join(double least)
    {
        var queue = new PriorityQueue<(int A, int B, int SizeA, int SizeB), (double, int, int)>();
        void Offer(int a, int b, Link link)
        {
            (a, b) = (Math.Min(a, b), Math.Max(a, b));
            double likeness = Likeness(a, b, link);
            if (likeness >= least && !AreApart(a, b)) queue.Enqueue((a, b, _members[a]!.Count, _members[b]!.Count), (-likeness, a, b));
        }

        for (int i = 0; i < _links.Length; i++)
        {
            foreach ((int j, Link link) in _links[i])
            {
                if (i < j) Offer(i, j, link);
            }
        }

        while (queue.TryDequeue(out (int A, int B, int SizeA, int SizeB) pair, out _))
        {
            (int a, int b) = (pair.A, pair.B);
            if (_members[a]?.Count != pair.SizeA || _members[b]?.Count != pair.SizeB) continue;
            Merge(a, b);
            foreach ((int other, Link link) in _links[a]) Offer(a, other, link);
        }

        return Groups();
    }

    private double Likeness(int a, int b, Link link) => ((1 - Nearest) * link.Sum / ((double)_members[a]!.Count * _members[b]!.Count)) + (Nearest * link.Most);

    private void Merge(int a, int b)
    {
        _members[a]!.AddRange(_members[b]!);
        _members[b] = null;
        _links[a].Remove(b);
        foreach ((int other, Link link) in _links[b])
        {
            _links[other].Remove(b);
            if (other == a) continue;
            Link both = _links[a].TryGetValue(other, out Link held) ? new Link(held.Sum + link.Sum, Math.Max(held.Most, link.Most)) : link;
            _links[a][other] = _links[other][a] = both;
        }

        _links[b] = [];
        if (!_apart.Remove(b, out HashSet<int>? parted)) return;
        foreach (int other in parted)
        {
            _apart[other].Remove(b);
            Part(a, other);
        }
    }

    private void Part(int a, int b)
    {
        foreach ((int one, int other) in ((int, int)[])[(a, b), (b, a)])
        {
            if (!_apart.TryGetValue(one, out HashSet<int>? parted)) _apart.Add(one, parted = []);
            parted.Add(other);
        }
    }

    private bool AreApart(int a, int b) => _apart.TryGetValue(a, out HashSet<int>? parted) && parted.Contains(b);

    private List<IReadOnlyList<int>> Groups()
    {
        var groups = new List<IReadOnlyList<int>>();
        foreach (List<int>? group in _members)
        {
            if (group is null) continue;
            group.Sort();
            groups.Add(group);
        }

        return groups;
    }
}
