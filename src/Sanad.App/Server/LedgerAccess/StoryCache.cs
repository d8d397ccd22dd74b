using Sanad.App.Pipeline;
using Sanad.App.Storage.Sqlite;
using Sanad.Language;
using Sanad.Stories;

namespace Sanad.App.Server.LedgerAccess;

/// <summary>
/// Stories as they were last worked out, in memory, each under the version of the ledger's rows that it rests on: working one out reads all its articles
/// anew, which takes milliseconds an article. The least recently asked for goes when they hold more text than the bound.
/// </summary>
/// <param name="bound">UTF-16 code units of the articles' texts, in all stories together. What is found in a text takes some twenty times its room.</param>
internal sealed class StoryCache(LedgerPool pool, LanguageSet languages, long bound = StoryCache.UsualBound) : IDisposable
{
    public const long UsualBound = 16_000_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<long, LinkedListNode<Entry>> _stories = [];
    private readonly LinkedList<Entry> _byUse = [];
    private readonly SemaphoreSlim _building = new(Math.Max(1, Environment.ProcessorCount / 2));
    private long _held;

    /// <summary>The story as the ledger has it now; null where there is none of that number.</summary>
    /// <exception cref="Storage.LedgerException">The ledger cannot be read.</exception>
    public async Task<OpenStory?> FindAsync(long story, CancellationToken stop)
    {
        StoryVersion version = pool.Use(ledger => ledger.VersionOf(story));
        if (version.IsNone) return null;
        Entry entry;
        lock (_lock)
        {
            if (_stories.TryGetValue(story, out LinkedListNode<Entry>? node) && node.Value.Version == version && !node.Value.Failed)
            {
                _byUse.Remove(node);
                _byUse.AddFirst(node);
                entry = node.Value;
            }
            else
            {
                if (node is not null) Drop(node);
                // Whoever asks for the same story meanwhile waits for this one; that the first asker leaves does not end it.
                entry = new Entry(story, version, Task.Run(() => BuildAsync(story, version), CancellationToken.None));
                _stories[story] = _byUse.AddFirst(entry);
            }
        }

        return await entry.Building.WaitAsync(stop);
    }

    public void Dispose() => _building.Dispose();

    private async Task<OpenStory?> BuildAsync(long story, StoryVersion version)
    {
        await _building.WaitAsync();
        try
        {
            OpenStory? open = pool.Use(ledger =>
            {
                StoryLedger? built = new StoryReader(ledger, languages, Environment.ProcessorCount).Read(story, CancellationToken.None);
                return built is null ? null : new OpenStory(story, version, built, ledger.NumbersOf(story), languages);
            });
            if (open is not null) Weigh(open);
            return open;
        }
        finally
        {
            _building.Release();
        }
    }

    private void Weigh(OpenStory story)
    {
        lock (_lock)
        {
            if (!_stories.TryGetValue(story.Number, out LinkedListNode<Entry>? node) || node.Value.Version != story.Version) return;
            node.Value.Weight = Math.Max(1, story.Characters);
            _held += node.Value.Weight;
            while (_held > bound && _byUse.Last is { } last && last != node) Drop(last);
        }
    }

    private void Drop(LinkedListNode<Entry> node)
    {
        _byUse.Remove(node);
        _stories.Remove(node.Value.Story);
        _held -= node.Value.Weight;
    }

    private sealed class Entry(long story, StoryVersion version, Task<OpenStory?> building)
    {
        public long Story => story;

        public StoryVersion Version => version;

        public Task<OpenStory?> Building => building;

        /// <summary>0 until it is built.</summary>
        public long Weight { get; set; }

        public bool Failed => building.IsFaulted;
    }
}
