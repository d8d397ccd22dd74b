using Sanad.Language;

namespace Sanad.Time;

/// <summary>
/// The days on which quotations were said, as far as the article prints them behind one ("…," kata X, Kamis (28/5)): "today" and "yesterday" inside a quotation count from
/// that day and not from publication. It holds for the quotations behind it too, up to the next one that is dated.
/// </summary>
internal sealed class SaidDays(Document document)
{
    /// <summary>Days before publication that a quotation is said at most; one from longer ago is told of as history.</summary>
    private const int Longest = 31;

    /// <summary>Expressions looked at behind one for the date of its quotation: keeps the time linear where a quotation is full of days.</summary>
    private const int Reach = 30;

    private int _quotation;
    private int _sentence;
    private DateOnly? _said;

    /// <summary>Looks at an expression, in reading order: whether it dates the quotation before it in its sentence.</summary>
    public void See(TimeExpression expression, DateOnly? day)
    {
        if (day is null || expression.Weekday is null || IsQuoted(expression.Token)) return;
        if (PointsBack(document.Sentences[SentenceOf(expression.Token)])) _said = day;
        else if (_quotation > 0 && document.Quotations[_quotation - 1].Close < expression.Token && document.Quotations[_quotation - 1].Open >= document.Sentences[SentenceOf(expression.Token)].First) _said = day;
    }

    /// <summary>"Hal itu dikatakan … di pendopo, Sabtu (18/10)": the sentence tells when the quotations around it were said.</summary>
    private bool PointsBack(Sentence sentence)
    {
        if (document.Language.Code != "id" || sentence.First + 2 >= sentence.End || document.WordAt(sentence.First) is not ("Hal" or "Pernyataan") || !document.Is(sentence.First + 1, WordClass.Determiner)) return false;
        return document.TryHit(sentence.First + 2, LexKind.Reporting, out _) || (document.Is(sentence.First + 2, WordClass.Auxiliary) && sentence.First + 3 < sentence.End && document.TryHit(sentence.First + 3, LexKind.Reporting, out _));
    }

    /// <summary>The day that an expression inside a quotation counts from; null where it stands in none or no day is printed.</summary>
    /// <param name="ahead">The expressions behind it, of which one may date its quotation.</param>
    /// <param name="dayOf">The day that an expression names.</param>
    public DateOnly? Of(TimeExpression expression, ReadOnlySpan<TimeExpression> ahead, DateOnly published, Func<TimeExpression, DateOnly?> dayOf)
    {
        if (!IsQuoted(expression.Token)) return null;
        int sentence = SentenceOf(expression.Token);
        DateOnly? said = _said;
        foreach (TimeExpression behind in ahead[..Math.Min(ahead.Length, Reach)])
        {
            if (behind.Token >= document.Sentences[sentence].End) break;
            if (behind is { Weekday: not null, IsDate: true } && behind.Token > document.Quotations[_quotation].Close) said = dayOf(behind);
        }

        return said is { } day && day < published && published.DayNumber - day.DayNumber <= Longest ? day : null;
    }

    /// <summary>Whether the token stands in a quotation, which then is the one at <see cref="_quotation"/>; else that is the next one.</summary>
    private bool IsQuoted(int token)
    {
        while (_quotation < document.Quotations.Length && (document.Quotations[_quotation].Close <= token || document.Quotations[_quotation].Inner)) _quotation++;
        return _quotation < document.Quotations.Length && document.Quotations[_quotation].Open < token;
    }

    /// <summary>Tokens are asked for in reading order.</summary>
    private int SentenceOf(int token)
    {
        while (_sentence + 1 < document.Sentences.Length && document.Sentences[_sentence].End <= token) _sentence++;
        return _sentence;
    }
}
