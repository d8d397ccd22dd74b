using System.Text;
using Sanad.App.Drawing;
using Sanad.Figures;
using Sanad.Stories;

namespace Sanad.App.Charts;

/// <summary>Who gives a line's values, and the stairs that they make. Coordinates are those of the drawing.</summary>
/// <param name="Index">From 0; tells the mark and the colour.</param>
/// <param name="By">Null for what articles say in their own voice.</param>
/// <param name="Stairs">Path data: each value holds until the next one.</param>
internal sealed record ChartSeries(int Index, string? By, string Stairs, IReadOnlyList<ChartBand> Bands, IReadOnlyList<ChartMark> Marks, double LabelY, FigurePoint Last);

/// <summary>How far a hedge reaches, as long as its value holds.</summary>
/// <param name="Kind"><c>between</c>, <c>up</c> (at least), <c>down</c> (at most) or <c>about</c>.</param>
internal readonly record struct ChartBand(string Kind, double X, double Y, double Width, double Height);

/// <summary>One value on one day, however many articles give it.</summary>
/// <param name="Revised">Where the value stood that this one replaces; null where it replaces none.</param>
/// <param name="Points">At least one.</param>
internal sealed record ChartMark(double X, double Y, double? Revised, bool IsHedged, IReadOnlyList<FigurePoint> Points);

/// <summary>
/// Where everything of a figure line's chart stands: days to the right, values upwards, a stair for each who gives several. What is only a part of a total is not
/// drawn, since it is no level of the line, nor what lies so far from all others that it must be a slip; a value repeated by a copy stands in the mark of the one it repeats.
/// </summary>
internal sealed class ChartLayout
{
    public const double Width = 860, Height = 280, Left = 56, Right = 570, Top = 16, Bottom = 246;

    /// <summary>Lines that can be told apart; all other sources are drawn with the articles' own voice.</summary>
    private const int MostSeries = 5;

    /// <summary>Marks that a reader can still tell apart. Beyond these only those are drawn where a line's level changes, and of them the newest; the table has all values.</summary>
    private const int MostMarks = 80;

    /// <summary>Share of another value of its article under which a value counts some of the same only.</summary>
    private const double FarBelow = 0.2;

    /// <summary>Room between labels, and how far a hedge without an end is drawn.</summary>
    private const double LabelRoom = 16, OpenBand = 22, AboutBand = 9;

    /// <summary>Room before the first day and behind the last.</summary>
    private const double Margin = 24;

    private readonly double _lowest, _highest;
    private readonly int _first, _last;

    private ChartLayout(FigureLine line, List<FigurePoint> points)
    {
        _first = points.Min(static point => point.On!.Value.First.DayNumber);
        _last = points.Max(static point => point.On!.Value.First.DayNumber);
        double lowest = points.Min(static point => Level(point)), highest = points.Max(static point => Math.Max(Level(point), point.High ?? 0));
        foreach (FigurePoint point in points)
        {
            if (point.Revises is not { } old) continue;
            lowest = Math.Min(lowest, old);
            highest = Math.Max(highest, old);
        }

        // Counts of people and things begin at nought, so that a step's height is its weight.
        ChartScale scale = ChartScale.Over(line.IsOfState ? Math.Min(0, lowest) : lowest, highest, 4);
        Values = [.. scale.Marks()];
        (_lowest, _highest) = (scale.Low, scale.High);
        Days = DayScale.Marks(DateOnly.FromDayNumber(_first), DateOnly.FromDayNumber(_last), 7);
        Series = SeriesOf(points);
        IsMoving = _first != _last && points.Select(Level).Distinct().Count() > 1;
    }

    public IReadOnlyList<double> Values { get; }

    public IReadOnlyList<DateOnly> Days { get; }

    public IReadOnlyList<ChartSeries> Series { get; }

    /// <summary>Whether the values do not begin at nought.</summary>
    public bool IsCut => _lowest > 0;

    /// <summary>Whether there is more than one value, and more than one day.</summary>
    public bool IsMoving { get; }

    /// <summary>Null for a line without a value on a day, of which nothing can be drawn.</summary>
    public static ChartLayout? Of(FigureLine line)
    {
        List<FigurePoint> points = [.. line.Points.Where(static point => point.On is not null && point.PartOf is null && !point.IsFarOff && double.IsFinite(Level(point)))];
        // "24 dead, since two bodies were counted twice": the two are no level of the line beside the article's own.
        points.RemoveAll(point => points.Exists(other => other.Source == point.Source && other.On == point.On && Level(point) < FarBelow * Level(other)));
        return points.Count == 0 ? null : new ChartLayout(line, points);
    }

    /// <summary>The only day of a line of one day stands in the middle.</summary>
    public double X(DateOnly day) => _first == _last ? (Left + Right) / 2 : Left + Margin + (DayWidth * (day.DayNumber - _first));

    public double Y(double value) => Bottom - ((Bottom - Top) * (value - _lowest) / (_highest - _lowest));

    /// <summary>From one day to the next.</summary>
    private double DayWidth => (Right - Left - (2 * Margin)) / Math.Max(1, _last - _first);

    private static double Level(FigurePoint point) => (point.Low, point.High) switch
    {
        ({ } low, { } high) => (low + high) / 2,
        ({ } low, null) => low,
        (null, { } high) => high,
        _ => double.NaN,
    };

    private List<ChartSeries> SeriesOf(List<FigurePoint> points)
    {
        HashSet<string> named = [.. points.Where(static point => point.By is not null).GroupBy(static point => point.By!, StringComparer.Ordinal)
            .OrderByDescending(static group => group.Select(static point => point.On!.Value.First).Distinct().Count()).ThenByDescending(static group => group.Count()).ThenBy(static group => group.Key, StringComparer.Ordinal)
            .Take(MostSeries).Select(static group => group.Key)];
        List<IGrouping<string?, FigurePoint>> groups = [.. points.GroupBy(point => point.By is not null && named.Contains(point.By) ? point.By : null)];
        var series = new List<ChartSeries>(groups.Count);
        for (int i = 0; i < groups.Count; i++) series.Add(One(i, groups[i].Key, groups.Count, [.. groups[i]]));
        return Spread(Thinned(series));
    }

    private static List<ChartSeries> Thinned(List<ChartSeries> series)
    {
        if (series.Sum(static one => one.Marks.Count) <= MostMarks) return series;
        int each = Math.Max(1, MostMarks / series.Count);
        return [.. series.Select(one => one with { Marks = [.. one.Marks.Where((mark, i) => i == 0 || mark.Y != one.Marks[i - 1].Y || mark.Revised is not null).TakeLast(each)] })];
    }

    private ChartSeries One(int index, string? by, int of, List<FigurePoint> points)
    {
        // Beside one another where several give a value for one day, as far as the day's own room allows.
        double aside = (index - ((of - 1) / 2.0)) * Math.Clamp(DayWidth / (of + 1), 3, 8);
        var marks = new List<ChartMark>();
        var bands = new List<ChartBand>();
        var stairs = new StringBuilder();
        List<IGrouping<DateOnly, FigurePoint>> days = [.. points.GroupBy(static point => point.On!.Value.First).OrderBy(static day => day.Key)];
        FigurePoint? held = null;
        for (int i = 0; i < days.Count; i++)
        {
            double x = X(days[i].Key) + aside;
            foreach (IGrouping<double, FigurePoint> same in days[i].GroupBy(Level).OrderBy(static value => value.Key))
            {
                FigurePoint? revising = same.FirstOrDefault(static point => point.Revises is not null);
                marks.Add(new ChartMark(x, Y(same.Key), revising?.Revises is { } old ? Y(old) : null, same.All(static point => point.Bound != Bound.Exact), [.. same]));
            }

            held = Held([.. days[i]], held);
            double y = Y(Level(held)), end = i + 1 < days.Count ? X(days[i + 1].Key) + aside : Right;
            stairs.Append(i == 0 ? "M" : "V").Append(i == 0 ? $"{DrawnPart.At(x)} {DrawnPart.At(y)}" : DrawnPart.At(y)).Append('H').Append(DrawnPart.At(end));
            if (Band(held, x, end) is { } band) bands.Add(band);
        }

        return new ChartSeries(index, by, stairs.ToString(), bands, marks, Y(Level(held!)), held!);
    }

    /// <summary>Of several values that one source has on one day, that which the line goes through: what most say, then what replaces another, then what lies nearest to where it stood.</summary>
    private static FigurePoint Held(List<FigurePoint> day, FigurePoint? before) => day.GroupBy(Level)
        .OrderByDescending(static value => value.Count()).ThenByDescending(static value => value.Any(static point => point.Revises is not null))
        .ThenBy(value => before is null ? -value.Key : Math.Abs(value.Key - Level(before))).First().First();

    private ChartBand? Band(FigurePoint point, double from, double to)
    {
        double y = Y(Level(point));
        return point.Bound switch
        {
            Bound.Between when point is { Low: { } low, High: { } high } => new ChartBand("between", from, Y(high), to - from, Math.Max(1, Y(low) - Y(high))),
            Bound.AtLeast or Bound.MoreThan or Bound.Vague => new ChartBand("up", from, Math.Max(0, y - OpenBand), to - from, Math.Min(y, OpenBand)),
            Bound.AtMost or Bound.LessThan => new ChartBand("down", from, y, to - from, Math.Min(OpenBand, Bottom - y)),
            Bound.About => new ChartBand("about", from, y - AboutBand, to - from, 2 * AboutBand),
            _ => null,
        };
    }

    /// <summary>Labels at the right end, none upon another.</summary>
    private static List<ChartSeries> Spread(List<ChartSeries> series)
    {
        List<ChartSeries> down = [.. series.OrderBy(static one => one.LabelY)];
        double least = Top;
        for (int i = 0; i < down.Count; i++)
        {
            double y = Math.Max(least, down[i].LabelY);
            down[i] = down[i] with { LabelY = y };
            least = y + (2 * LabelRoom);
        }

        double most = Bottom - LabelRoom;
        for (int i = down.Count - 1; i >= 0; i--)
        {
            if (down[i].LabelY > most) down[i] = down[i] with { LabelY = most };
            most = Math.Min(most, down[i].LabelY) - (2 * LabelRoom);
        }

        return [.. down.OrderBy(static one => one.Index)];
    }
}
