namespace Sanad.Stories;

/// <summary>
/// Groups articles anew, all at once: what came first no longer matters. The two groups that are likest are joined until none are like enough
/// (agglomerative clustering); groups are as like as their articles are on average, with a share for the likest two, so that one article between
/// two stories does not make them one and a late report of a few words still finds its story.
/// </summary>
public sealed class StorySettler(IStoryIndex index)
{
    /// <summary>Least likeness of two groups that are one story.</summary>
    public const double LeastLike = 0.145;

    /// <summary>Share of the likest pair in the likeness of two groups; the rest is the mean of all pairs.</summary>
    private const double Nearest = 0.3;

    /// <summary>Features by which an article looks for its likes, the heaviest ones, and how many of those it looks at.</summary>
    private const int Probes = 24, MostLikes = 100;

    /// <summary>Holders beyond which a feature of the window tells too little to look by.</summary>
    private const int MostHolders = 1000;

    /// <summary>Likeness below which a pair counts as nothing.</summary>
    private const double LeastPair = 0.02;

    /// <param name="articles">In an order of the caller's; it settles ties alone.</param>
    /// <returns>The groups, each as places in the list in ascending order, by their first.</returns>
    public IReadOnlyList<IReadOnlyList<int>> Group(IReadOnlyList<StoryCandidate> articles)
    {
        var vectors = new LikenessVector[articles.Count];
        for (int i = 0; i < vectors.Length; i++) vectors[i] = LikenessVector.Of(articles[i].Features, index);
        Dictionary<int, Link>[] links = Pairs(vectors);
        return Join(links);
    }

    /// <summary>Sum of the likenesses of all pairs between two groups, and the greatest.</summary>
    private readonly record struct Link(double Sum, double Most);

    private static Dictionary<int, Link>[] Pairs(LikenessVector[] vectors)
    {
        var holders = new Dictionary<int, List<int>>();
        var probes = new int[vectors.Length][];
        for (int i = 0; i < vectors.Length; i++)
        {
            foreach (int number in probes[i] = vectors[i].Heaviest(Probes))
            {
                if (!holders.TryGetValue(number, out List<int>? list)) holders.Add(number, list = []);
                list.Add(i);
            }
        }

        var links = new Dictionary<int, Link>[vectors.Length];
        for (int i = 0; i < links.Length; i++) links[i] = [];
        var shared = new int[vectors.Length];
        var touched = new List<int>();
        for (int i = 0; i < vectors.Length; i++)
        {
            foreach (int number in probes[i])
            {
                List<int> list = holders[number];
                if (list.Count > MostHolders) continue;
                foreach (int j in list)
                {
                    if (j != i && shared[j]++ == 0) touched.Add(j);
                }
            }

            touched.Sort((a, b) => shared[b] != shared[a] ? shared[b].CompareTo(shared[a]) : a.CompareTo(b));
            for (int t = 0; t < touched.Count; t++)
            {
                int j = touched[t];
                shared[j] = 0;
                if (t >= MostLikes || links[i].ContainsKey(j)) continue;
                double likeness = vectors[i].Likeness(vectors[j]);
                if (likeness < LeastPair) continue;
                links[i][j] = links[j][i] = new Link(likeness, likeness);
            }

            touched.Clear();
        }

        return links;
    }

    private static List<IReadOnlyList<int>> Join(Dictionary<int, Link>[] links)
    {
        var members = new List<int>?[links.Length];
        var queue = new PriorityQueue<(int A, int B, int SizeA, int SizeB), (double, int, int)>();
        for (int i = 0; i < links.Length; i++) members[i] = [i];
        void Offer(int a, int b)
        {
            (a, b) = (Math.Min(a, b), Math.Max(a, b));
            Link link = links[a][b];
            double likeness = ((1 - Nearest) * link.Sum / ((double)members[a]!.Count * members[b]!.Count)) + (Nearest * link.Most);
            if (likeness >= LeastLike) queue.Enqueue((a, b, members[a]!.Count, members[b]!.Count), (-likeness, a, b));
        }

        for (int i = 0; i < links.Length; i++)
        {
            foreach (int j in links[i].Keys)
            {
                if (i < j) Offer(i, j);
            }
        }

        while (queue.TryDequeue(out (int A, int B, int SizeA, int SizeB) pair, out _))
        {
            (int a, int b) = (pair.A, pair.B);
            if (members[a]?.Count != pair.SizeA || members[b]?.Count != pair.SizeB) continue;
            members[a]!.AddRange(members[b]!);
            members[b] = null;
            links[a].Remove(b);
            foreach ((int other, Link link) in links[b])
            {
                links[other].Remove(b);
                if (other == a) continue;
                Link both = links[a].TryGetValue(other, out Link held) ? new Link(held.Sum + link.Sum, Math.Max(held.Most, link.Most)) : link;
                links[a][other] = links[other][a] = both;
            }

            links[b] = [];
            foreach (int other in links[a].Keys) Offer(a, other);
        }

        var groups = new List<IReadOnlyList<int>>();
        foreach (List<int>? group in members)
        {
            if (group is null) continue;
            group.Sort();
            groups.Add(group);
        }

        return groups;
    }
}
