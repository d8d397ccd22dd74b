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
    [InlineData("en", "So far 14 bodies have been found.")]
    [InlineData("en", "The number of cases rose to 40.")]
    public void What_is_counted_up_is_none(string language, string sentence) =>
        Assert.False(Assert.Single(Reader.Sentence(sentence, language).Figures).IsChange);
}
