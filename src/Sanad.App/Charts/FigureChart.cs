using Sanad.App.Cli;
using Sanad.App.Server.Interface;
using Sanad.Stories;

namespace Sanad.App.Charts;

/// <summary>
/// A figure line as a chart, in a reader's language: stairs by source, hedges as bands, what is revised struck out, each mark with its words and its address. It says
/// what is painted in which order; <see cref="SvgChart"/> and <see cref="PngChart"/> paint it.
/// </summary>
internal sealed class FigureChart
{
    private readonly ChartLayout _layout;
    private readonly InterfaceLanguage _words;
    private readonly Func<FigurePoint, string?> _address;
    private readonly Func<string, string> _outlet;

    private FigureChart(FigureLine line, ChartLayout layout, InterfaceLanguage words, Func<FigurePoint, string?> address, Func<string, string> outlet)
    {
        (_layout, _words, _address, _outlet) = (layout, words, address, outlet);
        Title = FigureName.Of(line, words);
        Parts = [Axes(), .. layout.Series.Select(Series)];
    }

    public string Title { get; }

    public IReadOnlyList<ChartPart> Parts { get; }

    /// <param name="address">What a value leads to, such as its sentence; null for nothing.</param>
    /// <param name="outlet">Name of the outlet of an article.</param>
    /// <returns>Null for a line without a value on a day.</returns>
    public static FigureChart? Of(FigureLine line, InterfaceLanguage words, Func<FigurePoint, string?> address, Func<string, string> outlet) =>
        ChartLayout.Of(line) is { } layout ? new FigureChart(line, layout, words, address, outlet) : null;

    private static string At(double coordinate) => ChartLayout.At(coordinate);

    private ChartGroup Axes()
    {
        var parts = new List<ChartPart>();
        foreach (double value in _layout.Values)
        {
            double y = _layout.Y(value);
            parts.Add(new ChartPath("grid", $"M{At(ChartLayout.Left)} {At(y)}H{At(ChartLayout.Right)}", ChartInk.None, ChartInk.Grid));
            parts.Add(new ChartText("scale", _words.Number(value), ChartLayout.Left - 8, y + 4, ChartInk.Soft, ChartAnchor.End));
        }

        foreach (DateOnly day in _layout.Days)
        {
            double x = _layout.X(day);
            parts.Add(new ChartPath("grid", $"M{At(x)} {At(ChartLayout.Bottom)}v5", ChartInk.None, ChartInk.Grid));
            parts.Add(new ChartText("scale", _words.ShortDay(day), x, ChartLayout.Bottom + 20, ChartInk.Soft, ChartAnchor.Middle));
        }

        return new ChartGroup("axis", null, parts);
    }

    private ChartGroup Series(ChartSeries series)
    {
        var parts = new List<ChartPart>();
        foreach (ChartBand band in series.Bands)
            parts.Add(new ChartPath("band " + band.Kind, $"M{At(band.X)} {At(band.Y)}h{At(band.Width)}v{At(band.Height)}h{At(-band.Width)}z", ChartInk.Series, Opacity: 0.14));
        parts.Add(new ChartPath("stairs", series.Stairs, ChartInk.None, ChartInk.Series, 2));
        foreach (ChartMark mark in series.Marks)
        {
            if (mark.Revised is { } old)
                parts.Add(new ChartPath("revised", $"M{At(mark.X)} {At(old)}V{At(mark.Y)}M{At(mark.X - 4)} {At(old - 4)}l8 8m0 -8l-8 8", ChartInk.None, ChartInk.Series, 1.5) { Dash = 3 });
        }

        foreach (ChartMark mark in series.Marks)
        {
            ChartPath shape = mark.IsHedged
                ? new ChartPath("mark hedged", Shape(series.Index, mark.X, mark.Y), ChartInk.Paper, ChartInk.Series, 2)
                : new ChartPath("mark", Shape(series.Index, mark.X, mark.Y), ChartInk.Series, ChartInk.Paper, 1.5);
            parts.Add(new ChartGroup("value", series.Index, [shape]) { Address = _address(mark.Points[0]), Words = Told(mark) });
        }

        parts.Add(new ChartPath("mark", Shape(series.Index, ChartLayout.Right + 14, series.LabelY), ChartInk.Series, ChartInk.Paper, 1.5));
        parts.Add(new ChartText("label", _words.Value(series.Last.Low, series.Last.High, series.Last.Bound, series.Last.Unit), ChartLayout.Right + 24, series.LabelY + 4, ChartInk.Text, Size: 13));
        parts.Add(new ChartText("by", NameOf(series), ChartLayout.Right + 24, series.LabelY + 18, ChartInk.Soft));
        return new ChartGroup($"series s{series.Index}", series.Index, parts);
    }

    private string NameOf(ChartSeries series) => series.By is not null ? Printable.Line(_words.Names(series.By), 26)
        : _words[series.Marks.Any(static mark => mark.Points.Any(static point => point.By is not null)) ? "chart.others" : "voice"];

    private string Told(ChartMark mark)
    {
        FigurePoint point = mark.Points[0];
        string by = point.By is null ? Printable.Line(_outlet(point.Source), 60) : Printable.Line(_words.Names(point.By), 80);
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
