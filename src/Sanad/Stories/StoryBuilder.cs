using System.Globalization;
using Sanad.Language;
using Sanad.Stories.Conflicts;
using Sanad.Stories.Copies;
using Sanad.Stories.Dates;
using Sanad.Stories.FigureLines;
using Sanad.Stories.Positions;
using Sanad.Stories.Timeline;
using Sanad.Stories.Utterances;
using Sanad.Text;
using Sanad.Time;

namespace Sanad.Stories;

/// <summary>Works out the whole ledger of one story from its articles: the second half of the pipeline on one screen.</summary>
public sealed class StoryBuilder(LanguageSet languages, Func<Article, CalendarValue?, Analysis> analyze)
{
    /// <summary>What people said of copies, which outranks what is found. Of statements, figures and parties it is laid over each analysis.</summary>
    public IReadOnlyList<CopyRuling> Copies { get; init; } = [];

    /// <param name="analyses">The story's articles in any order; the ledger is the same.</param>
    public StoryLedger Build(string id, IReadOnlyList<Analysis> analyses)
    {
        List<Analysis> dated = [.. analyses];
        var borrowed = new Dictionary<string, BorrowedDate>(StringComparer.Ordinal);
        foreach (BorrowedDate date in DatesBorrowed.Find(dated, languages, analyze)) borrowed[date.Source] = date;
        for (int i = 0; i < dated.Count; i++)
        {
            if (borrowed.TryGetValue(dated[i].Article.Source, out BorrowedDate? lent)) dated[i] = analyze(dated[i].Article, lent.Interval);
        }

        dated.Sort(ByDay);
        dated = StoryRoles.Resolve(StoryNames.Unify(dated), languages);
        List<StoryArticle> articles = [.. dated.Select(analysis => new StoryArticle(analysis, languages))];
        Lazy<TermWeights> weights = WeightsOf(articles);
        List<CopyGroup> copies = CopyRulings.Apply(CopyFinder.Find(articles, languages, weights), articles, Copies);
        Dictionary<string, RereadCopy> reread = CopiedTimes.Find(articles, copies, analyze).ToDictionary(static copy => copy.Source, StringComparer.Ordinal);
        if (reread.Count > 0)
        {
            dated = StoryRoles.Resolve(StoryNames.Unify([.. dated.Select(analysis => reread.GetValueOrDefault(analysis.Article.Source)?.Reread ?? analysis)]), languages);
            articles = [.. dated.Select(analysis => new StoryArticle(analysis, languages))];
            weights = WeightsOf(articles);
        }

        var membership = new CopyMembership(copies);
        List<Utterance> utterances = UtteranceMatcher.Find(articles, weights.Value);
        List<Occasion> occasions = OccasionFinder.Find(articles, languages);
        var parties = new StoryParties(articles);
        List<FigureLine> lines = FigureLineBuilder.Build(articles, parties, membership, languages);
        List<PositionBuilder.Side> sides = PositionBuilder.Sides(articles, utterances, weights.Value, languages);
        return new StoryLedger(id, TitleOf(dated), dated)
        {
            Dates = [.. dated.Select(analysis => DateOf(analysis, borrowed, reread))],
            Copies = copies,
            Utterances = utterances,
            FigureLines = lines,
            Positions = PositionBuilder.Build(sides),
            Conflicts = ConflictFinder.Find(lines, sides, parties, membership),
            Sums = SumChecker.Check(articles),
            Timeline = TimelineBuilder.Build(articles, utterances, occasions),
            Occasions = occasions,
            Outlets = OutletsOf(dated),
            Origins = OriginsOf(dated, copies),
        };
    }

    private static Lazy<TermWeights> WeightsOf(List<StoryArticle> articles) => new(() => new TermWeights(articles.SelectMany(static article => article.Wordings)));

    /// <summary>By day of publication, undated ones last; of one day by source.</summary>
    private static int ByDay(Analysis a, Analysis b) =>
        (a.Publication.Anchor ?? DateOnly.MaxValue).CompareTo(b.Publication.Anchor ?? DateOnly.MaxValue) is var day and not 0 ? day : string.CompareOrdinal(a.Article.Source, b.Article.Source);

    /// <summary>The title of the earliest article that has one, in the language that most are in.</summary>
    private static string TitleOf(List<Analysis> articles)
    {
        string main = MainLanguage.Of(articles.Select(static analysis => analysis.Article));
        foreach (Analysis analysis in articles)
        {
            if (analysis.Article.Title is { Length: > 0 } title && analysis.Article.Language == main) return title;
        }

        string text = articles.Count > 0 ? articles[0].Article.Text : "";
        return text.Length <= 80 ? text : text[..80] + "…";
    }

    private static ArticleDate DateOf(Analysis analysis, Dictionary<string, BorrowedDate> borrowed, Dictionary<string, RereadCopy> reread)
    {
        Publication publication = analysis.Publication;
        string? printed = publication.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (reread.TryGetValue(analysis.Article.Source, out RereadCopy? copied))
            return new ArticleDate(analysis.Article.Source, printed, new InferredDate(CalendarValue.OfDay(copied.Day).ToIso(), copied.Because), copied.Times);
        BorrowedDate? lent = borrowed.GetValueOrDefault(analysis.Article.Source);
        InferredDate? inferred = lent is not null
            ? new InferredDate(lent.Interval.ToIso(), lent.Because)
            : publication is { Day: null, Earliest: { } earliest, Latest: { } latest }
                ? new InferredDate(CalendarValue.OfRange(earliest, latest).ToIso(), publication.Because.Count > 0 ? $"{publication.Because[0].Reason}: {publication.Because[0].Text}" : "")
                : null;
        var times = new List<BorrowedTime>();
        if (lent is not null)
        {
            foreach (TimeMention time in analysis.Times)
            {
                if (time.Basis == TimeBasis.Inferred) times.Add(new BorrowedTime(time.Span.Of(analysis.Article.Text).ToString(), time.Value.ToIso(), lent.Because));
            }
        }

        return new ArticleDate(analysis.Article.Source, printed, inferred, times);
    }

    private static int OutletsOf(List<Analysis> articles)
    {
        var outlets = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (Analysis analysis in articles) outlets.Add(analysis.Article.Outlet ?? analysis.Article.Source);
        return outlets.Count;
    }

    /// <summary>Articles that copy one another, or update each other, are one origin.</summary>
    private static int OriginsOf(List<Analysis> articles, List<CopyGroup> copies)
    {
        var at = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < articles.Count; i++) at[articles[i].Article.Source] = i;
        var sets = new DisjointSets(articles.Count);
        foreach (CopyGroup group in copies)
        {
            for (int i = 1; i < group.Members.Count; i++) sets.Join(at[group.Members[0]], at[group.Members[i]]);
        }

        return sets.Groups().Count;
    }
}
