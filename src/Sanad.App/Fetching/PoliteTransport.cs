using System.Collections.Concurrent;
using System.Globalization;
using System.Net;

namespace Sanad.App.Fetching;

/// <summary>Sends requests as politely as <see cref="Courtesy"/> asks, and tries again where a host is busy.</summary>
internal sealed class PoliteTransport(Transport transport, Courtesy courtesy, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<string, HostGate> _gates = new(StringComparer.OrdinalIgnoreCase);
    private readonly SemaphoreSlim _parallel = new(courtesy.Parallel);

    public HostGate GateOf(Uri address) => _gates.GetOrAdd(address.Authority, static (host, self) => new HostGate(host, self.Courtesy, self.Time), (Courtesy: courtesy, Time: time));

    /// <param name="budget">Time that the network may take; what is used up is taken from it.</param>
    /// <exception cref="FetchException">There is no answer.</exception>
    /// <exception cref="BusyException">The host wants to be left alone.</exception>
    public async Task<TransportAnswer> Get(Uri address, Validators? known, TimeBudget budget, CancellationToken stop)
    {
        HostGate gate = GateOf(address);
        for (int tries = 1; ; tries++)
        {
            if (await gate.Enter(stop).ConfigureAwait(false) is { } closedUntil) throw new BusyException($"{gate} is left alone until {Clock(closedUntil)}, after it was busy or did not answer", closedUntil);
            DateTimeOffset until;
            string status;
            try
            {
                TransportAnswer answer = await Once(address, known, gate, budget, stop).ConfigureAwait(false);
                if (answer.Status is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable))
                {
                    gate.Answered();
                    return answer;
                }

                until = gate.Failed(transport.RetryAfter(answer.Headers.RetryAfter));
                status = answer.Status == HttpStatusCode.TooManyRequests ? "429, too many requests" : "503, not available";
            }
            finally
            {
                gate.Leave();
            }

            if (tries >= courtesy.MostTries) throw new BusyException($"{gate} answers {status}, after {tries} tries", until);
            if (until - time.GetUtcNow() > courtesy.LongestWait) throw new BusyException($"{gate} answers {status}, and asks to be left alone until {Clock(until)}", until);
        }
    }

    public void Dispose()
    {
        foreach (HostGate gate in _gates.Values) gate.Dispose();
        transport.Dispose();
        _parallel.Dispose();
    }

    private async Task<TransportAnswer> Once(Uri address, Validators? known, HostGate gate, TimeBudget budget, CancellationToken stop)
    {
        await _parallel.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            return await budget.Spend(token => transport.Get(address, known, token), stop).ConfigureAwait(false);
        }
        catch (FetchException e)
        {
            if (e.IsUnreachable) gate.Failed(null);
            else if (!e.IsRefused) gate.Answered();
            throw;
        }
        finally
        {
            _parallel.Release();
        }
    }

    private static string Clock(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}

/// <summary>A host is busy or wants to be left alone.</summary>
internal sealed class BusyException(string reason, DateTimeOffset until) : IOException(reason)
{
    public DateTimeOffset Until => until;
}
