using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Sanad.App.Server.Hardening;

/// <summary>How many requests one sender may make: far more than a reader or a program that reads along, less than what keeps all others from it.</summary>
internal static class RequestRate
{
    /// <summary>Requests a second over time, and at once.</summary>
    public const int Sustained = 200, AtOnce = 600;

    public static void AddRequestRate(this IServiceCollection services, Func<HttpContext, IResult> refusal) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, IPAddress>(static context => RateLimitPartition.GetTokenBucketLimiter(
            SenderOf(context.Connection.RemoteIpAddress ?? IPAddress.None),
            static _ => new TokenBucketRateLimiterOptions { TokenLimit = AtOnce, TokensPerPeriod = Sustained, ReplenishmentPeriod = TimeSpan.FromSeconds(1), AutoReplenishment = true, QueueLimit = 0 }));
        options.OnRejected = async (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "1";
            await refusal(rejected.HttpContext).ExecuteAsync(rejected.HttpContext);
        };
    });

    /// <summary>An address as one sender: of IPv6 the network that one connection is given, which has addresses without end.</summary>
    private static IPAddress SenderOf(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        byte[] bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
