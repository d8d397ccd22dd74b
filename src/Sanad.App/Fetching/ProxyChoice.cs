using System.Net;

namespace Sanad.App.Fetching;

/// <summary>
/// The proxy for an address, by the usual variables (HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY, in either case). .NET reads them; of NO_PROXY
/// it knows whole names only, so that <c>*</c> and names that stand for what is below them, as other programs have it, are looked for here.
/// </summary>
internal sealed class ProxyChoice(IWebProxy proxies, string? noProxy)
{
    private readonly string[] _direct = (noProxy ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static ProxyChoice FromEnvironment() =>
        new(HttpClient.DefaultProxy, Environment.GetEnvironmentVariable("no_proxy") ?? Environment.GetEnvironmentVariable("NO_PROXY"));

    /// <summary>The proxy to go through; null where the address is asked directly.</summary>
    public Uri? For(Uri address) => IsDirect(address.IdnHost) || proxies.IsBypassed(address) ? null : proxies.GetProxy(address);

    /// <summary>What .NET found as user and password in the proxy's variable; these go to the proxy only.</summary>
    public ICredentials? Credentials => proxies.Credentials;

    private bool IsDirect(string host)
    {
        foreach (string entry in _direct)
        {
            if (entry == "*") return true;
            ReadOnlySpan<char> name = entry.AsSpan().TrimStart('*').TrimStart('.');
            if (name.IsEmpty || !host.EndsWith(name, StringComparison.OrdinalIgnoreCase)) continue;
            if (host.Length == name.Length || host[host.Length - name.Length - 1] == '.') return true;
        }

        return false;
    }
}
