using Microsoft.Data.Sqlite;

namespace Sanad.App.Storage.Sqlite;

/// <summary>
/// Puts into the outbox what hooks are to be told of, in the transaction that writes the changes: at its end, all at once. (A trigger would make each row of a change a transaction within the transaction, at which
/// the full-text index writes itself out.) A ledger without hooks is only asked whether it has one.
/// </summary>
internal sealed class HookOutbox(SqliteConnection connection) : IDisposable
{
    private const string Wanted = "hook.ended IS NULL AND (hook.kinds IS NULL OR instr(' ' || hook.kinds || ' ', ' ' || change.kind || ' ') > 0)";

    private readonly Prepared _any = new(connection, "SELECT 1 FROM hook WHERE ended IS NULL LIMIT 1");
    private readonly Prepared _last = new(connection, "SELECT coalesce(max(id), 0) FROM change");
    private readonly Prepared _changes = new(connection, $"""
        INSERT OR IGNORE INTO delivery (hook, change) SELECT hook.id, change.id FROM change CROSS JOIN hook
        WHERE change.id > ?1 AND (hook.story IS NULL OR hook.story = change.story) AND {Wanted} ORDER BY change.id, hook.made, hook.id
        """);

    private readonly Prepared _moved = new(connection, $"""
        INSERT OR IGNORE INTO delivery (hook, change) SELECT hook.id, change.id FROM article CROSS JOIN hook JOIN change ON change.version = article.newest
        WHERE article.id = ?1 AND hook.story = article.story AND {Wanted} ORDER BY change.id
        """);

    private readonly List<long> _articles = [];
    private long _mark;

    /// <summary>What is written from here on is told of at <see cref="Fill"/>; in the transaction that has begun.</summary>
    public void Begin()
    {
        _articles.Clear();
        _mark = (long)_last.Value()!;
    }

    /// <summary>
    /// Has the story that an article came over to told what the article brought, unless it was: an article stands in its story for good only once stories are grouped anew.
    /// </summary>
    public void Move(long article) => _articles.Add(article);

    /// <summary>Before the transaction is committed.</summary>
    public void Fill()
    {
        if (_any.Value() is not null)
        {
            foreach (long article in _articles) _moved.Run(article);
            _changes.Run(_mark);
        }

        Begin();
    }

    public void Dispose()
    {
        _any.Dispose();
        _last.Dispose();
        _changes.Dispose();
        _moved.Dispose();
    }
}
