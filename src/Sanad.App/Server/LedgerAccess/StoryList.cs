using Sanad.App.Pipeline;
using Sanad.App.Storage.Sqlite;
using Sanad.Language;

namespace Sanad.App.Server.LedgerAccess;

/// <summary>The list of stories, page by page, kept until anybody writes to the ledger. Summaries that an interrupted adding left undone are worked out first.</summary>
internal sealed class StoryList(LedgerPool pool, LanguageSet languages, TimeProvider time)
{
    /// <summary>Pages kept at most.</summary>
    private const int Kept = 64;

    /// <summary>How long an asker waits for summaries at most; the next one goes on where this one ended.</summary>
    private static readonly TimeSpan MostWait = TimeSpan.FromMilliseconds(500);

    private readonly Lock _refreshing = new(), _lock = new();
    private readonly Dictionary<(bool Single, int Skip, int Limit), IReadOnlyList<StoryHead>> _pages = [];
    private long _version;

    /// <exception cref="Storage.LedgerException">The ledger cannot be read.</exception>
    public IReadOnlyList<StoryHead> Heads(bool single, int skip, int limit)
    {
        long version = pool.Version();
        lock (_lock)
        {
            if (version != _version || _pages.Count >= Kept) _pages.Clear();
            _version = version;
            if (_pages.TryGetValue((single, skip, limit), out IReadOnlyList<StoryHead>? kept)) return kept;
        }

        Refresh();
        IReadOnlyList<StoryHead> heads = pool.Use(ledger => ledger.Heads(single, skip, limit));
        lock (_lock)
        {
            // Read at this version or a later one: what was written meanwhile shows in the next version.
            if (version == _version) _pages[(single, skip, limit)] = heads;
        }

        return heads;
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
                if (ledger.HasStale()) new StoryReader(ledger, languages, Environment.ProcessorCount).RefreshListed(DateOnly.FromDateTime(time.GetLocalNow().DateTime), CancellationToken.None, MostWait);
                return true;
            });
        }
        finally
        {
            _refreshing.Exit();
        }
    }
}
