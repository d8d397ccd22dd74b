using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using static SQLitePCL.raw;

namespace Sanad.App.Storage.Sqlite;

/// <summary>
/// A statement compiled once and run many times, its parameters given by place (<c>?1</c>, <c>?2</c> …). Speaks to SQLite itself: an ADO.NET command
/// looks its parameters up by name each time, which is most of the cost of the small rows that adding an article writes.
/// </summary>
/// <remarks>Values are null, <see cref="string"/>, <see cref="long"/>, <see cref="int"/>, <see cref="double"/> and arrays of bytes.</remarks>
internal sealed class Prepared : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <exception cref="SqliteException">The statement is wrong or the ledger damaged.</exception>
    public Prepared(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        SqliteException.ThrowExceptionForRC(sqlite3_prepare_v2(_database, sql, out _statement), _database);
    }

    /// <exception cref="SqliteException">SQLite refuses.</exception>
    public void Run(params ReadOnlySpan<object?> values)
    {
        using Cursor rows = Rows(values);
        while (rows.Read())
        {
        }
    }

    /// <summary>The first column of the first row; null where there is none.</summary>
    public object? Value(params ReadOnlySpan<object?> values)
    {
        using Cursor rows = Rows(values);
        if (!rows.Read()) return null;
        return sqlite3_column_type(_statement, 0) switch
        {
            SQLITE_INTEGER => sqlite3_column_int64(_statement, 0),
            SQLITE_FLOAT => sqlite3_column_double(_statement, 0),
            SQLITE_TEXT => rows.String(0),
            _ => null,
        };
    }

    /// <summary>The rows, one after the other; only one such reading of a statement may be open.</summary>
    public Cursor Rows(params ReadOnlySpan<object?> values)
    {
        for (int i = 0; i < values.Length; i++) SqliteException.ThrowExceptionForRC(Bind(i + 1, values[i]), _database);
        return new Cursor(_database, _statement);
    }

    public void Dispose() => _statement.Dispose();

    private int Bind(int place, object? value) => value switch
    {
        null => sqlite3_bind_null(_statement, place),
        string text => BindText(place, text),
        long number => sqlite3_bind_int64(_statement, place, number),
        int number => sqlite3_bind_int64(_statement, place, number),
        double number => sqlite3_bind_double(_statement, place, number),
        byte[] bytes => sqlite3_bind_blob(_statement, place, bytes),
        _ => throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"no column holds a {value.GetType().Name}"), nameof(value)),
    };

    private int BindText(int place, string text)
    {
        // An empty span has no address, which SQLite takes for null.
        if (text.Length == 0) return sqlite3_bind_text(_statement, place, "");
        byte[] buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            return sqlite3_bind_text(_statement, place, buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, buffer)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}

/// <summary>Rows under way; disposing it makes the statement ready to be run again.</summary>
internal readonly struct Cursor(sqlite3 database, sqlite3_stmt statement) : IDisposable
{
    /// <exception cref="SqliteException">SQLite refuses.</exception>
    public bool Read()
    {
        int code = sqlite3_step(statement);
        if (code == SQLITE_ROW) return true;
        if (code != SQLITE_DONE) SqliteException.ThrowExceptionForRC(code, database);
        return false;
    }

    public long Long(int column) => sqlite3_column_int64(statement, column);

    /// <summary>Text of a column that is never null.</summary>
    public string String(int column) => Encoding.UTF8.GetString(sqlite3_column_blob(statement, column));

    public string? Text(int column) => IsNull(column) ? null : String(column);

    public double? Number(int column) => IsNull(column) ? null : sqlite3_column_double(statement, column);

    /// <summary>Good until the next row is read.</summary>
    public ReadOnlySpan<byte> Blob(int column) => sqlite3_column_blob(statement, column);

    public void Dispose() => sqlite3_reset(statement);

    private bool IsNull(int column) => sqlite3_column_type(statement, column) == SQLITE_NULL;
}
