using Microsoft.Data.Sqlite;
using Sanad.App.Pipeline;
using Sanad.Reading.Plain;

namespace Sanad.App.Storage.Sqlite;

/// <summary>A story as the list of stories shows it. Days are ISO or null; languages are codes.</summary>
/// <param name="IsRead">Whether its origins have been counted since it grew; else they stand at as many as its articles, which they are at most.</param>
public sealed record StorySummary(long Id, string Title, IReadOnlyList<string> Articles, long Outlets, long Origins, string? First, string? Last, IReadOnlyList<string> Languages, bool IsRead);

/// <summary>A text as it is kept.</summary>
/// <param name="Reading">What the page it was read from gave beside it (<see cref="KeptReading"/>); null for plain text.</param>
internal sealed record KeptText(string Source, string Text, Metadata Metadata, long Number, string? Reading);

/// <summary>Reads and refreshes the rows of stories.</summary>
internal static class StoryRows
{
    /// <summary>Newest first: by the last day of publication, those without one at the end, then by number.</summary>
    public static IReadOnlyList<StorySummary> All(SqliteConnection connection)
    {
        var articles = new Dictionary<long, List<string>>();
        using (var sources = new Prepared(connection, "SELECT article.story, article.source FROM article JOIN version ON version.id = article.newest ORDER BY version.day IS NULL, version.day, article.source"))
        using (Cursor row = sources.Rows())
        {
            while (row.Read())
            {
                if (!articles.TryGetValue(row.Long(0), out List<string>? list)) articles.Add(row.Long(0), list = []);
                list.Add(row.String(1));
            }
        }

        var stories = new List<StorySummary>();
        using var select = new Prepared(connection, "SELECT id, title, outlets, origins, first, last, languages, stale FROM story WHERE articles > 0 ORDER BY last IS NULL, last DESC, articles DESC, id");
        using Cursor story = select.Rows();
        while (story.Read())
        {
            stories.Add(new StorySummary(story.Long(0), story.Text(1) ?? "", articles[story.Long(0)], story.Long(2), story.Long(3), story.Text(4), story.Text(5),
                (story.Text(6) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries), story.Long(7) == 0));
        }

        return stories;
    }

    /// <summary>The newest texts of a story's articles; empty where there is no such story.</summary>
    public static IReadOnlyList<KeptText> TextsOf(SqliteConnection connection, long story)
    {
        var texts = new List<KeptText>();
        using var select = new Prepared(connection, """
            SELECT article.source, version.text, version.url, version.outlet, version.title, version.published, version.language, version.number, version.reading
            FROM article JOIN version ON version.id = article.newest WHERE article.story = ?1 ORDER BY article.id
            """);
        using Cursor row = select.Rows(story);
        while (row.Read())
        {
            texts.Add(TextOf(row, 0));
        }

        return texts;
    }

    /// <summary>A text from nine columns of a row: source, text, url, outlet, title, published, language, number, reading.</summary>
    public static KeptText TextOf(Cursor row, int at) => new(row.String(at), row.String(at + 1), new Metadata
    {
        Url = row.Text(at + 2), Outlet = row.Text(at + 3), Title = row.Text(at + 4), Published = row.Text(at + 5), Language = row.Text(at + 6),
    }, row.Long(at + 7), row.Text(at + 8));

    public static IReadOnlyDictionary<string, long> NumbersOf(SqliteConnection connection, long story)
    {
        var numbers = new Dictionary<string, long>(StringComparer.Ordinal);
        using var select = new Prepared(connection, "SELECT source, id FROM article WHERE story = ?1");
        using Cursor row = select.Rows(story);
        while (row.Read()) numbers.Add(row.String(0), row.Long(1));
        return numbers;
    }

    public static IReadOnlyList<long> Numbers(SqliteConnection connection)
    {
        var numbers = new List<long>();
        using var select = new Prepared(connection, "SELECT id FROM story WHERE articles > 0 ORDER BY id");
        using Cursor row = select.Rows();
        while (row.Read()) numbers.Add(row.Long(0));
        return numbers;
    }

    public static bool HasStale(SqliteConnection connection)
    {
        using var any = new Prepared(connection, "SELECT 1 FROM story WHERE stale <> 0 AND articles > 0 LIMIT 1");
        return any.Value() is not null;
    }

    /// <summary>
    /// Summarises the stories that articles came to from the rows of these, which needs no reading. Of a story of one article that is all there is to know; of others
    /// the origins stand at as many as articles, which they are at most, and they stay stale until they are read.
    /// </summary>
    /// <returns>The numbers of those others, of which no more than <paramref name="most"/> articles are to be read; all that are stale where it is null.</returns>
    public static IReadOnlyList<long> Summarise(SqliteConnection connection, int? most)
    {
        using (var single = new Prepared(connection, """
            UPDATE story SET stale = 0, seen = found.id, outlets = 1, origins = 1, title = found.title, first = found.day, last = found.day, languages = found.language
            FROM (SELECT article.story, version.id, coalesce(version.title, substr(version.text, 1, 80)) AS title, version.day, version.language FROM article JOIN version ON version.id = article.newest) AS found
            WHERE story.stale = 1 AND story.articles = 1 AND found.story = story.id
            """))
        {
            single.Run();
        }

        var stale = new List<long>();
        using (var select = new Prepared(connection, most is null ? "SELECT id, articles FROM story WHERE stale <> 0 AND articles > 1 ORDER BY id" : "SELECT id, articles FROM story WHERE stale = 1 AND articles > 1 ORDER BY id"))
        using (Cursor row = select.Rows())
        {
            for (long articles = 0; row.Read();)
            {
                articles += row.Long(1);
                if (most is null || articles <= most) stale.Add(row.Long(0));
            }
        }

        StorySummaries.Write(connection);
        return stale;
    }

    /// <summary>Stories whose origins have not been counted since they grew, in the order of the list.</summary>
    /// <param name="most">Articles of one story at most.</param>
    public static IReadOnlyList<(long Story, long Articles)> Unread(SqliteConnection connection, long most)
    {
        var stories = new List<(long, long)>();
        using var select = new Prepared(connection, "SELECT id, articles FROM story WHERE stale <> 0 AND articles BETWEEN 2 AND ?1 ORDER BY last IS NULL, last DESC, articles DESC, id");
        using Cursor row = select.Rows(most);
        while (row.Read()) stories.Add((row.Long(0), row.Long(1)));
        return stories;
    }

    /// <summary>Keeps a summary, unless the story has grown since it was read, and tells the change feed which figures moved since it was read the last time.</summary>
    /// <param name="moves">Finds these; given whether an article, by its source, came since.</param>
    /// <param name="today">The day on which they are told.</param>
    public static void Refresh(SqliteConnection connection, Stories.StoryLedger story, Func<Stories.StoryLedger, Func<string, bool>, IReadOnlyList<FigureMove>> moves, DateOnly today)
    {
        long id = long.Parse(story.Id, System.Globalization.CultureInfo.InvariantCulture);
        var versions = new Dictionary<string, long>(StringComparer.Ordinal);
        using (var select = new Prepared(connection, "SELECT source, newest FROM article WHERE story = ?1"))
        using (Cursor row = select.Rows(id))
        {
            while (row.Read()) versions[row.String(0)] = row.Long(1);
        }

        using var last = new Prepared(connection, "SELECT seen FROM story WHERE id = ?1");
        long seen = (long)last.Value(id)!;
        using var update = new Prepared(connection, "UPDATE story SET stale = 0, seen = max(seen, ?9), title = ?2, outlets = ?3, origins = ?4, first = ?5, last = ?6, languages = ?7 WHERE id = ?1 AND articles = ?8 RETURNING id");
        List<DateOnly> days = [.. story.Articles.Where(static analysis => analysis.Publication.Anchor is not null).Select(static analysis => analysis.Publication.Anchor!.Value).Order()];
        bool isKept = update.Value(id, story.Title, story.Outlets, story.Origins,
            days.Count > 0 ? RowText.OfDay(days[0]) : null, days.Count > 0 ? RowText.OfDay(days[^1]) : null,
            string.Join(' ', story.Articles.Select(static analysis => analysis.Article.Language).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)), story.Articles.Count,
            versions.Values.DefaultIfEmpty().Max()) is not null;
        if (!isKept) return;
        using var insert = new Prepared(connection, "INSERT INTO change VALUES (null, ?1, 'figure', ?2, ?3, ?4, ?5, ?6)");
        foreach (FigureMove move in moves(story, source => versions.GetValueOrDefault(source) > seen)) insert.Run(RowText.OfDay(today), id, versions[move.Source], move.Figure, move.Text, RowText.OfSpans([move.Span]));
    }
}
