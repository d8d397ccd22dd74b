using Microsoft.Data.Sqlite;

namespace Sanad.App.Storage.Sqlite;

/// <summary>A statement compiled once and run many times, its parameters given by place (<c>?1</c>, <c>?2</c> …).</summary>
internal sealed class Prepared : IDisposable
{
    private readonly SqliteCommand _command;

    public Prepared(SqliteConnection connection, string sql, int parameters)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        for (int i = 1; i <= parameters; i++) _command.Parameters.Add(new SqliteParameter($"?{i}", null));
    }

    public int Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row; null where there is none.</summary>
    public object? Value(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    public SqliteDataReader Rows(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteReader();
    }

    public void Dispose() => _command.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (int i = 0; i < values.Length; i++) _command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }
}
