using Sanad.Stories.Copies;
using Sanad.Stories.FigureLines;
using Sanad.Stories.Positions;
using Sanad.Time;

namespace Sanad.Stories.Conflicts;

/// <summary>Finds where reports contradict each other once copies are out of the way.</summary>
internal static class ConflictFinder
{
    /// <summary>Share of the greater count that the lesser is at least: a fifth of the dead are a part of them.</summary>
    private const double LeastOfSize = 0.5;

    public static List<Conflict> Find(IReadOnlyList<FigureLine> lines, List<PositionBuilder.Side> sides, StoryParties parties, CopyMembership copies)
    {
        var conflicts = new List<Conflict>();
        foreach (FigureLine line in lines) OfLine(line, copies, conflicts);
        foreach (IGrouping<int, PositionBuilder.Side> proposition in sides.GroupBy(static side => side.Proposition)) OfPosition(proposition, parties, conflicts);
        return conflicts;
    }

    /// <summary>Values of one day by different speakers that cannot both hold. A party's own later count is a revision, no conflict.</summary>
    private static void OfLine(FigureLine line, CopyMembership copies, List<Conflict> conflicts)
    {
        var reported = new HashSet<(DateOnly, double?, double?)>();
        double least = LeastOf(line);
        List<FigurePoint> points = [.. line.Points.Where(static point => !point.IsFarOff && point.CopiesOf is null && point.PartOf is null && point.Revises is null)];
        foreach ((int i, int j) in OfOneDayOrReport(points))
        {
            FigurePoint a = points[i], b = points[j];
            if ((a.By is null || b.By is null) ? !IsContrasted(line, a, b) : a.IsOfSameParty(b)) continue;
            if (a.On is not { IsOneDay: true } day) continue;
            bool isOneDay = b.On == day;
            bool excluded = (line.IsOfState && Exclude(a, b)) || (isOneDay && IsSaidOver(a, b));
            if (!excluded && !(isOneDay && ((a.IsDated && b.IsDated) || IsSetAgainst(line, a, b)))) continue;
            if (Overlap(a, b) || (a.Source != b.Source && copies.OfBoth(a.Source, b.Source).Any()) || IsOneParty(a.By, b.By)) continue;
            if (!excluded && Math.Min(a.Level, b.Level) < least) continue;
            (double? low, double? high) = (Math.Min(a.Level, b.Level), Math.Max(a.Level, b.Level));
            if (!reported.Add((day.First, low, high))) continue;
            conflicts.Add(new Conflict(line.What, isOneDay ? day.ToIso() : null, ConflictKind.Figures, [ValueOf(a), ValueOf(b)]));
        }
    }

    /// <summary>Pairs that hold for one day or stand in one report, as others cannot contradict each other, in the order of the line.</summary>
    private static IEnumerable<(int I, int J)> OfOneDayOrReport(List<FigurePoint> points)
    {
        var days = new Dictionary<CalendarValue, List<int>>();
        var reports = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (int i = 0; i < points.Count; i++)
        {
            if (points[i].On is { } day) Add(days, day, i);
            Add(reports, points[i].Source, i);
        }

        var others = new List<int>();
        for (int i = 0; i < points.Count; i++)
        {
            others.Clear();
            if (points[i].On is { } day) others.AddRange(Behind(days[day], i));
            int ofDay = others.Count;
            others.AddRange(Behind(reports[points[i].Source], i).Where(j => points[i].On is null || points[j].On != points[i].On));
            if (others.Count > ofDay) others.Sort();
            foreach (int j in others) yield return (i, j);
        }

        static void Add<TKey>(Dictionary<TKey, List<int>> places, TKey key, int place)
            where TKey : notnull
        {
            if (!places.TryGetValue(key, out List<int>? held)) places.Add(key, held = []);
            held.Add(place);
        }

        static List<int> Behind(List<int> ascending, int place) => ascending[(ascending.BinarySearch(place) + 1)..];
    }

    /// <summary>What a value must come up to so that it is of the thing that the line counts, and not of a few of it: "two bodies were counted twice".</summary>
    private static double LeastOf(FigureLine line)
    {
        List<double> levels = [.. line.Points.Where(static point => point.PartOf is null).Select(static point => point.Level).Order()];
        return levels.Count == 0 ? 0 : FigureLineBuilder.FarBelow * levels[levels.Count / 2];
    }

    /// <summary>
    /// Whether one article sets the two against each other: two counts of one thing by two parties, of a size, in the same report. Then neither need say of which day it is.
    /// </summary>
    private static bool IsSetAgainst(FigureLine line, FigurePoint a, FigurePoint b) =>
        line.IsOfState && a.Source == b.Source && a.Low is > 0 && b.Low is > 0 && Math.Min(a.Low.Value, b.Low.Value) >= LeastOfSize * Math.Max(a.Low.Value, b.Low.Value);

    /// <summary>Whether a party's count is set against that of the article's own voice: "38 people confirmed dead. … The regency, however, speaks of 42".</summary>
    private static bool IsContrasted(FigureLine line, FigurePoint a, FigurePoint b)
    {
        (FigurePoint voice, FigurePoint party) = a.By is null ? (a, b) : (b, a);
        return voice.By is null && party.By is not null && party.IsContrasted && voice.Citation.Span.Start < party.Citation.Span.Start && IsSetAgainst(line, a, b);
    }

    private static bool IsOneParty(string? a, string? b) =>
        a is not null && b is not null && (a.Contains(b, StringComparison.OrdinalIgnoreCase) || b.Contains(a, StringComparison.OrdinalIgnoreCase));

    private static bool Overlap(FigurePoint a, FigurePoint b) =>
        (a.Low * a.Scale ?? double.MinValue) <= (b.High * b.Scale ?? double.MaxValue) && (b.Low * b.Scale ?? double.MinValue) <= (a.High * a.Scale ?? double.MaxValue);

    /// <summary>Whether one sentence has both, the second without what it counts: "took 19 people on board; Basarnas credits it with 14".</summary>
    private static bool IsSaidOver(FigurePoint a, FigurePoint b) => a.Source == b.Source && (a.LikeFigure == b.Figure || b.LikeFigure == a.Figure);

    /// <summary>
    /// Whether one report has from one side that a distance was less, and from the other that it was more. What was measured does not change from day to day as a toll does, so that it does
    /// not matter when they said so.
    /// </summary>
    private static bool Exclude(FigurePoint a, FigurePoint b) =>
        a.Source == b.Source && a.Unit is not null && b.Unit is not null && ((a.Low is null && b.High is null) || (a.High is null && b.Low is null));

    private static ConflictValue ValueOf(FigurePoint point) => new(point.By, point.Low, point.High, null, point.Source, point.Citation) { Unit = point.Unit };

    private static void OfPosition(IGrouping<int, PositionBuilder.Side> proposition, StoryParties parties, List<Conflict> conflicts)
    {
        var values = new List<ConflictValue>();
        var bodies = new List<string?>();
        var seen = new HashSet<(string?, Act)>();
        foreach (PositionBuilder.Side side in proposition)
        {
            Act act = side.Statement.Act;
            if (act == Act.Neither || !seen.Add((side.Statement.Speaker.Name, act))) continue;
            values.Add(new ConflictValue(side.Statement.Speaker.Name, null, null, act, side.Article.Source, side.Article.Cite(side.Statement)));
            bodies.Add(parties.BodyOf(side.Statement) ?? parties.NameOf(side.Statement));
        }

        // A party that denied and now confirms has moved, whoever speaks for it; a conflict takes two.
        bool opposed = false;
        for (int i = 0; i < values.Count; i++)
        {
            for (int j = 0; j < values.Count; j++) opposed |= values[i].Act == Act.Confirm && values[j].Act == Act.Deny && !IsOneParty(values[i].By, values[j].By) && !IsOneParty(bodies[i], bodies[j]);
        }

        if (opposed) conflicts.Add(new Conflict(PositionBuilder.About(proposition), null, ConflictKind.Positions, values));
    }
}
