using Sanad.App.Drawing;
using Sanad.App.Maps;
using Sanad.App.Server.Interface;
using Sanad.Language;
using Sanad.Reading.Plain;
using Sanad.Stories;
using Xunit;

namespace Sanad.App.Tests.Maps;

public sealed class MapTests
{
    private static readonly LanguageSet Languages = LanguageSet.Load();

    private static readonly InterfaceLanguage Words = new(Languages["id"]);

    [Fact]
    public void All_places_lie_within_the_map_and_north_is_up()
    {
        GazetteerPlace[] places = [new("a", -6.2, 106.8), new("b", -8.7, 115.2), new("c", 5.5, 95.3)];
        var view = new MapView(places);
        Assert.All(places, place =>
        {
            (double x, double y) = view.At(place.Longitude, place.Latitude);
            Assert.InRange(x, 0.1 * MapView.Width, 0.9 * MapView.Width);
            Assert.InRange(y, 0.1 * MapView.Height, 0.9 * MapView.Height);
        });
        Assert.True(view.At(100, 5).Y < view.At(100, -5).Y);
        Assert.True(view.At(100, 0).X < view.At(110, 0).X);
    }

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(-6.2, 106.8, -6.2, 106.8)]
    [InlineData(71, -179, -54, 179)]
    [InlineData(89, 0, 90, 10)]
    public void Any_places_can_be_shown(double south, double west, double north, double east)
    {
        var view = new MapView([new("a", south, west), new("b", north, east)]);
        Assert.DoesNotContain("NaN", view.Land(Outlines.All.Land) + view.Lines(Outlines.All.Borders), StringComparison.Ordinal);
        Assert.InRange(view.At(west, south).X, 0, MapView.Width);
        Assert.InRange(view.At(east, north).Y, 0, MapView.Height);
    }

    [Theory]
    [InlineData(-6.9, 107.6, true)]
    [InlineData(-4.0, 120.0, true)]
    [InlineData(52.5, 13.4, true)]
    [InlineData(-5.0, 110.5, false)]
    [InlineData(43.5, 34.5, false)]
    [InlineData(0, -150, false)]
    [InlineData(-85, 30, true)]
    [InlineData(66.5, 179.0, true)]
    public void Land_is_where_it_is(double latitude, double longitude, bool isLand)
    {
        int crossings = 0;
        foreach (Outline ring in Outlines.All.Land)
        {
            for (int i = 1; i < ring.Points.Count; i++)
            {
                ((double ax, double ay), (double bx, double by)) = (ring.Points[i - 1], ring.Points[i]);
                if (ay > latitude != by > latitude && longitude < ax + ((bx - ax) * (latitude - ay) / (by - ay))) crossings++;
            }
        }

        Assert.Equal(isLand, crossings % 2 == 1);
    }

    [Fact]
    public void No_line_runs_around_the_globe() => Assert.All(Outlines.All.Land.Concat(Outlines.All.Borders), static line =>
    {
        for (int i = 1; i < line.Points.Count; i++) Assert.True(Math.Abs(line.Points[i].Longitude - line.Points[i - 1].Longitude) < 90 || line.Points[i].Latitude == -90, $"{line.Points[i - 1]} to {line.Points[i]}");
    });

    [Fact]
    public void Figures_and_statements_stand_at_their_places_and_what_is_unknown_is_told()
    {
        IReadOnlyList<NamedPlace> places = Places("Sedikitnya 12 orang tewas di Kabupaten Cianjur. Sebanyak 30 orang luka-luka di Sukabumi. Sebanyak 20 rumah rusak di Desa Cipeundeuy.\n\n\"Kami mengirim bantuan dari Bandung,\" kata Bupati Rudi Halimawan.");
        Assert.Equal(["Bandung", "Kabupaten Cianjur", "Sukabumi"], places.Where(static place => place.On is not null).Select(static place => place.Name).Order());
        Assert.Equal("Desa Cipeundeuy", Assert.Single(places, static place => place.On is null).Name);
        Assert.NotNull(places.First(static place => place.Name == "Bandung").Entries[0].Statement);
    }

    [Fact]
    public void A_circle_leads_to_its_entries_and_says_what_is_counted_there()
    {
        IReadOnlyList<NamedPlace> places = Places("Sedikitnya 12 orang tewas di Cianjur. Sebanyak 30 orang luka-luka di Sukabumi.");
        Picture map = Assert.Single(StoryMap.Of(places, Words, static place => "#" + place.Name));
        List<DrawnGroup> circles = [.. map.Parts.OfType<DrawnGroup>().SelectMany(static group => group.Parts).OfType<DrawnGroup>()];
        Assert.Equal(["#Cianjur", "#Sukabumi"], circles.Select(static circle => circle.Address).Order());
        Assert.Contains(circles, static circle => circle.Words!.Contains("sedikitnya 12 orang tewas", StringComparison.Ordinal));
        Assert.Equal(["Cianjur", "Sukabumi"], map.Parts.OfType<DrawnText>().Select(static name => name.Words).Order());
    }

    [Fact]
    public void What_lies_together_is_drawn_near_before_the_whole()
    {
        IReadOnlyList<NamedPlace> places = Places("Sebanyak 12 orang tewas di Cianjur. Sebanyak 30 orang tewas di Sukabumi. Sebanyak 15 orang tewas di Bogor. Sebanyak 7 orang tewas di Canberra.");
        Assert.Equal([3, 4], StoryMap.Of(places, Words, static place => "#" + place.Name).Select(static map => map.Parts.OfType<DrawnGroup>().Single().Parts.Count));
    }

    private static IReadOnlyList<NamedPlace> Places(string text)
    {
        var analyzer = new Analyzer(Languages);
        Analysis analysis = analyzer.Analyze(new PlainReader(Languages).Read("a", text, new Metadata { Language = "id", Published = "2025-05-02" }));
        return StoryPlaces.Of(new StoryBuilder(Languages, analyzer.Analyze).Build("1", [analysis]), Gazetteer.Load());
    }
}
