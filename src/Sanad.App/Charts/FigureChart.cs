using Sanad.App.Cli;
using Sanad.App.Drawing;
using Sanad.App.Server.Interface;
using Sanad.Stories;

namespace Sanad.App.Charts;

/// <summary>
/// A figure line as a chart, in a reader's language: stairs by source, hedges as bands, what is revised struck out, each mark with its words and its address. What
/// is painted in which order is said here; <see cref="SvgPainter"/> and <see cref="PngPainter"/> paint it.
/// </summary>
internal sealed class FigureChart
{
    /// <summary>Letters of a name that there is room for beside the chart.</summary>
    private const int LongestName = 42;

    private readonly ChartLayout _layout;
    private readonly InterfaceLanguage _words;
    private readonly Func<FigurePoint, string?> _address;
    private readonly Func<string, string> _names, _outlet;

    private FigureChart(ChartLayout layout, InterfaceLanguage words, Func<FigurePoint, string?> address, Func<string, string> names, Func<string, string> outlet) =>
        (_layout, _words, _address, _names, _outlet) = (layout, words, address, names, outlet);

    /// <param name="title">What is counted, as <see cref="FigureName"/> has it.</param>
    /// <param name="address">What a value leads to, such as its sentence; null for nothing.</param>
    /// <param name="names">What whoever gives a value is called in the reader's language.</param>
    /// <param name="outlet">Name of the outlet of an article.</param>
    /// <returns>Null for a line without a value on a day.</returns>
    public static Picture? Of(FigureLine line, string title, InterfaceLanguage words, Func<FigurePoint, string?> address, Func<string, string> names, Func<string, string> outlet)
    {
        if (ChartLayout.Of(line) is not { } layout) return null;
        var chart = new FigureChart(layout, words, address, names, outlet);
        return new Picture(title, ChartLayout.Width, ChartLayout.Height, [chart.Axes(), .. layout.Series.Select(chart.Series)]);
    }

    private static string At(double coordinate) => DrawnPart.At(coordinate);

    private DrawnGroup Axes()
    {
        var parts = new List<DrawnPart>();
        foreach (double value in _layout.Values)
        {
            double y = _layout.Y(value);
            parts.Add(new DrawnPath("grid", $"M{At(ChartLayout.Left)} {At(y)}H{At(ChartLayout.Right)}", Ink.None, Ink.Grid));
            parts.Add(new DrawnText("scale", _words.Number(value), ChartLayout.Left - 8, y + 4, Ink.Soft, TextAnchor.End));
        }

        foreach (DateOnly day in _layout.Days)
        {
            double x = _layout.X(day);
            parts.Add(new DrawnPath("grid", $"M{At(x)} {At(ChartLayout.Bottom)}v5", Ink.None, Ink.Grid));
            parts.Add(new DrawnText("scale", _words.ShortDay(day), x, ChartLayout.Bottom + 20, Ink.Soft, TextAnchor.Middle));
        }

        return new DrawnGroup("axis", null, parts);
    }

    private DrawnGroup Series(ChartSeries series)
    {
        var parts = new List<DrawnPart>();
        foreach (ChartBand band in series.Bands)
            parts.Add(new DrawnPath("band " + band.Kind, $"M{At(band.X)} {At(band.Y)}h{At(band.Width)}v{At(band.Height)}h{At(-band.Width)}z", Ink.Series, Opacity: 0.14));
        parts.Add(new DrawnPath("stairs", series.Stairs, Ink.None, Ink.Series, 2));
        foreach (ChartMark mark in series.Marks)
        {
            if (mark.Revised is { } old)
                parts.Add(new DrawnPath("revised", $"M{At(mark.X)} {At(old)}V{At(mark.Y)}M{At(mark.X - 4)} {At(old - 4)}l8 8m0 -8l-8 8", Ink.None, Ink.Series, 1.5) { Dash = 3 });
        }

        foreach (ChartMark mark in series.Marks)
        {
            DrawnPath shape = mark.IsHedged
                ? new DrawnPath("mark hedged", Shape(series.Index, mark.X, mark.Y), Ink.Paper, Ink.Series, 2)
                : new DrawnPath("mark", Shape(series.Index, mark.X, mark.Y), Ink.Series, Ink.Paper, 1.5);
            parts.Add(new DrawnGroup("value", series.Index, [shape]) { Address = _address(mark.Points[0]), Words = Told(mark) });
        }

        parts.Add(new DrawnPath("mark", Shape(series.Index, ChartLayout.Right + 14, series.LabelY), Ink.Series, Ink.Paper, 1.5));
        parts.Add(new DrawnText("label", _words.Value(series.Last.Low, series.Last.High, series.Last.Bound, series.Last.Unit), ChartLayout.Right + 24, series.LabelY + 4, Ink.Text, Size: 13));
        parts.Add(new DrawnText("by", NameOf(series), ChartLayout.Right + 24, series.LabelY + 18, Ink.Soft));
        return new DrawnGroup($"series s{series.Index}", series.Index, parts);
    }

    private string NameOf(ChartSeries series) => series.By is not null ? Printable.Line(_names(series.By), LongestName)
        : _words[series.Marks.Any(static mark => mark.Points.Any(static point => point.By is not null)) ? "chart.others" : "voice"];

    private string Told(ChartMark mark)
    {
        FigurePoint point = mark.Points[0];
        string by = point.By is null ? Printable.Line(_outlet(point.Source), 60) : Printable.Line(_names(point.By), 80);
        string told = $"{_words.When(point.On)}: {_words.Value(point.Low, point.High, point.Bound, point.Unit)}, {by}";
        if (mark.Points.FirstOrDefault(static point => point.Revises is not null)?.Revises is { } old) told += "; " + _words.Fill("point.revises", ("n", _words.Number(old)));
        return mark.Points.Count > 1 ? $"{told} ({_words.Count("count.times", mark.Points.Count)})" : told;
    }

    /// <summary>Circle, square, triangle, diamond, upturned triangle, bar: told apart without colours.</summary>
    private static string Shape(int index, double x, double y) => (index % 6) switch
    {
        0 => $"M{At(x - 5)} {At(y)}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z",
        1 => $"M{At(x - 4.5)} {At(y - 4.5)}h9v9h-9z",
        2 => $"M{At(x)} {At(y - 6)}l5.5 10h-11z",
        3 => $"M{At(x)} {At(y - 6)}l6 6l-6 6l-6 -6z",
        4 => $"M{At(x)} {At(y + 6)}l-5.5 -10h11z",
        _ => $"M{At(x - 6)} {At(y - 3)}h12v6h-12z",
    };
}
