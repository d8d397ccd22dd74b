using Microsoft.Data.Sqlite;
using Sanad.Text;

namespace Sanad.App.Storage.Sqlite;

/// <summary>One row of the change feed.</summary>
/// <param name="Number">Grows with every change; the last one seen tells where to go on.</param>
/// <param name="Day">The day on which it came into the ledger, ISO.</param>
/// <param name="Kind">One of <see cref="ChangeKinds"/>.</param>
/// <param name="Story">The story that the article stands in now.</param>
/// <param name="Article">The ledger's number of the article.</param>
/// <param name="Entry">Id of the figure or statement within the article; null for an article.</param>
public sealed record Change(long Number, string Day, string Kind, long Story, long Article, string Source, string? Outlet, string? Url, string Hash, string? Entry, string Text, IReadOnlyList<TextSpan> Spans);

/// <summary>
/// What may happen to a ledger, as its change feed and hooks name it: an article begins a story, joins one, has its text changed, goes over to another story; a story is split in two or comes together with another; the newest value of a story's figure is another one
/// (<c>figure</c>); an article says that a figure was another one before (<c>revised</c>); somebody denies.
/// </summary>
internal static class ChangeKinds
{
    public static IReadOnlyList<string> All { get; } = ["added", "joined", "changed", "moved", "split", "merged", "figure", "revised", "denied"];
}

/// <summary>Reads the change feed, oldest first.</summary>
internal static class ChangeFeed
{
    private const string Columns =
        "change.id, change.day, change.kind, article.story, article.source, version.outlet, version.url, version.hash, change.entry, change.text, change.spans, article.id";

    /// <param name="since">First day, ISO, or null for all.</param>
    public static IEnumerable<Change> Since(SqliteConnection connection, string? since)
    {
        using var select = new Prepared(connection, $"""
            SELECT {Columns} FROM change JOIN version ON version.id = change.version JOIN article ON article.id = version.article WHERE change.day >= ?1 ORDER BY change.id
            """);
        using Cursor row = select.Rows(since ?? "");
        while (row.Read()) yield return Of(row);
    }

    /// <summary>Changes with a greater number than one that was seen, oldest first.</summary>
    /// <param name="story">Only those of one story; null for all.</param>
    /// <param name="since">First day, ISO, or null for all.</param>
    public static IEnumerable<Change> After(SqliteConnection connection, long? story, string? since, long after, int limit)
    {
        using var select = new Prepared(connection, $"SELECT {Columns} FROM {From(story)} AND change.day >= ?2 AND change.id > ?3 ORDER BY change.id LIMIT ?4");
        using Cursor row = select.Rows(story, since ?? "", after, limit);
        while (row.Read()) yield return Of(row);
    }

    /// <summary>The newest changes, newest first.</summary>
    /// <param name="story">Only those of one story; null for all.</param>
    /// <param name="since">First day, ISO, or null for all.</param>
    /// <param name="before">Only changes with a smaller number, to go on where an earlier answer ended.</param>
    public static IEnumerable<Change> Newest(SqliteConnection connection, long? story, string? since, long before, int limit)
    {
        using var select = new Prepared(connection, $"SELECT {Columns} FROM {From(story)} AND change.day >= ?2 AND change.id < ?3 ORDER BY change.id DESC LIMIT ?4");
        using Cursor row = select.Rows(story, since ?? "", before, limit);
        while (row.Read()) yield return Of(row);
    }

    /// <summary>A story's changes are looked up from its articles: the feed has no order by story.</summary>
    private static string From(long? story) => story is null
        ? "change JOIN version ON version.id = change.version JOIN article ON article.id = version.article WHERE ?1 IS NULL"
        : "article JOIN version ON version.article = article.id JOIN change ON change.version = version.id WHERE article.story = ?1";

    private static Change Of(Cursor row) => new(row.Long(0), row.String(1), row.String(2), row.Long(3), row.Long(11), row.String(4), row.Text(5), row.Text(6), row.String(7), row.Text(8), row.String(9),
        RowText.ToSpans(row.Text(10)));
}
