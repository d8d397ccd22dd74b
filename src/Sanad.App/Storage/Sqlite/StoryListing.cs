using Microsoft.Data.Sqlite;

namespace Sanad.App.Storage.Sqlite;

/// <summary>A story as the API lists it. Days are ISO or null; languages are codes.</summary>
public sealed record ListedStory(long Id, string Title, long Articles, long Outlets, long Origins, string? First, string? Last, IReadOnlyList<string> Languages)
{
    /// <summary>Its place in the list: the list goes on behind it whatever came in meanwhile.</summary>
    public StoryPlace Place => new(Last, Articles, Id);

    /// <inheritdoc cref="StorySummary.IsRead"/>
    public bool IsRead { get; init; } = true;
}

/// <summary>A place in the list of stories, which is by last day, newest first and those without one at the end, then by number of articles, then by number.</summary>
public sealed record StoryPlace(string? Last, long Articles, long Id);

/// <summary>Reads the list of stories, some at a time.</summary>
internal static class StoryListing
{
    /// <summary>How many stories are of one article.</summary>
    public static long Singles(SqliteConnection connection)
    {
        using var count = new Prepared(connection, "SELECT count(*) FROM story WHERE articles = 1");
        return (long)count.Value()!;
    }

    /// <param name="single">Whether stories of one article are listed too.</param>
    /// <param name="behind">The last one seen; null to begin.</param>
    public static IEnumerable<ListedStory> Behind(SqliteConnection connection, bool single, StoryPlace? behind, int limit)
    {
        using var select = new Prepared(connection, """
            SELECT id, coalesce(title, ''), articles, coalesce(outlets, 0), coalesce(origins, 0), first, last, coalesce(languages, ''), stale FROM story
            WHERE articles >= ?1 AND (?2 IS NULL OR coalesce(last, '') < ?3 OR (coalesce(last, '') = ?3 AND (articles < ?4 OR (articles = ?4 AND id > ?2))))
            ORDER BY coalesce(last, '') DESC, articles DESC, id LIMIT ?5
            """);
        using Cursor row = select.Rows(single ? 1 : 2, behind?.Id, behind?.Last ?? "", behind?.Articles, limit);
        while (row.Read())
        {
            yield return new ListedStory(row.Long(0), row.String(1), row.Long(2), row.Long(3), row.Long(4), row.Text(5), row.Text(6), row.String(7).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                IsRead = row.Long(8) == 0,
            };
        }
    }
}
