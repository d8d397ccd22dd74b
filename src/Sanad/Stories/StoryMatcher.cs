using System.Numerics;

namespace Sanad.Stories;

/// <summary>An article that may belong with a new one.</summary>
/// <param name="Article">The store's number of it.</param>
/// <param name="Story">The story that it stands in.</param>
/// <param name="Length">
/// Length of the weighed features (root of the sum of squares), by the rarities of when the article came: candidates are compared many times, and which story an article
/// joins as it comes is settled later. 0 where it is not known.
/// </param>
public readonly record struct StoryCandidate(long Article, long Story, StoryFeatures Features, double Length = 0);

/// <summary>Where an article belongs as it comes.</summary>
/// <param name="Story">The story to join, or null for a new one.</param>
/// <param name="Near">The stories that hold an article at all like it, in ascending order: those that it may have to be told from anew.</param>
/// <param name="Length">As <see cref="StoryCandidate.Length"/>.</param>
public sealed record StoryMatch(long? Story, IReadOnlyList<long> Near, double Length);

/// <summary>What the matcher asks of a store: how common a feature is, and which recent articles hold it.</summary>
public interface IStoryIndex
{
    /// <summary>Number of articles kept.</summary>
    long ArticleCount { get; }

    /// <summary>Number of articles that hold the feature of that number (<see cref="StoryFeatures.NumberOf"/>).</summary>
    long Frequency(long feature);

    /// <summary>Articles that hold one of the features, those that hold most of them first; at most <paramref name="most"/>.</summary>
    IReadOnlyList<StoryCandidate> Candidates(ReadOnlySpan<long> features, int most);
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

    private readonly FeatureTable _own = new();

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
        ReadOnlySpan<long> numbers = features.Numbers;
        var weighed = new double[numbers.Length];
        _own.Clear(numbers.Length);
        length = 0;
        for (int i = 0; i < numbers.Length; i++)
        {
            double rarity = LikenessVector.Rarity(index, numbers[i]), own = (double)features.Weights[i] * rarity;
            _own.Add(numbers[i], own * rarity);
            weighed[i] = -own;
            length += own * own;
        }

        length = Math.Sqrt(length);
        long[] heaviest = numbers.ToArray();
        Array.Sort(weighed, heaviest);
        var stories = new SortedDictionary<long, (double Nearest, double Sum, int Count)>();
        foreach (StoryCandidate candidate in index.Candidates(heaviest.AsSpan(0, Math.Min(Probes, heaviest.Length)), MostCandidates))
        {
            double likeness = Likeness(features.Day, length, candidate);
            (double nearest, double sum, int count) = stories.GetValueOrDefault(candidate.Story);
            stories[candidate.Story] = (Math.Max(nearest, likeness), sum + likeness, count + 1);
        }

        return stories;
    }

    /// <summary>Cosine of the two weighted feature sets times the decay by days, 0 to 1; no decay where a day is missing.</summary>
    /// <param name="length">That of the new article's features.</param>
    private double Likeness(DateOnly? day, double length, StoryCandidate other)
    {
        double dot = 0;
        int shared = 0;
        ReadOnlySpan<long> numbers = other.Features.Numbers;
        ReadOnlySpan<Half> weights = other.Features.Weights;
        for (int i = 0; i < numbers.Length; i++)
        {
            double own = _own.Of(numbers[i]);
            if (own == 0) continue;
            dot += (double)weights[i] * own;
            shared++;
        }

        return shared < LikenessVector.LeastShared ? 0 : LikenessVector.Decay(day, other.Features.Day) * dot / (length * (other.Length > 0 ? other.Length : LengthOf(other.Features)));
    }

    private double LengthOf(StoryFeatures features)
    {
        double length = 0;
        for (int i = 0; i < features.Numbers.Length; i++)
        {
            double value = (double)features.Weights[i] * LikenessVector.Rarity(index, features.Numbers[i]);
            length += value * value;
        }

        return Math.Sqrt(length);
    }

    /// <summary>
    /// What each feature of one article weighs, times its rarity: the features of every candidate are looked up in it. As small as the article, so that it
    /// stays near at hand.
    /// </summary>
    private sealed class FeatureTable
    {
        // Nothing stands where the value is 0.
        private (long Number, double Value)[] _features = [default];

        /// <param name="count">Features that will be added.</param>
        public void Clear(int count)
        {
            int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(4 * count, 1));
            if (size > _features.Length) _features = new (long, double)[size];
            else Array.Clear(_features);
        }

        public void Add(long number, double value)
        {
            (long Number, double Value)[] features = _features;
            int at = (int)number & (features.Length - 1);
            while (features[at].Value != 0 && features[at].Number != number) at = (at + 1) & (features.Length - 1);
            features[at] = (number, value);
        }

        /// <summary>What the feature weighs; 0 where the article does not hold it.</summary>
        public double Of(long number)
        {
            // Numbers are hashes already.
            (long Number, double Value)[] features = _features;
            int at = (int)number & (features.Length - 1);
            while (features[at].Value != 0 && features[at].Number != number) at = (at + 1) & (features.Length - 1);
            return features[at].Value;
        }
    }
}
