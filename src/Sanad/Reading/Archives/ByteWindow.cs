using System.Buffers;

namespace Sanad.Reading.Archives;

/// <summary>A stream seen through a window of bounded size that knows how far it is from the start.</summary>
internal sealed class ByteWindow : IDisposable
{
    /// <summary>Most bytes that can be looked at before they are taken.</summary>
    public const int Size = 1 << 17;

    private readonly Stream _stream;
    private readonly Func<bool>? _goOn;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(Size);
    private int _start, _end;

    /// <param name="stream">Stands at its start.</param>
    /// <param name="offset">Where in it to begin.</param>
    /// <param name="goOn">Opens what follows at the stream's end, when more is needed; false where nothing does.</param>
    public ByteWindow(Stream stream, long offset = 0, Func<bool>? goOn = null)
    {
        _goOn = goOn;
        _stream = stream;
        if (!stream.CanSeek) Skip(offset);
        else if (offset > 0) Seek(offset);
    }

    /// <summary>Of the next byte to be taken.</summary>
    public long Offset { get; private set; }

    /// <summary>What has been read and not yet taken.</summary>
    public ReadOnlySpan<byte> Unread => _buffer.AsSpan(_start, _end - _start);

    public bool CanSeek => _stream.CanSeek;

    /// <summary>Bytes in all; only where it can seek.</summary>
    public long Length => _stream.Length;

    /// <summary>Reads until at least so many bytes stand unread.</summary>
    /// <param name="count">At most <see cref="Size"/>.</param>
    /// <returns>False when the stream ends before.</returns>
    public bool Fill(int count)
    {
        while (_end - _start < count)
        {
            if (_start > 0 && (_start == _end || _buffer.Length - _start < count))
            {
                _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
                (_start, _end) = (0, _end - _start);
            }

            int read = _stream.Read(_buffer, _end, _buffer.Length - _end);
            if (read == 0) return false;
            _end += read;
        }

        return true;
    }

    /// <summary>As <see cref="Fill"/>, for bytes that have to be there: where the stream ends before, it is asked whether it goes on elsewhere.</summary>
    public bool Need(int count)
    {
        while (!Fill(count))
        {
            if (_goOn is null || !_goOn()) return false;
        }

        return true;
    }

    /// <summary>Takes bytes that stand unread.</summary>
    public void Advance(int count)
    {
        _start += count;
        Offset += count;
    }

    /// <summary>Takes so many bytes, or all that are left.</summary>
    /// <returns>How many it took.</returns>
    public long Skip(long count)
    {
        long left = count;
        while (left > 0)
        {
            if (_start == _end && CanSeek && left > Size)
            {
                // Never beyond the end, so that the offset stays true.
                long far = Math.Min(left, Math.Max(0, Length - Offset));
                Seek(Offset + far);
                return count - left + far;
            }

            if (_start == _end && !Need(1)) break;
            int step = (int)Math.Min(left, _end - _start);
            Advance(step);
            left -= step;
        }

        return count - left;
    }

    /// <summary>Takes bytes into a place of the caller's; fewer only where the stream ends.</summary>
    public int Take(Span<byte> target)
    {
        int taken = 0;
        while (taken < target.Length && (_start < _end || Need(1)))
        {
            int step = Math.Min(target.Length - taken, _end - _start);
            _buffer.AsSpan(_start, step).CopyTo(target[taken..]);
            Advance(step);
            taken += step;
        }

        return taken;
    }

    /// <summary>Goes to another place; only where it can seek.</summary>
    public void Seek(long offset)
    {
        long move = offset - Offset;
        if (move >= -_start && move <= _end - _start)
        {
            Advance((int)move);
            return;
        }

        _stream.Position = offset;
        (_start, _end, Offset) = (0, 0, offset);
    }

    /// <summary>Begins anew with a stream that does.</summary>
    public void Restart() => (_start, _end, Offset) = (0, 0, 0);

    public void Dispose()
    {
        if (_buffer.Length == 0) return;
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        (_start, _end) = (0, 0);
    }
}
