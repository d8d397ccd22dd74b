namespace Sanad.Reading.Feeds;

/// <summary>The addresses of a list, made absolute.</summary>
internal static class ListAddress
{
    /// <summary>Longest address, in UTF-16 code units; browsers and servers refuse longer ones.</summary>
    private const int Longest = 8192;

    /// <summary>The address against its base, without the white space and line breaks that editors leave in it.</summary>
    /// <returns>Null for what is no http or https address.</returns>
    public static string? Resolve(string? address, Uri? to) => Parse(address, to)?.AbsoluteUri;

    /// <summary>The base that holds inside an element that declares <c>xml:base</c>.</summary>
    public static Uri? Inside(string? declared, Uri? outside) => Parse(declared, outside) ?? outside;

    public static Uri? Parse(string? address, Uri? to)
    {
        if (address is null || address.Length > Longest) return null;
        address = WithoutBreaks(address.Trim());
        if (address.Length == 0) return null;
        bool isAbsolute = address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        Uri? uri;
        if (isAbsolute ? !Uri.TryCreate(address, UriKind.Absolute, out uri) : to is null || !Uri.TryCreate(address, UriKind.Relative, out Uri? relative) || !Uri.TryCreate(to, relative, out uri)) return null;
        return uri.Scheme is "http" or "https" && uri.Host.Length > 0 ? uri : null;
    }

    private static string WithoutBreaks(string address) =>
        address.AsSpan().IndexOfAny('\n', '\r', '\t') < 0 ? address : string.Concat(address.Where(static c => c is not ('\n' or '\r' or '\t')));
}
