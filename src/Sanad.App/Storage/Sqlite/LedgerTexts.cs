using Microsoft.Data.Sqlite;

namespace Sanad.App.Storage.Sqlite;

/// <summary>A kept text with where it stands in the ledger.</summary>
/// <param name="Address">Under which the article is found again; null where it has none.</param>
/// <param name="Fetched">ISO in UTC; null where it is not known.</param>
internal sealed record LedgerText(long Story, KeptText Text, string? Address, string? Fetched);

/// <summary>Reads all texts that a ledger keeps, one after the other.</summary>
internal static class LedgerTexts
{
    public static IEnumerable<LedgerText> Read(SqliteConnection connection, long? story)
    {
        using var select = new Prepared(connection, $"""
            SELECT article.source, version.text, version.url, version.outlet, version.title, version.published, version.language, version.number, version.reading,
              article.story, article.address, version.fetched
            FROM article JOIN version ON version.article = article.id {(story is null ? "" : "WHERE article.story = ?1")} ORDER BY article.id, version.number
            """);
        using Cursor row = story is null ? select.Rows() : select.Rows(story.Value);
        while (row.Read()) yield return new LedgerText(row.Long(9), StoryRows.TextOf(row, 0), row.Text(10), row.Text(11));
    }
}
