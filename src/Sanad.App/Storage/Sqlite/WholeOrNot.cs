using Microsoft.Data.Sqlite;

namespace Sanad.App.Storage.Sqlite;

/// <summary>Runs several changes as one transaction.</summary>
internal static class WholeOrNot
{
    /// <exception cref="SqliteException">SQLite refuses; nothing is changed.</exception>
    public static void Run(SqliteConnection connection, Action changes)
    {
        using var begin = new Prepared(connection, "BEGIN IMMEDIATE");
        using var commit = new Prepared(connection, "COMMIT");
        using var rollback = new Prepared(connection, "ROLLBACK");
        begin.Run();
        try
        {
            changes();
            commit.Run();
        }
        catch (SqliteException) when (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) != 0)
        {
            // SQLite has rolled back by itself, as it does when the disk is full.
            throw;
        }
        catch
        {
            rollback.Run();
            throw;
        }
    }
}
