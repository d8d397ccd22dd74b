using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Sanad.Reading.Plain;

/// <summary>One line of JSON lines: a text, or the reason why the line gives none.</summary>
/// <param name="Number">Counted from 1, blank lines included.</param>
/// <param name="Remark">Why the line gives no text or, where it gives one, what of its reading was guessed or lost; null when nothing was.</param>
public readonly record struct JsonLine(int Number, SuppliedText? Supplied, string? Remark);

/// <summary>
/// Reads articles given one JSON object a line: <c>{"source", "text", "html", "url", "outlet", "title", "published", "language"}</c>, of
/// which only the text is needed, or in its place a page's markup. A line that is no such object costs that line and nothing else.
/// </summary>
public static class JsonLinesReader
{
    /// <summary>Longest line in bytes; the rest of a longer one is passed over without being kept.</summary>
    public const int LongestLine = 32 << 20;

    private const int FirstBuffer = 1 << 16;

    /// <summary>Reads on demand: nothing beyond the line asked for is held but one buffer.</summary>
    /// <param name="name">Name of the input; a line without a source goes by this name and its number.</param>
    /// <exception cref="IOException">The stream breaks off.</exception>
    public static IEnumerable<JsonLine> Read(Stream stream, string name)
    {
        byte[] buffer = new byte[FirstBuffer];
        int start = 0, end = 0, number = 0;
        bool tooLong = false, finished = false;
        end = Fill(stream, buffer, 0, ref finished);
        if (TextDecoder.EncodingOfMark(buffer.AsSpan(0, end), out int mark) is { } encoding)
        {
            if (encoding is not UTF8Encoding)
            {
                using Stream utf8 = Encoding.CreateTranscodingStream(new HeadedStream(buffer[mark..end], stream), encoding, Encoding.UTF8);
                foreach (JsonLine line in Read(utf8, name)) yield return line;
                yield break;
            }

            start = mark;
        }

        while (true)
        {
            int length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (length >= 0 || (finished && start < end))
            {
                int stop = length >= 0 ? start + length : end;
                number++;
                if (tooLong) yield return new JsonLine(number, null, $"longer than {LongestLine >> 20} MB");
                else if (TryRead(buffer.AsSpan(start, stop - start), number, name, out JsonLine line)) yield return line;
                tooLong = false;
                start = Math.Min(stop + 1, end);
                continue;
            }

            if (finished) yield break;
            if (end - start >= LongestLine || tooLong) (start, end, tooLong) = (0, 0, true);
            if (start > 0)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                (start, end) = (0, end - start);
            }

            if (end == buffer.Length) Array.Resize(ref buffer, Math.Min(buffer.Length * 2, LongestLine + FirstBuffer));
            end += Fill(stream, buffer, end, ref finished);
            if (finished && tooLong && start == end)
            {
                yield return new JsonLine(number + 1, null, $"longer than {LongestLine >> 20} MB");
                yield break;
            }
        }
    }

    private static int Fill(Stream stream, byte[] buffer, int offset, ref bool finished)
    {
        int count = stream.Read(buffer, offset, buffer.Length - offset);
        finished = count == 0;
        return count;
    }

    /// <summary>False for a blank line.</summary>
    private static bool TryRead(ReadOnlySpan<byte> bytes, int number, string name, out JsonLine line)
    {
        bytes = bytes.Trim(" \t\r"u8);
        line = default;
        if (bytes.IsEmpty) return false;
        JsonLine Bad(string reason) => new(number, null, reason);
        string? remark = null;
        if (!Utf8.IsValid(bytes))
        {
            (string? text, remark) = TextDecoder.Decode(bytes);
            bytes = Encoding.UTF8.GetBytes(text ?? "");
            if (text is null)
            {
                line = Bad(remark!);
                return true;
            }
        }

        try
        {
            line = ReadObject(bytes, number, name);
            if (line.Supplied is not null) line = line with { Remark = line.Remark is null ? remark : remark is null ? line.Remark : $"{remark}; {line.Remark}" };
        }
        catch (JsonException e)
        {
            line = Bad($"not JSON at byte {e.BytePositionInLine}");
        }
        catch (InvalidOperationException)
        {
            line = Bad("holds half of a surrogate pair, which is no character");
        }

        return true;
    }

    private static JsonLine ReadObject(ReadOnlySpan<byte> bytes, int number, string name)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Disallow });
        JsonLine Bad(string reason) => new(number, null, reason);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return Bad("not a JSON object");
        string? source = null, text = null, html = null, remark = null;
        var metadata = new Metadata();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string field = reader.GetString()!;
            reader.Read();
            if (field is not ("source" or "text" or "html" or "url" or "outlet" or "title" or "published" or "language"))
            {
                reader.Skip();
                continue;
            }

            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Null)) return Bad($"'{field}' is not a string");
            string? value = reader.GetString();
            if (field == "source") source = value;
            else if (field == "text") text = value;
            else if (field == "html") html = value;
            else if (string.IsNullOrWhiteSpace(value)) metadata = With(metadata, field, null);
            else if (field == "published") metadata = metadata.WithPublished(value.Trim(), out remark);
            else metadata = With(metadata, field, value.Trim());
        }

        // Reading on to the end finds what follows the object and does not belong to it.
        if (reader.Read()) return Bad("more than one JSON value");
        if (text is null && html is null) return Bad("has neither 'text' nor 'html'");
        if ((text ?? html).AsSpan().IsWhiteSpace()) return Bad(text is null ? "'html' is empty" : "'text' is empty");
        return new JsonLine(number, new SuppliedText(string.IsNullOrWhiteSpace(source) ? $"{name}:{number}" : source, text ?? html!, metadata) { IsPage = text is null }, remark);
    }

    private static Metadata With(Metadata metadata, string field, string? value) => field switch
    {
        "url" => metadata with { Url = value },
        "outlet" => metadata with { Outlet = value },
        "title" => metadata with { Title = value },
        "published" => metadata with { Published = value },
        _ => metadata with { Language = value },
    };
}
