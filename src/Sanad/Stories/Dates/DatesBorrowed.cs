using System.Globalization;
using Sanad.Attribution;
using Sanad.Language;
using Sanad.Stories.Utterances;
using Sanad.Time;

namespace Sanad.Stories.Dates;

/// <summary>A day of publication that an undated article takes from a sibling: the interval, from whom, and why in words.</summary>
public sealed record BorrowedDate(string Source, CalendarValue Interval, string From, string Because);

/// <summary>
/// Dates undated articles by dated siblings that report the same utterance: who said it on a Tuesday here said it on that
/// Tuesday there.
/// </summary>
public static class DatesBorrowed
{
    /// <summary>Days after the utterance within which the undated article was published, at most.</summary>
    private const int Delay = 2;

    /// <summary>Fewest terms of an utterance that is to date an article by itself.</summary>
    private const int TellingTerms = 5;

    /// <summary>One entry for each undated article that a sibling dates, in the order given.</summary>
    public static IReadOnlyList<BorrowedDate> Find(IReadOnlyList<Analysis> analyses, LanguageSet languages)
    {
        var borrowed = new List<BorrowedDate>();
        List<StoryArticle>? articles = null;
        TermWeights? weights = null;
        for (int i = 0; i < analyses.Count; i++)
        {
            if (analyses[i].Publication.Anchor is not null || analyses[i].Statements.Count == 0) continue;
            articles ??= [.. analyses.Select(analysis => new StoryArticle(analysis, languages))];
            weights ??= new TermWeights(articles.SelectMany(static article => article.Wordings));
            if (Find(articles, i, weights) is { } date) borrowed.Add(date);
        }

        return borrowed;
    }

    private static BorrowedDate? Find(List<StoryArticle> articles, int undated, TermWeights weights)
    {
        StoryArticle article = articles[undated];
        BorrowedDate? best = null;
        double bestWeight = 0;
        for (int other = 0; other < articles.Count; other++)
        {
            if (other == undated || articles[other].Day is null) continue;
            StoryArticle sibling = articles[other];
            for (int s = 0; s < article.Wordings.Count; s++)
            {
                if (article.Wordings[s].Terms.Count < TellingTerms) continue;
                for (int t = 0; t < sibling.Wordings.Count; t++)
                {
                    if (!UtteranceMatcher.IsOne(article, s, sibling, t, weights, out double likeness)) continue;
                    Statement said = sibling.Analysis.Statements[t];
                    DateOnly day = said.Said is { IsOneDay: true } known ? known.First : sibling.Day!.Value;
                    double weight = likeness * article.Wordings[s].Terms.Count * (said.Said is null ? 0.8 : 1);
                    if (weight <= bestWeight) continue;
                    bestWeight = weight;
                    string because = string.Create(CultureInfo.InvariantCulture, $"the same utterance of {said.Speaker.Name} stands in {sibling.Source} under {day:yyyy-MM-dd}");
                    best = new BorrowedDate(article.Source, CalendarValue.OfRange(day, day.AddDays(Delay)), sibling.Source, because);
                }
            }
        }

        return best;
    }
}
