using System.Globalization;
using Microsoft.Data.Sqlite;
using Sanad.App.Json;
using Sanad.Text;

namespace Sanad.App.Storage.Sqlite;

/// <summary>How much a ledger holds.</summary>
internal sealed record LedgerCounts(long Articles, long Versions, long Stories, long Statements, long Figures, long Changes);

/// <summary>Looks whether a ledger is sound: the file, its links, and that every kept text still has the hash it was kept under.</summary>
internal static class LedgerCheck
{
    public static IEnumerable<string> Find(SqliteConnection connection)
    {
        foreach (string problem in Strings(connection, "PRAGMA integrity_check"))
        {
            if (problem != "ok") yield return problem;
        }

        foreach (string table in Strings(connection, "SELECT \"table\" || ' row ' || rowid || ' points to no ' || parent FROM pragma_foreign_key_check")) yield return table;
        foreach (string source in Strings(connection, "SELECT source FROM article WHERE newest IS NULL OR newest NOT IN (SELECT id FROM version)")) yield return $"{source} has no text";
        using var texts = new Prepared(connection, "SELECT article.source, version.number, version.hash, version.text FROM version JOIN article ON article.id = version.article");
        using Cursor row = texts.Rows();
        while (row.Read())
        {
            if (TextHash.Of(row.String(3)).Value != row.String(2)) yield return string.Create(CultureInfo.InvariantCulture, $"{row.String(0)}, version {row.Long(1)}: the text is not the one that was kept");
        }

        using var corrections = new Prepared(connection, "SELECT id, body FROM correction");
        using Cursor correction = corrections.Rows();
        while (correction.Read())
        {
            if (IdOf(correction.String(1)) != correction.String(0)) yield return $"correction {correction.String(0)} is not the one that was kept";
        }
    }

    /// <summary>The id that follows from what a correction says; null where it is none.</summary>
    private static string? IdOf(string body)
    {
        try
        {
            return CorrectionJson.Read(body).Id;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    public static LedgerCounts Count(SqliteConnection connection)
    {
        long Of(string table)
        {
            using var count = new Prepared(connection, $"SELECT count(*) FROM {table}");
            return (long)count.Value()!;
        }

        return new LedgerCounts(Of("article"), Of("version"), Of("story WHERE articles > 0"), Of("statement"), Of("figure"), Of("change"));
    }

    private static List<string> Strings(SqliteConnection connection, string sql)
    {
        var list = new List<string>();
        using var select = new Prepared(connection, sql);
        using Cursor row = select.Rows();
        while (row.Read()) list.Add(row.String(0));
        return list;
    }
}
