using System.Globalization;
using Sanad.App.Fetching;
using Sanad.Reading.Feeds;
using Sanad.Reading.Plain;

namespace Sanad.App.Input;

/// <summary>Turns the names given on the command line into texts, one after the other, holding one at a time.</summary>
internal static class InputReader
{
    /// <summary>
    /// Longest article, in UTF-16 code units: some 150,000 words, a thick novel. What is longer is no article, and reading
    /// it would cost memory and time without bound.
    /// </summary>
    public const int LongestText = 1_000_000;

    /// <summary>More bytes than any encoding needs for the longest text that is read.</summary>
    public const int MostBytes = LongestText * 4;

    /// <summary>More bytes than the longest page that is read has in most encodings.</summary>
    public const int MostPageBytes = BodyReader.LongestPage * 2;

    /// <summary>More bytes than the longest list that is read.</summary>
    public const int MostListBytes = SitemapReader.MostBytes;

    /// <summary>Bad lines of one file that are named one by one; the rest are counted.</summary>
    private const int MostBadLines = 100;

    /// <param name="archives">What is known of web archives from earlier; what this run learns of them is told there.</param>
    /// <param name="web">Fetches addresses; null where nothing is to be fetched.</param>
    public static IEnumerable<InputItem> Read(IEnumerable<string> names, ArchiveReading archives, WebReader? web)
    {
        // Addresses that stand together are fetched together, as those of different hosts need not wait for each other.
        var addresses = new List<string>();
        foreach (string name in names)
        {
            if (WebTarget.IsAddress(name))
            {
                addresses.Add(name);
                continue;
            }

            foreach (InputItem item in Fetched(addresses, web)) yield return item;
            addresses.Clear();
            foreach (InputItem item in ReadOne(name, archives)) yield return item;
        }

        foreach (InputItem item in Fetched(addresses, web)) yield return item;
    }

    private static IEnumerable<InputItem> Fetched(List<string> addresses, WebReader? web)
    {
        if (addresses.Count == 0) return [];
        return web is null ? addresses.Select(static address => InputItem.Failed(address, "not fetched, as --offline asks")) : web.Read(addresses);
    }

    private static IEnumerable<InputItem> ReadOne(string name, ArchiveReading archives)
    {
        if (name == "-") return StandardInput.Read(archives);
        return Directory.Exists(name) ? Folder.Read(name, archives) : ReadFile(name, archives);
    }

    /// <summary>Reads a file by the ending of its name; an ending that is not known is taken for text.</summary>
    public static IEnumerable<InputItem> ReadFile(string path, ArchiveReading archives)
    {
        if (IsArchive(path)) return ArchiveFile.Read(path, archives);
        if (HasEnding(path, ".jsonl.gz") || HasEnding(path, ".ndjson.gz")) return JsonLinesFile.Read(path, compressed: true);
        if (HasEnding(path, ".jsonl") || HasEnding(path, ".ndjson")) return JsonLinesFile.Read(path, compressed: false);
        if (!IsArticle(path) && ArchiveFile.IsArchive(path)) return ArchiveFile.Read(path, archives);
        return TextFile.Read(path);
    }

    /// <summary>Whether a file found in a folder is surely meant to be read.</summary>
    public static bool IsArticle(string path)
    {
        string name = Decompressed(path);
        return HasEnding(name, ".txt") || HasEnding(name, ".jsonl") || HasEnding(name, ".ndjson") || IsPage(path) || IsArchive(path);
    }

    /// <summary>Whether the name's ending says that it is a web archive.</summary>
    private static bool IsArchive(string path) => HasEnding(path, ".warc") || HasEnding(path, ".warc.gz") || HasEnding(path, ".warc.zst") || HasEnding(path, ".wacz");

    /// <summary>Whether the name's ending says that it may be a feed, a sitemap or an OPML list, or one that is compressed.</summary>
    public static bool IsList(string path) =>
        HasEnding(path, ".rss") || HasEnding(path, ".atom") || HasEnding(path, ".rdf") || HasEnding(path, ".opml") || HasEnding(path, ".xml") || HasEnding(path, ".json") || HasEnding(path, ".xml.gz");

    /// <summary>Whether the name's ending says that it is a page, compressed or not.</summary>
    public static bool IsPage(string path)
    {
        string name = Decompressed(path);
        return HasEnding(name, ".html") || HasEnding(name, ".htm") || HasEnding(name, ".xhtml") || HasEnding(name, ".shtml");
    }

    /// <summary>The name without the ending of gzip.</summary>
    private static string Decompressed(string path) => HasEnding(path, ".gz") ? path[..^".gz".Length] : path;

    /// <summary>The lines of one stream of JSON lines; too many bad ones are summed up.</summary>
    public static IEnumerable<InputItem> ReadLines(Stream stream, string name)
    {
        int bad = 0, count = 0;
        foreach (JsonLine line in JsonLinesReader.Read(stream, name))
        {
            count++;
            string place = $"{name}: line {line.Number}";
            string? reason = line.Supplied is null ? line.Remark : line.Supplied.IsPage ? null : TooLong(line.Supplied.Text.Length);
            if (reason is null) yield return new InputItem(place) { Supplied = line.Supplied, Address = line.Supplied!.Metadata.Url, Remark = line.Remark };
            else if (++bad <= MostBadLines) yield return InputItem.Failed(place, reason);
        }

        if (bad > MostBadLines) yield return InputItem.Failed(name, $"{bad - MostBadLines} more bad lines");
        if (count == 0) yield return InputItem.Failed(name, "empty");
    }

    public static string? TooLong(int length) =>
        length > LongestText ? string.Create(CultureInfo.InvariantCulture, $"{length:N0} characters; an article has at most {LongestText:N0}") : null;

    /// <summary>The reason in words for what the file system refused.</summary>
    public static string ReasonOf(Exception e) => e switch
    {
        FileNotFoundException or DirectoryNotFoundException => "no such file or folder",
        UnauthorizedAccessException => "no right to read it",
        InvalidDataException => "damaged: " + e.Message,
        _ => e.Message,
    };

    private static bool HasEnding(string path, string ending) => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
