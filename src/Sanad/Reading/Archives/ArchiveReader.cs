namespace Sanad.Reading.Archives;

/// <summary>Reads the pages of a web archive of whatever form, one at a time.</summary>
public abstract class ArchiveReader : IDisposable
{
    /// <summary>Bytes of the longest page that is read; a longer one is no article.</summary>
    public const int LongestPage = 8 << 20;

    public abstract ArchiveTally Tally { get; }

    /// <summary>Bytes of the file, as it lies on the disk, that have been gone through. May be asked while another thread reads on.</summary>
    public abstract long BytesRead { get; }

    /// <summary>Opens an archive by its first bytes: a WACZ where they are a ZIP's, else a WARC.</summary>
    /// <param name="stream">The archive at its start; it stays the caller's.</param>
    /// <param name="from">Where to begin: the <see cref="ArchiveItem.End"/> of an earlier reading of the same archive.</param>
    /// <param name="compressed">Whether a WARC is in gzip members, where its first bytes are too damaged to tell.</param>
    /// <param name="longest">Bytes of the longest page to read.</param>
    public static ArchiveReader Open(Stream stream, ArchivePosition from = default, bool compressed = false, int longest = LongestPage)
    {
        if (!stream.CanSeek) return new WarcReader(stream, from, compressed, longest);
        Span<byte> head = stackalloc byte[2];
        stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return head.SequenceEqual("PK"u8) ? new WaczReader(stream, from, longest) : new WarcReader(stream, from, compressed, longest);
    }

    /// <returns>The next thing that the archive holds; null at its end.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public abstract ArchiveItem? Next();

    public abstract void Dispose();
}
