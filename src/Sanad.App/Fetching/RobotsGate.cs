using System.Collections.Concurrent;
using Sanad.Reading.Robots;

namespace Sanad.App.Fetching;

/// <summary>
/// Asks each site's robots.txt before anything else of it is fetched (RFC 9309): where there is none (4xx) all is allowed, where it cannot be had
/// (5xx, no answer) nothing is. Also for addresses that the user named: the program asks, whoever sent it.
/// </summary>
internal sealed class RobotsGate(PoliteTransport transport, FetchSettings settings, TimeProvider time) : IDisposable
{
    /// <summary>The RFC's bound on the use of a copy.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>After this a site whose robots.txt could not be had is asked for it again.</summary>
    private static readonly TimeSpan KeptFailure = TimeSpan.FromMinutes(5);

    private const int MostRedirects = 5;

    /// <summary>Sites that are remembered before those are forgotten whose time is over: a watch runs for months.</summary>
    private const int MostSites = 1000;

    private readonly ConcurrentDictionary<string, Site> _sites = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Why the address may not be fetched; null where it may.</summary>
    /// <exception cref="OperationCanceledException">A stop was asked for.</exception>
    public async Task<FetchFailure?> Refusal(Uri address, CancellationToken stop)
    {
        if (_sites.Count > MostSites) ForgetOld();
        Site site = _sites.GetOrAdd(address.GetLeftPart(UriPartial.Authority), static _ => new Site());
        await site.Turn.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            if (site.Answer is null || time.GetUtcNow() >= site.Expires)
            {
                site.Answer = await Ask(address, stop).ConfigureAwait(false);
                site.Expires = time.GetUtcNow() + (site.Answer.Failure is null ? Kept : KeptFailure);
                if (site.Answer.Rules?.CrawlDelay is { } delay) transport.GateOf(address).SlowDownTo(delay);
            }

            if (site.Answer.Failure is { } failure) return failure;
            if (site.Answer.Rules is not { } rules || rules.Allows(address)) return null;
            return new FetchFailure($"the robots.txt of {address.Authority} asks programs not to fetch it, and Sanad keeps to that, also for an address named by hand; save the page to a file to read it", IsFinal: true);
        }
        finally
        {
            site.Turn.Release();
        }
    }

    public void Dispose()
    {
        foreach (Site site in _sites.Values) site.Turn.Dispose();
    }

    /// <summary>One that is forgotten while somebody waits for it is only asked for once more.</summary>
    private void ForgetOld()
    {
        DateTimeOffset now = time.GetUtcNow();
        foreach ((string name, Site site) in _sites)
        {
            if (site.Answer is not null && site.Expires <= now) _sites.TryRemove(name, out _);
        }
    }

    private async Task<Answer> Ask(Uri address, CancellationToken stop)
    {
        var chain = new RedirectChain(new Uri(address, "/robots.txt"), MostRedirects);
        var budget = new TimeBudget(settings.Transfer.Whole, "no whole answer", time);
        try
        {
            while (true)
            {
                TransportAnswer answer = await transport.Get(chain.Current, null, budget, stop).ConfigureAwait(false);
                if (Fetcher.IsRedirect(answer.Status))
                {
                    // The RFC lets a robots.txt that is nowhere to be found count as none.
                    if (!chain.TryFollow(Fetcher.LocationOf(answer))) return Answer.AllowsAll;
                    continue;
                }

                if (answer.Body is { } body) return new Answer(RobotsRules.Parse(body, FetchSettings.RobotName), null);
                if ((int)answer.Status is >= 200 and < 300 or >= 400 and < 500) return Answer.AllowsAll;
                return NotHad(address, $"the server failed ({(int)answer.Status})", null);
            }
        }
        catch (FetchException e) when (e.IsRefused)
        {
            return new Answer(null, new FetchFailure(e.Message, IsFinal: true));
        }
        catch (FetchException e)
        {
            return NotHad(address, e.Message, null);
        }
        catch (BusyException e)
        {
            return NotHad(address, e.Message, e.Until);
        }
    }

    private static Answer NotHad(Uri address, string reason, DateTimeOffset? until) =>
        new(null, new FetchFailure($"the robots.txt of {address.Authority} cannot be had, without which nothing is fetched from there: {reason}", until));

    /// <param name="Rules">Null where all is allowed or all is not.</param>
    private sealed record Answer(RobotsRules? Rules, FetchFailure? Failure)
    {
        public static readonly Answer AllowsAll = new(null, null);
    }

    private sealed class Site
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public Answer? Answer { get; set; }

        public DateTimeOffset Expires { get; set; }
    }
}
