using System.Net;

namespace Sanad.App.Server.Hardening;

/// <summary>An address that the server may listen on.</summary>
internal static class ListenAddress
{
    /// <summary>What is wrong with it; null for one that it may listen on: that only this machine reaches, or others too where there is something to ask them for.</summary>
    /// <param name="isGuarded">Asked only where others could reach it: whether people sign in, or the ledger has a token that holds.</param>
    public static string? Refusal(string url, Func<bool> isGuarded)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) || uri.Scheme != Uri.UriSchemeHttp || uri.PathAndQuery != "/")
            return $"'{url}' is no address to listen on; one is http://127.0.0.1:8080";
        return IsLoopback(uri.DnsSafeHost) || isGuarded()
            ? null
            : $"does not listen on {uri.Authority}: there is no token, and nobody signs in, so whoever reaches that address could read the ledger. `sanad token add` gives one, --oidc-issuer has people sign in; without it listens on 127.0.0.1, ::1 and localhost";
    }

    /// <summary>Whether only this machine reaches an address that <see cref="Refusal"/> lets pass.</summary>
    public static bool IsOwn(string url) => IsLoopback(new Uri(url).DnsSafeHost);

    /// <summary>Whether a host of an address is this machine and nobody else can mean another by it.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address));
}
