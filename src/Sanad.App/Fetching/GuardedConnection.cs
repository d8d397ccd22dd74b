using System.Net;
using System.Net.Sockets;

namespace Sanad.App.Fetching;

/// <summary>
/// Opens connections to the addresses that the guard lets through. The name is resolved here and the connection goes to the very address
/// that was checked, so neither a redirect nor a name that resolves differently the second time (DNS rebinding) leads past the guard.
/// </summary>
internal sealed class GuardedConnection(AddressGuard guard)
{
    /// <summary>Addresses of one name that are tried.</summary>
    private const int MostAddresses = 6;

    /// <exception cref="FetchException">The name does not resolve, none of its addresses may be connected to, or none answers.</exception>
    public async ValueTask<Stream> Open(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        DnsEndPoint target = context.DnsEndPoint;
        IPAddress[] addresses = await Resolve(target.Host, stop).ConfigureAwait(false);
        IPAddress[] allowed = [.. addresses.Where(address => guard.Refusal(address) is null)];
        if (allowed.Length == 0) throw Refused(target.Host, addresses[0], guard.Refusal(addresses[0])!);
        SocketException? last = null;
        foreach (IPAddress address in allowed.Take(MostAddresses))
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, target.Port), stop).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException e)
            {
                socket.Dispose();
                last = e;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw new FetchException($"{target.Host} cannot be connected to: {last!.Message}") { IsUnreachable = true };
    }

    /// <summary>All addresses of a name.</summary>
    /// <exception cref="FetchException">It has none.</exception>
    public static async Task<IPAddress[]> Resolve(string host, CancellationToken stop)
    {
        try
        {
            IPAddress[] addresses = IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? literal) ? [literal] : await Dns.GetHostAddressesAsync(host, stop).ConfigureAwait(false);
            if (addresses.Length > 0) return addresses;
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            // Told below: no difference to the reader between a name that is not there and one that is none.
        }

        throw new FetchException($"the name {host} has no address") { IsUnreachable = true };
    }

    public static FetchException Refused(string host, IPAddress address, string kind) =>
        new($"{(host.Trim('[', ']') == address.ToString() ? host : $"{host} ({address})")} is {("aeiou".Contains(kind[0]) ? "an" : "a")} {kind} address, which is not fetched{(kind is "loopback" or "private" or "shared private" or "link-local" ? " without --allow-private" : "")}") { IsRefused = true };
}
