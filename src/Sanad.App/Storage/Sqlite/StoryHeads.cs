using Microsoft.Data.Sqlite;

namespace Sanad.App.Storage.Sqlite;

/// <summary>A story as a page of many shows it. Days are ISO or null.</summary>
/// <param name="Change">The last thing that came in; null where the feed holds nothing of it.</param>
/// <param name="Figure">The newest value of what its articles count most often; null where they count nothing.</param>
public sealed record StoryHead(long Id, string Title, long Articles, long Outlets, long Origins, string? First, string? Last, Change? Change, HeadFigure? Figure)
{
    /// <inheritdoc cref="StorySummary.IsRead"/>
    public bool IsRead { get; init; } = true;
}

/// <summary>A figure with the article it stands in.</summary>
public sealed record HeadFigure(long Article, double? Low, double? High, string Bound, string? Unit, string What, string? Speaker, string? Day, IReadOnlyList<Text.TextSpan> Spans);

/// <summary>Reads what the list of stories shows.</summary>
internal static class StoryHeads
{
    public static IEnumerable<StoryHead> Newest(SqliteConnection connection, bool single, int skip, int limit)
    {
        var stories = new List<StoryHead>();
        using (var select = new Prepared(connection, """
            SELECT id, title, articles, outlets, origins, first, last, stale FROM story WHERE articles >= ?1 ORDER BY last IS NULL, last DESC, articles DESC, id LIMIT ?3 OFFSET ?2
            """))
        {
            using Cursor row = select.Rows(single ? 1 : 2, skip, limit);
            while (row.Read()) stories.Add(new StoryHead(row.Long(0), row.Text(1) ?? "", row.Long(2), row.Long(3), row.Long(4), row.Text(5), row.Text(6), null, null) { IsRead = row.Long(7) == 0 });
        }

        using var figures = new Prepared(connection, """
            WITH counted AS (
              SELECT figure.*, article.id AS article FROM article JOIN figure ON figure.version = article.newest
              WHERE article.story = ?1 AND figure.what IS NOT NULL AND figure.unit IS NULL)
            SELECT article, low, high, bound, unit, what, speaker, day, spans FROM counted
            WHERE what = (SELECT what FROM counted GROUP BY what ORDER BY count(DISTINCT article) DESC, count(*) DESC, what LIMIT 1)
            ORDER BY day IS NULL, day DESC, id LIMIT 1
            """);
        foreach (StoryHead story in stories)
        {
            Change? change = ChangeFeed.Newest(connection, story.Id, null, long.MaxValue, 1).FirstOrDefault();
            yield return story with { Change = change, Figure = FigureOf(figures, story.Id) };
        }
    }

    public static IReadOnlyList<string> Outlets(SqliteConnection connection)
    {
        var outlets = new List<string>();
        using var select = new Prepared(connection, "SELECT DISTINCT outlet FROM version WHERE outlet IS NOT NULL ORDER BY outlet COLLATE NOCASE");
        using Cursor row = select.Rows();
        while (row.Read()) outlets.Add(row.String(0));
        return outlets;
    }

    private static HeadFigure? FigureOf(Prepared figures, long story)
    {
        using Cursor row = figures.Rows(story);
        return row.Read()
            ? new HeadFigure(row.Long(0), row.Number(1), row.Number(2), row.String(3), row.Text(4), row.String(5), row.Text(6), row.Text(7), RowText.ToSpans(row.String(8)))
            : null;
    }
}
