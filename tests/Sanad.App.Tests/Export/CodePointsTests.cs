using Sanad.App.Export;
using Xunit;

namespace Sanad.App.Tests.Export;

public sealed class CodePointsTests
{
    [Theory]
    [InlineData("banjir", 3, 3)]
    [InlineData("😀 banjir", 3, 2)]
    [InlineData("😀😀x", 4, 2)]
    [InlineData("😀😀x", 5, 3)]
    [InlineData("x😀", 2, 2)]
    [InlineData("", 0, 0)]
    [InlineData("\uD83Dx", 2, 2)]
    public void They_are_counted_and_not_code_units(string text, int offset, int expected) => Assert.Equal(expected, new CodePoints(text).Before(offset));

    [Fact]
    public void The_end_of_a_text_is_the_number_of_its_runes()
    {
        const string Text = "Bupati 🌊 bilang \"aman\" 👍🏽, kata warga 𝒳.";
        Assert.Equal(Text.EnumerateRunes().Count(), new CodePoints(Text).Before(Text.Length));
    }
}
