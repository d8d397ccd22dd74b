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

    private static Analysis[] Tolls(params string[] tolls) =>
        [.. tolls.Select(static (toll, i) => Reader.Analyze($"Bupati Rana Sulaiman menyebut {toll} rumah rusak, Rabu (18/6/2025).", "id", "2025-06-18", "a" + i, "Kabar " + i))];

    private static FigureLine Line(params Analysis[] articles) => UtteranceTests.Build(articles).FigureLines[0];
}
