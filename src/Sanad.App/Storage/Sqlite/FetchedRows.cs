using Microsoft.Data.Sqlite;
using Sanad.App.Fetching;

namespace Sanad.App.Storage.Sqlite;

/// <summary>What servers said of the pages that are in the ledger.</summary>
internal static class FetchedRows
{
    /// <summary>The address as it was asked for, and the three parts of <see cref="Validators"/>.</summary>
    public const string Insert = "INSERT OR REPLACE INTO fetched VALUES (?1, ?2, ?3, ?4)";

    /// <summary>Null for a page that was not fetched into the ledger.</summary>
    public static Validators? Find(SqliteConnection connection, string url)
    {
        using var select = new Prepared(connection, "SELECT address, etag, modified FROM fetched WHERE url = ?1");
        using Cursor row = select.Rows(url);
        return row.Read() ? new Validators(row.String(0), row.Text(1), row.Text(2)) : null;
    }
}
