namespace Sanad.App.Cli.Commands.Brief;

/// <summary>Addresses that a page may link to.</summary>
internal static class WebAddress
{
    /// <summary>The address in its escaped form when it leads to the web; null for all else, scripts above all.</summary>
    public static string? Of(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) ? uri.AbsoluteUri : null;
}
