using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Sanad.Reading.Feeds;
using Sanad.Reading.Plain;

namespace Sanad.App.Input;

/// <summary>
/// A file that holds one text or page, or a list of articles, compressed or not. What is known of the article may stand beside it: <c>NAME.meta.json</c> beside <c>NAME.txt</c> or <c>NAME.html</c>, an object with
/// <c>url</c>, <c>outlet</c>, <c>title</c>, <c>published</c>, <c>language</c>.
/// </summary>
internal static class TextFile
{
    public static IEnumerable<InputItem> Read(string path)
    {
        byte[] bytes;
        int most = InputReader.IsList(path) ? InputReader.MostListBytes : InputReader.IsPage(path) ? InputReader.MostPageBytes : InputReader.MostBytes;
        try
        {
            using FileStream file = File.OpenRead(path);
            using Stream stream = IsCompressed(path) ? new GZipStream(file, CompressionMode.Decompress) : file;
            bytes = ReadAtMost(stream, most, out bool whole);
            if (!whole) return [InputItem.Failed(path, most == InputReader.MostListBytes ? $"more than {most / (1024 * 1024)} MB" : TooLarge(stream.CanSeek && file.Length > 0 ? file.Length : null))];
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return [InputItem.Failed(path, InputReader.ReasonOf(e))];
        }

        Metadata metadata = MetadataBeside(path, out string? complaint);
        return BodyReader.Read(new Body(path, bytes) { Address = Path.GetFullPath(path), Metadata = metadata, Remark = complaint });
    }

    /// <summary>Whether a file opens like a feed, a sitemap or an OPML list; false for one that cannot be read.</summary>
    public static bool HoldsList(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            using Stream stream = IsCompressed(path) ? new GZipStream(file, CompressionMode.Decompress) : file;
            byte[] head = new byte[ListFormat.Head];
            return ListFormat.Of(head.AsSpan(0, stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false))) != ListKind.None;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsCompressed(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>The bytes of a stream, as long as there are no more than so many.</summary>
    /// <param name="whole">False when there are more; then what is returned is of no use.</param>
    public static byte[] ReadAtMost(Stream stream, int most, out bool whole)
    {
        byte[] buffer = new byte[stream.CanSeek ? (int)Math.Min(stream.Length, most) + 1 : 1 << 16];
        int count = 0;
        while (true)
        {
            if (count == buffer.Length) Array.Resize(ref buffer, Math.Min(buffer.Length * 2, most + 1));
            int read = stream.Read(buffer, count, buffer.Length - count);
            count += read;
            whole = count <= most;
            if (read == 0 || !whole) return buffer.AsSpan(0, count).ToArray();
        }
    }

    /// <param name="bytes">Null where the file tells no length.</param>
    public static string TooLarge(long? bytes) => string.Create(CultureInfo.InvariantCulture,
        $"{(bytes is null ? "too long" : $"{bytes:N0} bytes")}; an article has at most {InputReader.LongestText:N0} characters");

    private static Metadata MetadataBeside(string path, out string? complaint)
    {
        complaint = null;
        string beside = Path.ChangeExtension(path, ".meta.json");
        try
        {
            if (!File.Exists(beside)) return new Metadata();
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(beside));
            string? Field(string name) => json.RootElement.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
            if (json.RootElement.ValueKind == JsonValueKind.Object)
            {
                Metadata metadata = new Metadata { Url = Field("url"), Outlet = Field("outlet"), Title = Field("title"), Language = Field("language") }.WithPublished(Field("published"), out string? remark);
                complaint = remark is null ? null : $"{beside}: {remark}";
                return metadata;
            }

            complaint = $"{beside} is no JSON object and was passed over";
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            complaint = $"{beside} cannot be read and was passed over";
        }

        return new Metadata();
    }
}
