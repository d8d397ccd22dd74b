using Sanad.Figures;
using Xunit;

namespace Sanad.Tests.Figures;

public sealed class IncrementTests
{
    [Theory]
    [InlineData("id", "Tim menemukan 2 jenazah lagi di sungai.")]
    [InlineData("id", "Dua jenazah ditemukan di Sungai Wairang.")]
    [InlineData("id", "Petugas menemukan dua korban tambahan.")]
    [InlineData("id", "Ada tambahan 12 korban jiwa.")]
    [InlineData("id", "Jumlah korban tewas bertambah 5 orang.")]
    [InlineData("id", "Dua korban lainnya dibawa pulang.")]
    [InlineData("en", "Divers found two more bodies.")]
    [InlineData("en", "Another 14 bodies were recovered in the bay.")]
    [InlineData("en", "The number of cases rose by 40.")]
    public void What_comes_on_top_is_a_change(string language, string sentence) =>
        Assert.True(Assert.Single(Reader.Sentence(sentence, language).Figures).IsChange);

    [Theory]
    [InlineData("id", "Total 14 jenazah ditemukan sejak awal.")]
    [InlineData("id", "Sebanyak 14 jenazah telah ditemukan.")]
    [InlineData("id", "Jumlah korban tewas bertambah menjadi 14 orang.")]
    [InlineData("id", "Sebanyak 12 orang tewas.")]
    [InlineData("id", "Dua korban lainnya luka berat.")]
    [InlineData("en", "So far 14 bodies have been found.")]
    [InlineData("en", "The number of cases rose to 40.")]
    public void What_is_counted_up_is_none(string language, string sentence) =>
        Assert.False(Assert.Single(Reader.Sentence(sentence, language).Figures).IsChange);

    [Theory]
    [InlineData("id", "Tiga orang tewas di Lereh. Dua orang lainnya tewas di Sowa.", "orang tewas", true)]
    [InlineData("id", "Tiga orang tewas di Lereh dan dua lainnya luka-luka.", "orang luka-luka", false)]
    [InlineData("id", "Tiga orang ditahan, sedangkan empat lainnya kabur.", "orang", true)]
    [InlineData("en", "The bus carried 45 passengers. Twelve passengers were killed and 33 others injured.", "passengers injured", false)]
    [InlineData("en", "Three people were arrested while four others fled.", "people", true)]
    public void What_is_set_off_takes_the_noun_before_and_comes_on_top_in_the_same_state(string language, string text, string what, bool isChange)
    {
        Figure figure = Reader.Sentence(text, language).Figures[^1];
        Assert.Equal((what, isChange), (figure.What, figure.IsChange));
    }
}
