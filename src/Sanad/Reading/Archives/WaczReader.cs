using System.IO.Compression;
using System.Text.Json;

namespace Sanad.Reading.Archives;

/// <summary>
/// Reads the pages of a WACZ (Web Archive Collection Zipped, 1.1.1): a ZIP with WARC files below <c>archive/</c>, read in the order of their names, and
/// their digests in <c>datapackage.json</c>. Where the ZIP's directory is gone, the members of the WARC files in it are searched for, which WACZ writers
/// put there without compressing them again.
/// </summary>
public sealed class WaczReader : ArchiveReader
{
    /// <summary>A file in the ZIP that is said to decompress to more than so many times its size is a bomb.</summary>
    private const int BombRatio = 250;

    /// <summary>Bytes of the longest description that is read.</summary>
    private const int LongestDescription = 16 << 20;

    private readonly ArchivePosition _from;
    private readonly int _longest;
    private readonly ZipArchive? _zip;
    private readonly List<ZipArchiveEntry> _files = [];
    private readonly Dictionary<string, string> _digests = new(StringComparer.Ordinal);
    private readonly Queue<LostStretch> _remarks = [];
    private int _file;
    private long _bytesBefore;
    private Stream? _content;
    private WarcReader? _reader;
    private ArchiveTally _done;

    /// <param name="stream">Can seek, and stands at the ZIP's start; it stays the caller's.</param>
    /// <param name="from">Where to begin: the <see cref="ArchiveItem.End"/> of an earlier reading of the same archive.</param>
    public WaczReader(Stream stream, ArchivePosition from = default, int longest = LongestPage)
    {
        (_from, _longest, _file) = (from, longest, from.File);
        try
        {
            _zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            _files.AddRange(_zip.Entries.Where(IsWarc).OrderBy(static entry => entry.FullName, StringComparer.Ordinal));
            ReadDigests();
            if (_files.Count == 0) Remark("a ZIP without web archives in it");
        }
        catch (InvalidDataException)
        {
            _zip = null;
            if (from == default) Remark("the ZIP's directory is damaged or gone; pages are searched for in what is there");
            stream.Position = 0;
            _reader = new WarcReader(stream, from, compressed: true, longest);
        }

        for (int i = 0; i < Math.Min(_file, _files.Count); i++) _bytesBefore += _files[i].CompressedLength;
    }

    public override ArchiveTally Tally => _reader is { } reader ? _done + reader.Tally : _done;

    public override long BytesRead => _bytesBefore + (_reader?.BytesRead ?? 0);

    public override ArchiveItem? Next()
    {
        while (true)
        {
            if (_remarks.TryDequeue(out LostStretch? remark)) return remark;
            if (_reader is null && (_zip is null || !TryOpen()))
            {
                if (_remarks.Count > 0) continue;
                return null;
            }

            if (_reader is null) continue;
            try
            {
                if (_reader.Next() is { } item) return item;
            }
            catch (InvalidDataException e)
            {
                Remark($"{_files[_file].FullName}: {e.Message}");
            }

            Close();
        }
    }

    public override void Dispose()
    {
        Close();
        _zip?.Dispose();
    }

    /// <summary>Opens the next file that can be.</summary>
    /// <returns>False when there is none left.</returns>
    private bool TryOpen()
    {
        if (_file >= _files.Count) return false;
        ZipArchiveEntry entry = _files[_file];
        ArchivePosition from = _from.File == _file ? _from : new ArchivePosition(_file, 0, 0);
        try
        {
            if (entry.CompressedLength < entry.Length / BombRatio) throw new InvalidDataException("decompresses to hundreds of times its size");
            if (from.Offset == 0 && _digests.TryGetValue(entry.FullName, out string? said))
            {
                using Stream whole = entry.Open();
                if (Digest.Contradicts(said, whole)) Remark($"{entry.FullName} is not the file that datapackage.json describes: its digest is another");
            }

            _content = entry.Open();
            _reader = new WarcReader(_content, from, HasEnding(entry, ".gz"), _longest);
        }
        catch (InvalidDataException e)
        {
            Remark($"{entry.FullName}: {e.Message}");
            Close();
        }

        return true;
    }

    private void Close()
    {
        if (_reader is not null) _done += _reader.Tally;
        _reader?.Dispose();
        _content?.Dispose();
        (_reader, _content) = (null, null);
        if (_zip is null || _file >= _files.Count) return;
        _bytesBefore += _files[_file].CompressedLength;
        _file++;
    }

    private void ReadDigests()
    {
        if (_zip!.GetEntry("datapackage.json") is not { Length: < LongestDescription } description) return;
        try
        {
            using Stream stream = description.Open();
            byte[] bytes = new byte[description.Length];
            int count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            using JsonDocument json = JsonDocument.Parse(bytes.AsMemory(0, count));
            foreach (JsonElement resource in json.RootElement.GetProperty("resources").EnumerateArray())
            {
                if (resource.TryGetProperty("path", out JsonElement path) && resource.TryGetProperty("hash", out JsonElement hash)) _digests[path.GetString() ?? ""] = hash.GetString() ?? "";
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or InvalidDataException)
        {
            Remark("datapackage.json cannot be read, so no digest is checked");
        }
    }

    private void Remark(string reason)
    {
        var place = new ArchivePosition(_file, 0, 0);
        _remarks.Enqueue(new LostStretch(place, place, reason));
    }

    private static bool IsWarc(ZipArchiveEntry entry) => entry.FullName.StartsWith("archive/", StringComparison.OrdinalIgnoreCase) && (HasEnding(entry, ".warc") || HasEnding(entry, ".warc.gz"));

    private static bool HasEnding(ZipArchiveEntry entry, string ending) => entry.FullName.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
