using Microsoft.Data.Sqlite;
using Sanad.Text;

namespace Sanad.App.Storage.Sqlite;

/// <summary>An article of the ledger in its newest version.</summary>
/// <param name="Id">The ledger's number of it.</param>
internal sealed record KeptArticle(long Id, long Version, long Story, TextHash Hash, KeptText Text);

/// <summary>Finds single articles.</summary>
internal static class KeptArticles
{
    private const string Columns =
        "SELECT article.id, version.id, article.story, version.hash, article.source, version.text, version.url, version.outlet, version.title, version.published, version.language, version.number, version.reading " +
        "FROM article JOIN version ON version.id = article.newest ";

    /// <summary>
    /// The articles that a person means by a name: that of the article, its address, its URL or the hash of its text; where none is called so, those whose
    /// name ends in it behind a "/", so that a file's name does.
    /// </summary>
    public static IReadOnlyList<KeptArticle> Named(SqliteConnection connection, string name)
    {
        IReadOnlyList<KeptArticle> exact = Read(connection, Columns + "WHERE article.source = ?1 OR article.address = ?1 OR version.url = ?1 OR version.hash = ?1 ORDER BY article.source = ?1 DESC, article.id", name);
        if (exact.Count > 0) return exact[0].Text.Source == name ? [exact[0]] : exact;
        return Read(connection, Columns + "WHERE substr(article.source, -length(?1) - 1) = '/' || ?1 ORDER BY article.id LIMIT 20", name);
    }

    /// <summary>Those whose newest text it is.</summary>
    public static IReadOnlyList<KeptArticle> Of(SqliteConnection connection, TextHash hash) => Read(connection, Columns + "WHERE version.hash = ?1 ORDER BY article.id", hash.Value);

    /// <summary>Those in which a party speaks, by its id.</summary>
    public static IReadOnlyList<KeptArticle> WithSpeaker(SqliteConnection connection, string party) =>
        Read(connection, Columns + "WHERE version.id IN (SELECT version FROM statement WHERE party = ?1) ORDER BY article.id", party);

    /// <summary>Whether the ledger keeps the text, as whatever version.</summary>
    public static bool Has(SqliteConnection connection, TextHash hash)
    {
        using var select = new Prepared(connection, "SELECT 1 FROM version WHERE hash = ?1 LIMIT 1");
        return select.Value(hash.Value) is not null;
    }

    private static List<KeptArticle> Read(SqliteConnection connection, string sql, string value)
    {
        var articles = new List<KeptArticle>();
        using var select = new Prepared(connection, sql);
        using Cursor row = select.Rows(value);
        while (row.Read()) articles.Add(new KeptArticle(row.Long(0), row.Long(1), row.Long(2), new TextHash(row.String(3)), StoryRows.TextOf(row, 4)));
        return articles;
    }
}
