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

    [Theory]
    [InlineData(18, 2, 1)]
    [InlineData(300, 2, 2)]
    [InlineData(300, 5, 1)]
    public void Articles_of_other_months_must_be_liker_to_be_one_story(int days, int shared, int stories)
    {
        StoryFeatures today = Of(Flood), later = Of([.. Flood.Take(shared), .. Match.Skip(shared)]) with { Day = today.Day!.Value.AddDays(days) };
        Assert.Equal(stories, Groups([today, later], [0, 1]).Count);
    }

    [Fact]
    public void One_word_in_common_makes_no_story()
    {
        StoryFeatures line = Of([Flood[0], Match[0]]) with { Day = null };
        Assert.Equal(["0", "1"], Groups([line, Of([Flood[0], Match[1]]) with { Day = null }], [0, 1]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_makes_no_group() => Assert.Empty(new StorySettler(new MemoryStoryIndex()).Group([], StoryVerdicts.None));

    [Fact]
    public void What_a_person_says_is_one_story_is_one_however_unlike()
    {
        List<StoryFeatures> articles = [.. Articles(Flood, 3), .. Articles(Match, 3)];
        var verdicts = new StoryVerdicts([(4, 1)], []);
        Assert.Equal(["0 1 2 3 4 5"], Groups(articles, [0, 1, 2, 3, 4, 5], new StoryVerdicts([(0, 3), (1, 4), (2, 5)], [])));
        Assert.Contains(Groups(articles, [0, 1, 2, 3, 4, 5], verdicts), static group => group.Split(' ') is var members && members.Contains("1") && members.Contains("4"));
        Assert.Equal(Groups(articles, [0, 1, 2, 3, 4, 5], verdicts), Groups(articles, [5, 2, 4, 0, 3, 1], verdicts));
    }

    [Fact]
    public void What_a_person_says_is_not_this_story_stays_out_however_like()
    {
        List<StoryFeatures> articles = [.. Articles(Flood, 4)];
        var verdicts = new StoryVerdicts([], [(0, 3)]);
        HashSet<string> groups = Groups(articles, [0, 1, 2, 3], verdicts);
        Assert.Equal(2, groups.Count);
        Assert.DoesNotContain(groups, static group => group.Contains('0') && group.Contains('3'));
        Assert.Equal(groups, Groups(articles, [0, 1, 2, 3], new StoryVerdicts([], [(3, 0)])));
    }

    [Fact]
    public void Two_that_are_apart_do_not_come_together_over_a_third()
    {
        List<StoryFeatures> articles = [.. Articles(Flood, 3)];
        HashSet<string> groups = Groups(articles, [0, 1, 2], new StoryVerdicts([(0, 1), (1, 2)], [(0, 2)]));
        Assert.Equal(["0 1", "2"], groups.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_word_on_articles_elsewhere_changes_nothing()
    {
        List<StoryFeatures> articles = [.. Articles(Flood, 3)];
        Assert.Equal(["0 1 2"], Groups(articles, [0, 1, 2], new StoryVerdicts([(0, 77)], [(1, 99), (2, 2)])));
    }

    private static IEnumerable<StoryFeatures> Articles(string[] words, int count) =>
        Enumerable.Range(0, count).Select(i => Of([.. words.Where((_, place) => place != i), "own" + words[0] + i]));

    private static StoryFeatures Of(string[] words) => new(words.ToDictionary(static word => word, static _ => 1.0), new DateOnly(2025, 6, 18));

    private static HashSet<string> Groups(List<StoryFeatures> articles, int[] order, StoryVerdicts? verdicts = null)
    {
        var index = new MemoryStoryIndex();
        foreach (int i in order) index.Add(i, articles[i]);
        List<StoryCandidate> candidates = [.. order.Select(i => new StoryCandidate(i, i, articles[i]))];
        return [.. new StorySettler(index).Group(candidates, verdicts ?? StoryVerdicts.None).Select(group => string.Join(' ', group.Select(place => order[place]).Order()))];
    }
}
