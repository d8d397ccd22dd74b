using System.Globalization;
using System.IO.Hashing;
using Sanad.App.Storage;
using Sanad.Reading.Archives;
using Sanad.Reading.Plain;

namespace Sanad.App.Input;

/// <summary>A web archive: its pages one after the other, and behind each a mark of how far that was.</summary>
internal static class ArchiveFile
{
    /// <summary>Bytes whose hash tells an archive from another one under the same name. Crawlers write name and time of the crawl into the first record.</summary>
    private const int HeadBytes = 1 << 16;

    /// <summary>Enough bytes, compressed or not, to tell how an archive begins.</summary>
    private const int ProbeBytes = 4096;

    /// <summary>Damaged stretches of one archive that are named one by one; the rest are counted.</summary>
    private const int MostNamed = 100;

    /// <summary>Whether the file opens as a web archive does, compressed or not. False where it cannot be read.</summary>
    public static bool IsArchive(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            if (!file.CanSeek) return false;
            byte[] head = new byte[ProbeBytes];
            return WarcReader.IsWarc(head.AsSpan(0, file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public static IEnumerable<InputItem> Read(string path, ArchiveReading archives)
    {
        FileStream? file = null;
        ArchiveMark? fresh = null;
        InputItem? refused = null;
        try
        {
            // Its own window buffers; a second buffer would be copied for nothing.
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            fresh = Identify(file, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            file?.Dispose();
            refused = InputItem.Failed(path, InputReader.ReasonOf(e));
        }

        if (refused is not null)
        {
            yield return refused;
            yield break;
        }

        using (file)
        {
            ArchiveMark? left = archives.MarkOf(fresh!);
            if (left is { IsFinished: true })
            {
                yield return InputItem.Reached(left) with { Remark = "read already; --again reads it anew" };
                yield break;
            }

            ArchiveMark mark = left ?? fresh!;
            foreach (InputItem item in ReadFrom(file!, mark, path, archives)) yield return item;
        }
    }

    /// <summary>An archive that comes through a pipe: read once from its start, and nothing is remembered of it.</summary>
    public static IEnumerable<InputItem> ReadStream(Stream stream, string name, ArchiveReading archives) =>
        ReadFrom(stream, new ArchiveMark(name, 0, "", default, false), name, archives);

    private static IEnumerable<InputItem> ReadFrom(Stream stream, ArchiveMark mark, string path, ArchiveReading archives)
    {
        using ArchiveReader reader = ArchiveReader.Open(stream, mark.Position, path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase));
        archives.Begin(mark, reader);
        int lost = 0, unresolved = 0;
        while (true)
        {
            ArchiveItem? item = Next(reader, out string? broken);
            if (broken is not null)
            {
                archives.End();
                yield return InputItem.Failed(path, broken);
                yield break;
            }

            if (item is null) break;
            if (item is ArchivedPage page)
            {
                // A feed sent as a page names links that nobody follows from within an archive; what it links to is in the archive or it is not.
                foreach (InputItem found in BodyReader.Read(BodyOf(page)).Where(static found => found.Link is null)) yield return found with { IsCandidate = true };
            }
            else if (item is UnresolvedRevisit) unresolved++;
            else if (item is LostStretch stretch && ++lost <= MostNamed) yield return InputItem.Failed(path, NameOf(stretch));

            yield return InputItem.Reached(mark with { Position = item.End });
        }

        ArchiveTally tally = reader.Tally;
        archives.End();
        if (lost > MostNamed) yield return InputItem.Failed(path, string.Create(CultureInfo.InvariantCulture, $"{lost - MostNamed:N0} more damaged stretches"));
        if (tally.Records == 0 && lost == 0 && mark.Position == default) yield return InputItem.Failed(path, "empty");
        else
        {
            yield return InputItem.Reached(mark with { IsFinished = true }) with
            {
                Remark = unresolved == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{unresolved:N0} records only say that a page was as in another archive"),
            };
        }
    }

    private static Body BodyOf(ArchivedPage page) => new(page.Url, page.Body)
    {
        Url = page.Url, ContentType = page.ContentType, Metadata = new Metadata { Fetched = page.Date }, Remark = page.Cut,
    };

    private static string NameOf(LostStretch stretch)
    {
        string file = stretch.Start.File > 0 ? string.Create(CultureInfo.InvariantCulture, $"file {stretch.Start.File + 1}, ") : "";
        return stretch.Start == stretch.End ? $"{file}{stretch.Reason}" : $"{file}bytes {stretch.Start} to {stretch.End}: {stretch.Reason}";
    }

    private static ArchiveItem? Next(ArchiveReader reader, out string? broken)
    {
        broken = null;
        try
        {
            return reader.Next();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            broken = InputReader.ReasonOf(e);
            return null;
        }
    }

    private static ArchiveMark Identify(FileStream file, string path)
    {
        if (!file.CanSeek) throw new IOException("a web archive is read from a file only");
        byte[] head = new byte[(int)Math.Min(HeadBytes, file.Length)];
        int count = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return new ArchiveMark(Path.GetFullPath(path), file.Length, Convert.ToHexStringLower(XxHash128.Hash(head.AsSpan(0, count))), default, false);
    }
}
