namespace Sanad.Stories;

/// <summary>A story index in memory: for articles that are grouped once and not kept.</summary>
public sealed class MemoryStoryIndex : IStoryIndex
{
    private readonly List<StoryCandidate> _articles = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<List<int>> _holders = [];

    public long ArticleCount => _articles.Count;

    public int Number(string feature)
    {
        if (_numbers.TryGetValue(feature, out int number)) return number;
        _numbers.Add(feature, number = _holders.Count);
        _holders.Add([]);
        return number;
    }

    public long Frequency(int feature) => _holders[feature].Count;

    public void Add(long story, StoryFeatures features)
    {
        NumberedFeatures numbered = NumberedFeatures.Of(features, this);
        foreach (int number in numbered.Numbers) _holders[number].Add(_articles.Count);
        _articles.Add(new StoryCandidate(_articles.Count, story, numbered));
    }

    public IReadOnlyList<StoryCandidate> Candidates(ReadOnlySpan<int> features, int most)
    {
        var counts = new Dictionary<int, int>();
        foreach (int feature in features)
        {
            foreach (int holder in _holders[feature]) counts[holder] = counts.GetValueOrDefault(holder) + 1;
        }

        return [.. counts.OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key).Take(most).Select(pair => _articles[pair.Key])];
    }
}
