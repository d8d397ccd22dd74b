using Microsoft.Data.Sqlite;
using Sanad.Text;

namespace Sanad.App.Storage.Sqlite;

/// <summary>One row of the change feed.</summary>
/// <param name="Number">Grows with every change; the last one seen tells where to go on.</param>
/// <param name="Day">The day on which it came into the ledger, ISO.</param>
/// <param name="Kind"><c>added</c>, <c>joined</c>, <c>changed</c>, <c>moved</c>, <c>revised</c> or <c>denied</c>.</param>
/// <param name="Story">The story that the article stands in now.</param>
/// <param name="Entry">Id of the figure or statement within the article; null for an article.</param>
internal sealed record Change(long Number, string Day, string Kind, long Story, string Source, string? Outlet, string? Url, string Hash, string? Entry, string Text, IReadOnlyList<TextSpan> Spans);

/// <summary>Reads the change feed, oldest first.</summary>
internal static class ChangeFeed
{
    /// <param name="since">First day, ISO, or null for all.</param>
    public static IEnumerable<Change> Since(SqliteConnection connection, string? since)
    {
        using var select = new Prepared(connection, """
            SELECT change.id, change.day, change.kind, article.story, article.source, version.outlet, version.url, version.hash, change.entry, change.text, change.spans
            FROM change JOIN version ON version.id = change.version JOIN article ON article.id = version.article WHERE change.day >= ?1 ORDER BY change.id
            """);
        using Cursor row = select.Rows(since ?? "");
        while (row.Read())
        {
            yield return new Change(row.Long(0), row.String(1), row.String(2), row.Long(3), row.String(4), row.Text(5), row.Text(6), row.String(7), row.Text(8), row.String(9),
                RowText.ToSpans(row.Text(10)));
        }
    }
}
