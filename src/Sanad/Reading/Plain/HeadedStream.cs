namespace Sanad.Reading.Plain;

/// <summary>A stream of which the first bytes were already taken.</summary>
public sealed class HeadedStream(byte[] head, Stream rest) : Stream
{
    private int _taken;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_taken == head.Length) return rest.Read(buffer, offset, count);
        int taken = Math.Min(count, head.Length - _taken);
        head.AsSpan(_taken, taken).CopyTo(buffer.AsSpan(offset));
        _taken += taken;
        return taken;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
