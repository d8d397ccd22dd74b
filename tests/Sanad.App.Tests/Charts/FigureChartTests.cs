using System.Globalization;
using System.Xml.Linq;
using Sanad.App.Charts;
using Sanad.Figures;
using Sanad.Language;
using Sanad.Ledger;
using Sanad.Stories;
using Sanad.Text;
using Sanad.Time;
using Xunit;

namespace Sanad.App.Tests.Charts;

public sealed class FigureChartTests
{
    private static readonly LanguageSet Languages = LanguageSet.Load();

    [Fact]
    public void Every_point_is_drawn_and_leads_to_its_words()
    {
        XElement chart = Draw(new FigureLine("orang tewas", "Lereh", [Point(10, 14, null, Bound.AtLeast, "BPBD"), Point(11, 21, 21, Bound.Exact, "BPBD", revises: 14), Point(12, 26, 26, Bound.Exact, null)]));
        Assert.Equal(["#s-10", "#s-11", "#s-12"], chart.Descendants("a").Select(static link => link.Attribute("href")!.Value));
        Assert.Equal(3, chart.Descendants("circle").Count(static circle => circle.Attribute("class")!.Value == "point"));
        Assert.Single(chart.Descendants("circle"), static circle => circle.Attribute("class")!.Value == "revises");
        Assert.Single(chart.Descendants("path"), static path => path.Attribute("class")!.Value.StartsWith("step", StringComparison.Ordinal));
        Assert.Single(chart.Descendants("path"), static path => path.Attribute("class")!.Value == "range");
        Assert.Equal("orang tewas · Lereh", chart.Element("title")!.Value);
        Assert.Contains("10 Maret 2025: sedikitnya 14 (BPBD, s-10)", chart.Element("desc")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_greater_value_stands_higher_and_a_later_one_further_right()
    {
        XElement chart = Draw(new FigureLine("orang tewas", null, [Point(10, 14, 14, Bound.Exact, "BPBD"), Point(12, 26, 26, Bound.Exact, "BPBD")]));
        double[] Of(string name) => [.. chart.Descendants("circle").Select(circle => double.Parse(circle.Attribute(name)!.Value, CultureInfo.InvariantCulture))];
        Assert.True(Of("cx")[0] < Of("cx")[1]);
        Assert.True(Of("cy")[0] > Of("cy")[1]);
    }

    [Fact]
    public void Words_of_an_article_are_never_markup()
    {
        XElement chart = Draw(new FigureLine("<script>alert(1)</script>\uFFFF\u0007", null, [Point(10, 1, 1, Bound.Exact, "\"><img src=x onerror=alert(1)>")]));
        Assert.Empty(chart.Descendants("script").Concat(chart.Descendants("img")));
        Assert.StartsWith("<script>", chart.Element("title")!.Value, StringComparison.Ordinal);
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
        Assert.False(FigureChart.CanDraw(new FigureLine("orang", null, [Point(10, 1, 1, Bound.Exact, null) with { On = null }, Point(10, 1, 1, Bound.Exact, null) with { PartOf = "s#f1" }])));

    private static XElement Draw(FigureLine line)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        new FigureChart(new BriefWords(Languages["id"])).Write(text, line, static point => "#" + point.Source);
        return XElement.Parse(text.ToString());
    }

    private static FigurePoint Point(int day, double? low, double? high, Bound bound, string? by, double? revises = null)
    {
        string source = string.Create(CultureInfo.InvariantCulture, $"s-{day}");
        return new FigurePoint(CalendarValue.OfDay(new DateOnly(2025, 3, day)), by, low, high, bound, source, "f1", revises, null, null, new Citation(source, TextHash.Of("x"), new TextSpan(0, 1), "x"));
    }
}
