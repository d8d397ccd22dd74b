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
        var vocabulary = new LikenessVector.Vocabulary(index);
        var vectors = new LikenessVector[articles.Count];
        for (int i = 0; i < vectors.Length; i++) vectors[i] = new LikenessVector(articles[i].Features, vocabulary);
        var groups = new StoryGroups(Pairs(vectors, vocabulary.Count));
        groups.Hold(articles, verdicts);
        return groups.Join(LeastLike);
    }

    private static Dictionary<int, StoryGroups.Link>[] Pairs(LikenessVector[] vectors, int features)
    {
        var probes = new int[vectors.Length][];
        for (int i = 0; i < vectors.Length; i++) probes[i] = vectors[i].Heaviest(Probes);
        int[][] holders = Holders(probes, features);
        var pairs = new List<(int First, int Second, double Likeness)>();
        var shared = new int[vectors.Length];
        var touched = new List<int>();
        var likes = new List<int>();
        var places = new double[features];

        // By article: those before it that have been held against it.
        var seen = new List<int>?[vectors.Length];
        var skipped = new int[vectors.Length];
        for (int i = 0; i < vectors.Length; i++)
        {
            foreach (int feature in probes[i])
            {
                foreach (int j in holders[feature])
                {
                    if (shared[j]++ == 0) touched.Add(j);
                }
            }

            FindLikes(i, touched, shared, likes);
            foreach (int j in seen[i] ?? []) skipped[j] = i;
            seen[i] = null;
            vectors[i].LayOn(places);
            foreach (int j in likes)
            {
                if (j < i && skipped[j] == i) continue;
                if (j > i) (seen[j] ??= []).Add(i);
                double likeness = vectors[j].Likeness(places, vectors[i]);
                if (likeness >= LeastPair) pairs.Add((i, j, likeness));
            }

            vectors[i].TakeOff(places);
            foreach (int j in touched) shared[j] = 0;
            touched.Clear();
        }

        return Links(pairs, vectors.Length);
    }

    private static Dictionary<int, StoryGroups.Link>[] Links(List<(int First, int Second, double Likeness)> pairs, int articles)
    {
        var counts = new int[articles];
        foreach ((int first, int second, _) in pairs)
        {
            counts[first]++;
            counts[second]++;
        }

        var links = new Dictionary<int, StoryGroups.Link>[articles];
        for (int i = 0; i < links.Length; i++) links[i] = new Dictionary<int, StoryGroups.Link>(counts[i]);
        foreach ((int first, int second, double likeness) in pairs) links[first][second] = links[second][first] = new StoryGroups.Link(likeness, likeness);
        return links;
    }

    /// <summary>By feature: the articles that look by it, in ascending order; none where they are too many.</summary>
    private static int[][] Holders(int[][] probes, int features)
    {
        var counts = new int[features];
        foreach (int[] of in probes)
        {
            foreach (int feature in of) counts[feature]++;
        }

        var holders = new int[features][];
        for (int feature = 0; feature < features; feature++)
        {
            holders[feature] = counts[feature] is 0 or > MostHolders ? [] : new int[counts[feature]];
            counts[feature] = 0;
        }

        for (int i = 0; i < probes.Length; i++)
        {
            foreach (int feature in probes[i])
            {
                if (holders[feature].Length > 0) holders[feature][counts[feature]++] = i;
            }
        }

        return holders;
    }

    /// <summary>Those that share most features with an article, of equals the first: few of many are looked at, so only those of the last number that has room are sorted.</summary>
    private static void FindLikes(int article, List<int> touched, int[] shared, List<int> likes)
    {
        shared[article] = 0;
        int least = LeastShared(touched, shared);
        likes.Clear();
        foreach (int j in touched)
        {
            if (shared[j] > least) likes.Add(j);
        }

        int sure = likes.Count;
        foreach (int j in touched)
        {
            if (shared[j] == least) likes.Add(j);
        }

        if (likes.Count <= MostLikes) return;
        likes.Sort(sure, likes.Count - sure, null);
        likes.RemoveRange(MostLikes, likes.Count - MostLikes);
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
