using Xunit;

namespace Sanad.Tests.Figures;

public sealed class CountedPlaceTests
{
    [Theory]
    [InlineData("id", "Di Kabupaten Wairang 12 orang tewas, sedangkan di Kabupaten Lereh 3 orang tewas.", "Kabupaten Wairang", "Kabupaten Lereh")]
    [InlineData("id", "Sebanyak 12 orang tewas di Wairang dan 3 orang tewas di Lereh.", "Wairang", "Lereh")]
    [InlineData("id", "Sebanyak 12 orang tewas dan 30 orang luka dalam kebakaran di Wairang.", "Wairang", "Wairang")]
    [InlineData("en", "In Harrow 12 people died, while in Milton 3 people died.", "Harrow", "Milton")]
    [InlineData("en", "At least 12 people died and 30 were hurt in Harrow.", "Harrow", "Harrow")]
    public void Each_figure_has_the_place_that_its_clause_names(string language, string sentence, string first, string second) =>
        Assert.Equal([first, second], Reader.Sentence(sentence, language).Figures.Select(static figure => figure.Where!));

    [Theory]
    [InlineData("id", "Jumlah Korban Tewas di Wairang Barat Jadi 14 Orang", "Wairang Barat")]
    [InlineData("id", "14 Orang Tewas di Wairang Barat Diterjang Banjir", "Wairang Barat")]
    [InlineData("id", "14 Orang Tewas di Wairang Barat Jadi Sorotan", "Wairang Barat")]
    public void The_verb_of_a_title_is_no_part_of_the_place(string language, string title, string place) =>
        Assert.Equal(place, Assert.Single(Reader.Analyze(title + "\n\nWarga berduka.", language).Figures).Where);

    [Fact]
    public void Money_is_no_place() => Assert.All(Reader.Sentence("Anggaran Rp 71 triliun, naik dari Rp 50 triliun.", "id").Figures, static figure => Assert.Null(figure.Where));
}
