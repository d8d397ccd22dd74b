using System.Globalization;
using System.Text;
using System.Text.Json;
using Sanad.App.Json;
using Sanad.Text;

namespace Sanad.App.Storage.Sqlite;

/// <summary>
/// What a page's reading gave beside its text, as one row keeps it: the page itself is not kept, so its parts cannot be told anew. An object with
/// <c>parts</c> (kind, start, end and perhaps a time, one after the other), <c>byline</c>, <c>sources</c>, <c>updated</c>, <c>declared</c>, <c>stub</c>, <c>foreign</c>, <c>paths</c>.
/// </summary>
internal static class KeptReading
{
    /// <summary>How a line of the text is kept that is set as a subhead.</summary>
    private const string Heading = "heading";

    /// <summary>Null for an article that was read from plain text.</summary>
    public static string? Write(Article article)
    {
        if (article.Paths.Count == 0) return null;
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("parts");
            foreach (Part part in article.Parts)
            {
                json.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{(part.IsHeading ? Heading : JsonNames<PartKind>.Of(part.Kind))} {part.Span.Start} {part.Span.End}{(part.Published is null ? "" : " ")}{part.Published}"));
            }

            json.WriteEndArray();
            Write(json, "byline", article.Byline);
            Write(json, "sources", article.Sources);
            if (article.Updated is not null) json.WriteString("updated", article.Updated);
            if (article.DeclaredLanguage is not null) json.WriteString("declared", article.DeclaredLanguage);
            if (article.IsStub) json.WriteBoolean("stub", true);
            if (article.IsForeign) json.WriteBoolean("foreign", true);
            json.WriteStartObject("paths");
            foreach (FieldPath path in article.Paths) json.WriteString(path.Field, path.Path);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    public static Article Read(KeptText kept, string reading)
    {
        using JsonDocument json = JsonDocument.Parse(reading);
        JsonElement root = json.RootElement;
        return new Article(kept.Source, kept.Text, [.. root.GetProperty("parts").EnumerateArray().Select(static part => PartOf(part.GetString()!))], kept.Metadata.Language!)
        {
            Url = kept.Metadata.Url, Outlet = kept.Metadata.Outlet, Title = kept.Metadata.Title, Published = kept.Metadata.Published,
            Byline = Strings(root, "byline"), Sources = Strings(root, "sources"), Updated = String(root, "updated"), DeclaredLanguage = String(root, "declared"),
            IsStub = root.TryGetProperty("stub", out _), IsForeign = root.TryGetProperty("foreign", out _), Paths = [.. root.GetProperty("paths").EnumerateObject().Select(static path => new FieldPath(path.Name, path.Value.GetString()!))],
        };
    }

    /// <summary>Holds what came from elsewhere against the text it is of.</summary>
    /// <exception cref="FormatException">It is no reading of that text.</exception>
    public static void Check(KeptText kept, string reading)
    {
        try
        {
            int end = 0;
            foreach (Part part in Read(kept, reading).Parts)
            {
                if (part.Span.Start < end || part.Span.End > kept.Text.Length) throw new FormatException("'reading' has parts that are not of the text");
                end = part.Span.End;
            }
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException or OverflowException or NullReferenceException or IndexOutOfRangeException)
        {
            throw new FormatException("'reading' is none", e);
        }
    }

    private static Part PartOf(string part)
    {
        string[] fields = part.Split(' ', 4);
        var span = new TextSpan(int.Parse(fields[1], CultureInfo.InvariantCulture), int.Parse(fields[2], CultureInfo.InvariantCulture));
        bool isHeading = fields[0] == Heading;
        return new Part(isHeading ? PartKind.Body : Enum.Parse<PartKind>(fields[0], ignoreCase: true), span) { IsHeading = isHeading, Published = fields.Length > 3 ? fields[3] : null };
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0) return;
        json.WriteStartArray(name);
        foreach (string value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static IReadOnlyList<string> Strings(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement list) ? [.. list.EnumerateArray().Select(static value => value.GetString()!)] : [];

    private static string? String(JsonElement root, string name) => root.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
}
