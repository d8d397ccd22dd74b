using Sanad.App.Pipeline;
using Sanad.App.Storage.Sqlite;
using Sanad.Language;

namespace Sanad.App.Server.LedgerAccess;

/// <summary>The list of stories, with summaries that an interrupted adding left undone worked out first.</summary>
internal sealed class StoryList(LedgerPool pool, LanguageSet languages)
{
    private readonly Lock _refreshing = new();

    /// <exception cref="Storage.LedgerException">The ledger cannot be read.</exception>
    public IReadOnlyList<StoryHead> Heads(bool single, int skip, int limit)
    {
        Refresh();
        return pool.Use(ledger => ledger.Heads(single, skip, limit));
    }

    /// <summary>The list from one place on.</summary>
    /// <exception cref="Storage.LedgerException">As above.</exception>
    public IReadOnlyList<ListedStory> Behind(bool single, StoryPlace? behind, int limit)
    {
        Refresh();
        return pool.Use(ledger => ledger.StoriesBehind(single, behind, limit));
    }

    /// <summary>One asker works; the others show the list as it stands.</summary>
    private void Refresh()
    {
        if (!_refreshing.TryEnter()) return;
        try
        {
            pool.Use(ledger =>
            {
                if (ledger.HasStale()) new StoryReader(ledger, languages, Environment.ProcessorCount).Refresh(CancellationToken.None);
                return true;
            });
        }
        finally
        {
            _refreshing.Exit();
        }
    }
}
