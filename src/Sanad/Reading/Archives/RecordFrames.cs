namespace Sanad.Reading.Archives;

/// <summary>Where records begin and end in a file, and where reading goes on when that is damaged.</summary>
internal abstract class RecordFrames : IDisposable
{
    /// <summary>The bytes of the records, decompressed.</summary>
    public abstract ByteWindow Content { get; }

    /// <summary>Of the record that was begun last.</summary>
    public ArchivePosition Start { get; protected set; }

    /// <summary>Where the next record begins, or the file ends. True between records only.</summary>
    public abstract ArchivePosition Next { get; }

    /// <summary>Bytes of the file, as it lies on the disk, up to which has been read.</summary>
    public abstract long BytesRead { get; }

    /// <summary>Goes to the next record.</summary>
    /// <returns>False at the file's end.</returns>
    /// <exception cref="InvalidDataException">It cannot be decompressed.</exception>
    public abstract bool TryBegin();

    /// <summary>Why a record whose block begins here cannot be of this length; null where nothing speaks against it.</summary>
    public abstract string? Check(long length);

    /// <summary>Goes behind the blank lines that end a record whose block has been taken.</summary>
    /// <returns>Why what was taken is not to be trusted; null where all is well.</returns>
    /// <exception cref="InvalidDataException">It cannot be decompressed.</exception>
    public abstract string? End();

    /// <summary>Goes to the next place behind <see cref="Start"/> where a record may begin, or to the file's end.</summary>
    /// <param name="broken">Whether decompressing failed.</param>
    public abstract void Resync(bool broken);

    public abstract void Dispose();

    /// <summary>
    /// Takes so many bytes of the content and more, until a record's first bytes stand at the head of a line. That line's feed may be damaged when the
    /// return before it is not.
    /// </summary>
    /// <returns>False where the content ends before.</returns>
    protected static bool SkipToRecord(ByteWindow content, int least = 1)
    {
        const int Before = 2;
        while (content.Fill(Before + WarcHead.Magic.Length))
        {
            ReadOnlySpan<byte> unread = content.Unread;
            int at = least;
            for (int found; (found = unread[at..].IndexOf(WarcHead.Magic)) >= 0; at++)
            {
                at += found;
                if (unread[at - 1] != (byte)'\n' && (at < Before || unread[at - Before] != (byte)'\r')) continue;
                content.Advance(at);
                return true;
            }

            least = 1;
            content.Advance(unread.Length - (Before + WarcHead.Magic.Length - 1));
        }

        content.Advance(content.Unread.Length);
        return false;
    }

    /// <summary>Takes the ends of lines; between records there should be two.</summary>
    protected static void SkipBlank(ByteWindow content)
    {
        while (content.Fill(1))
        {
            int at = content.Unread.IndexOfAnyExcept((byte)'\r', (byte)'\n');
            content.Advance(at < 0 ? content.Unread.Length : at);
            if (at >= 0) return;
        }
    }

    /// <summary>Whether what stands behind a record's block may: blank lines, another record, or nothing.</summary>
    protected static bool MayFollow(ReadOnlySpan<byte> behind) => behind.IsEmpty || behind[0] is (byte)'\r' or (byte)'\n' || (behind.Length >= WarcHead.Magic.Length && behind.StartsWith(WarcHead.Magic));
}
