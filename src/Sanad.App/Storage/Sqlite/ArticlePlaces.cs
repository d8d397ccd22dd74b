using Microsoft.Data.Sqlite;

namespace Sanad.App.Storage.Sqlite;

/// <summary>Where an article stands in the ledger, and the versions of its text.</summary>
/// <param name="Versions">Oldest first.</param>
public sealed record ArticlePlace(long Number, long Story, string Source, IReadOnlyList<KeptVersion> Versions);

/// <summary>One text that an article has had.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Added">The day it came into the ledger, ISO.</param>
public sealed record KeptVersion(long Number, string Hash, string Added);

/// <summary>The text itself.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Added">The day it came into the ledger, ISO.</param>
public sealed record VersionText(long Number, string Added, string Text);

/// <summary>The article that a text is of, and the story that it stands in, by their numbers.</summary>
public readonly record struct TextPlace(long Article, long Story);

/// <summary>Looks articles up by their number, their text or their address.</summary>
internal static class ArticlePlaces
{
    public static ArticlePlace? Of(SqliteConnection connection, long article)
    {
        var versions = new List<KeptVersion>();
        long story = 0;
        string source = "";
        using var select = new Prepared(connection, """
            SELECT article.story, article.source, version.number, version.hash, version.added FROM article JOIN version ON version.article = article.id
            WHERE article.id = ?1 ORDER BY version.number
            """);
        using Cursor row = select.Rows(article);
        while (row.Read())
        {
            (story, source) = (row.Long(0), row.String(1));
            versions.Add(new KeptVersion(row.Long(2), row.String(3), row.String(4)));
        }

        return versions.Count == 0 ? null : new ArticlePlace(article, story, source, versions);
    }

    /// <summary>One text of an article; null where it has had none of that number.</summary>
    public static VersionText? TextOf(SqliteConnection connection, long article, long number)
    {
        using var select = new Prepared(connection, "SELECT added, text FROM version WHERE article = ?1 AND number = ?2");
        using Cursor row = select.Rows(article, number);
        return row.Read() ? new VersionText(number, row.String(0), row.String(1)) : null;
    }

    /// <summary>Where articles stand, in the order of what is asked for; null for one that is not kept.</summary>
    /// <param name="asked">The hash of a text; where there is none, the address of an article.</param>
    public static IReadOnlyList<TextPlace?> Of(SqliteConnection connection, IEnumerable<(string? Hash, string Address)> asked)
    {
        using var byText = new Prepared(connection, "SELECT article.id, article.story FROM version JOIN article ON article.id = version.article WHERE version.hash = ?1 ORDER BY article.newest = version.id DESC, article.id LIMIT 1");
        using var byAddress = new Prepared(connection, "SELECT id, story FROM article WHERE address = ?1");
        var places = new List<TextPlace?>();
        foreach ((string? hash, string address) in asked)
        {
            using Cursor row = hash is null ? byAddress.Rows(address) : byText.Rows(hash);
            places.Add(row.Read() ? new TextPlace(row.Long(0), row.Long(1)) : null);
        }

        return places;
    }
}
