using Sanad.App.Input;
using Sanad.App.Watching;
using Sanad.Reading.Plain;
using Xunit;

namespace Sanad.App.Tests.Watching;

public sealed class NewLinksTests
{
    private static readonly DateTimeOffset Looked = new(2025, 3, 13, 8, 0, 0, TimeSpan.Zero);

    private static ListedLink Link(int number, string? day = null) => new($"https://arga.example/{number}", LinkTarget.Article, new Metadata { Published = day });

    private static ListedLink[] Links(int count) => [.. Enumerable.Range(1, count).Select(static number => Link(number))];

    private static NewLinks Of(IReadOnlyList<ListedLink> links, DateTimeOffset? looked, int limit = 3, Func<string, bool>? isKept = null, params (int Number, int? Failures)[] seen) =>
        NewLinks.Of(links, seen.ToDictionary(static link => LinkHash.Of($"https://arga.example/{link.Number}"), static link => link.Failures), looked is null, looked, limit, isKept ?? (static _ => false));

    private static string Numbers(IEnumerable<ListedLink> links) => string.Join(' ', links.Select(static link => link.Url[(link.Url.LastIndexOf('/') + 1)..]));

    [Fact]
    public void At_the_first_look_the_first_are_taken_and_the_others_passed_over()
    {
        NewLinks found = Of(Links(5), looked: null);
        Assert.Equal(("1 2 3", "4 5", 0), (Numbers(found.Taken), Numbers(found.Passed), found.Left));
    }

    [Fact]
    public void Later_what_is_too_much_is_left_for_the_next_look()
    {
        NewLinks found = Of(Links(6), Looked, seen: (6, null));
        Assert.Equal(("1 2 3", "", 2), (Numbers(found.Taken), Numbers(found.Passed), found.Left));
    }

    [Fact]
    public void What_could_not_be_read_is_tried_again_and_given_up_the_third_time()
    {
        NewLinks found = Of(Links(4), Looked, seen: [(1, 1), (2, 2), (3, 3), (4, null)]);
        Assert.Equal("1 2", Numbers(found.Taken));
    }

    [Fact]
    public void What_the_ledger_has_by_another_way_is_not_fetched_again()
    {
        NewLinks found = Of(Links(2), Looked, isKept: static url => url.EndsWith("/1", StringComparison.Ordinal));
        Assert.Equal(("2", "1"), (Numbers(found.Taken), Numbers(found.Passed)));
    }

    [Fact]
    public void What_the_list_itself_dates_long_before_the_last_look_is_no_news()
    {
        NewLinks found = Of([Link(1, "2025-03-13T09:00:00+07:00"), Link(2, "2025-03-10"), Link(3, "2025-03-09"), Link(4, "2019-01-01T00:00:00Z"), Link(5)], Looked);
        Assert.Equal(("1 2 5", "3 4"), (Numbers(found.Taken), Numbers(found.Passed)));
    }
}
