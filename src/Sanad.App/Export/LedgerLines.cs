using System.Globalization;
using System.Text.Json;
using Sanad.App.Json;
using Sanad.App.Storage.Sqlite;
using Sanad.Ledger.Corrections;
using Sanad.Reading.Plain;

namespace Sanad.App.Export;

/// <summary>
/// A ledger as JSON lines, complete: what <c>sanad export --format ledger</c> prints and <c>sanad import</c> takes. A head, then the corrections, then the articles' texts
/// with all that was kept beside them, older versions first. What else a ledger shows is worked out from these.
/// </summary>
internal static class LedgerLines
{
    public const int Version = 1;

    /// <summary>Longest line in bytes: the longest text with all its letters escaped.</summary>
    public const int LongestLine = 128 << 20;

    public static void Write(Stream output, IEnumerable<Correction> corrections, IEnumerable<LedgerText> versions)
    {
        using var json = new Utf8JsonWriter(output, JsonFields.Options);
        void End()
        {
            json.WriteEndObject();
            json.Flush();
            json.Reset();
            output.Write("\n"u8);
        }

        json.WriteStartObject();
        json.WriteString("type", "ledger");
        json.WriteNumber("version", Version);
        End();
        foreach (Correction correction in corrections)
        {
            json.WriteStartObject();
            json.WriteString("type", "correction");
            CorrectionJson.Fields(json, correction);
            End();
        }

        foreach (LedgerText version in versions)
        {
            KeptText text = version.Text;
            json.WriteStartObject();
            json.WriteString("type", "article");
            json.WriteNumber("story", version.Story);
            json.WriteString("source", text.Source);
            json.Field("address", version.Address);
            json.Field("url", text.Metadata.Url);
            json.Field("outlet", text.Metadata.Outlet);
            json.Field("title", text.Metadata.Title);
            json.Field("published", text.Metadata.Published);
            json.Field("language", text.Metadata.Language);
            json.Field("fetched", version.Fetched);
            json.WriteString("text", text.Text);
            json.Field("reading", text.Reading);
            End();
        }
    }

    /// <summary>What a line holds: a correction or a version; neither for the head and for a blank line.</summary>
    /// <exception cref="FormatException">It is no line of a ledger; the message says why.</exception>
    public static (Correction? Correction, LedgerText? Version) Read(ReadOnlyMemory<byte> line)
    {
        if (line.Span.Trim(" \t\r"u8).IsEmpty) return default;
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) throw new FormatException("is no object");
            switch (String(root, "type"))
            {
                case "ledger":
                    if (!root.TryGetProperty("version", out JsonElement version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out int number) || number is < 1 or > Version)
                        throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"is of a version that this Sanad does not know; it knows {Version}"));
                    return default;
                case "correction": return (CorrectionJson.Read(root), null);
                case "article": return (null, ArticleOf(root));
                default: throw new FormatException("is neither an article nor a correction; `sanad add` takes plain articles");
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second is thrown for text that is no Unicode.
            throw new FormatException("is no JSON", e);
        }
    }

    /// <summary>The lines of a stream, each without its end; null for one that is longer than any line of a ledger.</summary>
    public static IEnumerable<byte[]?> Cut(Stream stream)
    {
        byte[] buffer = new byte[1 << 16];
        var line = new MemoryStream();
        bool tooLong = false;
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            for (int start = 0; start < read;)
            {
                int length = buffer.AsSpan(start, read - start).IndexOf((byte)'\n');
                int take = length < 0 ? read - start : length;
                tooLong |= line.Length + take > LongestLine;
                if (!tooLong) line.Write(buffer, start, take);
                start += take + 1;
                if (length < 0) break;
                yield return tooLong ? null : line.ToArray();
                if (line.Capacity > 1 << 20) line = new MemoryStream();
                else line.SetLength(0);
                tooLong = false;
            }
        }

        if (tooLong) yield return null;
        else if (line.Length > 0) yield return line.ToArray();
    }

    private static LedgerText ArticleOf(JsonElement root)
    {
        if (!root.TryGetProperty("story", out JsonElement story) || story.ValueKind != JsonValueKind.Number || !story.TryGetInt64(out long number) || number is < 1 or > int.MaxValue) throw new FormatException("'story' is no number of a story");
        string text = String(root, "text") ?? throw new FormatException("'text' is missing");
        if (Input.InputReader.TooLong(text.Length) is { } reason) throw new FormatException(reason);
        string? fetched = String(root, "fetched");
        if (fetched is not null && !DateTimeOffset.TryParse(fetched, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) throw new FormatException("'fetched' is no time");
        var kept = new KeptText(String(root, "source") ?? throw new FormatException("'source' is missing"), text, new Metadata
        {
            Url = String(root, "url"), Outlet = String(root, "outlet"), Title = String(root, "title"), Published = String(root, "published"), Language = String(root, "language"),
        }, 1, String(root, "reading"));
        if (kept.Reading is { } reading) KeptReading.Check(kept, reading);
        return new LedgerText(number, kept, String(root, "address"), fetched);
    }

    private static string? String(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw new FormatException($"'{name}' is no text");
    }
}
