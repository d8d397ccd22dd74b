using System.Net;

namespace Sanad.App.Fetching;

/// <summary>
/// The guard for what goes through a proxy, which resolves names itself: here it can only be asked what the name means on this side. See
/// <c>docs/decisions/0007-fetching.md</c>.
/// </summary>
internal static class ProxiedTarget
{
    /// <summary>Names of the inside that need not resolve on this side of the proxy.</summary>
    private static readonly string[] Inside = ["localhost", "local", "internal", "lan", "intranet", "corp", "home", "home.arpa", "localdomain"];

    /// <exception cref="FetchException">The target is refused.</exception>
    public static async Task Check(Uri target, AddressGuard guard, bool allowPrivate, CancellationToken stop)
    {
        string host = target.IdnHost.TrimEnd('.');
        if (!allowPrivate && WebTarget.LiteralOf(target) is null && IsInside(host)) throw new FetchException($"{host} is a name of the inside, which is not fetched without --allow-private") { IsRefused = true };
        IPAddress[] addresses;
        try
        {
            addresses = await GuardedConnection.Resolve(target.IdnHost, stop).ConfigureAwait(false);
        }
        catch (FetchException)
        {
            // Behind a proxy names of the outside are often not to be had; the proxy may know better.
            return;
        }

        foreach (IPAddress address in addresses)
        {
            if (guard.Refusal(address) is { } kind) throw GuardedConnection.Refused(target.IdnHost, address, kind);
        }
    }

    private static bool IsInside(string host)
    {
        if (!host.Contains('.')) return true;
        foreach (string name in Inside)
        {
            if (host.EndsWith("." + name, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
