using Sanad.App.Watching;
using Xunit;

namespace Sanad.App.Tests.Watching;

public sealed class RhythmTests
{
    private static readonly DateTimeOffset Now = new(2025, 3, 13, 8, 0, 0, TimeSpan.Zero);

    private static TimeSpan Minutes(double minutes) => TimeSpan.FromMinutes(minutes);

    [Theory]
    [InlineData(15, true, 7.5)]
    [InlineData(6, true, 5)]
    [InlineData(15, false, 22.5)]
    [InlineData(300, false, 360)]
    public void News_brings_the_next_look_nearer_within_bounds(double before, bool brought, double after) => Assert.Equal(Minutes(after), Rhythm.After(Minutes(before), brought));

    [Theory]
    [InlineData(15, null, 15)]
    [InlineData(15, 5, 15)]
    [InlineData(15, 60, 60)]
    [InlineData(15, 100_000, 360)]
    [InlineData(1440, 60, 1440)]
    public void A_server_may_ask_for_a_longer_pause_within_bounds(double every, int? freshFor, double due) =>
        Assert.Equal(Now + Minutes(due), Rhythm.Due(Now, Minutes(every), freshFor is { } minutes ? Minutes(minutes) : null));

    [Theory]
    [InlineData(15, 1, 30)]
    [InlineData(15, 2, 60)]
    [InlineData(15, 6, 960)]
    [InlineData(15, 7, 1440)]
    [InlineData(15, 1000, 1440)]
    [InlineData(2880, 3, 2880)]
    public void What_fails_is_looked_at_ever_less_and_never_given_up(double every, int failures, double due) => Assert.Equal(Now + Minutes(due), Rhythm.DueAfterFailure(Now, Minutes(every), failures, null));

    [Fact]
    public void A_server_that_names_a_time_is_left_alone_until_then()
    {
        Assert.Equal(Now + Minutes(300), Rhythm.DueAfterFailure(Now, Minutes(15), 1, Now + Minutes(300)));
        Assert.Equal(Now + Minutes(30), Rhythm.DueAfterFailure(Now, Minutes(15), 1, Now + Minutes(1)));
    }
}
