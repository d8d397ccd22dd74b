namespace Sanad.Stories;

/// <summary>A story index in memory: for articles that are grouped once and not kept.</summary>
public sealed class MemoryStoryIndex : IStoryIndex
{
    private readonly List<StoryCandidate> _articles = [];
    private readonly Dictionary<long, List<int>> _holders = [];

    public long ArticleCount => _articles.Count;

    public long Frequency(long feature) => _holders.TryGetValue(feature, out List<int>? holders) ? holders.Count : 0;

    public void Add(long story, StoryFeatures features)
    {
        foreach (long number in features.Numbers)
        {
            if (!_holders.TryGetValue(number, out List<int>? holders)) _holders.Add(number, holders = []);
            holders.Add(_articles.Count);
        }

        _articles.Add(new StoryCandidate(_articles.Count, story, features));
    }

    public IReadOnlyList<StoryCandidate> Candidates(ReadOnlySpan<long> features, int most)
    {
        var counts = new Dictionary<int, int>();
        foreach (long feature in features)
        {
            if (!_holders.TryGetValue(feature, out List<int>? holders)) continue;
            foreach (int holder in holders) counts[holder] = counts.GetValueOrDefault(holder) + 1;
        }

        return [.. counts.OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key).Take(most).Select(pair => _articles[pair.Key])];
    }
}
