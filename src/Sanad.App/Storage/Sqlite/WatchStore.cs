using Microsoft.Data.Sqlite;
using Sanad.App.Fetching;
using Sanad.App.Watching;

namespace Sanad.App.Storage.Sqlite;

/// <summary>The watched lists of a ledger. What is written while articles are being added becomes part of their transaction.</summary>
internal sealed class WatchStore(SqliteConnection connection, string ledger)
{
    /// <summary>In the order in which they were added.</summary>
    public IReadOnlyList<WatchedList> All() => Guarded(() =>
    {
        var lists = new List<WatchedList>();
        using var select = new Prepared(connection, "SELECT id, url, rhythm, due, every, looked, failures, error, brought, address, etag, modified FROM watch ORDER BY id");
        using Cursor row = select.Rows();
        while (row.Read())
        {
            lists.Add(new WatchedList(row.Long(0), row.String(1), TimeSpan.FromSeconds(row.Long(2)), DateTimeOffset.FromUnixTimeSeconds(row.Long(3)))
            {
                Every = row.Number(4) is { } every ? TimeSpan.FromSeconds(every) : null,
                Looked = row.Number(5) is { } looked ? DateTimeOffset.FromUnixTimeSeconds((long)looked) : null,
                Failures = (int)row.Long(6), Error = row.Text(7), Brought = row.Long(8),
                Known = row.Text(9) is { } address ? new Validators(address, row.Text(10), row.Text(11)) : null,
            });
        }

        return lists;
    });

    /// <summary>Whether it was not there yet; one that is takes the new <paramref name="every"/> where there is one.</summary>
    public bool Add(string url, TimeSpan? every, DateTimeOffset due) => Guarded(() =>
    {
        using var insert = new Prepared(connection, "INSERT INTO watch (url, every, rhythm, due) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING RETURNING id");
        if (insert.Value(url, Seconds(every), Seconds(Rhythm.First), due.ToUnixTimeSeconds()) is not null) return true;
        if (every is null) return false;
        using var update = new Prepared(connection, "UPDATE watch SET every = ?2, due = iif(failures = 0, min(due, ?3), due) WHERE url = ?1");
        update.Run(url, Seconds(every), (due + every.Value).ToUnixTimeSeconds());
        return false;
    });

    /// <summary>Whether it was there.</summary>
    public bool Remove(string url) => Guarded(() =>
    {
        using var delete = new Prepared(connection, "DELETE FROM watch WHERE url = ?1 RETURNING id");
        return delete.Value(url) is not null;
    });

    /// <summary>Takes a list for one look, so that another Sanad over the same ledger leaves it alone until then.</summary>
    /// <returns>False where another has taken it, or where it is gone.</returns>
    public bool Claim(WatchedList list, DateTimeOffset until) => Guarded(() =>
    {
        using var update = new Prepared(connection, "UPDATE watch SET due = ?3 WHERE id = ?1 AND due = ?2 RETURNING id");
        return update.Value(list.Id, list.Due.ToUnixTimeSeconds(), until.ToUnixTimeSeconds()) is not null;
    });

    public void Save(WatchedList list) => Guarded(() =>
    {
        using var update = new Prepared(connection, "UPDATE watch SET rhythm = ?2, due = ?3, looked = ?4, failures = ?5, error = ?6, brought = ?7, address = ?8, etag = ?9, modified = ?10 WHERE id = ?1");
        update.Run(list.Id, Seconds(list.Rhythm), list.Due.ToUnixTimeSeconds(), list.Looked?.ToUnixTimeSeconds(), list.Failures, list.Error, list.Brought, list.Known?.Address, list.Known?.ETag, list.Known?.Modified);
        return true;
    });

    /// <summary>Links of a list that were looked at, by hash; the value is how often one could not be read, null once it is done with.</summary>
    public Dictionary<long, int?> LinksOf(WatchedList list) => Guarded(() =>
    {
        var links = new Dictionary<long, int?>();
        using var select = new Prepared(connection, "SELECT link, failures FROM watch_link WHERE watch = ?1");
        using Cursor row = select.Rows(list.Id);
        while (row.Read()) links[row.Long(0)] = (int?)row.Number(1);
        return links;
    });

    /// <param name="failures">Null for a link that is done with.</param>
    public void Mark(WatchedList list, long link, int? failures) => Guarded(() =>
    {
        using var insert = new Prepared(connection, "INSERT OR REPLACE INTO watch_link SELECT id, ?2, ?3 FROM watch WHERE id = ?1");
        insert.Run(list.Id, link, failures);
        return true;
    });

    public void Forget(WatchedList list, long link) => Guarded(() =>
    {
        using var delete = new Prepared(connection, "DELETE FROM watch_link WHERE watch = ?1 AND link = ?2");
        delete.Run(list.Id, link);
        return true;
    });

    /// <summary>Many changes as one transaction.</summary>
    public void Together(Action changes) => Guarded(() =>
    {
        WholeOrNot.Run(connection, changes);
        return true;
    });

    private static int? Seconds(TimeSpan? span) => span is { } value ? (int)value.TotalSeconds : null;

    private T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException e)
        {
            throw new LedgerException(ledger, LedgerFile.ReasonOf(e), e);
        }
    }
}
