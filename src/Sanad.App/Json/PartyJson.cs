using System.Globalization;
using System.Text.Json;
using Sanad.App.Storage.Sqlite;

namespace Sanad.App.Json;

/// <summary>Writes what a ledger keeps of one party.</summary>
internal static class PartyJson
{
    /// <param name="limit">Statements that are given.</param>
    /// <param name="next">Where to go on if there are more.</param>
    public static void Write(Utf8JsonWriter json, PartyRecord party, int limit, string next)
    {
        json.WriteStartObject();
        json.WriteString("id", party.Id);
        json.WriteString("name", party.Name);
        json.Strings("otherNames", party.OtherNames);
        json.List("roles", party.Roles, static (json, role) =>
        {
            json.WriteStartObject();
            json.WriteString("title", role.Role);
            json.Field("first", role.First);
            json.Field("last", role.Last);
            json.WriteNumber("statements", role.Statements);
            json.WriteEndObject();
        });
        json.List("stories", party.Stories, static (json, story) =>
        {
            json.WriteStartObject();
            json.WriteString("id", story.Number.ToString(CultureInfo.InvariantCulture));
            json.WriteString("title", story.Title);
            json.WriteNumber("statements", story.Statements);
            json.WriteEndObject();
        });
        json.WriteNumber("statements", party.Statements);
        json.List("items", party.Newest.Take(limit), static (json, statement) =>
        {
            json.WriteStartObject();
            json.WriteString("story", statement.Story.ToString(CultureInfo.InvariantCulture));
            json.WriteString("article", statement.Article.ToString(CultureInfo.InvariantCulture));
            json.Field("outlet", statement.Outlet);
            json.Field("title", statement.Title);
            json.WriteString("entry", statement.Entry);
            json.Field("on", statement.Day);
            json.Field("role", statement.Role);
            json.WriteString("act", statement.Act);
            json.List("spans", statement.Spans, static (json, span) => json.Span(span));
            json.WriteString("quote", statement.Quote);
            json.WriteEndObject();
        });
        json.Field("next", party.Newest.Count > limit ? next : null);
        json.WriteEndObject();
    }
}
