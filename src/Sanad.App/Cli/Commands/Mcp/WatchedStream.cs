namespace Sanad.App.Cli.Commands.Mcp;

/// <summary>
/// One of the two standard streams of a session, of which each line is told. An input that ends is held open until all it asked is answered: the transport gives up whatever it works on
/// when its input ends, and who sends a question and closes would never hear of it.
/// </summary>
/// <param name="told">Given each line without its end.</param>
/// <param name="held">What the end of the input waits for.</param>
internal sealed class WatchedStream(Stream inner, Action<ReadOnlyMemory<byte>> told, Func<Task>? held = null) : Stream
{
    /// <summary>Longest line that is looked at, in bytes: more than any request or answer has.</summary>
    private const int LongestLine = 32 << 20;

    /// <summary>How long an end waits, at most.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly MemoryStream _line = new();

    public override bool CanRead => inner.CanRead;

    public override bool CanSeek => false;

    public override bool CanWrite => inner.CanWrite;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // Reading a console blocks, whatever it is asked to stop.
        int count = await Task.Run(() => inner.Read(buffer.Span), CancellationToken.None).WaitAsync(cancellationToken).ConfigureAwait(false);
        if (count > 0)
        {
            Take(buffer.Span[..count]);
            return count;
        }

        if (_line.Length > 0 && !buffer.IsEmpty)
        {
            // The last line has no end: it gets one, so that it is read before the end is waited for.
            Tell();
            buffer.Span[0] = (byte)'\n';
            return 1;
        }

        if (held is not null)
        {
            try
            {
                await held().WaitAsync(Patience, cancellationToken).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                // Whoever asked has left; what he asked takes too long.
            }
        }

        return 0;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await inner.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
        await inner.FlushAsync(cancellationToken).ConfigureAwait(false);
        Take(buffer.Span);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => WriteAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush() => inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            _line.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        for (int end = bytes.IndexOf((byte)'\n'); end >= 0; end = bytes.IndexOf((byte)'\n'))
        {
            Keep(bytes[..end]);
            Tell();
            bytes = bytes[(end + 1)..];
        }

        Keep(bytes);
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        if (_line.Length + bytes.Length <= LongestLine) _line.Write(bytes);
    }

    private void Tell()
    {
        told(_line.GetBuffer().AsMemory(0, (int)_line.Length));
        _line.SetLength(0);
    }
}
