using Sanad.Figures;
using Sanad.Stories.FigureLines;

namespace Sanad.Stories.Utterances;

/// <summary>
/// Tells that two sayings of different days, however like their words, are two: the toll that somebody gives today and the one that he gave on Monday. Of one day a copy may have changed
/// the number.
/// </summary>
internal static class OtherValues
{
    public static bool Are(Saying a, Saying b)
    {
        if (a.Day is not { } one || b.Day is not { } other || one == other) return false;
        List<(Figure Figure, Quantity? Quantity)> mine = FiguresOf(a), theirs = FiguresOf(b);
        if (mine is [var left] && theirs is [var right] && left.Figure.Unit is null == right.Figure.Unit is null && !IsSame(left, right)) return true;
        foreach ((Figure Figure, Quantity? Quantity) figure in mine)
        {
            if (figure.Quantity is not { } quantity) continue;
            bool isNamed = false, isSame = false;
            foreach ((Figure Figure, Quantity? Quantity) their in theirs)
            {
                if (their.Quantity?.Key != quantity.Key) continue;
                isNamed = true;
                isSame |= IsSame(figure, their);
            }

            if (isNamed && !isSame) return true;
        }

        return false;
    }

    private static bool IsSame((Figure Figure, Quantity? Quantity) a, (Figure Figure, Quantity? Quantity) b) =>
        Level(a.Figure) * (a.Quantity?.Scale ?? 1) == Level(b.Figure) * (b.Quantity?.Scale ?? 1);

    private static double? Level(Figure figure) => figure.Low ?? figure.High;

    private static List<(Figure Figure, Quantity? Quantity)> FiguresOf(Saying saying)
    {
        var figures = new List<(Figure, Quantity?)>();
        IReadOnlyList<Figure> all = saying.Article.Analysis.Figures;
        for (int i = 0; i < all.Count; i++)
        {
            if (all[i].IsOlder || all[i].IsChange || Level(all[i]) is null) continue;
            foreach (Text.TextSpan span in saying.Content)
            {
                if (span.Contains(all[i].Span)) figures.Add((all[i], saying.Article.Quantities[i]));
            }
        }

        return figures;
    }
}
