using Sanad.Stories;
using Xunit;

namespace Sanad.Tests.Stories;

/// <summary>Stories grouped all at once.</summary>
public sealed class SettlingTests
{
    private static readonly string[] Flood = ["wairang", "banjir", "sungai", "bupati", "rana", "jembatan"];
    private static readonly string[] Match = ["stadion", "gol", "pelatih", "liga", "final", "penonton"];

    [Fact]
    public void The_groups_are_the_same_in_any_order()
    {
        List<StoryFeatures> articles = [.. Articles(Flood, 5), .. Articles(Match, 4)];
        HashSet<string> expected = Groups(articles, [0, 1, 2, 3, 4, 5, 6, 7, 8]);
        Assert.Equal(["0 1 2 3 4", "5 6 7 8"], expected.Order(StringComparer.Ordinal));
        Assert.Equal(expected, Groups(articles, [8, 3, 0, 7, 5, 1, 6, 2, 4]));
    }

    [Fact]
    public void One_article_between_two_stories_does_not_make_them_one()
    {
        List<StoryFeatures> articles = [.. Articles(Flood, 5), .. Articles(Match, 5), Of([Flood[0], Flood[1], Flood[2], Flood[3], Match[0]])];
        Assert.DoesNotContain(Groups(articles, [.. Enumerable.Range(0, 11)]), static group => group.Split(' ').Length == 11);
    }

    [Fact]
    public void Articles_of_other_months_are_other_stories()
    {
        StoryFeatures today = Of(Flood), later = Of(Flood) with { Day = new DateOnly(2025, 12, 1) };
        Assert.Equal(2, Groups([today, later], [0, 1]).Count);
    }

    [Fact]
    public void Nothing_makes_no_group() => Assert.Empty(new StorySettler(new MemoryStoryIndex()).Group([]));

    private static IEnumerable<StoryFeatures> Articles(string[] words, int count) =>
        Enumerable.Range(0, count).Select(i => Of([.. words.Where((_, place) => place != i), "own" + words[0] + i]));

    private static StoryFeatures Of(string[] words) => new(words.ToDictionary(static word => word, static _ => 1.0), new DateOnly(2025, 6, 18));

    private static HashSet<string> Groups(List<StoryFeatures> articles, int[] order)
    {
        var index = new MemoryStoryIndex();
        foreach (int i in order) index.Add(i, articles[i]);
        List<StoryCandidate> candidates = [.. order.Select(i => new StoryCandidate(i, i, NumberedFeatures.Of(articles[i], index)))];
        return [.. new StorySettler(index).Group(candidates).Select(group => string.Join(' ', group.Select(place => order[place]).Order()))];
    }
}
