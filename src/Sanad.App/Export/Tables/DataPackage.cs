using System.Text.Json;
using Sanad.App.Json;

namespace Sanad.App.Export.Tables;

/// <summary>Writes <c>datapackage.json</c>: what the tables beside it hold, after the Frictionless Data Package (specs.frictionlessdata.io).</summary>
internal static class DataPackage
{
    public const string FileName = "datapackage.json";

    /// <param name="extension"><c>csv</c> or <c>parquet</c>.</param>
    public static void Write(Stream output, string title, string extension)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JsonFields.Options.Encoder });
        json.WriteStartObject();
        json.WriteString("profile", extension == "csv" ? "tabular-data-package" : "data-package");
        json.WriteString("name", "sanad-ledger");
        json.WriteString("title", title);
        json.WriteString("description", "A sourced ledger of press articles: who said what, on whose word, and how each figure moved. Offsets count UTF-16 code units of an article's text."
            + (extension == "csv" ? $" So that no spreadsheet takes an article's words for a formula, texts that begin with = + - @, a tab or a line's end, apostrophes before it or not, have an apostrophe put before them: take one away from texts that match {CsvTable.Escaped} to have the exact words." : ""));
        json.List("resources", LedgerTables.All, (json, table) => Resource(json, table, extension));
        json.WriteEndObject();
    }

    private static void Resource(Utf8JsonWriter json, Table table, string extension)
    {
        json.WriteStartObject();
        json.WriteString("name", table.Name);
        json.WriteString("title", table.Title);
        json.WriteString("path", $"{table.Name}.{extension}");
        if (extension == "csv") json.WriteString("profile", "tabular-data-resource");
        json.WriteString("format", extension);
        json.WriteString("mediatype", extension == "csv" ? "text/csv" : "application/vnd.apache.parquet");
        if (extension == "csv")
        {
            json.WriteString("encoding", "utf-8");
            json.WriteStartObject("dialect");
            json.WriteString("delimiter", ",");
            json.WriteString("lineTerminator", "\r\n");
            json.WriteString("quoteChar", "\"");
            json.WriteBoolean("doubleQuote", true);
            json.WriteBoolean("header", true);
            json.WriteEndObject();
        }

        json.WriteStartObject("schema");
        json.List("fields", table.Columns, static (json, column) =>
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("type", column.Type switch { ColumnType.Integer => "integer", ColumnType.Number => "number", ColumnType.Boolean => "boolean", ColumnType.Day => "date", _ => "string" });
            json.WriteString("description", column.Description);
            json.WriteEndObject();
        });
        json.Strings("missingValues", [""]);
        json.Strings("primaryKey", table.Key);
        if (table != LedgerTables.All[0])
        {
            json.WriteStartArray("foreignKeys");
            json.WriteStartObject();
            json.Strings("fields", ["story", "article"]);
            json.WriteStartObject("reference");
            json.WriteString("resource", LedgerTables.All[0].Name);
            json.Strings("fields", LedgerTables.All[0].Key);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
