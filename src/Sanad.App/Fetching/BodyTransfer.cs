using System.Buffers;

namespace Sanad.App.Fetching;

/// <summary>Receives a body as it is on the wire, bounded in size and by the least speed that a server has to keep.</summary>
internal sealed class BodyTransfer(TransferLimits limits, TimeProvider time)
{
    /// <exception cref="FetchException">It is too large or comes too slowly.</exception>
    /// <exception cref="IOException">The connection broke: what came until then is not the whole.</exception>
    public async Task<byte[]> Receive(Stream wire, long? announced, CancellationToken stop)
    {
        if (announced > limits.MostOnWire) throw TooLarge($"of {announced >> 20} MB");
        byte[] buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            int count = 0;
            long started = time.GetTimestamp();
            while (true)
            {
                if (count == buffer.Length) buffer = Grow(buffer, count);
                int read = await ReadInTime(wire, buffer.AsMemory(count), count, time.GetElapsedTime(started), stop).ConfigureAwait(false);
                if (read == 0) return buffer.AsSpan(0, count).ToArray();
                count += read;
                if (count > limits.MostOnWire) throw TooLarge("without end");
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>
    /// Each byte that has come buys time for the next: the line may fall behind the least speed by the grace and no further, and be silent no longer
    /// than that either.
    /// </summary>
    private async ValueTask<int> ReadInTime(Stream wire, Memory<byte> buffer, int received, TimeSpan elapsed, CancellationToken stop)
    {
        TimeSpan left = limits.Grace + TimeSpan.FromSeconds((double)received / limits.LeastPerSecond) - elapsed;
        if (left > limits.Grace) left = limits.Grace;
        using var late = left > TimeSpan.Zero ? new CancellationTokenSource(left, time) : new CancellationTokenSource(0);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, late.Token);
        try
        {
            return await wire.ReadAsync(buffer, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            throw new FetchException($"comes too slowly: {received} bytes in {elapsed.TotalSeconds + Math.Max(0, left.TotalSeconds):0.#} s");
        }
    }

    private static byte[] Grow(byte[] buffer, int count)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(0, count).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private FetchException TooLarge(string size) => new($"too large: an answer {size}; at most {limits.MostOnWire >> 20} MB are read");
}
