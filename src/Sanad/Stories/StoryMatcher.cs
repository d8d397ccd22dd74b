namespace Sanad.Stories;

/// <summary>An article that may belong with a new one.</summary>
/// <param name="Article">The store's number of it.</param>
/// <param name="Story">The story that it stands in.</param>
public readonly record struct StoryCandidate(long Article, long Story, StoryFeatures Features);

/// <summary>What the matcher asks of a store: how common a feature is, and which recent articles hold it.</summary>
public interface IStoryIndex
{
    /// <summary>Number of articles kept.</summary>
    long ArticleCount { get; }

    /// <summary>Number of articles that hold the feature.</summary>
    long Frequency(string feature);

    /// <summary>Articles that hold one of the features, those that hold most of them first; at most <paramref name="most"/>.</summary>
    IReadOnlyList<StoryCandidate> Candidates(IReadOnlyList<string> features, int most);
}

/// <summary>
/// Decides which story an article belongs to. Two articles are as alike as the weight of what they share, rare features
/// weighing more (inverse document frequency), over the weight of both (cosine), decaying with the days between them.
/// </summary>
public sealed class StoryMatcher(IStoryIndex index)
{
    /// <summary>Least likeness to the nearest article of a story, and to the story's other articles on average.</summary>
    public const double LeastNearest = 0.11, LeastMean = 0.06;

    /// <summary>Rarest features that candidates are looked up by.</summary>
    private const int Probes = 24;

    private const int MostCandidates = 60;

    /// <summary>Articles that a small ledger is taken to hold at least, so that its first ones do not make every name look common.</summary>
    private const double LeastArticles = 400;

    /// <summary>Days after which likeness falls to 1/e of itself.</summary>
    private const double DecayDays = 25;

    /// <summary>The story to join, or null for a new one.</summary>
    public long? Match(StoryFeatures features)
    {
        // A feature's rarity, and what it weighs in the new article with it (0 where that lacks it), looked up once for all candidates.
        var values = new Dictionary<string, (double Rarity, double Own)>(StringComparer.Ordinal);
        double length = 0;
        foreach ((string feature, double weight) in features.Weights)
        {
            double rarity = RarityOf(feature), own = weight * rarity;
            values.Add(feature, (rarity, own));
            length += own * own;
        }

        List<string> probes = [.. features.Weights.Keys.OrderByDescending(feature => values[feature].Own).ThenBy(static feature => feature, StringComparer.Ordinal).Take(Probes)];
        var stories = new SortedDictionary<long, (double Nearest, double Sum, int Count)>();
        foreach (StoryCandidate candidate in index.Candidates(probes, MostCandidates))
        {
            double likeness = Likeness(features.Day, length, candidate.Features, values);
            (double nearest, double sum, int count) = stories.GetValueOrDefault(candidate.Story);
            stories[candidate.Story] = (Math.Max(nearest, likeness), sum + likeness, count + 1);
        }

        long? best = null;
        double most = 0;
        foreach ((long story, (double nearest, double sum, int count)) in stories)
        {
            if (nearest < LeastNearest || sum / count < LeastMean || nearest <= most) continue;
            (best, most) = (story, nearest);
        }

        return best;
    }

    /// <summary>Cosine of the two weighted feature sets times the decay by days, 0 to 1; no decay where a day is missing.</summary>
    /// <param name="length">Sum of the squares of the new article's values.</param>
    private double Likeness(DateOnly? day, double length, StoryFeatures other, Dictionary<string, (double Rarity, double Own)> values)
    {
        double dot = 0, otherLength = 0;
        foreach ((string feature, double weight) in other.Weights)
        {
            if (!values.TryGetValue(feature, out (double Rarity, double Own) value)) values.Add(feature, value = (RarityOf(feature), 0));
            double there = weight * value.Rarity;
            otherLength += there * there;
            dot += there * value.Own;
        }

        if (dot == 0) return 0;
        double decay = day is { } one && other.Day is { } two ? Math.Exp(-Math.Abs(one.DayNumber - two.DayNumber) / DecayDays) : 1;
        return decay * dot / Math.Sqrt(length * otherLength);
    }

    private double RarityOf(string feature) =>
        Math.Log((Math.Max(index.ArticleCount, LeastArticles) + 1) / (index.Frequency(feature) + 1)) + 0.1;
}
