namespace Sanad.Stories.FigureLines;

/// <summary>Marks values that lie far off their line: one outlet's 3,000 where all others of those days have about 300.</summary>
internal static class FarOff
{
    /// <summary>How many times as much, or as little, as the others a value must be.</summary>
    private const double Times = 8;

    /// <summary>Days around a point whose values it is held against, and how many of other articles there must be.</summary>
    private const int Days = 3, LeastOthers = 3;

    /// <summary>Of the others the largest and the smallest may differ by this much: where they do not agree either, nothing is far off.</summary>
    private const double Agreement = 2.5;

    /// <param name="points">In the order of days.</param>
    public static void Mark(List<FigurePoint> points)
    {
        var sources = new HashSet<string>(StringComparer.Ordinal);
        int first = 0;
        for (int i = 0; i < points.Count; i++)
        {
            if (!IsLevel(points[i]) || points[i].On is not { } when || points[i].CopiesOf is not null) continue;
            while (points[first].On!.Value.First.DayNumber < when.First.DayNumber - Days) first++;
            sources.Clear();
            (double value, double least, double most, bool isBorneOut) = (points[i].Level, double.MaxValue, double.MinValue, false);
            for (int j = first; j < points.Count && !isBorneOut && points[j].On is { } on && on.First.DayNumber <= when.First.DayNumber + Days; j++)
            {
                FigurePoint other = points[j];
                if (!IsLevel(other) || other.Source == points[i].Source || other.CopiesOf is not null) continue;
                isBorneOut = other.Level == value;
                (least, most) = (Math.Min(least, other.Level), Math.Max(most, other.Level));
                if (sources.Count < LeastOthers) sources.Add(other.Source);
            }

            if (sources.Count < LeastOthers || isBorneOut) continue;
            if (least > 0 && most <= Agreement * least && (value >= Times * most || value * Times <= least)) points[i] = points[i] with { IsFarOff = true };
        }

        // A copy of a slip is one as well.
        HashSet<string> slips = [.. points.Where(static point => point.IsFarOff).Select(static point => point.Source + "#" + point.Figure)];
        for (int i = 0; i < points.Count && slips.Count > 0; i++)
        {
            if (points[i].CopiesOf is { } origin && slips.Contains(origin)) points[i] = points[i] with { IsFarOff = true };
        }
    }

    /// <summary>Parts are smaller than their totals by nature, and "hundreds" is no value.</summary>
    private static bool IsLevel(FigurePoint point) => point.PartOf is null && point.Bound != Figures.Bound.Vague;
}
