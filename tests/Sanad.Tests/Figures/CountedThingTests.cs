using Xunit;

namespace Sanad.Tests.Figures;

public sealed class CountedThingTests
{
    [Theory]
    [InlineData("Sebanyak 43 orang hilang. Sedikitnya 180 orang naik ke kapal.", "orang")]
    [InlineData("Sebanyak 43 orang hilang. Sebelumnya 30 orang.", "orang hilang")]
    public void People_of_whom_a_verb_tells_are_not_those_counted_before(string text, string what) =>
        Assert.Equal(what, Reader.Sentence(text, "id").Figures[1].What);

    [Theory]
    [InlineData("id", "Sebanyak 40 orang hilang. Kapal itu membawa 132 orang.", "orang")]
    [InlineData("id", "Sebanyak 40 orang hilang. Ada 132 orang di atas kapal itu.", "orang di atas kapal")]
    [InlineData("id", "Dari 243 penumpang, 208 selamat.", "penumpang selamat")]
    [InlineData("id", "Minimal 15 orang tewas dan 40 orang masih terjebak.", "orang terjebak")]
    [InlineData("id", "Ekspor turun menjadi 600 ribu barel per hari dari 640 ribu barel per hari.", "Ekspor")]
    [InlineData("en", "Of the 243 passengers, 208 survived.", "passengers survived")]
    [InlineData("en", "The firm employs 600 people, almost half of them in Milton.", "people")]
    public void The_second_figure_counts(string language, string text, string what) =>
        Assert.Equal(what, Reader.Sentence(text, language).Figures[1].What);
}
