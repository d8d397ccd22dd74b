using Xunit;

namespace Sanad.Tests.Attribution;

public sealed class FigureDayTests
{
    [Theory]
    [InlineData("id", "Jumlah orang yang hilang naik menjadi 63 dari 58 kemarin, sementara korban selamat tetap 120 orang.", 120)]
    [InlineData("en", "The number of missing rose to 63 from 58 yesterday, while the number of survivors stayed at 120.", 120)]
    public void A_day_right_behind_an_older_value_is_that_value_s_alone(string language, string sentence, int last)
    {
        IReadOnlyList<Sanad.Figures.Figure> figures = Reader.Sentence(sentence, language, "2025-06-18").Figures;
        Assert.Equal([63d, 58d, last], figures.Select(figure => figure.Low));
        Assert.Equal([false, true, false], figures.Select(figure => figure.IsOlder));
        Assert.Equal(58, figures[0].Revises);
        Assert.Null(figures[0].AsOf);
        Assert.NotNull(figures[1].AsOf);
        Assert.Null(figures[2].AsOf);
    }

    [Fact]
    public void Then_is_the_day_of_the_sentence_before()
    {
        Analysis analysis = Reader.Sentence("Pengakuan itu berbalik dari pernyataannya pada Selasa lalu. Ketika itu Bupati Tomas Beliu bersikeras semua orang memegang tiket.", "id", "2025-06-20");
        Assert.Equal("2025-06-17", Assert.Single(analysis.Statements).Said?.ToString());
    }

    [Fact]
    public void What_was_said_first_was_not_said_on_the_day_of_the_sentence()
    {
        Analysis analysis = Reader.Sentence("The ferry's operator, which had first said that no one on board was unlisted, admitted on Saturday that 56 people were missing.", "en", "2025-06-20");
        Assert.Equal([null, "2025-06-14"], analysis.Statements.Select(statement => statement.Said?.ToString()));
    }

    [Fact]
    public void A_day_inside_what_another_cue_of_the_sentence_leads_to_is_no_day_of_saying()
    {
        Analysis analysis = Reader.Sentence("Gubernur Dewi Hartono meminta warga tenang dan mengatakan sekolah diliburkan hingga Selasa.", "id", "2025-06-20");
        Assert.Equal([null, null], analysis.Statements.Select(statement => statement.Said?.ToString()));
    }

    [Fact]
    public void What_two_did_together_dates_what_both_say_behind_it()
    {
        Analysis analysis = Reader.Sentence("Tomas Beliu dan Dewi Hartono bertemu pada Rabu (18/6/2025). Keduanya mendesak pemerintah menarik pasukannya.", "id", "2025-06-20");
        Assert.Equal("2025-06-18", Assert.Single(analysis.Statements).Said?.ToString());
    }

    [Fact]
    public void Who_cites_data_hands_the_figures_over_to_whose_they_are()
    {
        Analysis analysis = Reader.Sentence("Dirjen Tomas Beliu menyebutkan, mengutip data Basarnas hingga Kamis siang, 31 orang meninggal.", "id");
        Assert.Equal("Basarnas", Assert.Single(analysis.Statements, statement => statement.Id == Assert.Single(analysis.Figures).Statement).Speaker.Name);
    }
}
