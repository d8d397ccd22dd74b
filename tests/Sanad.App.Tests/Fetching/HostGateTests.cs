using Microsoft.Extensions.Time.Testing;
using Sanad.App.Fetching;
using Xunit;

namespace Sanad.App.Tests.Fetching;

public sealed class HostGateTests
{
    private static readonly DateTimeOffset Start = new(2025, 3, 13, 8, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Start);

    private HostGate Gate(Courtesy? courtesy = null) => new("arga.example", courtesy ?? new Courtesy(), _time);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task Pass(HostGate gate)
    {
        Assert.Null(await gate.Enter(Stop));
        gate.Leave();
    }

    [Fact]
    public async Task One_request_a_second()
    {
        using HostGate gate = Gate();
        await Pass(gate);
        Task<DateTimeOffset?> second = gate.Enter(Stop);
        Assert.False(second.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.False(second.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Null(await second);
    }

    [Fact]
    public async Task One_request_at_a_time()
    {
        using HostGate gate = Gate();
        Assert.Null(await gate.Enter(Stop));
        Task<DateTimeOffset?> second = gate.Enter(Stop);
        _time.Advance(TimeSpan.FromHours(1));
        Assert.False(second.IsCompleted);
        gate.Leave();
        Assert.Null(await second);
    }

    [Theory]
    [InlineData(7, 7)]
    [InlineData(3600, 30)]
    [InlineData(0.2, 1)]
    public async Task A_crawl_delay_is_honoured_up_to_a_bound(double asked, double honoured)
    {
        using HostGate gate = Gate();
        await Pass(gate);
        gate.SlowDownTo(TimeSpan.FromSeconds(asked));
        Task<DateTimeOffset?> second = gate.Enter(Stop);
        _time.Advance(TimeSpan.FromSeconds(honoured) - TimeSpan.FromMilliseconds(1));
        Assert.False(second.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Null(await second);
    }

    [Fact]
    public void Pauses_double_within_bounds()
    {
        using HostGate gate = Gate();
        Assert.Equal([2, 4, 8, 16], Enumerable.Range(0, 4).Select(_ => (gate.Failed(null) - Start).TotalSeconds));
        for (int i = 0; i < 100; i++) gate.Failed(null);
        Assert.Equal(TimeSpan.FromHours(1), gate.Failed(null) - Start);
    }

    [Fact]
    public void A_success_ends_the_doubling()
    {
        using HostGate gate = Gate();
        for (int i = 0; i < 5; i++) gate.Failed(null);
        gate.Answered();
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(TimeSpan.FromSeconds(2), gate.Failed(null) - _time.GetUtcNow());
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(45, 45)]
    [InlineData(7200, 7200)]
    [InlineData(864000, 86400)]
    public void A_host_is_left_alone_as_long_as_it_asks_within_bounds(int asked, int honoured)
    {
        using HostGate gate = Gate();
        Assert.Equal(TimeSpan.FromSeconds(honoured), gate.Failed(TimeSpan.FromSeconds(asked)) - Start);
    }

    [Fact]
    public async Task A_short_pause_is_waited_for_and_a_long_one_is_not()
    {
        using HostGate gate = Gate();
        gate.Failed(TimeSpan.FromSeconds(60));
        Task<DateTimeOffset?> waiting = gate.Enter(Stop);
        Assert.False(waiting.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(60));
        Assert.Null(await waiting);
        gate.Leave();

        DateTimeOffset until = gate.Failed(TimeSpan.FromSeconds(61));
        Assert.Equal(until, await gate.Enter(Stop));
        _time.Advance(TimeSpan.FromSeconds(61));
        await Pass(gate);
    }

    [Fact]
    public async Task A_slow_pace_is_no_failure_and_is_waited_for()
    {
        using HostGate gate = Gate(new Courtesy { Interval = TimeSpan.FromMinutes(5) });
        await Pass(gate);
        Task<DateTimeOffset?> second = gate.Enter(Stop);
        _time.Advance(TimeSpan.FromMinutes(5));
        Assert.Null(await second);
    }

    [Fact]
    public async Task Who_is_told_to_stop_while_waiting_gives_the_turn_back()
    {
        using HostGate gate = Gate();
        await Pass(gate);
        using var stop = new CancellationTokenSource();
        Task<DateTimeOffset?> waiting = gate.Enter(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        _time.Advance(TimeSpan.FromSeconds(1));
        await Pass(gate);
    }
}
