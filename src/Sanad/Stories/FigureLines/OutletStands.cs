namespace Sanad.Stories.FigureLines;

/// <summary>Works out which figure of a line each outlet stood at from which day on.</summary>
internal static class OutletStands
{
    /// <param name="points">In the order of the line.</param>
    /// <param name="articles">By source.</param>
    public static List<OutletStand> Of(IReadOnlyList<FigurePoint> points, IReadOnlyDictionary<string, StoryArticle> articles)
    {
        var stands = new List<OutletStand>();
        foreach (FigurePoint point in points)
        {
            if (point.PartOf is not null || point.IsFarOff) continue;
            StoryArticle article = articles[point.Source];
            if (article.Day is not { } day || article.Analysis.Article.Outlet is not { Length: > 0 } outlet) continue;
            int known = stands.FindIndex(stand => stand.From == day && stand.Outlet == outlet);
            if (known < 0) stands.Add(new OutletStand(outlet, day, point));
            else if (Order(point).CompareTo(Order(stands[known].Point)) > 0) stands[known] = stands[known] with { Point = point };
        }

        stands.Sort(static (a, b) => string.CompareOrdinal(a.Outlet, b.Outlet) is var outlet and not 0 ? outlet : a.From.CompareTo(b.From));
        return stands;
    }

    /// <summary>Of one day's points that which holds for the latest day, then the greater: a toll stands at all of the dead, not at those of one village.</summary>
    private static (int Day, double Value, string Source) Order(FigurePoint point) => (point.On?.First.DayNumber ?? 0, point.Level, point.Source);
}
