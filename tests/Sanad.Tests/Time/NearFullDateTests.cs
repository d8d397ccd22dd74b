using Xunit;

namespace Sanad.Tests.Time;

public sealed class NearFullDateTests
{
    [Fact]
    public void A_day_that_would_lie_ahead_takes_the_year_of_a_full_date_beside_it() =>
        Assert.Equal(["2024-08-10", "2024-08-09"], Values("Badai tiba 10 Agustus 2024. Pada 9 Agustus laut tenang."));

    [Fact]
    public void A_day_behind_keeps_the_year_of_publication() =>
        Assert.Equal(["2024-06-10", "2025-06-09"], Values("Badai tiba 10 Juni 2024. Pada 9 Juni laut tenang."));

    private static IEnumerable<string> Values(string text) => Reader.Sentence(text, "id", "2025-06-18").Times.Select(static time => time.Value.ToIso());
}
