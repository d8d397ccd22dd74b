using Xunit;

namespace Sanad.Tests.Time;

public sealed class LatePublicationTests
{
    [Theory]
    [InlineData("2025-06-18T21:31:00", "2025-06-19")]
    [InlineData("2025-06-18T09:31:00", "2025-06-12")]
    [InlineData("2025-06-18", "2025-06-12")]
    public void Late_in_the_evening_the_next_weekday_has_begun_further_east(string published, string value) =>
        Assert.Equal(value, Assert.Single(Reader.Sentence("The rocket rose early on Thursday.", "en", published).Times).Value.ToIso());
}
