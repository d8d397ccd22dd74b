using Sanad.App.Checking;
using Sanad.Language;
using Sanad.Ledger.DraftChecks;
using Sanad.Stories;

namespace Sanad.App.Server.LedgerAccess;

/// <summary>Holds drafts against the ledger that is served, a few at a time.</summary>
internal sealed class DraftDesk(LedgerPool pool, StoryCache stories, LanguageSet languages) : IDisposable
{
    private readonly SemaphoreSlim _free = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <param name="story">The story that the draft belongs to; null for those that are likest.</param>
    /// <returns>The report and the stories that were looked at; null where there is no such story.</returns>
    public async Task<(DraftReport Report, IReadOnlyList<StoryLedger> Stories)?> CheckAsync(string text, string? language, long? story, CancellationToken stop) =>
        await OpenAsync(text, language, story, stop) is var (report, open) ? (report, [.. open.Select(static one => one.Ledger)]) : null;

    /// <summary>The same, with the stories as the pages have them.</summary>
    public async Task<(DraftReport Report, IReadOnlyList<OpenStory> Stories)?> OpenAsync(string text, string? language, long? story, CancellationToken stop)
    {
        await _free.WaitAsync(stop);
        try
        {
            var draft = Draft.Read(text, language, languages);
            IReadOnlyList<long> numbers = story is { } named ? [named] : pool.Use(ledger => ledger.StoriesLike(draft.Words, Draft.MostStories));
            var open = new List<OpenStory>();
            foreach (long number in numbers)
            {
                if (await stories.FindAsync(number, stop) is { } found) open.Add(found);
            }

            if (story is not null && open.Count == 0) return null;
            return (new DraftCheck(languages).Check(draft.Analysis, [.. open.Select(static one => one.Ledger)], isSure: story is not null), open);
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose() => _free.Dispose();
}
