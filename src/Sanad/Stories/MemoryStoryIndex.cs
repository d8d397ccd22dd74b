namespace Sanad.Stories;

/// <summary>A story index in memory: for articles that are grouped once and not kept.</summary>
public sealed class MemoryStoryIndex : IStoryIndex
{
    private readonly List<StoryCandidate> _articles = [];
    private readonly Dictionary<string, List<int>> _holders = new(StringComparer.Ordinal);

    public long ArticleCount => _articles.Count;

    public long Frequency(string feature) => _holders.TryGetValue(feature, out List<int>? holders) ? holders.Count : 0;

    public void Add(long story, StoryFeatures features)
    {
        foreach (string feature in features.Weights.Keys)
        {
            if (!_holders.TryGetValue(feature, out List<int>? holders)) _holders.Add(feature, holders = []);
            holders.Add(_articles.Count);
        }

        _articles.Add(new StoryCandidate(_articles.Count, story, features));
    }

    public IReadOnlyList<StoryCandidate> Candidates(IReadOnlyList<string> features, int most)
    {
        var counts = new Dictionary<int, int>();
        foreach (string feature in features)
        {
            if (!_holders.TryGetValue(feature, out List<int>? holders)) continue;
            foreach (int holder in holders) counts[holder] = counts.GetValueOrDefault(holder) + 1;
        }

        return [.. counts.OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key).Take(most).Select(pair => _articles[pair.Key])];
    }
}
