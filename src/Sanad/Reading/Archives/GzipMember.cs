using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Sanad.Reading.Archives;

/// <summary>
/// The decompressed bytes of one gzip member (RFC 1952). Unlike <see cref="GZipStream"/>, which runs the members of a file together and
/// reads ahead, it tells where a member begins and ends, so that reading can be taken up there; and its end is only its end when the
/// checksum agrees.
/// </summary>
internal sealed class GzipMember(ByteWindow compressed) : Stream
{
    /// <summary>Length of checksum and size behind the data.</summary>
    private const int Trailer = 8;

    /// <summary>Bytes handed to the decompressor at once. It keeps what it does not need, so the end is looked for in the last of these.</summary>
    private const int Portion = 8192;

    /// <summary>Compressed bytes that may be used to learn how a member begins.</summary>
    private const int ProbeBytes = 4096;

    /// <summary>
    /// A member beyond this many bytes that has come out more than so many times its size is a bomb. No crawl of pages comes near: they
    /// compress to a tenth or a twentieth.
    /// </summary>
    private const long BombBytes = 64 << 20, BombRatio = 250;

    private readonly Crc32 _checksum = new();
    private DeflateStream? _data;
    private int _given;
    private long _bytes, _started;

    /// <summary>Offset of the member's first byte in the file.</summary>
    public long Start { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Opens the member at the window's place.</summary>
    /// <returns>False where the file ends there.</returns>
    /// <exception cref="InvalidDataException">There are bytes, but no member.</exception>
    public bool TryOpen()
    {
        Close();
        Start = compressed.Offset;
        if (!compressed.Fill(1)) return false;
        OpenData();
        return true;
    }

    /// <summary>Goes on in the member that follows, at this one's end: some writers cut at blocks, not at records.</summary>
    /// <returns>False where none follows, or one that begins with a record of its own.</returns>
    public bool TryContinue()
    {
        if (_data is not null || !compressed.Fill(1) || BeginsRecord(compressed) || HeadLength(compressed.Unread) < 0) return false;
        OpenData();
        return true;
    }

    /// <returns>0 at the member's end.</returns>
    /// <exception cref="InvalidDataException">The data is damaged or breaks off, or the checksum does not agree.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (_data is null) return 0;
        int read = _data.Read(buffer);
        if (read == 0) Finish();
        _checksum.Append(buffer[..read]);
        _bytes += read;
        if (_bytes > BombBytes && _bytes / BombRatio > compressed.Offset - _started) throw new InvalidDataException("decompresses to hundreds of times its size");
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <summary>Whether a member stands at the window's place whose content begins as a record does. Takes nothing.</summary>
    public static bool BeginsRecord(ByteWindow compressed)
    {
        compressed.Fill(ProbeBytes);
        return BeginsRecord(compressed.Unread);
    }

    /// <inheritdoc cref="BeginsRecord(ByteWindow)"/>
    public static bool BeginsRecord(ReadOnlySpan<byte> bytes)
    {
        int head = HeadLength(bytes);
        if (head < 0) return false;
        byte[] portion = bytes[head..Math.Min(bytes.Length, head + ProbeBytes)].ToArray();
        Span<byte> first = stackalloc byte[WarcHead.Magic.Length];
        using var data = new DeflateStream(new MemoryStream(portion), CompressionMode.Decompress);
        try
        {
            return data.ReadAtLeast(first, first.Length, throwOnEndOfStream: false) == first.Length && first.SequenceEqual(WarcHead.Magic);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>Length of a member's head; -1 where none stands, or none that is whole.</summary>
    public static int HeadLength(ReadOnlySpan<byte> bytes)
    {
        const int HeadCrc = 2, Extra = 4, Name = 8, Comment = 16, Reserved = 0xE0, Fixed = 10;
        if (bytes.Length < Fixed || bytes[0] != 0x1F || bytes[1] != 0x8B || bytes[2] != 8 || (bytes[3] & Reserved) != 0) return -1;
        int flags = bytes[3], length = Fixed;
        if ((flags & Extra) != 0)
        {
            if (bytes.Length < length + 2) return -1;
            length += 2 + BinaryPrimitives.ReadUInt16LittleEndian(bytes[length..]);
        }

        for (int flag = Name; flag <= Comment; flag *= 2)
        {
            if ((flags & flag) == 0) continue;
            int zero = length < bytes.Length ? bytes[length..].IndexOf((byte)0) : -1;
            if (zero < 0) return -1;
            length += zero + 1;
        }

        if ((flags & HeadCrc) != 0) length += 2;
        return length <= bytes.Length ? length : -1;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Leaves the member where it stands.</summary>
    public override void Close()
    {
        _data?.Dispose();
        _data = null;
        _given = 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) Close();
        base.Dispose(disposing);
    }

    private void OpenData()
    {
        compressed.Fill(ProbeBytes);
        int head = HeadLength(compressed.Unread);
        if (head < 0)
        {
            compressed.Fill(ByteWindow.Size);
            head = HeadLength(compressed.Unread);
        }

        if (head < 0) throw new InvalidDataException("no gzip member begins here");
        _started = compressed.Offset;
        compressed.Advance(head);
        _checksum.Reset();
        _bytes = 0;
        _given = 0;
        _data = new DeflateStream(new Portions(this), CompressionMode.Decompress);
    }

    /// <summary>The decompressor does not tell how many of the bytes it was given were its own, but behind them stand checksum and size, which are known here.</summary>
    private void Finish()
    {
        Span<byte> trailer = stackalloc byte[Trailer];
        _checksum.GetCurrentHash(trailer);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], (uint)_bytes);
        bool whole = compressed.Fill(_given + Trailer);
        ReadOnlySpan<byte> tail = compressed.Unread;
        // No data is shorter than two bytes; that of an empty member ends like the zeros that its checksum and size are.
        int from = _bytes == 0 ? 2 : 0, to = Math.Min(tail.Length, _given + Trailer), at = to < from ? -1 : tail[from..to].IndexOf(trailer);
        Close();
        if (at < 0) throw new InvalidDataException(whole ? "the checksum does not agree" : "breaks off");
        compressed.Advance(from + at + Trailer);
    }

    /// <summary>The file's bytes in portions, each taken from the window only when the next one is asked for.</summary>
    private sealed class Portions(GzipMember member) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer) => member.Give(buffer);

        public override int Read(byte[] buffer, int offset, int count) => member.Give(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    private int Give(Span<byte> buffer)
    {
        compressed.Advance(_given);
        _given = 0;
        if (!compressed.Fill(1)) throw new InvalidDataException("breaks off");
        ReadOnlySpan<byte> unread = compressed.Unread;
        _given = Math.Min(unread.Length, Math.Min(buffer.Length, Portion));
        unread[.._given].CopyTo(buffer);
        return _given;
    }
}
