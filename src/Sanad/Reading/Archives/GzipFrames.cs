namespace Sanad.Reading.Archives;

/// <summary>Records in gzip members: one in each as the standard has it, several in one, or one over several.</summary>
internal sealed class GzipFrames : RecordFrames
{
    /// <summary>
    /// Bytes that are read again, in all, to look for records inside what a damaged member seemed to span. Beyond them looking goes on from where
    /// reading stood, so that members made to overlap cost no more than their own length.
    /// </summary>
    private const long MostReread = 256 << 20;

    /// <summary>Places that look like a member's head and are none; so many are no accident, and the rest is not worth the time.</summary>
    private const int MostFalseHeads = 200_000;

    private readonly int _file;
    private readonly ByteWindow _compressed;
    private readonly GzipMember _member;
    private bool _open;
    private long _reread;
    private int _falseHeads;

    public GzipFrames(Stream stream, ArchivePosition from)
    {
        _file = from.File;
        _compressed = new ByteWindow(stream, from.Offset);
        _member = new GzipMember(_compressed);
        Content = new ByteWindow(_member, goOn: _member.TryContinue);
        Start = from;
        if (from.Within > 0) Enter(from.Within);
    }

    public override ByteWindow Content { get; }

    public override ArchivePosition Next => _open ? new ArchivePosition(_file, _member.Start, Content.Offset) : new ArchivePosition(_file, _compressed.Offset, 0);

    public override long BytesRead => _compressed.Offset;

    public override bool TryBegin()
    {
        while (true)
        {
            if (!_open)
            {
                Start = Next;
                if (!_member.TryOpen()) return false;
                Content.Restart();
                _open = true;
            }

            SkipBlank(Content);
            if (Content.Fill(1))
            {
                Start = Next;
                return true;
            }

            _open = false;
        }
    }

    public override string? Check(long length) => null;

    public override string? End()
    {
        Content.Fill(WarcHead.Magic.Length);
        if (!MayFollow(Content.Unread[..Math.Min(Content.Unread.Length, WarcHead.Magic.Length)])) return "the record's length is wrong";
        SkipBlank(Content);
        // To the member's end, where its checksum is compared.
        if (!Content.Fill(1)) _open = false;
        return null;
    }

    public override void Resync(bool broken)
    {
        try
        {
            // What decompresses well is searched for the next record first; most often the member ends there.
            if (_open && !broken && SkipToRecord(Content)) return;
        }
        catch (InvalidDataException)
        {
            broken = true;
        }

        _open = false;
        if (broken) SkipToMember();
    }

    public override void Dispose()
    {
        Content.Dispose();
        _member.Dispose();
        _compressed.Dispose();
    }

    /// <summary>Opens a member and goes to a place in it, as when reading is taken up there.</summary>
    private void Enter(long within)
    {
        try
        {
            _open = _member.TryOpen() && Content.Skip(within) == within;
        }
        catch (InvalidDataException)
        {
            // The archive is another than it was; it is read from the member on, and what is damaged named there.
            _open = false;
            _compressed.Seek(_member.Start);
        }

    }

    private void SkipToMember()
    {
        _member.Close();
        long after = _member.Start + 1;
        if (_compressed.Offset < after)
        {
            if (_compressed.Fill(1)) _compressed.Advance(1);
        }
        else if (_compressed.CanSeek && _reread < MostReread)
        {
            _reread += _compressed.Offset - after;
            _compressed.Seek(after);
        }

        ReadOnlySpan<byte> magic = [0x1F, 0x8B, 8];
        while (_compressed.Fill(magic.Length))
        {
            int at = _falseHeads < MostFalseHeads ? _compressed.Unread.IndexOf(magic) : -1;
            _compressed.Advance(at < 0 ? _compressed.Unread.Length - magic.Length + 1 : at);
            if (at < 0) continue;
            if (GzipMember.BeginsRecord(_compressed)) return;
            _falseHeads++;
            _compressed.Advance(1);
        }

        _compressed.Advance(_compressed.Unread.Length);
    }
}
