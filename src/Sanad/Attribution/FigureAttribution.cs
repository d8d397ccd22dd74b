using Sanad.Figures;
using Sanad.Language;
using Sanad.Text;
using Sanad.Time;

namespace Sanad.Attribution;

/// <summary>Ties figures to the statements they stand in and to the day they hold for.</summary>
public static class FigureAttribution
{
    /// <summary>
    /// The figures with <see cref="Figure.Statement"/> set to the innermost statement whose content holds them, and
    /// <see cref="Figure.AsOf"/> to that statement's day, or in the article's own voice to the one day that the sentence names.
    /// </summary>
    public static IReadOnlyList<Figure> Attribute(
        Document document, IReadOnlyList<Figure> figures, IReadOnlyList<Statement> statements, IReadOnlyList<TimeMention> times)
    {
        var attributed = new List<Figure>(figures.Count);
        foreach (Figure figure in figures)
        {
            Statement? holder = Innermost(figure.Span, statements);
            attributed.Add(figure with { Statement = holder?.Id, AsOf = holder is not null ? holder.Said : DayOf(document, figure.Span, times) });
        }

        return attributed;
    }

    private static Statement? Innermost(TextSpan span, IReadOnlyList<Statement> statements)
    {
        Statement? best = null;
        int narrowest = int.MaxValue;
        foreach (Statement statement in statements)
        {
            foreach (TextSpan content in statement.Content)
            {
                if (!content.Overlaps(span) || content.Length >= narrowest) continue;
                best = statement;
                narrowest = content.Length;
            }
        }

        return best;
    }

    /// <summary>The only day named in the sentence; null where there is none or more than one.</summary>
    private static CalendarValue? DayOf(Document document, TextSpan span, IReadOnlyList<TimeMention> times)
    {
        TextSpan? sentence = null;
        foreach (Sentence candidate in document.Sentences)
        {
            TextSpan whole = document.SpanOf(candidate.First, candidate.End);
            if (whole.Overlaps(span)) { sentence = whole; break; }
        }

        CalendarValue? day = null;
        foreach (TimeMention time in times)
        {
            if (sentence is not { } home || !home.Contains(time.Span) || time.Value.Grain is not (Grain.Day or Grain.Minute)) continue;
            CalendarValue value = CalendarValue.OfDay(time.Value.First);
            if (day is not null && day != value) return null;
            day = value;
        }

        return day;
    }
}
