using Microsoft.Data.Sqlite;
using Sanad.Text;

namespace Sanad.App.Storage.Sqlite;

/// <summary>What a ledger keeps of one party.</summary>
/// <param name="Name">The name that most articles give it.</param>
/// <param name="Roles">The posts it is given, earliest first.</param>
/// <param name="Statements">How many statements there are in all.</param>
/// <param name="Newest">Those asked for, newest first.</param>
public sealed record PartyRecord(string Id, string Name, IReadOnlyList<string> OtherNames, IReadOnlyList<PartyRole> Roles, IReadOnlyList<PartyStory> Stories, long Statements, IReadOnlyList<PartyStatement> Newest);

/// <summary>A post, the days between which articles give it, and in how many statements.</summary>
public sealed record PartyRole(string Role, string? First, string? Last, long Statements);

public sealed record PartyStory(long Number, string Title, long Statements);

/// <param name="Entry">Id within the article.</param>
public sealed record PartyStatement(long Story, long Article, string? Outlet, string? Title, string? Day, string Entry, string? Role, string Act, IReadOnlyList<TextSpan> Spans, string Quote);

/// <summary>Reads all that a party said, over all stories.</summary>
internal static class PartyRows
{
    public static PartyRecord? Of(SqliteConnection connection, string party, int skip, int limit)
    {
        var names = new List<string>();
        long statements = 0;
        using (var select = new Prepared(connection, "SELECT speaker, count(*) FROM statement WHERE party = ?1 AND speaker IS NOT NULL GROUP BY speaker ORDER BY count(*) DESC, speaker"))
        using (Cursor row = select.Rows(party))
        {
            while (row.Read())
            {
                names.Add(row.String(0));
                statements += row.Long(1);
            }
        }

        if (names.Count == 0) return null;
        return new PartyRecord(party, names[0], names[1..], Roles(connection, party), Stories(connection, party), statements, Statements(connection, party, skip, limit));
    }

    /// <summary>Stories in which the party speaks, or somebody whose name may be part of his or end with it; newest first.</summary>
    public static List<long> StoriesOf(SqliteConnection connection, string party, int limit)
    {
        const string Person = "person:";
        string name = party.StartsWith(Person, StringComparison.Ordinal) ? party[Person.Length..] : "";
        string[] words = name.Split('-', StringSplitOptions.RemoveEmptyEntries);
        var stories = new SortedSet<long>();
        using var select = new Prepared(connection, """
            SELECT DISTINCT article.story FROM statement JOIN version ON version.id = statement.version JOIN article ON article.id = version.article
            WHERE statement.party = ?1 OR (?2 <> '' AND substr(statement.party, -length(?2)) = ?2) ORDER BY article.story DESC LIMIT ?3
            """);
        // "Rana" alone, and "Kepala Kantor SAR Morolanga Rana Sulaiman".
        foreach ((string id, string end) in (IEnumerable<(string, string)>)[(party, words.Length > 1 ? "-" + name : ""), .. words.Length > 1 ? words.Take(6).Select(static word => (Person + word, "")) : []])
        {
            using Cursor row = select.Rows(id, end, limit);
            while (row.Read()) stories.Add(row.Long(0));
        }

        return [.. stories.Reverse().Take(limit)];
    }

    private static List<PartyRole> Roles(SqliteConnection connection, string party)
    {
        var roles = new List<PartyRole>();
        using var select = new Prepared(connection, "SELECT role, min(day), max(day), count(*) FROM statement WHERE party = ?1 AND role IS NOT NULL GROUP BY role ORDER BY min(day) IS NULL, min(day), max(day), role LIMIT 50");
        using Cursor row = select.Rows(party);
        while (row.Read()) roles.Add(new PartyRole(row.String(0), row.Text(1), row.Text(2), row.Long(3)));
        return roles;
    }

    private static List<PartyStory> Stories(SqliteConnection connection, string party)
    {
        var stories = new List<PartyStory>();
        using var select = new Prepared(connection, """
            SELECT story.id, coalesce(story.title, ''), count(*) FROM statement JOIN version ON version.id = statement.version JOIN article ON article.id = version.article
            JOIN story ON story.id = article.story WHERE statement.party = ?1 GROUP BY story.id ORDER BY count(*) DESC, story.id LIMIT 50
            """);
        using Cursor row = select.Rows(party);
        while (row.Read()) stories.Add(new PartyStory(row.Long(0), row.String(1), row.Long(2)));
        return stories;
    }

    private static List<PartyStatement> Statements(SqliteConnection connection, string party, int skip, int limit)
    {
        var statements = new List<PartyStatement>();
        using var select = new Prepared(connection, """
            SELECT article.story, article.id, version.outlet, version.title, statement.day, statement.name, statement.role, statement.act, statement.spans, version.text
            FROM statement JOIN version ON version.id = statement.version JOIN article ON article.id = version.article
            WHERE statement.party = ?1 ORDER BY statement.day IS NULL, statement.day DESC, statement.id LIMIT ?3 OFFSET ?2
            """);
        using Cursor row = select.Rows(party, skip, limit);
        while (row.Read())
        {
            IReadOnlyList<TextSpan> spans = RowText.ToSpans(row.String(8));
            string text = row.String(9);
            statements.Add(new PartyStatement(row.Long(0), row.Long(1), row.Text(2), row.Text(3), row.Text(4), row.String(5), row.Text(6), row.String(7), spans,
                string.Join(" … ", spans.Select(span => span.Of(text).ToString()))));
        }

        return statements;
    }
}
