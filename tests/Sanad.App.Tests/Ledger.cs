using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Sanad.App.Tests;

/// <summary>Looks into a ledger's file with SQLite itself, past the program.</summary>
internal static class Ledger
{
    public static long Count(string path, string table) => Number(path, $"SELECT count(*) FROM {table}");

    public static long Number(string path, string sql) => (long)Value(path, sql);

    public static string Text(string path, string sql) => (string)Value(path, sql);

    private static object Value(string path, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()!;
    }

    public static void Run(string path, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Every row of every table as text, in order: two ledgers are one when these are.</summary>
    public static string Dump(string path)
    {
        var dump = new System.Text.StringBuilder();
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        foreach (string table in (string[])["story", "article", "version", "feature", "statement", "figure", "change"])
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table} ORDER BY 1";
            using SqliteDataReader row = command.ExecuteReader();
            while (row.Read())
            {
                for (int i = 0; i < row.FieldCount; i++) dump.Append(row.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : row.GetValue(i)).Append('\t');
                dump.Append('\n');
            }
        }

        return dump.ToString();
    }

    /// <summary>The stories as the program lists them.</summary>
    public static JsonElement[] Stories(string path) => [.. JsonDocument.Parse(SanadProgram.Run("stories", "--db", path, "--format", "json").Output).RootElement.EnumerateArray()];

    /// <summary>That nothing is half written: the program's own check, and that every article has its text, its words and its change.</summary>
    public static void IsWhole(string path)
    {
        Outcome doctor = SanadProgram.Run("doctor", "--db", path);
        Xunit.Assert.Equal((0, ""), (doctor.Code, doctor.Errors));
        long articles = Count(path, "article");
        Xunit.Assert.Equal(articles, Number(path, "SELECT count(*) FROM version JOIN article ON article.newest = version.id"));
        Xunit.Assert.Equal(articles, Number(path, "SELECT count(DISTINCT version) FROM change WHERE kind IN ('added', 'joined')"));
        Xunit.Assert.Equal(articles, Number(path, "SELECT coalesce(sum(articles), 0) FROM story"));
        Xunit.Assert.Equal(articles, Count(path, "article_words_docsize"));
    }
}
