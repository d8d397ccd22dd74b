using Microsoft.Data.Sqlite;

namespace Sanad.App.Storage.Sqlite;

/// <summary>Where a ledger stands: it changes with every text, change and correction that comes in, and nothing ever takes it back.</summary>
public readonly record struct LedgerVersion(long Texts, long Changes, long Corrections)
{
    internal static LedgerVersion Of(SqliteConnection connection)
    {
        using var select = new Prepared(connection, "SELECT coalesce((SELECT max(id) FROM version), 0), coalesce((SELECT max(id) FROM change), 0), (SELECT count(*) FROM correction)");
        using Cursor row = select.Rows();
        row.Read();
        return new LedgerVersion(row.Long(0), row.Long(1), row.Long(2));
    }
}
