using Sanad.Stories;
using Xunit;

namespace Sanad.Tests.Stories;

/// <summary>Figures of several articles on one line, in stories of a few sentences.</summary>
public sealed class FigureLineTests
{
    [Fact]
    public void An_agency_bears_one_name_on_a_line_and_its_officials_speak_for_it()
    {
        FigureLine line = Line(
            Reader.Analyze("Basarnas menyebut 31 orang meninggal, Rabu (18/6/2025).", "id", "2025-06-18", "a", "Kabar Satu"),
            Reader.Analyze("Direktur Operasi Basarnas Rana Sulaiman mengatakan 33 orang meninggal, Kamis (19/6/2025).", "id", "2025-06-19", "b", "Kabar Dua"),
            Reader.Analyze("The National Search and Rescue Agency said on Friday that 36 people had died.", "en", "2025-06-20", "c", "Arga Times"));
        Assert.Equal(["Basarnas", "Rana Sulaiman", "Basarnas"], line.Points.Select(static point => point.By));
        Assert.Equal([null, "Basarnas", null], line.Points.Select(static point => point.For));
        Assert.Equal([null, 31, 33], line.Points.Select(static point => point.Revises));
        Assert.Equal("orang meninggal", line.What);
    }

    [Fact]
    public void A_slip_is_marked_and_not_dropped()
    {
        FigureLine line = Line(Tolls("300", "310", "320", "3.100"));
        Assert.Equal(3100, Assert.Single(line.Points, static point => point.IsFarOff).Low);
        Assert.DoesNotContain(line.Stands, static stand => stand.Point.Low == 3100);
    }

    [Fact]
    public void A_value_is_no_slip_where_somebody_bears_it_out_or_the_others_do_not_agree()
    {
        Assert.DoesNotContain(Line(Tolls("300", "310", "3.100", "3.100")).Points, static point => point.IsFarOff);
        Assert.DoesNotContain(Line(Tolls("30", "310", "900", "9.000")).Points, static point => point.IsFarOff);
    }

    [Fact]
    public void An_outlet_stands_at_a_figure_from_its_article_on()
    {
        FigureLine line = Line(
            Reader.Analyze("Sebanyak 12 orang meninggal.", "id", "2025-06-18", "a", "Kabar Satu"),
            Reader.Analyze("Sebanyak 14 orang meninggal.", "id", "2025-06-20", "b", "Kabar Satu"),
            Reader.Analyze("Sebanyak 13 orang meninggal.", "id", "2025-06-19", "c", "Kabar Dua"));
        Assert.Equal([("Kabar Dua", 19, 13.0), ("Kabar Satu", 18, 12.0), ("Kabar Satu", 20, 14.0)], line.Stands.Select(static stand => (stand.Outlet, stand.From.Day, stand.Point.Low!.Value)));
    }

    [Fact]
    public void A_place_that_few_of_its_points_name_is_not_the_lines()
    {
        FigureLine line = Line([.. Tolls("30", "31", "32"), Reader.Analyze("Sebanyak 33 rumah rusak di Desa Wairang.", "id", "2025-06-18", "d", "Kabar Empat")]);
        Assert.Equal(4, line.Points.Count);
        Assert.Null(line.Where);
    }

    [Fact]
    public void Counts_of_a_few_of_the_dead_do_not_contradict_each_other()
    {
        Analysis[] tolls = [.. Enumerable.Range(28, 4).Select(static toll => Reader.Analyze($"Sebanyak {toll} orang meninggal.", "id", "2025-06-17", "toll" + toll, "Kabar " + toll))];
        static Analysis Told(int one, int other) => Reader.Analyze(
            $"Direktur Dewi Hartono mengatakan {one} jenazah tertukar, Rabu (18/6/2025). Camat Tomas Beliu menyebut {other} jenazah dibawa pulang, Rabu (18/6/2025).", "id", "2025-06-18", "a", "Kabar Satu");
        Assert.Empty(UtteranceTests.Build([.. tolls, Told(3, 4)]).Conflicts);
        Assert.NotEmpty(UtteranceTests.Build([.. tolls, Told(33, 34)]).Conflicts);
    }

    [Fact]
    public void People_are_counted_by_the_state_that_the_words_beside_the_number_tell()
    {
        IReadOnlyList<FigureLine> lines = UtteranceTests.Build(
            Reader.Analyze("Kapal itu membawa 187 orang. Awak tanker mengangkat 19 orang dari laut. Polisi menangkap tiga orang.", "id", "2025-06-18", "a", "Kabar Satu"),
            Reader.Analyze("The ferry sank with 187 people on board. The crew took on board 19 people. Police arrested three people.", "en", "2025-06-18", "b", "Arga Times")).FigureLines;
        Assert.Equal([2, 2, 2], lines.Select(static line => line.Points.Count));
        Assert.Equal(["people aboard", "people arrested", "people rescued"], lines.Select(static line => line.What).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Tujuh sandera dibebaskan.", "sandera bebas")]
    [InlineData("Tujuh dari 23 pekerja yang diculik telah bebas.", "pekerja yang diculik bebas")]
    [InlineData("Ledakan itu menewaskan 12 pekerja.", "pekerja meninggal")]
    [InlineData("Banjir itu merendam 40 rumah.", "rumah terendam")]
    public void Of_several_states_the_last_of_the_clause_counts_and_a_cause_before_the_number(string text, string line) =>
        Assert.Contains(line, UtteranceTests.Build(Reader.Analyze(text, "id", "2025-06-18", "a")).FigureLines.Select(static found => found.What));

    [Theory]
    [InlineData("Sebanyak 12 orang tidak selamat.", "orang")]
    [InlineData("Sebanyak 12 orang datang dan mencari korban hilang.", "orang datang")]
    [InlineData("Korban meninggal menjadi 32 orang dan yang hilang tinggal 60 orang.", "orang meninggal")]
    public void A_state_of_others_is_not_that_of_those_counted(string text, string line) =>
        Assert.Contains(line, UtteranceTests.Build(Reader.Analyze(text, "id", "2025-06-18", "a")).FigureLines.Select(static found => found.What));

    [Fact]
    public void Lengths_of_one_thing_stand_on_one_line_in_whatever_unit()
    {
        FigureLine line = Line(
            Reader.Analyze("Bupati Rana Sulaiman menyebut jarak kedua kapal 926 meter, Rabu (18/6/2025).", "id", "2025-06-18", "a", "Kabar Satu"),
            Reader.Analyze("Regent Rana Sulaiman said on Wednesday that the distance between the two ships was 0.5 nautical miles.", "en", "2025-06-18", "b", "Arga Times"));
        Assert.Equal([926, 926], line.Points.Select(static point => point.Level));
        Assert.Equal("distance", line.What);
    }

    [Fact]
    public void Lengths_told_from_two_sides_contradict_each_other_where_one_says_less_and_the_other_more()
    {
        const string Text = "Director Rana Sulaiman said the two ships were less than 500 metres apart. Spokeswoman Dewi Hartono of Wairang Tankers insisted that the tanker had kept at least 2.4 nautical miles clear.";
        Conflict conflict = Assert.Single(UtteranceTests.Build(Reader.Analyze(Text, "en", "2025-06-18", "a", "Arga Times")).Conflicts);
        Assert.Equal([("metre", 500.0), ("nautical mile", 2.4)], conflict.Values.Select(static value => (value.Unit, (value.Low ?? value.High)!.Value)));
        Assert.Empty(UtteranceTests.Build(Reader.Analyze(Text.Replace("at least 2.4", "at least 0.1", StringComparison.Ordinal), "en", "2025-06-18", "a", "Arga Times")).Conflicts);
    }

    [Theory]
    [InlineData("The Wairang regency administration, however, speaks of 42 dead.", 1)]
    [InlineData("The Wairang regency administration speaks of 42 dead.", 0)]
    public void A_partys_count_is_held_against_the_articles_own_where_its_sentence_says_so(string against, int conflicts)
    {
        Analysis told = Reader.Analyze("The search ended on Tuesday, with 38 people confirmed dead and 54 still missing. " + against, "en", "2025-09-23", "a", "Arga Times");
        Assert.DoesNotContain(told.Statements, static statement => statement.Speaker.Name == "people");
        Assert.Equal(conflicts, UtteranceTests.Build(told).Conflicts.Count);
    }

    [Fact]
    public void A_number_without_its_noun_is_held_against_the_one_before_it()
    {
        Conflict conflict = Assert.Single(UtteranceTests.Build(
            Reader.Analyze("Wairang Tankers says its crew took on board 19 people; Basarnas credits the tanker with 14.", "en", "2025-06-18", "a", "Arga Times")).Conflicts);
        Assert.Equal([19, 14], conflict.Values.Select(static value => value.Low!.Value));
    }

    [Fact]
    public void Who_points_back_at_a_figure_answers_for_it()
    {
        FigureLine line = Line(Reader.Analyze(
            "Wairang\n\nSebanyak 28 orang masih hilang hingga Selasa sore.\n\n\"Data itu mengacu pada manifes,\" kata Direktur Operasi Basarnas Rana Sulaiman, Selasa (17/6/2025).", "id", "2025-06-17", "a", "Kabar Satu"));
        Assert.Equal("Rana Sulaiman", Assert.Single(line.Points).By);
    }

    private static Analysis[] Tolls(params string[] tolls) =>
        [.. tolls.Select(static (toll, i) => Reader.Analyze($"Bupati Rana Sulaiman menyebut {toll} rumah rusak, Rabu (18/6/2025).", "id", "2025-06-18", "a" + i, "Kabar " + i))];

    private static FigureLine Line(params Analysis[] articles) => UtteranceTests.Build(articles).FigureLines[0];

    [Fact]
    public void People_of_whom_a_word_tells_more_are_not_counted_with_others()
    {
        StoryLedger story = UtteranceTests.Build(
            Reader.Analyze("Polisi memeriksa dua orang dari manajemen di Wairang.", "id", "2025-06-18", "a", "Kabar Satu"),
            Reader.Analyze("Polisi memeriksa sembilan orang dari desa Wairang.", "id", "2025-06-18", "b", "Kabar Dua"));
        Assert.DoesNotContain(story.FigureLines, static line => line.Points.Count > 1);
    }
}
