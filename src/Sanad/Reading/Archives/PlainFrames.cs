namespace Sanad.Reading.Archives;

/// <summary>Records that follow each other uncompressed. Only their own lengths tell where they end.</summary>
internal sealed class PlainFrames(Stream stream, ArchivePosition from) : RecordFrames
{
    public override ByteWindow Content { get; } = new(stream, from.Offset);

    public override ArchivePosition Next => Start with { Offset = Content.Offset };

    public override long BytesRead => Content.Offset;

    public override bool TryBegin()
    {
        SkipBlank(Content);
        Start = new ArchivePosition(from.File, Content.Offset, 0);
        return Content.Fill(1);
    }

    /// <summary>Looks behind the block before it is read, so that a length that lies costs nothing but its own record.</summary>
    public override string? Check(long length)
    {
        if (!Content.CanSeek) return null;
        long block = Content.Offset;
        if (length > Content.Length - block) return "breaks off in a record";
        Content.Seek(block + length);
        Content.Fill(WarcHead.Magic.Length);
        bool may = MayFollow(Content.Unread[..Math.Min(Content.Unread.Length, WarcHead.Magic.Length)]);
        Content.Seek(block);
        return may ? null : "the record's length is wrong";
    }

    public override string? End()
    {
        Content.Fill(WarcHead.Magic.Length);
        if (!MayFollow(Content.Unread[..Math.Min(Content.Unread.Length, WarcHead.Magic.Length)])) return "the record's length is wrong";
        SkipBlank(Content);
        return null;
    }

    public override void Resync(bool broken)
    {
        // A wrong length may have led beyond records that are sound.
        int before = Content.CanSeek && Start.Offset > 0 ? 1 : 0;
        if (Content.CanSeek) Content.Seek(Start.Offset - before);
        SkipToRecord(Content, before + 1);
    }

    public override void Dispose() => Content.Dispose();
}
