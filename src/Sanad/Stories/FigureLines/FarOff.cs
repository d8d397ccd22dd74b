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

    public static void Mark(List<FigurePoint> points)
    {
        var others = new List<double>();
        var sources = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < points.Count; i++)
        {
            if (!IsLevel(points[i]) || points[i].On is null || points[i].CopiesOf is not null) continue;
            others.Clear();
            sources.Clear();
            double value = points[i].Level;
            foreach (FigurePoint other in points)
            {
                if (!IsLevel(other) || other.Source == points[i].Source || other.CopiesOf is not null || other.On is not { } on || Math.Abs(on.First.DayNumber - points[i].On!.Value.First.DayNumber) > Days) continue;
                if (other.Level == value)
                {
                    // Who says the same bears it out.
                    others.Clear();
                    break;
                }

                others.Add(other.Level);
                sources.Add(other.Source);
            }

            if (sources.Count < LeastOthers || others.Count == 0) continue;
            others.Sort();
            (double least, double most) = (others[0], others[^1]);
            if (least > 0 && most <= Agreement * least && (value >= Times * most || value * Times <= least)) points[i] = points[i] with { IsFarOff = true };
        }

        // A copy of a slip is one as well.
        for (int i = 0; i < points.Count; i++)
        {
            if (points[i].CopiesOf is { } origin && points.Exists(point => point.IsFarOff && point.Source + "#" + point.Figure == origin)) points[i] = points[i] with { IsFarOff = true };
        }
    }

    /// <summary>Parts are smaller than their totals by nature, and "hundreds" is no value.</summary>
    private static bool IsLevel(FigurePoint point) => point.PartOf is null && point.Bound != Figures.Bound.Vague;
}
