using System.Net;

namespace Sanad.App.Server.Hardening;

/// <summary>An address that the server may listen on.</summary>
internal static class ListenAddress
{
    /// <summary>What is wrong with it; null for an address that only this machine reaches.</summary>
    public static string? Refusal(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) || uri.Scheme != Uri.UriSchemeHttp || uri.PathAndQuery != "/")
            return $"'{url}' is no address to listen on; one is http://127.0.0.1:8080";
        return IsLoopback(uri.DnsSafeHost)
            ? null
            : $"does not listen on {uri.Authority}: there are no accounts, so whoever reaches that address could read the ledger. It listens on 127.0.0.1, ::1 and localhost";
    }

    /// <summary>Whether a host of an address is this machine and nobody else can mean another by it.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address));
}
