using System.Globalization;
using System.Net;
using Sanad.App.Cli;
using Sanad.App.Fetching;

namespace Sanad.App.Hooks;

/// <summary>What came of sending one message.</summary>
/// <param name="Status">Null where there was no answer.</param>
/// <param name="Error">Why it failed; null where the message was taken.</param>
/// <param name="IsGone">Whether the other side wants nothing more, ever.</param>
internal sealed record HookAnswer(int? Status, string? Error, bool IsGone = false, TimeSpan? RetryAfter = null);

/// <summary>Sends messages, past the same guard as what is fetched. Redirects are not followed: a message goes where its hook says, or nowhere.</summary>
internal sealed class HookSender(FetchSettings settings, ProxyChoice proxies, TimeProvider time) : IDisposable
{
    /// <summary>For one message, from the name's resolution to the answer's head.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private const int LongestReason = 300;

    private readonly Transport _transport = new(settings, proxies, time);

    /// <summary>Why no message can ever be sent there; null where one can be tried. Names are resolved only when one is.</summary>
    public static string? Refusal(string url, FetchSettings settings)
    {
        if (WebTarget.Read(url, out string? reason) is not { } target) return reason;
        return WebTarget.LiteralOf(target) is { } literal && new AddressGuard(settings.AllowPrivate).Refusal(literal) is { } kind ? GuardedConnection.Refused(target.IdnHost, literal, kind).Message : null;
    }

    /// <exception cref="OperationCanceledException">A stop was asked for.</exception>
    public async Task<HookAnswer> SendAsync(Hook hook, HookMessage message, CancellationToken stop)
    {
        if (WebTarget.Read(hook.Url, out string? wrong) is not { } target) return new HookAnswer(null, wrong);
        DateTimeOffset now = time.GetUtcNow();
        (string, string)[] headers =
        [
            ("webhook-id", message.Id), ("webhook-timestamp", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)), ("webhook-signature", HookSignature.Of(hook.Secret, message.Id, now, message.Body.Span)),
        ];
        var budget = new TimeBudget(settings.Transfer.Whole < Patience ? settings.Transfer.Whole : Patience, "no answer", time);
        try
        {
            (HttpStatusCode status, TimeSpan? retryAfter) = await budget.Spend(token => _transport.Post(target, message.Body, headers, token), stop).ConfigureAwait(false);
            return (int)status switch
            {
                >= 200 and < 300 => new HookAnswer((int)status, null),
                410 => new HookAnswer(410, "it said that it wants nothing more (410)", IsGone: true),
                >= 300 and < 400 => new HookAnswer((int)status, string.Create(CultureInfo.InvariantCulture, $"it answers with a redirect ({(int)status}), which is not followed")),
                _ => new HookAnswer((int)status, string.Create(CultureInfo.InvariantCulture, $"it answers {(int)status}"), RetryAfter: retryAfter),
            };
        }
        catch (FetchException e)
        {
            return new HookAnswer(null, Printable.Line(e.Message, LongestReason));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The boundary of a message: what one receiver makes our libraries stumble over must not cost the others.
            return new HookAnswer(null, Printable.Line($"could not be sent ({e.GetType().Name}: {e.Message})", LongestReason));
        }
    }

    public void Dispose() => _transport.Dispose();
}
