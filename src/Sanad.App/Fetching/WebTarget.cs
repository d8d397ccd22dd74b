using System.Net;

namespace Sanad.App.Fetching;

/// <summary>Reads what is given as an address to fetch.</summary>
internal static class WebTarget
{
    /// <summary>Longest address, in UTF-16 code units; servers and browsers take far less.</summary>
    private const int Longest = 8192;

    /// <summary>Whether a name on the command line is meant as an address: it begins with a scheme and "://".</summary>
    public static bool IsAddress(string name)
    {
        int colon = name.IndexOf("://", StringComparison.Ordinal);
        return colon > 0 && name.AsSpan(0, colon).IndexOfAnyExcept(SchemeLetters) < 0;
    }

    /// <summary>An address over http or https without its fragment, which is for the reader and not for the server.</summary>
    /// <param name="reason">Why it is not fetched; null where it is.</param>
    public static Uri? Read(string address, out string? reason)
    {
        reason = null;
        if (address.Length > Longest) reason = $"longer than {Longest} characters";
        else if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || uri.Host.Length == 0) reason = "not an address that can be fetched";
        else return Check(uri, out reason);
        return null;
    }

    /// <inheritdoc cref="Read"/>
    public static Uri? Check(Uri uri, out string? reason)
    {
        reason = uri switch
        {
            _ when uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps => $"only http and https are fetched, not {uri.Scheme}",
            _ when uri.UserInfo.Length > 0 => "holds a user name or password, which Sanad does not send",
            _ when uri.Host.Length == 0 => "names no host",
            _ when uri.AbsoluteUri.Length > Longest => $"longer than {Longest} characters",
            _ => null,
        };
        if (reason is not null) return null;
        return uri.Fragment.Length == 0 ? uri : new Uri(uri.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped));
    }

    /// <summary>The address that the host part is, where it is one and no name; however it is written.</summary>
    public static IPAddress? LiteralOf(Uri uri) => IPAddress.TryParse(uri.IdnHost.Trim('[', ']'), out IPAddress? address) ? address : null;

    private static readonly System.Buffers.SearchValues<char> SchemeLetters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");
}
