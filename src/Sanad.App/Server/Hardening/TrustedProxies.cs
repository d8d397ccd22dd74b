using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Sanad.App.Server.Hardening;

/// <summary>
/// Servers that stand before this one and say truly, in <c>X-Forwarded-For</c>, who asks them. Of anybody else the header is passed over: he could call himself anything. What a
/// sender may do never follows from his address; only how often he may ask does (<see cref="RequestRate"/>).
/// </summary>
internal static class TrustedProxies
{
    /// <param name="complaint">What is wrong with a row; null where nothing is.</param>
    /// <param name="rows">Each an address (<c>10.0.0.2</c>) or a network of them (<c>10.0.0.0/24</c>).</param>
    public static IReadOnlyList<IPNetwork> Read(IEnumerable<string> rows, out string? complaint)
    {
        var networks = new List<IPNetwork>();
        complaint = null;
        foreach (string row in rows)
        {
            if (IPAddress.TryParse(row, out IPAddress? address)) networks.Add(new IPNetwork(Plain(address), Plain(address).GetAddressBytes().Length * 8));
            else if (IPNetwork.TryParse(row, out IPNetwork network)) networks.Add(network);
            else complaint = string.Create(CultureInfo.InvariantCulture, $"'{row}' is no address of a server; one is 10.0.0.2, a network of them 10.0.0.0/24");
        }

        return networks;
    }

    /// <summary>Takes whoever stands last in the header, before all servers that are trusted, for the sender.</summary>
    public static void UseTrustedProxies(this IApplicationBuilder app, IReadOnlyList<IPNetwork> networks)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (IPNetwork network in networks) options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
