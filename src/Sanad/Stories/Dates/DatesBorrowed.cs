using System.Globalization;
using Sanad.Attribution;
using Sanad.Language;
using Sanad.Stories.Utterances;
using Sanad.Text;
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

    /// <summary>Days under which one article is read at most, so that a story of many days stays cheap.</summary>
    private const int MostReadings = 12;

    /// <param name="analyze">Reads an article as if it was published in the interval.</param>
    /// <returns>One entry for each undated article that a sibling dates, in the order given.</returns>
    public static IReadOnlyList<BorrowedDate> Find(IReadOnlyList<Analysis> analyses, LanguageSet languages, Func<Article, CalendarValue?, Analysis> analyze)
    {
        var borrowed = new List<BorrowedDate>();
        List<StoryArticle>? articles = null;
        TermWeights? weights = null;
        DatedStatements? dated = null;
        for (int i = 0; i < analyses.Count; i++)
        {
            if (analyses[i].Publication.Anchor is not null || analyses[i].Statements.Count == 0) continue;
            articles ??= [.. analyses.Select(analysis => new StoryArticle(analysis, languages))];
            weights ??= new TermWeights(articles.SelectMany(static article => article.Wordings));
            dated ??= new DatedStatements(articles);
            List<Match> matches = Matches(articles, i, dated, weights);
            if (matches.Count == 0) continue;
            borrowed.Add(Exact(articles[i], matches, analyze) ?? Within(articles[i], matches, analyze));
        }

        return borrowed;
    }

    /// <summary>A statement of the undated article that a sibling has under a day.</summary>
    private readonly record struct Match(int Statement, StoryArticle Sibling, Statement Said, DateOnly Day, double Weight);

    private static List<Match> Matches(List<StoryArticle> articles, int undated, DatedStatements dated, TermWeights weights)
    {
        StoryArticle article = articles[undated];
        var pairs = new List<(int Sibling, int Own, int Statement)>();
        for (int s = 0; s < article.Wordings.Count; s++)
        {
            if (article.Wordings[s].Terms.Count < TellingTerms) continue;
            foreach ((int other, int t) in dated.Like(article.Wordings[s])) pairs.Add((other, s, t));
        }

        pairs.Sort();
        var matches = new List<Match>();
        foreach ((int other, int s, int t) in pairs)
        {
            StoryArticle sibling = articles[other];
            if (!UtteranceMatcher.IsOne(article, s, sibling, t, weights, out double likeness)) continue;
            Statement said = sibling.Analysis.Statements[t];
            DateOnly day = said.Said is { IsOneDay: true } known ? known.First : sibling.Day!.Value;
            matches.Add(new Match(s, sibling, said, day, likeness * article.Wordings[s].Terms.Count * (said.Said is null ? 0.8 : 1)));
        }

        return matches;
    }

    /// <summary>
    /// The day under which the article's own "yesterday" falls on the day of the sibling; null where it has no such word beside a shared
    /// utterance, or where no day fits.
    /// </summary>
    private static BorrowedDate? Exact(StoryArticle article, List<Match> matches, Func<Article, CalendarValue?, Analysis> analyze)
    {
        var read = new Dictionary<DateOnly, Analysis>();
        var votes = new SortedDictionary<DateOnly, (double Weight, Match Best)>();
        foreach (Match match in matches)
        {
            if (match.Said.Said is not { IsOneDay: true }) continue;
            string own = article.Analysis.Statements[match.Statement].Id;
            DateOnly? fits = null;
            bool moves = false;
            for (int delay = 0; delay <= Delay; delay++)
            {
                DateOnly day = match.Day.AddDays(delay);
                if (!read.TryGetValue(day, out Analysis? analysis))
                {
                    if (read.Count == MostReadings) break;
                    read.Add(day, analysis = analyze(article.Analysis.Article, CalendarValue.OfDay(day)));
                }

                if (analysis.Statements.FirstOrDefault(statement => statement.Id == own)?.Said is { IsOneDay: true } said && said.First == match.Day) fits ??= day;
                else moves = true;
            }

            if (!moves || fits is not { } published) continue;
            (double weight, Match best) = votes.GetValueOrDefault(published);
            votes[published] = (weight + match.Weight, best.Weight >= match.Weight ? best : match);
        }

        if (votes.Count == 0) return null;
        (DateOnly on, (_, Match witness)) = votes.MaxBy(static vote => vote.Value.Weight);
        return Of(article, witness, CalendarValue.OfDay(on));
    }

    /// <summary>The days on which the likest sibling may have been taken up; those under which the article's own words for the day of the utterance ("last Monday") mean another are left out.</summary>
    private static BorrowedDate Within(StoryArticle article, List<Match> matches, Func<Article, CalendarValue?, Analysis> analyze)
    {
        Match best = matches.MaxBy(static match => match.Weight);
        string own = article.Analysis.Statements[best.Statement].Id;
        (int first, int last) = (-1, -1);
        for (int delay = 0; delay <= Delay; delay++)
        {
            Analysis read = analyze(article.Analysis.Article, CalendarValue.OfDay(best.Day.AddDays(delay)));
            if (read.Statements.FirstOrDefault(statement => statement.Id == own)?.Said is { IsOneDay: true } said && said.First != best.Day) continue;
            (first, last) = (first < 0 ? delay : first, delay);
        }

        if (first < 0) (first, last) = (0, Delay);
        return Of(article, best, CalendarValue.OfRange(best.Day.AddDays(first), best.Day.AddDays(last)));
    }

    private static BorrowedDate Of(StoryArticle article, Match match, CalendarValue interval) =>
        new(article.Source, interval, match.Sibling.Source, string.Create(CultureInfo.InvariantCulture, $"the same utterance of {match.Said.Speaker.Name} stands in {match.Sibling.Source} under {match.Day:yyyy-MM-dd}"));
}
