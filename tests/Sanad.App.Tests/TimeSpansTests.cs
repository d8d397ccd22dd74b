using Sanad.App.Cli;
using Xunit;

namespace Sanad.App.Tests;

public sealed class TimeSpansTests
{
    [Theory]
    [InlineData("30s", 30)]
    [InlineData("15m", 900)]
    [InlineData("2h", 7200)]
    [InlineData("1d", 86400)]
    public void Spans_are_read(string text, int seconds)
    {
        Assert.True(TimeSpans.TryRead(text, out TimeSpan span));
        Assert.Equal((seconds, text), ((int)span.TotalSeconds, TimeSpans.Of(span)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("m")]
    [InlineData("15")]
    [InlineData("15M")]
    [InlineData("-5m")]
    [InlineData("1.5h")]
    [InlineData("999999999d")]
    [InlineData("366d")]
    public void What_is_no_span_is_refused(string text) => Assert.False(TimeSpans.TryRead(text, out _));

    [Fact]
    public void A_part_of_a_unit_is_printed_to_a_tenth() => Assert.Equal("22.5m", TimeSpans.Of(TimeSpan.FromMinutes(22.5)));
}
