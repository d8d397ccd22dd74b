using System.Runtime.InteropServices;

namespace Sanad.App.Cli;

/// <summary>Nobody reads the standard output any more.</summary>
internal sealed class OutputClosedException : IOException;

/// <summary>The standard output takes nothing more: a full disk, mostly.</summary>
internal sealed class OutputFailedException(string reason) : IOException(reason);

/// <summary>
/// Buffered standard output that tells when its reader has gone. .NET's own console stream passes over a closed pipe in silence, so
/// that <c>sanad read folder | head -1</c> would go on reading the whole folder for nobody.
/// </summary>
internal sealed class StandardOutput : Stream
{
    private const int BrokenPipe = 32, Interrupted = 4;

    private readonly byte[] _buffer = new byte[1 << 16];
    private readonly Stream? _console = OperatingSystem.IsWindows() ? Console.OpenStandardOutput() : null;
    private int _count;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _buffer.Length - _count) Flush();
        if (bytes.Length > _buffer.Length)
        {
            Send(bytes);
            return;
        }

        bytes.CopyTo(_buffer.AsSpan(_count));
        _count += bytes.Length;
    }

    /// <exception cref="OutputClosedException">The reader has gone.</exception>
    /// <exception cref="OutputFailedException">The output cannot be written.</exception>
    public override void Flush()
    {
        int count = _count;
        _count = 0;
        if (count > 0) Send(_buffer.AsSpan(0, count));
    }

    /// <summary>For the way out, where another failure is already being told.</summary>
    public void FlushQuietly()
    {
        try
        {
            Flush();
        }
        catch (IOException)
        {
            _count = 0;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Send(ReadOnlySpan<byte> bytes)
    {
        if (_console is not null)
        {
            _console.Write(bytes);
            return;
        }

        while (!bytes.IsEmpty)
        {
            nint written = WriteTo(1, in MemoryMarshal.GetReference(bytes), bytes.Length);
            if (written > 0)
            {
                bytes = bytes[(int)written..];
                continue;
            }

            int error = Marshal.GetLastPInvokeError();
            if (error == Interrupted) continue;
            throw error == BrokenPipe ? new OutputClosedException() : new OutputFailedException(Marshal.GetPInvokeErrorMessage(error));
        }
    }

    [DllImport("libc", EntryPoint = "write", SetLastError = true)]
    private static extern nint WriteTo(int descriptor, in byte bytes, nint count);
}
