using Sanad.Attribution;

namespace Sanad.Stories.Timeline;

/// <summary>What was said on which day: for each day the statements that weigh most, one a speaker and act, copies left out.</summary>
internal static class TimelineBuilder
{
    private const int MostPerDay = 6;

    public static List<TimelineEntry> Build(IReadOnlyList<StoryArticle> articles, IReadOnlyList<Utterance> utterances, IReadOnlyList<Occasion> occasions)
    {
        var occasionOf = new Dictionary<(string, string), int>();
        for (int i = 0; i < occasions.Count; i++)
        {
            foreach (OccasionMember member in occasions[i].Members) occasionOf.TryAdd((member.Source, member.Statement), i);
        }

        string main = MainLanguage.Of(articles.Select(static article => article.Analysis.Article));
        HashSet<string> inMain = [.. articles.Where(article => article.Analysis.Article.Language == main).Select(static article => article.Source)];
        var repeated = new HashSet<(string, string)>();
        foreach (Utterance utterance in utterances)
        {
            UtteranceMember shown = utterance.Members.FirstOrDefault(member => inMain.Contains(member.Source)) ?? utterance.Members[0];
            foreach (UtteranceMember member in utterance.Members)
            {
                if (member != shown) repeated.Add((member.Source, member.Statement));
            }
        }

        var days = new SortedDictionary<string, List<(int Weight, StoryArticle Article, Statement Statement)>>(StringComparer.Ordinal);
        foreach (StoryArticle article in articles)
        {
            foreach (Statement statement in article.Analysis.Statements)
            {
                if (statement.Headline || statement.Inside is not null || repeated.Contains((article.Source, statement.Id))) continue;
                if (statement.Speaker.Name is null || DayOf(article, statement) is not { } said) continue;
                string day = Sanad.Time.CalendarValue.OfDay(said).ToIso();
                if (!days.TryGetValue(day, out List<(int, StoryArticle, Statement)>? list)) days.Add(day, list = []);
                list.Add((Weight(article, statement), article, statement));
            }
        }

        var timeline = new List<TimelineEntry>();
        foreach ((string day, List<(int Weight, StoryArticle Article, Statement Statement)> list) in days)
        {
            list.Sort(static (a, b) => b.Weight.CompareTo(a.Weight) is var weight and not 0 ? weight
                : string.CompareOrdinal(a.Article.Source, b.Article.Source) is var source and not 0 ? source : a.Statement.Content[0].CompareTo(b.Statement.Content[0]));
            var seen = new HashSet<(string?, Act)>();
            foreach ((_, StoryArticle article, Statement statement) in list)
            {
                if (seen.Count >= MostPerDay) break;
                if (statement.Speaker.Name is not { } speaker || !seen.Add((speaker, statement.Act))) continue;
                string content = article.Analysis.ContentOf(statement);
                timeline.Add(new TimelineEntry(day, $"{speaker}{(statement.Act == Act.Say ? "" : $" ({statement.Act.ToString().ToLowerInvariant()})")}: {content}", [article.Cite(statement)])
                {
                    Speaker = speaker,
                    Act = statement.Act,
                    Content = content,
                    Occasion = occasionOf.TryGetValue((article.Source, statement.Id), out int occasion) ? occasion : null,
                });
            }
        }

        return timeline;
    }

    /// <summary>The day on which it was said, or of the article where it does not tell; null for what was said over some time, or earlier.</summary>
    private static DateOnly? DayOf(StoryArticle article, Statement statement) => statement.Said is { } said ? (said.IsOneDay ? said.First : null) : article.Day;

    /// <summary>Taking sides weighs more than saying; a figure, a day or a direct quotation adds to it.</summary>
    private static int Weight(StoryArticle article, Statement statement)
    {
        int weight = statement.Act switch
        {
            Act.Deny or Act.Confirm or Act.Neither => 5,
            Act.Announce or Act.Accuse or Act.Agree => 4,
            Act.Say or Act.Ask => 1,
            _ => 3,
        };
        if (statement.Said is not null) weight += 2;
        foreach (Figures.Figure figure in article.Analysis.Figures) weight += figure.Statement == statement.Id ? 2 : 0;
        return weight + (statement.Kind == StatementKind.Direct ? 1 : 0);
    }
}
