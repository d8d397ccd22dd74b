namespace Sanad.Stories;

/// <summary>An article that may belong with a new one.</summary>
/// <param name="Article">The store's number of it.</param>
/// <param name="Story">The story that it stands in.</param>
public readonly record struct StoryCandidate(long Article, long Story, NumberedFeatures Features);

/// <summary>
/// An article's features by the numbers that an index knows them by: thousands are compared for every article, and numbers
/// lie side by side where strings are scattered.
/// </summary>
/// <param name="Weights">By place, as <paramref name="Numbers"/>.</param>
public sealed record NumberedFeatures(int[] Numbers, double[] Weights, DateOnly? Day)
{
    public static NumberedFeatures Of(StoryFeatures features, IStoryIndex index)
    {
        var numbers = new int[features.Weights.Count];
        var weights = new double[numbers.Length];
        int i = 0;
        foreach ((string feature, double weight) in features.Weights) (numbers[i], weights[i++]) = (index.Number(feature), weight);
        return new NumberedFeatures(numbers, weights, features.Day);
    }
}

/// <summary>What the matcher asks of a store: how common a feature is, and which recent articles hold it.</summary>
public interface IStoryIndex
{
    /// <summary>Number of articles kept.</summary>
    long ArticleCount { get; }

    /// <summary>The number that stands for a feature, from 0 upwards; one that was not asked for before gets the next.</summary>
    int Number(string feature);

    /// <summary>Number of articles that hold the feature.</summary>
    long Frequency(int feature);

    /// <summary>Articles that hold one of the features, those that hold most of them first; at most <paramref name="most"/>.</summary>
    IReadOnlyList<StoryCandidate> Candidates(ReadOnlySpan<int> features, int most);
}

/// <summary>
/// Decides which story an article belongs to. Two articles are as alike as the weight of what they share, rare features
/// weighing more (inverse document frequency), over the weight of both (cosine), decaying with the days between them.
/// </summary>
public sealed class StoryMatcher(IStoryIndex index)
{
    /// <summary>Least likeness to the nearest article of a story, and to the story's other articles on average.</summary>
    public const double LeastNearest = 0.17, LeastMean = 0.1;

    /// <summary>Likeness from which on an article is near a story.</summary>
    private const double LeastNear = 0.1;

    /// <summary>Rarest features that candidates are looked up by.</summary>
    private const int Probes = 24;

    private const int MostCandidates = 60;

    // By number of the feature: the match for which it was looked up, its rarity, and what it weighs in the new article with it.
    private int[] _lookedUp = [];
    private double[] _rarity = [], _own = [];
    private int _match;

    /// <summary>The story to join, or null for a new one. Not to be called from several threads at once.</summary>
    public long? Match(StoryFeatures features)
    {
        long? best = null;
        double most = 0;
        foreach ((long story, (double nearest, double sum, int count)) in Weigh(features))
        {
            if (nearest < LeastNearest || sum / count < LeastMean || nearest <= most) continue;
            (best, most) = (story, nearest);
        }

        return best;
    }

    /// <summary>The stories that hold an article at all like it, by number: those that it may have to be told from anew.</summary>
    public IEnumerable<long> Near(StoryFeatures features)
    {
        foreach ((long story, (double nearest, _, _)) in Weigh(features))
        {
            if (nearest >= LeastNear) yield return story;
        }
    }

    private SortedDictionary<long, (double Nearest, double Sum, int Count)> Weigh(StoryFeatures features)
    {
        _match++;
        string[] names = [.. features.Weights.Keys];
        var numbers = new int[names.Length];
        double length = 0;
        for (int i = 0; i < names.Length; i++)
        {
            int number = numbers[i] = index.Number(names[i]);
            LookUp(number);
            double own = _own[number] = features.Weights[names[i]] * _rarity[number];
            length += own * own;
        }

        // Equal values by name: which number a feature has depends on what was read before.
        Array.Sort(names, numbers, StringComparer.Ordinal);
        int[] probes = [.. numbers.OrderByDescending(number => _own[number]).Take(Probes)];
        var stories = new SortedDictionary<long, (double Nearest, double Sum, int Count)>();
        foreach (StoryCandidate candidate in index.Candidates(probes, MostCandidates))
        {
            double likeness = Likeness(features.Day, length, candidate.Features);
            (double nearest, double sum, int count) = stories.GetValueOrDefault(candidate.Story);
            stories[candidate.Story] = (Math.Max(nearest, likeness), sum + likeness, count + 1);
        }

        return stories;
    }

    /// <summary>Cosine of the two weighted feature sets times the decay by days, 0 to 1; no decay where a day is missing.</summary>
    /// <param name="length">Sum of the squares of the new article's values.</param>
    private double Likeness(DateOnly? day, double length, NumberedFeatures other)
    {
        double dot = 0, otherLength = 0;
        int shared = 0;
        for (int i = 0; i < other.Numbers.Length; i++)
        {
            int number = other.Numbers[i];
            LookUp(number);
            double there = other.Weights[i] * _rarity[number];
            otherLength += there * there;
            dot += there * _own[number];
            shared += _own[number] > 0 ? 1 : 0;
        }

        if (shared < LikenessVector.LeastShared) return 0;
        return LikenessVector.Decay(day, other.Day) * dot / Math.Sqrt(length * otherLength);
    }

    private void LookUp(int number)
    {
        if (number >= _lookedUp.Length)
        {
            int size = Math.Max(number + 1, 2 * _lookedUp.Length);
            Array.Resize(ref _lookedUp, size);
            Array.Resize(ref _rarity, size);
            Array.Resize(ref _own, size);
        }

        if (_lookedUp[number] == _match) return;
        _lookedUp[number] = _match;
        _rarity[number] = LikenessVector.Rarity(index, number);
        _own[number] = 0;
    }
}
