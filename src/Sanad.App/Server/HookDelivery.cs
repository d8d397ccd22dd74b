using Microsoft.Extensions.Hosting;
using Sanad.App.Hooks;

namespace Sanad.App.Server;

/// <summary>Sends what waits for hooks, as long as the server runs.</summary>
internal sealed class HookDelivery(HookDeliverer deliverer) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(async () =>
    {
        try
        {
            await deliverer.RunAsync(stoppingToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server ends; what is not sent waits in the ledger.
        }
    }, stoppingToken);
}
