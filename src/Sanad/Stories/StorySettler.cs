namespace Sanad.Stories;

/// <summary>
/// Groups articles anew, all at once: what came first no longer matters. The two groups that are likest are joined until none are like enough
/// (agglomerative clustering); groups are as like as their articles are on average, with a share for the likest two, so that one article between
/// two stories does not make them one and a late report of a few words still finds its story.
/// </summary>
public sealed class StorySettler(IStoryIndex index)
{
    /// <summary>Least likeness of two groups that are one story.</summary>
    public const double LeastLike = 0.165;

    /// <summary>Features by which an article looks for its likes, the heaviest ones, and how many of those it looks at.</summary>
    private const int Probes = 40, MostLikes = 100;

    /// <summary>Holders beyond which a feature of the window tells too little to look by.</summary>
    private const int MostHolders = 1000;

    /// <summary>Likeness below which a pair counts as nothing.</summary>
    private const double LeastPair = 0.02;

    /// <param name="articles">In an order of the caller's; it settles ties alone.</param>
    /// <param name="verdicts">What persons have said of pairs of them; of articles that are not in the list it says nothing.</param>
    /// <returns>The groups, each as places in the list in ascending order, by their first.</returns>
    public IReadOnlyList<IReadOnlyList<int>> Group(IReadOnlyList<StoryCandidate> articles, StoryVerdicts verdicts)
    {
        var vectors = new LikenessVector[articles.Count];
        for (int i = 0; i < vectors.Length; i++) vectors[i] = LikenessVector.Of(articles[i].Features, index);
        var groups = new StoryGroups(Pairs(vectors));
        groups.Hold(articles, verdicts);
        return groups.Join(LeastLike);
    }

    private static Dictionary<int, StoryGroups.Link>[] Pairs(LikenessVector[] vectors)
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

        var links = new Dictionary<int, StoryGroups.Link>[vectors.Length];
        for (int i = 0; i < links.Length; i++) links[i] = [];
        var shared = new int[vectors.Length];
        var touched = new List<int>();
        var likes = new List<(int Shared, int Article)>();
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

            // Few of many are looked at: those that share fewer features than the last of these are left out before sorting.
            int least = LeastShared(touched, shared);
            likes.Clear();
            foreach (int j in touched)
            {
                if (shared[j] >= least) likes.Add((shared[j], j));
                shared[j] = 0;
            }

            likes.Sort(static (a, b) => a.Shared != b.Shared ? b.Shared.CompareTo(a.Shared) : a.Article.CompareTo(b.Article));
            for (int t = 0; t < likes.Count && t < MostLikes; t++)
            {
                int j = likes[t].Article;
                if (links[i].ContainsKey(j)) continue;
                double likeness = vectors[i].Likeness(vectors[j]);
                if (likeness < LeastPair) continue;
                links[i][j] = links[j][i] = new StoryGroups.Link(likeness, likeness);
            }

            touched.Clear();
        }

        return links;
    }

    /// <summary>The most features that at least <see cref="MostLikes"/> articles share with one, or 1.</summary>
    private static int LeastShared(List<int> touched, int[] shared)
    {
        Span<int> articles = stackalloc int[Probes + 1];
        articles.Clear();
        foreach (int j in touched) articles[shared[j]]++;
        int sum = 0;
        for (int features = Probes; features > 1; features--)
        {
            sum += articles[features];
            if (sum >= MostLikes) return features;
        }

        return 1;
    }
}
