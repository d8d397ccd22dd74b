using System.Globalization;

namespace Sanad.Reading.Archives;

/// <summary>The head of a WARC record: version line and named fields (ISO 28500).</summary>
internal sealed record WarcHead
{
    /// <summary>Longest head in bytes; addresses of some thousand characters and cookies fit many times over.</summary>
    private const int Longest = 1 << 16;

    /// <summary>Longest line that tells the version, with room for blanks behind it.</summary>
    private const int LongestVersion = 20;

    /// <summary>Bytes that hold almost every head.</summary>
    private const int Usual = 1 << 12;

    public static ReadOnlySpan<byte> Magic => "WARC/"u8;

    /// <summary>In lower case.</summary>
    public required string Type { get; init; }

    /// <summary>Bytes of the block behind the head.</summary>
    public required long Length { get; init; }

    public required FieldLines Fields { get; init; }

    /// <summary>The address that was asked for; null where there is none.</summary>
    public string? Url => Bare(Fields["WARC-Target-URI"]);

    public DateTimeOffset? Date =>
        DateTimeOffset.TryParse(Fields["WARC-Date"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset date) ? date : null;

    /// <summary>Media type of the block, in lower case and without parameters.</summary>
    public string? BlockType => MediaType.Of(Fields["Content-Type"]);

    public string? RecordId => Bare(Fields["WARC-Record-ID"]);

    public string? PayloadDigest => Fields["WARC-Payload-Digest"];

    public string? BlockDigest => Fields["WARC-Block-Digest"];

    /// <summary>Why the crawler cut the block off (length, time, disconnect, unspecified); null where it did not.</summary>
    public string? Truncated => Fields["WARC-Truncated"];

    /// <summary>Whether the block goes on in records of type continuation, as hardly any writer has it.</summary>
    public bool IsSegment => Fields["WARC-Segment-Number"] is not null;

    public string? RefersToUrl => Bare(Fields["WARC-Refers-To-Target-URI"]);

    public string? RefersTo => Bare(Fields["WARC-Refers-To"]);

    /// <summary>Takes a head from the window.</summary>
    /// <param name="reason">Why there is none; then nothing is taken.</param>
    public static WarcHead? Read(ByteWindow window, out string? reason)
    {
        if (!window.Need(Magic.Length) || !window.Unread.StartsWith(Magic))
        {
            reason = "no record begins here";
            return null;
        }

        FieldLines? fields = null;
        int first = 0, length = 0;
        bool ended = false, more = true;
        for (int size = Usual; !ended && size <= Longest; size *= Longest / Usual)
        {
            more = size == Usual ? window.Fill(size) : window.Need(size);
            ReadOnlySpan<byte> bytes = window.Unread[..Math.Min(window.Unread.Length, Longest)];
            first = bytes[..Math.Min(bytes.Length, LongestVersion)].IndexOf((byte)'\n') + 1;
            if (first == 0) break;
            fields = FieldLines.Read(bytes[first..], strict: true, out length, out ended);
        }

        if (first == 0 || !IsVersion(window.Unread[..first])) reason = more || first > 0 ? "a version of WARC that is not known" : "breaks off in a record's head";
        else if (!ended) reason = fields is null ? "the record's head holds a line that is no field" : more ? "the record's head does not end" : "breaks off in a record's head";
        else reason = null;
        if (reason is not null) return null;
        if (fields!["WARC-Type"] is not { } type)
        {
            reason = "the record does not tell its type";
            return null;
        }

        if (!long.TryParse(fields["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out long block))
        {
            reason = "the record does not tell its length";
            return null;
        }

        window.Advance(first + length);
        return new WarcHead { Type = type.ToLowerInvariant(), Length = block, Fields = fields };
    }

    /// <summary>1.0 and 1.1, and the drafts 0.17 and 0.18 that old archives are written in.</summary>
    private static bool IsVersion(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> version = line[Magic.Length..].TrimEnd(" \r\n"u8);
        return version.SequenceEqual("1.0"u8) || version.SequenceEqual("1.1"u8) || version.SequenceEqual("0.18"u8) || version.SequenceEqual("0.17"u8);
    }

    /// <summary>Some writers, wget among them, put addresses between angle brackets, as an early grammar had it.</summary>
    private static string? Bare(string? uri) => uri is ['<', .., '>'] ? uri[1..^1] : uri;
}
