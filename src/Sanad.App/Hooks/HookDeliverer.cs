using Sanad.App.Cli;
using Sanad.App.Server.LedgerAccess;
using Sanad.App.Storage;
using Sanad.App.Storage.Sqlite;

namespace Sanad.App.Hooks;

/// <summary>Sends what waits in the outbox: to each hook one message at a time, to several hooks at once.</summary>
internal sealed class HookDeliverer(LedgerPool pool, HookSender sender, Complaints complaints, TimeProvider time)
{
    /// <summary>Hooks that are told at once.</summary>
    private const int AtOnce = 8;

    /// <summary>From one look at the ledger to the next while nothing is due.</summary>
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(0.5), Troubled = TimeSpan.FromSeconds(10);

    private long? _seen;
    private DateTimeOffset? _next;

    /// <summary>Sends whatever comes due, until it is stopped. A ledger that cannot be read for a while is complained of and waited for.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            TimeSpan wait = Beat;
            try
            {
                if (await RoundAsync(stop).ConfigureAwait(false) is not (0, 0)) continue;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The boundary of a round: what fails in one is complained of, and the next tries again.
                complaints.Remark("hooks", e is LedgerException ? e.Message : $"{e.GetType().Name}: {e.Message}");
                wait = Troubled;
            }

            await Task.Delay(wait, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Sends all that is due until nothing is: how many messages were taken, and how many were not.</summary>
    /// <exception cref="LedgerException">The ledger cannot be read or written.</exception>
    public async Task<(int Delivered, int Failed)> DrainAsync(CancellationToken stop)
    {
        (int delivered, int failed) = (0, 0);
        while (await RoundAsync(stop).ConfigureAwait(false) is var round && round is not (0, 0)) (delivered, failed) = (delivered + round.Delivered, failed + round.Failed);
        return (delivered, failed);
    }

    private async Task<(int Delivered, int Failed)> RoundAsync(CancellationToken stop)
    {
        DateTimeOffset now = time.GetUtcNow();
        long version = pool.Version();
        if (version != _seen || _next <= now)
        {
            _seen = version;
            _next = pool.Use(static ledger => ledger.Hooks().NextDue());
        }

        if (_next is null || _next > now) return default;
        IReadOnlyList<Delivery> due = pool.Use(ledger => ledger.Hooks().Claim(now, AtOnce));
        // What is taken is sent and its end kept, also when a stop is asked for meanwhile: it takes no longer than one message may.
        bool[] taken = await Task.WhenAll(due.Select(SendAsync)).ConfigureAwait(false);
        _seen = null;
        stop.ThrowIfCancellationRequested();
        return (taken.Count(static one => one), taken.Count(static one => !one));
    }

    private async Task<bool> SendAsync(Delivery delivery)
    {
        (Hook? hook, Guid ledger, Change? change) = pool.Use(ledger => (ledger.Hooks().Find(delivery.Hook), ledger.Identity(), ledger.ChangesAfter(null, null, delivery.Change - 1, 1).FirstOrDefault()));
        // Whoever removed the hook meanwhile wants nothing sent.
        if (hook is null || change is null) return false;
        HookAnswer answer = await sender.SendAsync(hook, HookMessage.Of(delivery, change, ledger), CancellationToken.None).ConfigureAwait(false);
        pool.Use(ledger =>
        {
            HookStore store = ledger.Hooks();
            if (answer.Error is null) store.Delivered(delivery, time.GetUtcNow(), answer.Status!.Value);
            else if (answer.IsGone) store.End(delivery, time.GetUtcNow(), answer);
            else store.Failed(delivery, time.GetUtcNow(), answer);
            return true;
        });
        if (answer.IsGone) complaints.Remark($"hook {hook.Id}", answer.Error!);
        return answer.Error is null;
    }
}
