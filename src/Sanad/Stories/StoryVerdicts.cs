namespace Sanad.Stories;

/// <summary>
/// What persons have said of pairs of articles, by the store's numbers of them: that two tell one story, or that they do not. Such a word holds against any
/// likeness, however often stories are grouped anew.
/// </summary>
public sealed class StoryVerdicts
{
    public static readonly StoryVerdicts None = new([], []);

    private readonly Dictionary<long, List<long>> _together = [];

    /// <param name="together">
    /// Pairs of one story. Of these the earlier in the list hold: one that would bring together, over others, two articles that are said to be apart is passed over.
    /// </param>
    /// <param name="apart">Pairs that are never one story.</param>
    public StoryVerdicts(IEnumerable<(long First, long Second)> together, IEnumerable<(long First, long Second)> apart)
    {
        Together = [.. together];
        Apart = [.. apart];
        foreach ((long first, long second) in Together)
        {
            With(first).Add(second);
            With(second).Add(first);
        }
    }

    public IReadOnlyList<(long First, long Second)> Together { get; }

    public IReadOnlyList<(long First, long Second)> Apart { get; }

    public bool IsEmpty => Together.Count == 0 && Apart.Count == 0;

    /// <summary>The articles that are said to tell one story with this one; over others there may be more.</summary>
    public IReadOnlyList<long> TogetherWith(long article) => _together.TryGetValue(article, out List<long>? others) ? others : [];

    private List<long> With(long article)
    {
        if (!_together.TryGetValue(article, out List<long>? others)) _together.Add(article, others = []);
        return others;
    }
}
