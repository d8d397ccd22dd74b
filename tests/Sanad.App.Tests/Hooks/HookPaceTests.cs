using Sanad.App.Hooks;
using Xunit;

namespace Sanad.App.Tests.Hooks;

public sealed class HookPaceTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    [Theory]
    [InlineData(1, 10), InlineData(2, 30), InlineData(3, 90), InlineData(7, 7290), InlineData(8, 21600), InlineData(11, 21600)]
    public void Each_try_waits_three_times_as_long_up_to_six_hours(int tries, int seconds) => Assert.Equal(seconds, (HookPace.Again(Now, tries, null) - Now).TotalSeconds);

    [Theory]
    [InlineData(1, 10), InlineData(4, 270), InlineData(5, 810), InlineData(6, 900), InlineData(1000, 900)]
    public void A_hook_that_is_down_rests_no_longer_than_a_quarter_of_an_hour(int failures, int seconds) => Assert.Equal(seconds, (HookPace.RestsUntil(Now, failures, null) - Now).TotalSeconds);

    [Fact]
    public void What_the_other_side_asks_for_holds_where_it_is_longer_and_up_to_a_day()
    {
        Assert.Equal(TimeSpan.FromSeconds(60), HookPace.Again(Now, 1, TimeSpan.FromSeconds(60)) - Now);
        Assert.Equal(TimeSpan.FromSeconds(30), HookPace.Again(Now, 2, TimeSpan.FromSeconds(1)) - Now);
        Assert.Equal(TimeSpan.FromDays(1), HookPace.Again(Now, 1, TimeSpan.FromDays(30)) - Now);
        Assert.Equal(TimeSpan.FromDays(1), HookPace.RestsUntil(Now, 1, TimeSpan.FromDays(30)) - Now);
    }
}
