using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Sanad.Stories;
using Sanad.Text;

namespace Sanad.App.Json;

/// <summary>Short ways to write the fields that occur everywhere.</summary>
internal static class JsonFields
{
    /// <summary>Indonesian and English read as they are written; only what JSON itself needs is escaped.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static void Field(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is null) json.WriteNull(name);
        else json.WriteString(name, value);
    }

    public static void Field(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is null) json.WriteNull(name);
        else json.WriteNumber(name, value.Value);
    }

    public static void Field(this Utf8JsonWriter json, string name, DateOnly? value) =>
        json.Field(name, value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static void Field(this Utf8JsonWriter json, string name, TextSpan? span)
    {
        json.WritePropertyName(name);
        if (span is null) json.WriteNullValue();
        else json.Span(span.Value);
    }

    public static void Span(this Utf8JsonWriter json, TextSpan span)
    {
        json.WriteStartArray();
        json.WriteNumberValue(span.Start);
        json.WriteNumberValue(span.End);
        json.WriteEndArray();
    }

    public static void List<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items) write(json, item);
        json.WriteEndArray();
    }

    public static void Strings(this Utf8JsonWriter json, string name, IEnumerable<string> values) => json.List(name, values, static (json, value) => json.WriteStringValue(value));

    public static void Citation(this Utf8JsonWriter json, Citation citation)
    {
        json.WriteStartObject();
        json.WriteString("source", citation.Source);
        json.WriteString("textHash", citation.TextHash.Value);
        json.Field("span", (TextSpan?)citation.Span);
        json.WriteString("quote", citation.Quote);
        json.WriteEndObject();
    }

    public static void Field(this Utf8JsonWriter json, string name, Citation citation)
    {
        json.WritePropertyName(name);
        json.Citation(citation);
    }
}
