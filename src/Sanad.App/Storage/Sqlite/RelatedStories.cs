using Microsoft.Data.Sqlite;

namespace Sanad.App.Storage.Sqlite;

/// <summary>Finds the stories whose articles hold words of a text.</summary>
internal static class RelatedStories
{
    /// <summary>Articles that are looked at: those that hold most of the words, the rare ones weighing most (BM25).</summary>
    private const int MostArticles = 60;

    /// <param name="words">Single words; none of them has to occur.</param>
    /// <param name="most">Stories at most, the likest first.</param>
    public static IReadOnlyList<long> Of(SqliteConnection connection, IReadOnlyList<string> words, int most)
    {
        string match = string.Join(" OR ", words.Where(static word => word.All(char.IsLetterOrDigit) && word.Length > 0).Select(static word => $"\"{word}\""));
        if (match.Length == 0) return [];
        var scores = new SortedDictionary<long, double>();
        using var select = new Prepared(connection, """
            SELECT article.story, found.score FROM (SELECT rowid AS version, bm25(article_words) AS score FROM article_words WHERE article_words MATCH ?1 ORDER BY score LIMIT ?2) AS found
            JOIN version ON version.id = found.version JOIN article ON article.id = version.article
            """);
        using Cursor row = select.Rows(match, MostArticles);
        while (row.Read()) scores[row.Long(0)] = scores.GetValueOrDefault(row.Long(0)) - (row.Number(1) ?? 0);
        return [.. scores.OrderByDescending(static story => story.Value).Take(most).Select(static story => story.Key)];
    }
}
