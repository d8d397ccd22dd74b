using System.IO.Pipelines;
using Microsoft.Extensions.Time.Testing;
using Sanad.App.Fetching;
using Xunit;

namespace Sanad.App.Tests.Fetching;

public sealed class BodyTransferTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly Pipe _pipe = new(new PipeOptions(pauseWriterThreshold: 0, useSynchronizationContext: false));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Task<byte[]> Receive(TransferLimits? limits = null, long? announced = null) => new BodyTransfer(limits ?? new TransferLimits(), _time).Receive(_pipe.Reader.AsStream(), announced, Stop);

    [Fact]
    public async Task Receives_what_comes()
    {
        byte[] sent = new byte[300_000];
        sent.AsSpan().Fill(7);
        await _pipe.Writer.WriteAsync(sent, Stop);
        await _pipe.Writer.CompleteAsync();
        Assert.Equal(sent, await Receive());
    }

    [Fact]
    public async Task Silence_beyond_the_grace_ends_it()
    {
        Task<byte[]> body = Receive();
        _time.Advance(TimeSpan.FromSeconds(14));
        Assert.False(body.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains("too slowly", (await Assert.ThrowsAsync<FetchException>(() => body)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_much_came_before_silence_ends_it_after_the_grace()
    {
        await _pipe.Writer.WriteAsync(new byte[1_000_000], Stop);
        Task<byte[]> body = Receive();
        _time.Advance(TimeSpan.FromSeconds(16));
        await Assert.ThrowsAsync<FetchException>(() => body);
    }

    [Fact]
    public async Task More_than_fits_is_refused_when_it_is_announced_and_when_it_comes()
    {
        var limits = new TransferLimits { MostOnWire = 1 << 20 };
        Assert.Contains("too large", (await Assert.ThrowsAsync<FetchException>(() => Receive(limits, 5 << 20))).Message, StringComparison.Ordinal);
        await _pipe.Writer.WriteAsync(new byte[2 << 20], Stop);
        Assert.Contains("too large", (await Assert.ThrowsAsync<FetchException>(() => Receive(limits))).Message, StringComparison.Ordinal);
    }
}
