using Microsoft.Data.Sqlite;

namespace Sanad.App.Storage.Sqlite;

/// <summary>
/// Summarises stories of several articles that grew, from the rows of these: each is looked at once, since looking at the rows of all is most of what adding costs at its end. Origins stand at as
/// many as articles, which they are at most.
/// </summary>
internal static class StorySummaries
{
    public static void Write(SqliteConnection connection)
    {
        var stories = new List<long>();
        using (var select = new Prepared(connection, "SELECT id FROM story WHERE stale = 1 AND articles > 1"))
        using (Cursor row = select.Rows())
        {
            while (row.Read()) stories.Add(row.Long(0));
        }

        if (stories.Count == 0) return;
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        using var articles = new Prepared(connection, """
            SELECT version.id, article.source, version.outlet, version.title IS NOT NULL, version.day, version.language FROM article JOIN version ON version.id = article.newest WHERE article.story = ?1
            """);
        using var titleOf = new Prepared(connection, "SELECT coalesce(title, substr(text, 1, 80)) FROM version WHERE id = ?1");
        using var update = new Prepared(connection, "UPDATE story SET stale = 2, origins = articles, title = ?2, outlets = ?3, first = ?4, last = ?5, languages = ?6 WHERE id = ?1");
        foreach (long story in stories)
        {
            var summary = new Summary();
            using (Cursor row = articles.Rows(story))
            {
                while (row.Read()) summary.Add(new Row(row.Long(0), row.String(1), row.Text(2), row.Long(3) != 0, row.Text(4), row.String(5)));
            }

            if (summary.Languages.Count > 0) update.Run(story, titleOf.Value(summary.TitleFrom()), summary.Outlets.Count, summary.First, summary.Last, string.Join(' ', summary.Languages.Keys));
        }

        transaction.Commit();
    }

    private sealed record Row(long Version, string Source, string? Outlet, bool HasTitle, string? Day, string Language);

    /// <summary>What is seen of a story while its articles are gone through.</summary>
    private sealed class Summary
    {
        // By language: the article that would give the title if most were of that language.
        private readonly Dictionary<string, Row> _first = new(StringComparer.Ordinal);

        public HashSet<string> Outlets { get; } = new(StringComparer.OrdinalIgnoreCase);

        /// <summary>Articles of each language, by its code.</summary>
        public SortedDictionary<string, int> Languages { get; } = new(StringComparer.Ordinal);

        public string? First { get; private set; }

        public string? Last { get; private set; }

        public void Add(Row row)
        {
            Outlets.Add(row.Outlet ?? row.Source);
            Languages[row.Language] = Languages.GetValueOrDefault(row.Language) + 1;
            if (row.Day is not null && (First is null || string.CompareOrdinal(row.Day, First) < 0)) First = row.Day;
            if (row.Day is not null && string.CompareOrdinal(row.Day, Last) > 0) Last = row.Day;
            if (!_first.TryGetValue(row.Language, out Row? first) || IsBefore(row, first)) _first[row.Language] = row;
        }

        /// <summary>The version of the earliest article in the language that most are in; one with a title before all others.</summary>
        public long TitleFrom()
        {
            string? main = null;
            foreach ((string language, int count) in Languages)
            {
                if (main is null || count > Languages[main]) main = language;
            }

            Row title = _first[main!];
            if (title.HasTitle) return title.Version;
            foreach (Row row in _first.Values)
            {
                if (row.HasTitle && (!title.HasTitle || IsBefore(row, title))) title = row;
            }

            return title.Version;
        }

        /// <summary>With a title before without, then by day, those without one at the end, then by source.</summary>
        private static bool IsBefore(Row row, Row other)
        {
            if (row.HasTitle != other.HasTitle) return row.HasTitle;
            if ((row.Day is null) != (other.Day is null)) return row.Day is not null;
            int day = string.CompareOrdinal(row.Day, other.Day);
            return day != 0 ? day < 0 : string.CompareOrdinal(row.Source, other.Source) < 0;
        }
    }
}
