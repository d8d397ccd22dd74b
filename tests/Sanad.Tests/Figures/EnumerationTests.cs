using Sanad.Figures;
using Xunit;

namespace Sanad.Tests.Figures;

public sealed class EnumerationTests
{
    [Theory]
    [InlineData("id", "Dari 243 orang itu, 208 penumpang, 23 awak kapal, dan 14 sopir.", 243, 3)]
    [InlineData("id", "Dari 40 rumah itu, 12 roboh, 20 retak, dan sisanya 9 terendam.", 40, 3)]
    [InlineData("en", "Of the 151 sailors, 88 were treated, 41 were housed and the other 17 left.", 151, 3)]
    [InlineData("id", "Jumlah korban kini 45 orang: 30 laki-laki dan 15 perempuan.", 45, 2)]
    [InlineData("id", "Jumlah korban kini 45 orang: 30 laki-laki dan 14 perempuan.", 45, 2)]
    [InlineData("id", "Rombongan terdiri dari 40 orang dewasa dan 15 anak, total 56 orang.", 56, 2)]
    [InlineData("en", "The group was made up of 40 adults and 15 children, 55 people in all.", 55, 2)]
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
    [InlineData("id", "Petugas mencatat 45 korban: 12 orang luka dan 120 rumah rusak.")]
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
    [InlineData("en", "He dropped from 208 pounds to 193.", 208, 193)]
    public void A_value_that_replaces_an_older_one_names_it(string language, string sentence, double older, double newer)
    {
        IReadOnlyList<Figure> figures = Reader.Sentence(sentence, language).Figures;
        Assert.Equal([older, newer], figures.Select(static figure => figure.Low!.Value));
        Assert.True(figures[0].IsOlder);
        Assert.Equal(older, figures[1].Revises);
    }

    [Theory]
    [InlineData("id", "Korban tewas tersebar di Wairang 12, Lereh 30, dan Sowa 8.", "tewas")]
    [InlineData("id", "Wairang 12, Lereh 30, dan Sowa 8 korban tewas.", "korban tewas")]
    [InlineData("id", "Korban hilang tersebar di tiga desa: Wairang 12, Lereh 30, dan Sowa 8.", "hilang")]
    [InlineData("id", "Sebanyak 50 rumah rusak: Wairang 12, Lereh 30, dan Sowa 8.", "rumah rusak")]
    [InlineData("en", "The death toll by town was Harrow 12, Milton 30 and Dale 8.", "dead")]
    public void A_table_in_a_sentence_gives_a_figure_a_row(string language, string sentence, string what)
    {
        IEnumerable<Figure> rows = Reader.Sentence(sentence, language).Figures.TakeLast(3);
        Assert.Equal([12.0, 30.0, 8.0], rows.Select(static figure => figure.Low!.Value));
        Assert.All(rows, row => Assert.Equal(what, row.What));
        Assert.Equal(3, rows.Select(static figure => figure.Where).Distinct().Count());
    }

    [Theory]
    [InlineData("id", "Sebanyak 12 orang hadir. Ia naik Boeing 737, Airbus 320, dan Tupolev 154.", 1)]
    [InlineData("en", "He flew the Boeing 737, Airbus 320 and Tupolev 154.", 0)]
    public void Names_with_numbers_are_no_table(string language, string sentence, int figures) => Assert.Equal(figures, Reader.Sentence(sentence, language).Figures.Count);
}
