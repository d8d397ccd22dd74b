using System.Net;
using System.Net.Sockets;

namespace Sanad.App.Fetching;

/// <summary>
/// Tells which addresses a fetch may connect to: those of the public internet. A page or feed names the next address to ask,
/// so without this anybody who is read could make Sanad knock at what only its keeper's machine can reach.
/// </summary>
internal sealed class AddressGuard(bool allowPrivate)
{
    /// <summary>Ranges of the IANA special-purpose registry for IPv4, the narrower before the wider.</summary>
    private static readonly Range[] Ipv4 =
    [
        new("169.254.169.254/32", "metadata"), new("168.63.129.16/32", "metadata"), new("100.100.100.200/32", "metadata"), new("192.0.0.192/32", "metadata"),
        new("0.0.0.0/8", "unspecified"), new("127.0.0.0/8", "loopback", true),
        new("10.0.0.0/8", "private", true), new("172.16.0.0/12", "private", true), new("192.168.0.0/16", "private", true), new("100.64.0.0/10", "shared private", true),
        new("169.254.0.0/16", "link-local", true), new("198.18.0.0/15", "benchmarking"),
        new("192.0.2.0/24", "documentation"), new("198.51.100.0/24", "documentation"), new("203.0.113.0/24", "documentation"),
        new("192.0.0.0/24", "reserved"), new("192.88.99.0/24", "reserved"), new("224.0.0.0/4", "multicast"), new("240.0.0.0/4", "reserved"),
    ];

    /// <summary>What is named here, and all that is not global unicast (2000::/3), is refused.</summary>
    private static readonly Range[] Ipv6 =
    [
        new("fd00:ec2::254/128", "metadata"), new("fd20:ce::254/128", "metadata"),
        new("::/128", "unspecified"), new("::1/128", "loopback", true), new("fc00::/7", "private", true), new("fe80::/10", "link-local", true), new("fec0::/10", "private", true),
        new("ff00::/8", "multicast"), new("2001:db8::/32", "documentation"), new("3fff::/20", "documentation"),
        new("2001::/32", "Teredo tunnel"), new("2001::/23", "reserved"),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3"), SixToFour = IPNetwork.Parse("2002::/16"), Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>The kind of range for which the address is refused ("loopback", "private", "metadata" …); null when it may be connected to.</summary>
    public string? Refusal(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork) return In(Ipv4, address);
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return "unknown";
        // A scope only says through which card; ranges are compared without it.
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        var plain = new IPAddress(bytes);
        if (plain.IsIPv4MappedToIPv6 || Nat64.Contains(plain)) return In(Ipv4, new IPAddress(bytes[12..]));
        // Nobody publishes news at the end of a tunnel; one that leads inside is named for what it leads to.
        if (SixToFour.Contains(plain)) return new AddressGuard(false).Refusal(new IPAddress(bytes[2..6])) ?? "6to4 tunnel";
        return Ipv6.Any(range => range.Network.Contains(plain)) ? In(Ipv6, plain) : GlobalUnicast.Contains(plain) ? null : "reserved";
    }

    private string? In(Range[] ranges, IPAddress address)
    {
        foreach (Range range in ranges)
        {
            if (range.Network.Contains(address)) return allowPrivate && range.MayBeAllowed ? null : range.Kind;
        }

        return null;
    }

    /// <param name="MayBeAllowed">Whether the keeper's setting opens it. What no server can rightly have stays shut, and so do a cloud's keys.</param>
    private sealed record Range(string Prefix, string Kind, bool MayBeAllowed = false)
    {
        public IPNetwork Network { get; } = IPNetwork.Parse(Prefix);
    }
}
