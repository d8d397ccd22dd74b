using Sanad.Language;

namespace Sanad.Time;

/// <summary>Reads seasons of the year in English: "last spring", "this past fall", "the summer of 2024", "in the early winter".</summary>
internal sealed class SeasonReader(Document document, CalendarTokens calendar, DateReader dates)
{
    public TimeExpression? Read()
    {
        if (document.Language.Code == "id") return null;
        int first = calendar.At;
        int? toward = null;
        int part = 0;
        bool article = first - 1 > calendar.Sentence.First && document.WordAt(first - 1) is "the";
        if (calendar.Is(calendar.At, CalendarKind.Toward, out CalendarWord side, out int length)) { toward = side.Number; calendar.At += length; }
        if (calendar.Is(calendar.At, CalendarKind.Part, out CalendarWord word, out length)) { part = length; calendar.At += length; }
        if (calendar.IsMark(calendar.At, '-')) calendar.At++;
        if (!calendar.Take(CalendarKind.Season, out CalendarWord season)) return Back(first);
        int end = calendar.At;
        if (end < calendar.Sentence.End && document.WordAt(end) is "of") calendar.At++;
        int? year = dates.TryYear(commaToo: false);
        if (year is null) calendar.At = end;

        // "the fall of the city", "a spring in the hills", "to fall": only a year, a side or "in the … " tells that a season is meant.
        bool led = toward is not null || year is not null || ((article || part > 0) && document.Is(article ? first - 2 : Math.Max(first - 1, calendar.Sentence.First), WordClass.Preposition) && Ends(end));
        return led ? TimeExpression.Empty with { Season = season.Number, Year = year, Toward = toward } : Back(first);
    }

    private bool Ends(int at) =>
        at >= calendar.Sentence.End || document.Tokens[at].Kind == TokenKind.Punctuation || document.Is(at, WordClass.Conjunction | WordClass.Auxiliary | WordClass.Complementizer)
        || (document.Is(at, WordClass.Preposition) && document.WordAt(at) is not ("of" or "in" or "on"));

    private TimeExpression? Back(int first)
    {
        calendar.At = first;
        return null;
    }
}
