using System.Globalization;
using System.Text.Json;
using Sanad.App.Storage.Sqlite;

namespace Sanad.App.Json;

/// <summary>Writes what was found as <c>sanad search --format json</c> prints it.</summary>
internal static class FindJson
{
    /// <param name="withNumber">Whether the ledger's number of the article is told, by which the API has it.</param>
    public static void Write(Utf8JsonWriter json, SearchFind find, bool withNumber = false)
    {
        json.WriteStartObject();
        json.WriteString("kind", find.Kind);
        json.WriteString("story", find.Story.ToString(CultureInfo.InvariantCulture));
        if (withNumber) json.WriteString("article", find.Article.ToString(CultureInfo.InvariantCulture));
        json.WriteString("source", find.Source);
        json.Field("url", find.Url);
        json.Field("outlet", find.Outlet);
        json.Field("title", find.Title);
        json.WriteString("textHash", find.Hash);
        json.Field("entry", find.Entry);
        json.Field("on", find.Day);
        json.Field("speaker", find.Speaker);
        json.Field("role", find.Role);
        json.Field("act", find.Act);
        json.Field("low", find.Low);
        json.Field("high", find.High);
        json.Field("bound", find.Bound);
        json.Field("what", find.What);
        json.Field("where", find.Where);
        json.List("spans", find.Spans, static (json, span) => json.Span(span));
        json.WriteString("quote", find.Quote);
        if (find.Correction is { } correction) json.Corrected(new Corrected(correction.Id, correction.By, correction.At, correction.Reason, correction.Was ?? ""));
        json.WriteEndObject();
    }
}
