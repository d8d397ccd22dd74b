using Sanad.Figures;
using Xunit;

namespace Sanad.Tests.Figures;

public sealed class EnumerationTests
{
    [Theory]
    [InlineData("id", "Dari 243 orang itu, 208 penumpang, 23 awak kapal, dan 14 sopir.", 243, 3)]
    [InlineData("id", "Dari 40 rumah itu, 12 roboh, 20 retak, dan sisanya 9 terendam.", 40, 3)]
    [InlineData("en", "Of the 151 sailors, 88 were treated, 41 were housed and the other 17 left.", 151, 3)]
    public void A_list_that_is_complete_is_a_total(string language, string sentence, double whole, int parts)
    {
        IReadOnlyList<Figure> figures = Reader.Sentence(sentence, language).Figures;
        Figure total = Assert.Single(figures, static figure => figure.IsTotal);
        Assert.Equal(whole, total.Low);
        Assert.Equal(parts, figures.Count(figure => figure.PartOf == total.Id));
    }

    [Theory]
    [InlineData("id", "Dari 20 orang itu, 12 laki-laki, 8 perempuan, dan 5 anak-anak.")]
    [InlineData("id", "Dari 12 kapal itu, lima kembali dan dua tenggelam.")]
    [InlineData("id", "Sebanyak 31 orang tewas, 9 di antaranya anak-anak.")]
    [InlineData("en", "Of the 20 sailors, 12 were officers and 9 were swimmers.")]
    public void A_list_whose_kinds_overlap_or_that_leaves_some_out_is_no_total(string language, string sentence) =>
        Assert.DoesNotContain(Reader.Sentence(sentence, language).Figures, static figure => figure.IsTotal);

    [Fact]
    public void What_follows_parts_that_make_up_their_whole_is_no_part_of_it()
    {
        IReadOnlyList<Figure> figures = Reader.Sentence("Kapal itu membawa 187 orang, terdiri atas 164 penumpang dan 23 awak, serta 34 kendaraan.", "id").Figures;
        Assert.Equal([null, "f1", "f1", null], figures.Select(static figure => figure.PartOf));
    }

    [Theory]
    [InlineData("id", "Korban naik dari 12 menjadi 30 orang.", 12, 30)]
    [InlineData("id", "Jumlah posko bertambah dari 3 menjadi 8 unit.", 3, 8)]
    [InlineData("en", "The toll rose from 12 to 30 people.", 12, 30)]
    [InlineData("en", "Sales rose from $3 million to $4 million.", 3_000_000, 4_000_000)]
    public void A_value_that_replaces_an_older_one_names_it(string language, string sentence, double older, double newer)
    {
        IReadOnlyList<Figure> figures = Reader.Sentence(sentence, language).Figures;
        Assert.Equal([older, newer], figures.Select(static figure => figure.Low!.Value));
        Assert.True(figures[0].IsOlder);
        Assert.Equal(older, figures[1].Revises);
    }
}
