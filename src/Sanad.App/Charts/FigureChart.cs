using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Sanad.Figures;
using Sanad.Ledger;
using Sanad.Stories;

namespace Sanad.App.Charts;

/// <summary>
/// Draws a figure line as SVG: days to the right, values upwards, a stepped line for each who gives several, open sides and ranges as bars with an arrow where there
/// is no end, a ring around what revises an older value, hollow marks for what a copy repeats. Parts of a total are left out. Needs no script and no style sheet;
/// colours are attributes, which a page's own style may override by the classes <c>axis</c>, <c>label</c>, <c>step</c>, <c>range</c>, <c>point</c> and <c>s0</c> to <c>s6</c>.
/// </summary>
/// <param name="words">Puts days and values in the reader's language.</param>
internal sealed class FigureChart(BriefWords words)
{
    private const double Width = 720, Left = 76, Right = 16, Top = 16, Plot = 240, Axis = 34, Row = 20;

    /// <summary>How far marks stand beside each other that would cover one another, and how many do.</summary>
    private const double Beside = 7, MostBeside = 5;

    /// <summary>Who gives figures, each in a colour of its own; all others share the last. Okabe and Ito's colours, told apart by the colour-blind too.</summary>
    private static readonly string[] Colours = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#767676"];

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Whether there is something to draw: a value on a day.</summary>
    public static bool CanDraw(FigureLine line)
    {
        foreach (FigurePoint point in line.Points)
        {
            if (IsDrawn(point)) return true;
        }

        return false;
    }

    /// <summary>Writes one <c>svg</c> element.</summary>
    /// <param name="link">Address that a point leads to, such as that of its sentence; null for none.</param>
    /// <param name="standalone">Whether it is to be a file of its own and no part of a page.</param>
    public void Write(TextWriter output, FigureLine line, Func<FigurePoint, string?> link, bool standalone = false)
    {
        List<FigurePoint> points = [.. line.Points.Where(IsDrawn)];
        if (points.Count == 0) return;
        List<string?> speakers = [.. points.Select(static point => point.By).Distinct()];
        List<string?> named = [.. speakers.Take(Colours.Length - (speakers.Count > Colours.Length ? 1 : 0))];
        int rows = named.Count + (speakers.Count > named.Count ? 1 : 0);
        ChartScale values = ChartScale.Over(points.Min(static point => point.Low ?? point.High!.Value), points.Max(static point => point.High ?? point.Low!.Value), 5);
        (int first, int last) = (points.Min(static point => point.On!.Value.First.DayNumber), points.Max(static point => point.On!.Value.First.DayNumber));
        double X(FigurePoint point) => first == last ? Left + ((Width - Left - Right) / 2) : Left + ((Width - Left - Right) * (point.On!.Value.First.DayNumber - first) / (last - first));
        double Y(double value) => Top + (Plot * (1 - values.At(value)));

        double height = Top + Plot + Axis + (rows * Row);
        string title = line.Where is null ? line.What : $"{line.What} · {line.Where}";
        output.Write(string.Create(CultureInfo.InvariantCulture, $"<svg{(standalone ? " xmlns=\"http://www.w3.org/2000/svg\"" : "")} class=\"figure-chart\" role=\"img\" viewBox=\"0 0 {Width} {height}\" font-family=\"system-ui,sans-serif\" font-size=\"12\" fill=\"currentColor\">"));
        output.Write($"<title>{Text(title)}</title><desc>{Text(string.Join("; ", points.Take(50).Select(Told)))}</desc>\n");
        if (standalone) output.Write(string.Create(CultureInfo.InvariantCulture, $"<rect width=\"{Width}\" height=\"{height}\" fill=\"#fff\"/>\n"));
        Axes(output, values, first, last, Y);
        foreach (string? speaker in speakers)
        {
            // What articles say in their own voice is not one voice.
            if (speaker is not null) Steps(output, [.. points.Where(point => point.By == speaker)], ColourOf(named, speaker), X, Y);
        }

        var taken = new Dictionary<(double, double), int>();
        foreach (FigurePoint point in points)
        {
            // Of those who say the same on one day each stands beside the one before.
            (double, double) at = (X(point), Y(Value(point)));
            int beside = taken[at] = taken.GetValueOrDefault(at, -1) + 1;
            double towards = X(point) > Width - Right - (Beside * MostBeside) ? -Beside : Beside;
            Point(output, point, ColourOf(named, point.By), X(point) + (towards * Math.Min(beside, MostBeside)), Y, link(point));
        }

        for (int i = 0; i < rows; i++)
        {
            double y = Top + Plot + Axis + (i * Row);
            string name = i < named.Count ? named[i] is { } by ? words.Names(by) : words["chart.voice"] : words["chart.others"];
            output.Write(string.Create(CultureInfo.InvariantCulture, $"<rect class=\"s{Math.Min(i, Colours.Length - 1)}\" x=\"{Left}\" y=\"{y}\" width=\"12\" height=\"12\" fill=\"{Colours[Math.Min(i, Colours.Length - 1)]}\"/><text class=\"label\" x=\"{Left + 18}\" y=\"{y + 10}\">{Text(Cut(name))}</text>\n"));
        }

        output.Write("</svg>\n");
    }

    private static bool IsDrawn(FigurePoint point) => point.On is not null && point.PartOf is null && (point.Low ?? point.High) is { } value && double.IsFinite(value) && double.IsFinite(point.High ?? point.Low!.Value);

    private static int ColourOf(List<string?> named, string? speaker) => named.IndexOf(speaker) is var i and >= 0 ? i : Colours.Length - 1;

    private void Axes(TextWriter output, ChartScale values, int first, int last, Func<double, double> y)
    {
        foreach (double mark in values.Marks())
        {
            string at = Number(y(mark));
            output.Write($"<line class=\"axis\" x1=\"{Number(Left)}\" x2=\"{Number(Width - Right)}\" y1=\"{at}\" y2=\"{at}\" stroke=\"currentColor\" stroke-opacity=\"0.15\"/><text class=\"label\" x=\"{Number(Left - 8)}\" y=\"{Number(y(mark) + 4)}\" text-anchor=\"end\">{Text(words.Number(Math.Round(mark, 6)))}</text>\n");
        }

        double below = Top + Plot + 20;
        if (first == last)
        {
            output.Write($"<text class=\"label\" x=\"{Number(Left + ((Width - Left - Right) / 2))}\" y=\"{Number(below)}\" text-anchor=\"middle\">{Text(Day(first))}</text>\n");
            return;
        }

        output.Write($"<text class=\"label\" x=\"{Number(Left)}\" y=\"{Number(below)}\">{Text(Day(first))}</text><text class=\"label\" x=\"{Number(Width - Right)}\" y=\"{Number(below)}\" text-anchor=\"end\">{Text(Day(last))}</text>\n");
    }

    /// <summary>A value holds until the same speaker gives another.</summary>
    private static void Steps(TextWriter output, List<FigurePoint> points, int colour, Func<FigurePoint, double> x, Func<double, double> y)
    {
        if (points.Count < 2) return;
        output.Write($"<path class=\"step s{colour}\" fill=\"none\" stroke=\"{Colours[colour]}\" stroke-width=\"2\" stroke-opacity=\"0.6\" d=\"M{Number(x(points[0]))} {Number(y(Value(points[0])))}");
        for (int i = 1; i < points.Count; i++) output.Write($"H{Number(x(points[i]))}V{Number(y(Value(points[i])))}");
        output.Write("\"/>\n");
    }

    private void Point(TextWriter output, FigurePoint point, int colour, double x, Func<double, double> y, string? link)
    {
        string fill = Colours[colour];
        if (link is not null) output.Write($"<a href=\"{Encoder.Encode(link)}\">");
        output.Write($"<g class=\"s{colour}\"><title>{Text(Told(point))}</title>");
        if (point.Low is null || point.High is null || point.Low != point.High)
        {
            double from = y(point.Low ?? point.High!.Value), to = y(point.High ?? point.Low!.Value);
            if (point.High is null) to = Math.Max(Top, from - 26);
            if (point.Low is null) from = Math.Min(Top + Plot, to + 26);
            output.Write($"<path class=\"range\" stroke=\"{fill}\" stroke-width=\"3\" stroke-opacity=\"0.5\" fill=\"none\" d=\"M{Number(x)} {Number(from)}V{Number(to)}");
            if (point.High is null) output.Write("m-4 5l4 -5l4 5");
            if (point.Low is null) output.Write($"M{Number(x - 4)} {Number(from - 5)}l4 5l4 -5");
            output.Write("\"/>");
        }

        string at = $"cx=\"{Number(x)}\" cy=\"{Number(y(Value(point)))}\"";
        if (point.Revises is not null) output.Write($"<circle class=\"revises\" {at} r=\"8\" fill=\"none\" stroke=\"{fill}\" stroke-width=\"1.5\"/>");
        string dashes = point.Bound is Bound.About or Bound.Vague ? " stroke-dasharray=\"2 2\"" : "";
        output.Write($"<circle class=\"point\" {at} r=\"4.5\" fill=\"{(point.CopiesOf is null && dashes.Length == 0 ? fill : "#fff")}\" stroke=\"{fill}\" stroke-width=\"2\"{dashes}/></g>");
        output.Write(link is null ? "\n" : "</a>\n");
    }

    /// <summary>Where a hedged value's mark stands: at the value that was said, of a range in its middle.</summary>
    private static double Value(FigurePoint point) => point is { Low: { } low, High: { } high } ? (low + high) / 2 : point.Low ?? point.High!.Value;

    private string Told(FigurePoint point) =>
        $"{words.Day(point.On!.Value.First)}: {words.Value(point.Low, point.High, point.Bound, null)} ({(point.By is { } by ? words.Names(by) : words["chart.voice"])}, {point.Source})";

    private string Day(int number) => words.Day(DateOnly.FromDayNumber(number));

    private static string Cut(string name) => name.Length <= 90 ? name : name[..89] + "…";

    private static string Number(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>Words of an article as text of the drawing: nothing in them is markup, and no control code stands in it, which XML forbids.</summary>
    private static string Text(string words) => Encoder.Encode(Cli.Printable.Line(words).Replace('\uFFFE', '\uFFFD').Replace('\uFFFF', '\uFFFD'));
}
