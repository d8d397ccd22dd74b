using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Sanad.Tests.Reading.Archives;

/// <summary>Writes records as crawlers do, for tests, and remembers where each begins.</summary>
internal sealed class ArchiveBuilder(bool compressed = true, string version = "1.0")
{
    private readonly MemoryStream _bytes = new();
    private int _records;

    public List<long> Offsets { get; } = [];

    public byte[] Bytes => _bytes.ToArray();

    public static byte[] Gzip(byte[] bytes)
    {
        using var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(bytes);
        return output.ToArray();
    }

    public static byte[] Answer(string body, string type = "text/html; charset=utf-8", string fields = "", string status = "200 OK") => Answer(Encoding.UTF8.GetBytes(body), type, fields, status);

    public static byte[] Answer(byte[] body, string type = "text/html; charset=utf-8", string fields = "", string status = "200 OK") =>
        [.. Encoding.UTF8.GetBytes($"HTTP/1.1 {status}\r\nServer: test\r\nContent-Type: {type}\r\n{fields}\r\n"), .. body];

    /// <summary>A page of its own for each number, long enough to be in several of a decompressor's portions when it is asked to be.</summary>
    public static string Page(int number, int length = 0)
    {
        var page = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"<!doctype html><title>Halaman {number}</title><p>Isi halaman nomor {number}.</p>"));
        uint state = (uint)number + 1;
        while (page.Length < length) page.Append(CultureInfo.InvariantCulture, $"<p>{state = (state * 1664525) + 1013904223}</p>");
        return page.ToString();
    }

    public ArchiveBuilder AddPage(int number, int length = 0) => Add("response", $"https://arga.example/{number}", Answer(Page(number, length)));

    public ArchiveBuilder Add(string type, string? url, byte[] block, string fields = "", string? blockType = "application/http; msgtype=response", string? date = null)
    {
        Offsets.Add(_bytes.Length);
        byte[] record = Record(type, url, block, fields, blockType, date);
        _bytes.Write(compressed ? Gzip(record) : record);
        return this;
    }

    public ArchiveBuilder AddRaw(byte[] bytes)
    {
        _bytes.Write(bytes);
        return this;
    }

    private byte[] Record(string type, string? url, byte[] block, string fields, string? blockType, string? date)
    {
        string head = string.Create(CultureInfo.InvariantCulture,
            $"WARC/{version}\r\nWARC-Type: {type}\r\nWARC-Record-ID: <urn:uuid:{_records:D8}-0000-0000-0000-000000000000>\r\nWARC-Date: {date ?? $"2025-03-{10 + (_records % 20)}"}T08:00:00Z\r\n");
        if (url is not null) head += $"WARC-Target-URI: {url}\r\n";
        if (blockType is not null) head += $"Content-Type: {blockType}\r\n";
        _records++;
        return [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{head}{fields}WARC-Block-Digest: sha256:{Convert.ToHexStringLower(SHA256.HashData(block))}\r\nContent-Length: {block.Length}\r\n\r\n")), .. block, .. "\r\n\r\n"u8];
    }
}
