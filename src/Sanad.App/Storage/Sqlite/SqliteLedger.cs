using Microsoft.Data.Sqlite;
using Sanad.App.Pipeline;
using Sanad.Ledger.Corrections;
using Sanad.Stories;
using Sanad.Text;

namespace Sanad.App.Storage.Sqlite;

/// <summary>An open ledger.</summary>
internal sealed class SqliteLedger : IDisposable
{
    private readonly SqliteConnection _connection;

    private SqliteLedger(SqliteConnection connection, string path) => (_connection, Path) = (connection, path);

    public string Path { get; }

    /// <param name="create">Whether a ledger that is not there yet is made.</param>
    /// <exception cref="LedgerException">It cannot be opened.</exception>
    public static SqliteLedger Open(string path, bool create) => new(LedgerFile.Open(path, create), path);

    /// <summary>From here on the connection keeps more of the file at hand and brings it up to date less often than one that only reads, so that pages which many articles touch are written once.</summary>
    public LedgerWriter Writer() => Guarded(() =>
    {
        foreach (string setting in (string[])["PRAGMA cache_size = -96000", "PRAGMA wal_autocheckpoint = 8000"])
        {
            using var statement = new Prepared(_connection, setting);
            statement.Run();
        }

        return new LedgerWriter(_connection, Path);
    });

    public TokenStore Tokens() => new(_connection, Path);

    public HookStore Hooks() => new(_connection, Path);

    public WatchStore Watches() => new(_connection, Path);

    /// <summary>How far web archives have been read.</summary>
    public IReadOnlyList<ArchiveMark> Archives() => Guarded(() => ArchiveRows.All(_connection));

    public IReadOnlyList<StorySummary> Stories() => Guarded(() => StoryRows.All(_connection));

    /// <summary>Whether there are stories whose origins have not been worked out since they grew.</summary>
    public bool HasStale() => Guarded(() => StoryRows.HasStale(_connection));

    public IReadOnlyList<KeptText> TextsOf(long story) => Guarded(() => StoryRows.TextsOf(_connection, story));

    /// <summary>What this ledger is called where its entries are told to others; it stays.</summary>
    public Guid Identity() => Guarded(() =>
    {
        using var id = new Prepared(_connection, "SELECT value FROM meta WHERE key = 'id'");
        return Guid.ParseExact((string)id.Value()!, "N");
    });

    public LedgerVersion Version() => Guarded(() => LedgerVersion.Of(_connection));

    /// <inheritdoc cref="StoryListing.Behind"/>
    public IReadOnlyList<ListedStory> StoriesBehind(bool single, StoryPlace? behind, int limit) => Guarded<IReadOnlyList<ListedStory>>(() => [.. StoryListing.Behind(_connection, single, behind, limit)]);

    /// <inheritdoc cref="ChangeFeed.After"/>
    public IReadOnlyList<Change> ChangesAfter(long? story, string? since, long after, int limit) => Guarded<IReadOnlyList<Change>>(() => [.. ChangeFeed.After(_connection, story, since, after, limit)]);

    public StoryVersion VersionOf(long story) => Guarded(() => StoryVersion.Of(_connection, story));

    /// <summary>The number of each article of a story, by its source.</summary>
    public IReadOnlyDictionary<string, long> NumbersOf(long story) => Guarded(() => StoryRows.NumbersOf(_connection, story));

    /// <inheritdoc cref="StoryRows.Summarise"/>
    public IReadOnlyList<long> Summarise(int? most) => Guarded(() => StoryRows.Summarise(_connection, most));

    /// <inheritdoc cref="StoryRows.Unread"/>
    public IReadOnlyList<(long Story, long Articles)> Unread(long most) => Guarded(() => StoryRows.Unread(_connection, most));

    /// <inheritdoc cref="StoryListing.Singles"/>
    public long Singles() => Guarded(() => StoryListing.Singles(_connection));

    /// <inheritdoc cref="StoryRows.Refresh"/>
    public void Refresh(IReadOnlyList<StoryLedger> stories, Func<StoryLedger, Func<string, bool>, IReadOnlyList<FigureMove>> moves, DateOnly today) => Guarded(() =>
    {
        WholeOrNot.Run(_connection, () =>
        {
            using var outbox = new HookOutbox(_connection);
            outbox.Begin();
            foreach (StoryLedger story in stories) StoryRows.Refresh(_connection, story, moves, today);
            outbox.Fill();
        });
        return true;
    });

    public IReadOnlyList<SearchFind> Search(SearchQuery query) => Guarded<IReadOnlyList<SearchFind>>(() => [.. SearchRows.Find(_connection, query)]);

    /// <summary>Stories whose articles hold the words, the likest first (<see cref="RelatedStories"/>).</summary>
    public IReadOnlyList<long> StoriesLike(IReadOnlyList<string> words, int most) => Guarded(() => RelatedStories.Of(_connection, words, most));

    public IReadOnlyList<Change> Changes(string? since) => Guarded<IReadOnlyList<Change>>(() => [.. ChangeFeed.Since(_connection, since)]);

    /// <summary>What people corrected.</summary>
    public CorrectionLog Corrections() => Guarded(() => CorrectionRows.All(_connection, Path));

    /// <summary>The articles that a person means by a name (<see cref="KeptArticles.Named"/>).</summary>
    public IReadOnlyList<KeptArticle> Named(string name) => Guarded(() => KeptArticles.Named(_connection, name));

    /// <summary>The articles whose newest text it is.</summary>
    public IReadOnlyList<KeptArticle> ArticlesOf(TextHash hash) => Guarded(() => KeptArticles.Of(_connection, hash));

    /// <summary>The articles in which a party speaks.</summary>
    public IReadOnlyList<KeptArticle> ArticlesWithSpeaker(string party) => Guarded(() => KeptArticles.WithSpeaker(_connection, party));

    /// <summary>Whether the text is kept, as whatever version.</summary>
    public bool Has(TextHash hash) => Guarded(() => KeptArticles.Has(_connection, hash));

    /// <summary>The newest changes, newest first; <see cref="ChangeFeed.Newest"/>.</summary>
    public IReadOnlyList<Change> Changes(long? story, string? since, long before, int limit) => Guarded<IReadOnlyList<Change>>(() => [.. ChangeFeed.Newest(_connection, story, since, before, limit)]);

    /// <summary>The stories of a page of the list of stories, newest first.</summary>
    /// <param name="single">Whether those of one article are listed too.</param>
    public IReadOnlyList<StoryHead> Heads(bool single, int skip, int limit) => Guarded<IReadOnlyList<StoryHead>>(() => [.. StoryHeads.Newest(_connection, single, skip, limit)]);

    /// <summary>Where an article stands; null where there is none of that number.</summary>
    public ArticlePlace? PlaceOf(long article) => Guarded(() => ArticlePlaces.Of(_connection, article));

    /// <summary>One text that an article has had; null where it has had none of that number.</summary>
    public VersionText? TextOf(long article, long version) => Guarded(() => ArticlePlaces.TextOf(_connection, article, version));

    /// <summary>Where the articles of a job stand, by their places in its entries; null for what is not kept.</summary>
    public IReadOnlyList<TextPlace?> PlacesOf(Jobs.JobReport job) => Guarded(() => ArticlePlaces.Of(_connection, job.Entries.Select(static entry => (entry.Text?.Value, entry.Source))));

    /// <summary>What is kept of a party; null where nobody of that id has said anything.</summary>
    /// <param name="limit">Most statements, newest first.</param>
    public PartyRecord? PartyOf(string party, int skip, int limit) => Guarded(() => PartyRows.Of(_connection, party, skip, limit));

    /// <summary>Stories in which a party may speak, newest first; <see cref="PartyRows.StoriesOf"/>.</summary>
    public IReadOnlyList<long> StoriesOfParty(string party, int limit) => Guarded<IReadOnlyList<long>>(() => PartyRows.StoriesOf(_connection, party, limit));

    /// <summary>The outlets that articles are of, by name.</summary>
    public IReadOnlyList<string> Outlets() => Guarded(() => StoryHeads.Outlets(_connection));

    /// <summary>Grows with every change that another connection writes, and tells nothing but that something has changed.</summary>
    public long DataVersion() => Guarded(() =>
    {
        using var version = new Prepared(_connection, "PRAGMA data_version");
        return (long)version.Value()!;
    });

    /// <summary>Numbers of the stories that hold articles, in order.</summary>
    public IReadOnlyList<long> StoryNumbers() => Guarded(() => StoryRows.Numbers(_connection));

    /// <summary>Every kept text of a story, or of all, older versions too: by article, then as they follow. They are read while they are asked for.</summary>
    public IEnumerable<LedgerText> Versions(long? story) => LedgerTexts.Read(_connection, story);

    /// <summary>What SQLite finds wrong with the file and what the ledger's own promises miss; empty for a sound ledger.</summary>
    public IReadOnlyList<string> Check() => Guarded<IReadOnlyList<string>>(() => [.. LedgerCheck.Find(_connection)]);

    public LedgerCounts Count() => Guarded(() => LedgerCheck.Count(_connection));

    public void Dispose() => _connection.Dispose();

    private T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException e)
        {
            throw new LedgerException(Path, LedgerFile.ReasonOf(e), e);
        }
    }
}
