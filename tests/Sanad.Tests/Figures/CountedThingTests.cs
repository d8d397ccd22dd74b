using Xunit;

namespace Sanad.Tests.Figures;

public sealed class CountedThingTests
{
    [Theory]
    [InlineData("Sebanyak 43 orang hilang. Sedikitnya 180 orang naik ke kapal.", "orang")]
    [InlineData("Sebanyak 43 orang hilang. Sebelumnya 30 orang.", "orang hilang")]
    public void People_of_whom_a_verb_tells_are_not_those_counted_before(string text, string what) =>
        Assert.Equal(what, Reader.Sentence(text, "id").Figures[1].What);
}
