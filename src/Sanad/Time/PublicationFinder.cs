using System.Globalization;
using Sanad.Language;
using Sanad.Text;

namespace Sanad.Time;

/// <summary>
/// Tells when an article was published: as its sender says, as a date line prints it, or as its own words bound it. A borrowed
/// interval, from a sibling that reports the same utterance, is used where nothing else is known.
/// </summary>
public static class PublicationFinder
{
    /// <summary>Days between the last day that a report tells of and its publication, at most: the press reports within two days.</summary>
    private const int Delay = 2;

    public static Publication Find(Document document, IReadOnlyList<TimeExpression> expressions, CalendarValue? borrowed = null)
    {
        if (TryParse(document.Article.Published, out DateOnly sent)) return new Publication(sent, document.Article.Published, null, null, []);
        if (DateLine(document, expressions) is { } line) return line;
        if (Inferred(document, expressions) is { } inferred) return inferred;
        return borrowed is { } interval
            ? new Publication(null, null, interval.First, interval.Last, [])
            : Publication.Unknown;
    }

    /// <summary>The day of an ISO time as printed, in its own zone.</summary>
    public static bool TryParse(string? iso, out DateOnly day)
    {
        day = default;
        return iso is { Length: >= 10 } && DateOnly.TryParseExact(iso.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }

    private static Publication? DateLine(Document document, IReadOnlyList<TimeExpression> expressions)
    {
        foreach (TimeExpression expression in expressions)
        {
            if (!expression.IsFull || PartOf(document.Article, expression.Span) is not { Kind: PartKind.Dateline } part) continue;
            if (Day(expression) is not { } day) continue;
            string printed = CalendarPrint(day, expression.Clock);
            return new Publication(day, printed, null, null, [new PublicationReason(expression.Span, expression.Span.Of(document.Text).ToString(), "date line")]);
        }

        return null;
    }

    /// <summary>
    /// The last day that the article tells of bounds it from below. Days ahead and days in captions' background do not count
    /// where a later one is told of in the text.
    /// </summary>
    private static Publication? Inferred(Document document, IReadOnlyList<TimeExpression> expressions)
    {
        IReadOnlyList<TimeMention> dated = TimeResolver.Resolve(document, expressions, Publication.Unknown);
        // By their places: with as many expressions as a page of a million characters may hold, looking for each among all takes minutes.
        var ahead = new HashSet<TextSpan>();
        foreach (TimeExpression expression in expressions)
        {
            if (expression.Ahead) ahead.Add(expression.Span);
        }

        DateOnly? last = null;
        var because = new List<PublicationReason>();
        for (int i = 0; i < dated.Count; i++)
        {
            if (dated[i].Value.Grain is not (Grain.Day or Grain.Minute) || ahead.Contains(dated[i].Span)) continue;
            DateOnly day = dated[i].Value.First;
            if (last is not { } so || day > so) last = day;
        }

        if (last is not { } earliest) return null;
        foreach (TimeMention mention in dated)
        {
            if (mention.Value.Grain is not (Grain.Day or Grain.Minute) || mention.Value.First != earliest) continue;
            because.Add(new PublicationReason(mention.Span, mention.Span.Of(document.Text).ToString(), mention.Because ?? "the last day that the article tells of"));
        }

        return new Publication(null, null, earliest, earliest.AddDays(Delay), because);
    }

    private static Part? PartOf(Article article, TextSpan span)
    {
        int low = 0, high = article.Parts.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (article.Parts[middle].Span.Start <= span.Start) low = middle;
            else high = middle - 1;
        }

        return high >= 0 && article.Parts[low].Span.Contains(span) ? article.Parts[low] : null;
    }

    private static DateOnly? Day(TimeExpression expression) =>
        expression.Day!.Value <= DateTime.DaysInMonth(expression.Year!.Value, expression.Month!.Value)
            ? new DateOnly(expression.Year.Value, expression.Month.Value, expression.Day.Value)
            : null;

    private static string CalendarPrint(DateOnly day, TimeOnly? clock) =>
        clock is { } time ? CalendarValue.OfMinute(day, time).ToIso() : CalendarValue.OfDay(day).ToIso();
}
