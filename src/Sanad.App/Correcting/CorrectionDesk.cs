using Sanad.App.Pipeline;
using Sanad.App.Storage.Sqlite;
using Sanad.Language;
using Sanad.Ledger.Corrections;
using Sanad.Stories;
using Sanad.Text;

namespace Sanad.App.Correcting;

/// <summary>What corrections did to a ledger.</summary>
/// <param name="Made">Those that were not there before.</param>
/// <param name="Changed">Entries of the stories they touch that say something else now.</param>
/// <param name="Overruled">Corrections that held before and do not now, since one of these decides the same thing.</param>
internal sealed record CorrectionEffect(IReadOnlyList<Correction> Made, IReadOnlyList<ChangedEntries> Changed, IReadOnlyList<Correction> Overruled)
{
    public int Entries => Changed.Sum(static changed => changed.Count);
}

/// <summary>A correction as a ledger has it.</summary>
/// <param name="IsResting">It holds, but what it is about is not to be found: its text is not kept here, or nothing is found at its words. It holds again when that is.</param>
internal sealed record KeptCorrection(LoggedCorrection Logged, bool IsResting);

/// <summary>Makes, undoes and lists the corrections of a ledger: for the command line, the pages and the API.</summary>
/// <param name="jobs">Articles worked on at once.</param>
internal sealed class CorrectionDesk(SqliteLedger ledger, LanguageSet languages, int jobs)
{
    /// <summary>Stories before and after that are set against each other, at most; of more the effect is told for the first.</summary>
    private const int MostStories = 200;

    /// <summary>How long summaries of stories are worked out at the end.</summary>
    private static readonly TimeSpan MostWait = TimeSpan.FromSeconds(1);

    /// <summary>Keeps corrections and lays them over the ledger. Those that it holds already change nothing.</summary>
    /// <param name="today">The day for the change feed.</param>
    /// <exception cref="Storage.LedgerException">The ledger cannot be written; nothing was kept.</exception>
    public CorrectionEffect Make(IReadOnlyList<Correction> corrections, DateOnly today, CancellationToken stop)
    {
        CorrectionLog before = ledger.Corrections();
        HashSet<string> known = [.. before.All.Select(static logged => logged.Correction.Id)];
        List<Correction> made = [.. corrections.Where(correction => known.Add(correction.Id))];
        if (made.Count == 0) return new CorrectionEffect([], [], []);
        var after = new CorrectionLog([.. before.All.Select(static logged => logged.Correction), .. made]);
        List<Correction> meant = Meant(made, after);
        List<KeptArticle> articles = Articles(meant);
        LedgerEntries entriesBefore = Entries(articles, new Overlay(before), stop, out HashSet<long> stories);

        var reader = new StoryReader(ledger, languages, jobs, new Overlay(after));
        using (LedgerWriter writer = ledger.Writer())
        {
            writer.Correct(made, articles.Select(article => (article, reader.Analyze(article.Text))));
            List<long> told = [.. meant.OfType<StoryCorrection>().SelectMany(static story => story.Targets).SelectMany(target => ledger.ArticlesOf(target.Text)).Select(static article => article.Id).Distinct()];
            if (told.Count > 0) writer.Settle(told, today);
        }

        articles = Articles(meant);
        stories.UnionWith(articles.Select(static article => article.Story));
        LedgerEntries entriesAfter = new(stories.Order().Take(MostStories).Select(story => reader.Read(story, stop)).OfType<StoryLedger>());
        new StoryReader(ledger, languages, jobs).RefreshListed(today, stop, MostWait);
        HashSet<string> held = [.. before.Holding.Select(static correction => correction.Id)];
        return new CorrectionEffect(made, entriesBefore.Against(entriesAfter),
            [.. after.All.Where(logged => logged.Standing == Standing.Overruled && held.Contains(logged.Correction.Id)).Select(static logged => logged.Correction)]);
    }

    /// <summary>All of them by time.</summary>
    public IReadOnlyList<KeptCorrection> List()
    {
        CorrectionLog log = ledger.Corrections();
        var overlay = new Overlay(log);
        var reader = new StoryReader(ledger, languages, jobs, overlay);
        HashSet<string> laid = [];
        HashSet<TextHash> looked = [];
        foreach (LoggedCorrection logged in log.All)
        {
            foreach (CorrectionTarget target in logged.Correction.Targets)
            {
                if (logged.Standing != Standing.Holds || target.Span is null || !looked.Add(target.Text) || ledger.ArticlesOf(target.Text) is not [{ } article, ..]) continue;
                var found = new List<Correction>();
                overlay.Lay(reader.AnalyzeAsFound(article.Text), found);
                foreach (Correction correction in found) laid.Add(correction.Id);
            }
        }

        return [.. log.All.Select(logged => new KeptCorrection(logged, logged.Standing == Standing.Holds && logged.Correction is not Undoing && IsResting(logged.Correction, laid)))];
    }

    /// <summary>Those that are about an article of the story, and what undoes them.</summary>
    public IReadOnlyList<KeptCorrection> ListOf(long story)
    {
        HashSet<string> about = [.. ledger.Corrections().About(ledger.TextsOf(story).Select(static text => TextHash.Of(text.Text)).ToHashSet()).Select(static logged => logged.Correction.Id)];
        return [.. List().Where(kept => about.Contains(kept.Logged.Correction.Id))];
    }

    /// <summary>Two articles of a story or of a copy need both to be there; words need to be found, of two names one.</summary>
    private bool IsResting(Correction correction, HashSet<string> laid) =>
        correction is StoryCorrection or CopyCorrection ? !correction.Targets.All(target => ledger.Has(target.Text)) : !laid.Contains(correction.Id);

    /// <summary>The corrections that are meant: of an undoing those that it lets hold no longer, or again.</summary>
    private static List<Correction> Meant(IEnumerable<Correction> made, CorrectionLog log)
    {
        var byId = log.All.ToDictionary(static logged => logged.Correction.Id, static logged => logged.Correction, StringComparer.Ordinal);
        var meant = new Dictionary<string, Correction>(StringComparer.Ordinal);
        foreach (Correction correction in made)
        {
            Correction? at = correction;
            // Ids follow from what is said, so that no undoing can undo itself over others.
            while (at is Undoing undoing) at = byId.GetValueOrDefault(undoing.Undoes);
            if (at is not null) meant[at.Id] = at;
        }

        return [.. meant.Values];
    }

    /// <summary>The articles that the corrections are about, each once.</summary>
    private List<KeptArticle> Articles(List<Correction> corrections)
    {
        var articles = new SortedDictionary<long, KeptArticle>();
        foreach (Correction correction in corrections)
        {
            foreach (CorrectionTarget target in correction.Targets)
            {
                foreach (KeptArticle article in ledger.ArticlesOf(target.Text)) articles[article.Id] = article;
            }

            // Who is the same as another may be so in articles that the correction does not point at.
            if (correction is not PartyCorrection party) continue;
            foreach (string id in (string[])[party.First.Party, party.Second.Party])
            {
                foreach (KeptArticle article in ledger.ArticlesWithSpeaker(id)) articles[article.Id] = article;
            }
        }

        return [.. articles.Values];
    }

    private LedgerEntries Entries(List<KeptArticle> articles, Overlay overlay, CancellationToken stop, out HashSet<long> stories)
    {
        stories = [.. articles.Select(static article => article.Story)];
        var reader = new StoryReader(ledger, languages, jobs, overlay);
        return new LedgerEntries(stories.Order().Take(MostStories).Select(story => reader.Read(story, stop)).OfType<StoryLedger>());
    }
}
