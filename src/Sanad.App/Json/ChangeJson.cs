using System.Globalization;
using System.Text.Json;
using Sanad.App.Storage.Sqlite;

namespace Sanad.App.Json;

/// <summary>Writes a change as <c>sanad changes --format json</c> prints it.</summary>
internal static class ChangeJson
{
    /// <param name="withNumber">Whether the ledger's number of the article is told, by which the API has it.</param>
    public static void Write(Utf8JsonWriter json, Change change, bool withNumber = false)
    {
        json.WriteStartObject();
        json.WriteNumber("number", change.Number);
        json.WriteString("day", change.Day);
        json.WriteString("kind", change.Kind);
        json.WriteString("story", change.Story.ToString(CultureInfo.InvariantCulture));
        if (withNumber) json.WriteString("article", change.Article.ToString(CultureInfo.InvariantCulture));
        json.WriteString("source", change.Source);
        json.Field("url", change.Url);
        json.Field("outlet", change.Outlet);
        json.WriteString("textHash", change.Hash);
        json.Field("entry", change.Entry);
        json.WriteString("text", change.Text);
        json.List("spans", change.Spans, static (json, span) => json.Span(span));
        json.WriteEndObject();
    }
}
