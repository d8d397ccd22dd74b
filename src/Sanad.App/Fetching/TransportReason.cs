namespace Sanad.App.Fetching;

/// <summary>Puts into words why a request came to nothing.</summary>
internal static class TransportReason
{
    public static FetchException Of(Exception e, Uri address, TransferLimits limits)
    {
        // What our own part of the connection said is the nearest cause.
        for (Exception? inner = e; inner is not null; inner = inner.InnerException)
        {
            if (inner is FetchException own) return own;
        }

        HttpRequestError? kind = e is HttpRequestException request ? request.HttpRequestError : (e as HttpIOException)?.HttpRequestError;
        return kind switch
        {
            HttpRequestError.NameResolutionError => Unreachable($"the name {address.Host} has no address"),
            HttpRequestError.ConnectionError => Unreachable($"{address.Host} cannot be connected to"),
            HttpRequestError.SecureConnectionError => Unreachable($"no trusted connection to {address.Host}: {InnermostOf(e)}"),
            HttpRequestError.ProxyTunnelError => Unreachable($"the proxy does not lead to {address.Host}"),
            HttpRequestError.ResponseEnded => new FetchException("cut short: the connection ended before the answer did"),
            HttpRequestError.ConfigurationLimitExceeded => new FetchException($"too large: headers of more than {limits.MostHeaderKilobytes} kB"),
            HttpRequestError.InvalidResponse => new FetchException($"damaged: not an answer as HTTP has it ({InnermostOf(e)})"),
            _ => Unreachable($"the connection to {address.Host} broke: {InnermostOf(e)}"),
        };
    }

    private static FetchException Unreachable(string reason) => new(reason) { IsUnreachable = true };

    private static string InnermostOf(Exception e)
    {
        while (e.InnerException is { } inner) e = inner;
        return e.Message;
    }
}
