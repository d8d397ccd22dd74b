namespace Sanad.App.Fetching;

/// <summary>
/// Stands before one host: lets one request through at a time and the next not before its time. A host that is busy or does not answer is left alone
/// for a while, longer with each failure.
/// </summary>
internal sealed class HostGate(string host, Courtesy courtesy, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _lock = new();
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;
    private TimeSpan _interval = courtesy.Interval;
    private int _failures;

    /// <summary>Waits for the turn. <see cref="Leave"/> ends it.</summary>
    /// <returns>Null when the turn has come; else until when the host wants to be left alone, which is too long to wait, and no turn is taken.</returns>
    public async Task<DateTimeOffset?> Enter(CancellationToken stop)
    {
        await _turn.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            while (true)
            {
                DateTimeOffset notBefore = NotBefore;
                TimeSpan wait = notBefore - time.GetUtcNow();
                if (wait <= TimeSpan.Zero) break;
                if (wait > courtesy.LongestWait && _failures > 0)
                {
                    _turn.Release();
                    return notBefore;
                }

                await Task.Delay(wait, time, stop).ConfigureAwait(false);
            }

            NotBefore = time.GetUtcNow() + _interval;
            return null;
        }
        catch
        {
            _turn.Release();
            throw;
        }
    }

    public void Leave() => _turn.Release();

    /// <summary>The host answered as a host should.</summary>
    public void Answered()
    {
        lock (_lock) _failures = 0;
    }

    /// <summary>The host was busy or did not answer: the pause doubles, and is no shorter than the host asks for.</summary>
    /// <param name="asked">What its Retry-After asks for; null where it has none.</param>
    /// <returns>Until when it is left alone.</returns>
    public DateTimeOffset Failed(TimeSpan? asked)
    {
        lock (_lock)
        {
            double doubled = courtesy.FirstPause.TotalSeconds * Math.Pow(2, Math.Min(_failures++, 30));
            TimeSpan pause = TimeSpan.FromSeconds(Math.Min(doubled, courtesy.LongestPause.TotalSeconds));
            if (asked is { } wish && (wish > pause || _failures == 1)) pause = wish < courtesy.LongestRetryAfter ? wish : courtesy.LongestRetryAfter;
            DateTimeOffset until = time.GetUtcNow() + (pause > _interval ? pause : _interval);
            if (until > _notBefore) _notBefore = until;
            return _notBefore;
        }
    }

    /// <summary>Honours a Crawl-delay, up to a bound.</summary>
    public void SlowDownTo(TimeSpan crawlDelay)
    {
        TimeSpan bounded = crawlDelay < courtesy.LongestCrawlDelay ? crawlDelay : courtesy.LongestCrawlDelay;
        lock (_lock)
        {
            if (bounded <= _interval) return;
            // The request before this one, for robots.txt itself, went by the old interval.
            _notBefore += bounded - _interval;
            _interval = bounded;
        }
    }

    public override string ToString() => host;

    public void Dispose() => _turn.Dispose();

    private DateTimeOffset NotBefore
    {
        get
        {
            lock (_lock) return _notBefore;
        }
        set
        {
            lock (_lock) _notBefore = value;
        }
    }
}
