using System.Net;
using Sanad.App.Cli;

namespace Sanad.App.Fetching;

/// <summary>
/// Fetches what stands at an address: politely, along redirects, and with every answer bounded and every failure given a reason. One for a run of the program;
/// safe to use from many threads.
/// </summary>
internal sealed class Fetcher : IDisposable
{
    /// <summary>Reasons quote what servers send, in UTF-16 code units.</summary>
    private const int LongestReason = 500;

    private readonly FetchSettings _settings;
    private readonly TimeProvider _time;
    private readonly PoliteTransport _transport;
    private readonly RobotsGate _robots;

    public Fetcher(FetchSettings settings, ProxyChoice proxies, TimeProvider time)
    {
        _settings = settings;
        _time = time;
        _transport = new PoliteTransport(new Transport(settings, proxies, time), settings.Courtesy, time);
        _robots = new RobotsGate(_transport, settings, time);
    }

    /// <param name="known">What is known of it already, to be told if it is unchanged; null for none.</param>
    /// <returns>A whole answer, or the reason why there is none.</returns>
    /// <exception cref="OperationCanceledException">A stop was asked for.</exception>
    public async Task<FetchResult> Fetch(string address, Validators? known, CancellationToken stop)
    {
        if (WebTarget.Read(address, out string? reason) is not { } target) return new FetchFailure(reason!, IsFinal: true);
        var chain = new RedirectChain(target, _settings.Transfer.MostRedirects);
        var budget = new TimeBudget(_settings.Transfer.Whole, "no whole answer", _time);
        try
        {
            while (true)
            {
                if (await _robots.Refusal(chain.Current, stop).ConfigureAwait(false) is { } refusal) return refusal with { Reason = Along(chain, refusal.Reason) };
                TransportAnswer answer = await _transport.Get(chain.Current, known, budget, stop).ConfigureAwait(false);
                if (!IsRedirect(answer.Status)) return ResultOf(answer, known, chain, _time.GetUtcNow());
                chain.Follow(LocationOf(answer));
            }
        }
        catch (FetchException e)
        {
            return new FetchFailure(Along(chain, e.Message), IsFinal: e.IsRefused);
        }
        catch (BusyException e)
        {
            return new FetchFailure(Along(chain, e.Message), e.Until);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The boundary of a request: what a server makes our libraries stumble over must not cost the other addresses.
            return new FetchFailure(Along(chain, $"could not be fetched ({e.GetType().Name}: {e.Message})"));
        }
    }

    public void Dispose()
    {
        _robots.Dispose();
        _transport.Dispose();
    }

    public static bool IsRedirect(HttpStatusCode status) => (int)status is 301 or 302 or 303 or 307 or 308;

    public static string? LocationOf(TransportAnswer answer) => answer.Headers.NonValidated.TryGetValues("Location", out System.Net.Http.Headers.HeaderStringValues values) ? values.ToString() : null;

    private static FetchResult ResultOf(TransportAnswer answer, Validators? known, RedirectChain chain, DateTimeOffset now)
    {
        string? etag = answer.Headers.NonValidated.TryGetValues("ETag", out System.Net.Http.Headers.HeaderStringValues values) ? values.ToString() : null;
        var validators = new Validators(chain.Current.AbsoluteUri, etag, answer.Modified);
        switch (answer.Status)
        {
            case HttpStatusCode.OK or HttpStatusCode.NonAuthoritativeInformation:
                return new WebAnswer(chain.Current, answer.Body) { At = now, ContentType = answer.ContentType, Validators = validators, FreshFor = FreshFor(answer) };
            case HttpStatusCode.NotModified when known is { IsEmpty: false }:
                return new WebAnswer(chain.Current, ReadOnlyMemory<byte>.Empty) { At = now, IsUnchanged = true, Validators = validators.IsEmpty ? known : validators, FreshFor = FreshFor(answer) };
            default:
                return new FetchFailure(Along(chain, ReasonOf(answer.Status)), IsFinal: answer.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone);
        }
    }

    private static TimeSpan? FreshFor(TransportAnswer answer) =>
        answer.Headers.CacheControl is { NoCache: false, NoStore: false, MaxAge: { } age } && age - (answer.Headers.Age ?? TimeSpan.Zero) is { Ticks: > 0 } left ? left : null;

    private static string ReasonOf(HttpStatusCode status) => (int)status switch
    {
        401 or 403 or 451 => $"the server does not let Sanad read it ({(int)status})",
        402 => "the server wants to be paid for it (402)",
        404 => "the server has no such page (404)",
        410 => "the server says that it is gone (410)",
        >= 500 => $"the server failed ({(int)status})",
        _ => $"the server answers {(int)status}",
    };

    private static string Along(RedirectChain chain, string reason) =>
        Printable.Line(chain.HasMoved && !reason.Contains("redirect", StringComparison.Ordinal) ? $"redirected to {chain.Current}: {reason}" : reason, LongestReason);
}
