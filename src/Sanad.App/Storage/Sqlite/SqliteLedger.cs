using Microsoft.Data.Sqlite;
using Sanad.Stories;

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

    public LedgerWriter Writer() => Guarded(() => new LedgerWriter(_connection, Path));

    public WatchStore Watches() => new(_connection, Path);

    /// <summary>How far web archives have been read.</summary>
    public IReadOnlyList<ArchiveMark> Archives() => Guarded(() => ArchiveRows.All(_connection));

    public IReadOnlyList<StorySummary> Stories() => Guarded(() => StoryRows.All(_connection));

    /// <summary>Whether there are stories whose origins have not been worked out since they grew.</summary>
    public bool HasStale() => Guarded(() => StoryRows.HasStale(_connection));

    public IReadOnlyList<KeptText> TextsOf(long story) => Guarded(() => StoryRows.TextsOf(_connection, story));

    /// <inheritdoc cref="StoryRows.Summarise"/>
    public IReadOnlyList<long> Summarise(int? most) => Guarded(() => StoryRows.Summarise(_connection, most));

    public void Refresh(IReadOnlyList<StoryLedger> stories) => Guarded(() =>
    {
        using var begin = new Prepared(_connection, "BEGIN IMMEDIATE");
        using var commit = new Prepared(_connection, "COMMIT");
        begin.Run();
        foreach (StoryLedger story in stories) StoryRows.Refresh(_connection, story);
        commit.Run();
        return true;
    });

    public IReadOnlyList<SearchFind> Search(SearchQuery query) => Guarded<IReadOnlyList<SearchFind>>(() => [.. SearchRows.Find(_connection, query)]);

    public IReadOnlyList<Change> Changes(string? since) => Guarded<IReadOnlyList<Change>>(() => [.. ChangeFeed.Since(_connection, since)]);

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
