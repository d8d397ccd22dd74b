using Microsoft.Data.Sqlite;

namespace Sanad.App.Storage.Sqlite;

/// <summary>
/// Numbers of the next stories, articles and versions within a transaction. A statement that asks SQLite for the number it gave (RETURNING) is held ready to be undone by itself, for
/// which the full-text index writes out all it has gathered: each article would make a segment of its own there, to be merged again and again.
/// </summary>
internal sealed class RowNumbers(SqliteConnection connection) : IDisposable
{
    private readonly Prepared _lastStory = new(connection, "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'story'");
    private readonly Prepared _lastArticle = new(connection, "SELECT coalesce(max(id), 0) FROM article");
    private readonly Prepared _lastVersion = new(connection, "SELECT coalesce(max(id), 0) FROM version");
    private long _article, _version;

    /// <summary>Looks up where the numbers stand: before the first article of a transaction, since others may have written since.</summary>
    public void Begin()
    {
        _article = (long)_lastArticle.Value()!;
        _version = (long)_lastVersion.Value()!;
    }

    /// <summary>Asked of SQLite each time, since stories are made by others too within the transaction; a number that a story once had is not given again.</summary>
    public long NextStory() => (long)_lastStory.Value()! + 1;

    public long NextArticle() => ++_article;

    public long NextVersion() => ++_version;

    public void Dispose()
    {
        _lastStory.Dispose();
        _lastArticle.Dispose();
        _lastVersion.Dispose();
    }
}
