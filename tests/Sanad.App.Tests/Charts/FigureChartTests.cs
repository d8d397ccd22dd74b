using System.Buffers.Binary;
using System.Globalization;
using System.Xml.Linq;
using Sanad.App.Charts;
using Sanad.App.Drawing;
using Sanad.App.Server.Interface;
using Sanad.Figures;
using Sanad.Language;
using Sanad.Stories;
using Sanad.Text;
using Sanad.Time;
using Xunit;

namespace Sanad.App.Tests.Charts;

public sealed class FigureChartTests
{
    private static readonly InterfaceLanguage Words = new(LanguageSet.Load()["id"]);

    private static readonly FigureLine Toll = new("orang tewas", "Lereh", [Point(10, 14, null, Bound.AtLeast, "BPBD"), Point(11, 21, 21, Bound.Exact, "BPBD", revises: 14), Point(12, 26, 26, Bound.Exact, null)]);

    [Fact]
    public void Every_value_is_drawn_and_leads_to_its_words()
    {
        XElement chart = Draw(Toll);
        Assert.Equal(["#s-10", "#s-11", "#s-12"], chart.Descendants("a").Select(static link => link.Attribute("href")!.Value));
        Assert.Equal("10 Maret 2025: sedikitnya 14, BPBD", chart.Descendants("a").First().Element("title")!.Value);
        Assert.Equal("orang tewas, Lereh", chart.Element("title")!.Value);
    }

    [Fact]
    public void A_source_is_a_stair_a_hedge_a_band_and_what_is_revised_is_struck_out()
    {
        XElement chart = Draw(Toll);
        Assert.Equal(2, OfClass(chart, "stairs").Count());
        Assert.Single(OfClass(chart, "band up"));
        Assert.Single(OfClass(chart, "revised"));
        Assert.Single(chart.Descendants("a").Elements("path"), static path => path.Attribute("class")!.Value == "mark hedged");
    }

    [Fact]
    public void A_greater_value_stands_higher_and_a_later_one_further_right()
    {
        ChartLayout layout = ChartLayout.Of(new FigureLine("orang tewas", null, [Point(10, 14, 14, Bound.Exact, "BPBD"), Point(12, 26, 26, Bound.Exact, "BPBD")]))!;
        Assert.True(layout.Series[0].Marks[0].X < layout.Series[0].Marks[1].X);
        Assert.True(layout.Series[0].Marks[0].Y > layout.Series[0].Marks[1].Y);
        Assert.True(layout.IsMoving);
    }

    [Fact]
    public void A_line_of_one_day_is_drawn_in_the_middle_and_does_not_move()
    {
        ChartLayout layout = ChartLayout.Of(new FigureLine("orang", null, [Point(10, 14, 14, Bound.Exact, "BPBD")]))!;
        Assert.False(layout.IsMoving);
        Assert.Equal((ChartLayout.Left + ChartLayout.Right) / 2, layout.Series[0].Marks[0].X);
    }

    [Fact]
    public void Words_of_an_article_are_never_markup()
    {
        XElement chart = Draw(new FigureLine("<script>alert(1)</script>\uFFFF\u0007", null, [Point(10, 1, 1, Bound.Exact, "\"><img src=x onerror=alert(1)>")]));
        Assert.Empty(chart.Descendants("script").Concat(chart.Descendants("img")));
        Assert.StartsWith("<script>", chart.Element("title")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_is_twice_the_size_of_the_drawing_and_the_same_bytes_each_time()
    {
        byte[] picture = Paint(Toll);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], picture[..4]);
        Assert.Equal(2 * (int)ChartLayout.Width, BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(16)));
        Assert.Equal(picture, Paint(Toll));
        Assert.NotEqual(picture, Paint(Toll with { What = "orang hilang" }));
    }

    [Theory]
    [InlineData(0, 26)]
    [InlineData(14, 14)]
    [InlineData(-3, 8)]
    [InlineData(3, 1_234_567_890)]
    [InlineData(0.001, 0.0017)]
    [InlineData(990, 1000)]
    public void A_scale_holds_both_values_between_few_round_marks(double low, double high)
    {
        ChartScale scale = ChartScale.Over(low, high, 5);
        Assert.InRange(low, scale.Low, scale.High);
        Assert.InRange(high, scale.Low, scale.High);
        Assert.InRange(scale.Marks().Count(), 2, 12);
    }

    [Fact]
    public void What_has_no_day_or_is_a_part_is_not_drawn() =>
        Assert.Null(ChartLayout.Of(new FigureLine("orang", null, [Point(10, 1, 1, Bound.Exact, null) with { On = null }, Point(10, 1, 1, Bound.Exact, null) with { PartOf = "s#f1" }])));

    private static IEnumerable<XElement> OfClass(XElement chart, string name) => chart.Descendants("path").Where(path => path.Attribute("class")!.Value == name);

    private static Picture Chart(FigureLine line) => FigureChart.Of(line, line.Where is null ? line.What : $"{line.What}, {line.Where}", Words, static point => "#" + point.Source, static name => name, static source => source)!;

    private static XElement Draw(FigureLine line)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        SvgPainter.Write(text, Chart(line), "c");
        return XElement.Parse(text.ToString());
    }

    private static byte[] Paint(FigureLine line)
    {
        using var picture = new MemoryStream();
        PngPainter.Write(picture, Chart(line));
        return picture.ToArray();
    }

    private static FigurePoint Point(int day, double? low, double? high, Bound bound, string? by, double? revises = null)
    {
        string source = string.Create(CultureInfo.InvariantCulture, $"s-{day}");
        return new FigurePoint(CalendarValue.OfDay(new DateOnly(2025, 3, day)), by, low, high, bound, source, "f1", revises, null, null, new Citation(source, TextHash.Of("x"), new TextSpan(0, 1), "x"));
    }
}
