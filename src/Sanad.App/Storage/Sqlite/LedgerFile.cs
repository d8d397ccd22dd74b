using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace Sanad.App.Storage.Sqlite;

/// <summary>Opens the file of a ledger, makes it where it is wanted, and brings an older one up to this version's tables.</summary>
internal static class LedgerFile
{
    /// <summary>Stands in the file's head and tells that it is Sanad's: "Snad".</summary>
    private const int ApplicationId = 0x536E6164;

    private const string Resources = "migrations/";

    /// <summary>Seconds to wait while another Sanad writes.</summary>
    private const int Patience = 30;

    /// <param name="create">Whether a ledger that is not there yet is made.</param>
    /// <exception cref="LedgerException">There is none, it is none, it is damaged, or a newer Sanad wrote it.</exception>
    public static SqliteConnection Open(string path, bool create)
    {
        if (Directory.Exists(path)) throw new LedgerException(path, "is a folder, not a ledger");
        bool there = File.Exists(path);
        if (!there && !create) throw new LedgerException(path, "there is no ledger yet; `sanad add` and `sanad watch add` make one");
        SqliteConnection? connection = null;
        try
        {
            if (!there && Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
            connection = new SqliteConnection(new SqliteConnectionStringBuilder
            {
                DataSource = path, Mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = Patience,
            }.ToString());
            connection.Open();
            SQLitePCL.raw.sqlite3_busy_timeout(connection.Handle, Patience * 1000);
            Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32000;");
            Migrate(connection, path);
            return connection;
        }
        catch (SqliteException e)
        {
            connection?.Dispose();
            throw new LedgerException(path, ReasonOf(e), e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            connection?.Dispose();
            throw new LedgerException(path, e.Message, e);
        }
        catch (LedgerException)
        {
            connection?.Dispose();
            throw;
        }
    }

    /// <summary>What SQLite's error means to the keeper of a ledger.</summary>
    public static string ReasonOf(SqliteException e) => e.SqliteErrorCode switch
    {
        3 or 23 => "no right to open it",
        5 or 6 => "another Sanad is writing to it",
        8 => "cannot be written: the file or its folder is read-only",
        10 => "reading or writing failed; the disk may be full",
        11 => "is damaged; what can be saved, `sqlite3 LEDGER .recover` saves",
        13 => "the disk is full",
        14 => "cannot be opened: its folder is not there or there is no right to it",
        26 => "is not a ledger",
        _ => e.Message,
    };

    private static void Migrate(SqliteConnection connection, string path)
    {
        string[] migrations = [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(static name => name.StartsWith(Resources, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        long done = Number(connection, "PRAGMA user_version");
        if (done == migrations.Length && Number(connection, "PRAGMA application_id") == ApplicationId) return;
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        // Two that open a new ledger at once both come here; the second finds it done.
        done = Number(connection, "PRAGMA user_version", transaction);
        if (Number(connection, "PRAGMA application_id", transaction) != ApplicationId && (done > 0 || Number(connection, "SELECT count(*) FROM sqlite_schema", transaction) > 0))
            throw new LedgerException(path, "is a database of another program");
        if (done > migrations.Length)
            throw new LedgerException(path, string.Create(CultureInfo.InvariantCulture, $"was written by a newer Sanad (tables of version {done}; this one knows {migrations.Length})"));
        FormerFeatures.Register(connection);
        for (int i = (int)done; i < migrations.Length; i++)
        {
            using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(migrations[i])!;
            using var reader = new StreamReader(stream);
            Execute(connection, reader.ReadToEnd(), transaction);
        }

        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {migrations.Length};"), transaction);
        transaction.Commit();
    }

    private static void Execute(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        return (long)command.ExecuteScalar()!;
    }
}
