using Sanad.Figures;
using Sanad.Language;
using Sanad.Text;
using Sanad.Time;

namespace Sanad.Attribution;

/// <summary>Ties figures to the statements they stand in and to the day they hold for.</summary>
public static class FigureAttribution
{
    /// <summary>How far a figure is looked for around a statement, in UTF-16 code units: further than any sentence reaches.</summary>
    private const int Reach = 40_000;

    /// <summary>How far behind an older value its day may begin, in UTF-16 code units: a space, or a short preposition.</summary>
    private const int Beside = 6;

    /// <summary>
    /// The figures with <see cref="Figure.Statement"/> set to the innermost statement whose content holds them, and
    /// <see cref="Figure.ToldBy"/> to the one that points back at it, and <see cref="Figure.AsOf"/> to the day of the statement it stands in, or in the article's own voice to the one day that the sentence names.
    /// </summary>
    public static IReadOnlyList<Figure> Attribute(
        Document document, IReadOnlyList<Figure> figures, IReadOnlyList<Statement> statements, IReadOnlyList<TimeMention> times)
    {
        var attributed = new List<Figure>(figures.Count);
        int from = 0;
        foreach (Figure figure in figures)
        {
            while (from < statements.Count && statements[from].Content[^1].End + Reach < figure.Span.Start) from++;
            Statement? holder = Innermost(figure.Span, statements, from);
            attributed.Add(figure with { Statement = holder?.Id, AsOf = holder is not null ? holder.Said : DayOf(document, figure, figures, times) });
        }

        FiguresPointedAt.Mark(document, attributed, statements);
        return attributed;
    }

    private static Statement? Innermost(TextSpan span, IReadOnlyList<Statement> statements, int from)
    {
        Statement? best = null;
        int narrowest = int.MaxValue;
        for (int i = from; i < statements.Count && statements[i].Content[0].Start < span.End + Reach; i++)
        {
            foreach (TextSpan content in statements[i].Content)
            {
                if (!content.Overlaps(span) || content.Length >= narrowest) continue;
                best = statements[i];
                narrowest = content.Length;
            }
        }

        return best;
    }

    /// <summary>
    /// The only day named in the sentence; null where there is none or more than one. A day right behind an older value is that value's alone: "63 dari 61
    /// sehari sebelumnya", "to 63 from 61 a day earlier".
    /// </summary>
    private static CalendarValue? DayOf(Document document, Figure figure, IReadOnlyList<Figure> figures, IReadOnlyList<TimeMention> times)
    {
        TextSpan span = figure.Span;
        int sentence = Search.First(document.Sentences.Length, i => document.Tokens[document.Sentences[i].End - 1].End > span.Start);
        if (sentence == document.Sentences.Length) return null;
        TextSpan home = document.SpanOf(document.Sentences[sentence].First, document.Sentences[sentence].End);
        CalendarValue? day = null;
        for (int i = Search.First(times.Count, i => times[i].Span.Start >= home.Start); i < times.Count && times[i].Span.End <= home.End; i++)
        {
            if (times[i].Value.Grain is not (Grain.Day or Grain.Minute)) continue;
            CalendarValue value = CalendarValue.OfDay(times[i].Value.First);
            if (OlderBefore(figures, times[i].Span.Start) is { } older)
            {
                if (older.Id == figure.Id) return value;
                continue;
            }

            if (day is not null && day != value) return null;
            day = value;
        }

        return day;
    }

    /// <summary>The older value that ends right before the day; null where none does.</summary>
    private static Figure? OlderBefore(IReadOnlyList<Figure> figures, int day)
    {
        int next = Search.First(figures.Count, i => figures[i].Span.Start >= day);
        return next > 0 && figures[next - 1] is { IsOlder: true } older && day - older.Span.End is >= 0 and <= Beside ? older : null;
    }
}
