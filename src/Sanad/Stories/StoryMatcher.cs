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
    /// <summary>
    /// Length of the weighed features (root of the sum of squares), by the rarities of when the article came: candidates are compared many times, and which story an article
    /// joins as it comes is settled later. 0 where it is not known yet.
    /// </summary>
    public double Length { get; set; }

    public static NumberedFeatures Of(StoryFeatures features, IStoryIndex index)
    {
        var numbers = new int[features.Weights.Count];
        var weights = new double[numbers.Length];
        int i = 0;
        foreach ((string feature, double weight) in features.Weights) (numbers[i], weights[i++]) = (index.Number(feature), weight);
        return new NumberedFeatures(numbers, weights, features.Day);
    }
}

/// <summary>Where an article belongs as it comes.</summary>
/// <param name="Story">The story to join, or null for a new one.</param>
/// <param name="Near">The stories that hold an article at all like it, in ascending order: those that it may have to be told from anew.</param>
/// <param name="Length">As <see cref="NumberedFeatures.Length"/>.</param>
public sealed record StoryMatch(long? Story, IReadOnlyList<long> Near, double Length);

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

    // By number of the feature: the match in whose article it was, its rarity, and what it weighs in that article with it.
    private int[] _lookedUp = [];
    private double[] _rarity = [], _own = [];
    private int _match;

    /// <summary>Where the article belongs. Not to be called from several threads at once.</summary>
    public StoryMatch Match(StoryFeatures features)
    {
        long? best = null;
        double most = 0;
        var near = new List<long>();
        SortedDictionary<long, (double Nearest, double Sum, int Count)> stories = Weigh(features, out double length);
        foreach ((long story, (double nearest, double sum, int count)) in stories)
        {
            if (nearest < LeastNear) continue;
            near.Add(story);
            if (nearest < LeastNearest || sum / count < LeastMean || nearest <= most) continue;
            (best, most) = (story, nearest);
        }

        return new StoryMatch(best, near, length);
    }

    private SortedDictionary<long, (double Nearest, double Sum, int Count)> Weigh(StoryFeatures features, out double length)
    {
        _match++;
        string[] names = [.. features.Weights.Keys];
        var numbers = new int[names.Length];
        length = 0;
        for (int i = 0; i < names.Length; i++)
        {
            int number = numbers[i] = index.Number(names[i]);
            LookUp(number);
            double own = _own[number] = features.Weights[names[i]] * _rarity[number];
            length += own * own;
        }

        length = Math.Sqrt(length);

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
    /// <param name="length">That of the new article's features.</param>
    private double Likeness(DateOnly? day, double length, NumberedFeatures other)
    {
        double dot = 0;
        int shared = 0;
        for (int i = 0; i < other.Numbers.Length; i++)
        {
            int number = other.Numbers[i];
            if (number >= _lookedUp.Length || _lookedUp[number] != _match) continue;
            dot += other.Weights[i] * _rarity[number] * _own[number];
            shared++;
        }

        return shared < LikenessVector.LeastShared ? 0 : LikenessVector.Decay(day, other.Day) * dot / (length * LengthOf(other));
    }

    private double LengthOf(NumberedFeatures features)
    {
        if (features.Length > 0) return features.Length;
        double length = 0;
        for (int i = 0; i < features.Numbers.Length; i++)
        {
            double value = features.Weights[i] * LikenessVector.Rarity(index, features.Numbers[i]);
            length += value * value;
        }

        return features.Length = Math.Sqrt(length);
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
    }
}
