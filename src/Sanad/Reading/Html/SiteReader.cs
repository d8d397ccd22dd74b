namespace Sanad.Reading.Html;

/// <summary>Tells whose page it is and under which address it is to be known.</summary>
internal static class SiteReader
{
    /// <summary>The outlet by its own name; where the page does not name it, the host's.</summary>
    public static (string Name, string Path)? Outlet(Page page, MetaFields fields, string? url)
    {
        if (Named(page.Meta("og:site_name")) is { } site) return (site, "meta og:site_name");
        if (Named(page.Linked.Publisher) is { } publisher) return (publisher, "json-ld publisher");
        foreach ((string name, string content) in fields.Of(page, "site"))
        {
            // "publisher" often is a person or a firm; the site's own name shares a word with its address.
            if (Named(content) is { } named && (HostOf(url) is not { } at || Letters.Of(named).Contains(LabelOf(at).Replace("-", "", StringComparison.Ordinal), StringComparison.Ordinal))) return (named, $"meta {name}");
        }

        string? host = HostOf(url);
        if (host is null) return null;
        string label = LabelOf(host);
        // "Judul - Kompas.com" on kompas.com names the outlet as it writes itself.
        if (TitleReader.TailOf(page.Document.Title) is { Length: < 40 } tail && Letters.Of(tail).StartsWith(label, StringComparison.Ordinal)) return (tail, "title");
        return (fields.Knows("hosting", label) ? host : host[host.IndexOf(label, StringComparison.Ordinal)..], "address");
    }

    /// <summary>
    /// The address that the page gives itself, where it is one of the same site and no other page's: a front page, a list. Else the one it was found under.
    /// </summary>
    /// <param name="found">Where the page was found; null for a file.</param>
    public static (string Url, string Path)? Address(Page page, string? found)
    {
        Uri? from = Absolute(found, null);
        foreach ((string? text, string path) in ((string?, string)[])[(page.Link("canonical"), "link canonical"), (page.Meta("og:url"), "meta og:url"), (page.Linked.Url, "json-ld url")])
        {
            if (Absolute(text?.Trim(), from) is not { } own) continue;
            if (from is null || (LabelOf(own.Host) == LabelOf(from.Host) && (own.AbsolutePath.Length > 1 || from.AbsolutePath.Length <= 1))) return (own.AbsoluteUri, path);
        }

        return from is null ? null : (found!, "found under");
    }

    /// <summary>The host without what precedes the site's own name: "www.", "m.", "amp.".</summary>
    public static string? HostOf(string? url)
    {
        if (Absolute(url, null) is not { } uri) return null;
        string host = uri.IdnHost;
        foreach (string prefix in (string[])["www.", "m.", "amp.", "mobile."])
        {
            if (host.StartsWith(prefix, StringComparison.Ordinal) && host.IndexOf('.', prefix.Length) > 0) return host[prefix.Length..];
        }

        return host;
    }

    /// <summary>An http or https address; a relative one beside the base.</summary>
    public static Uri? Absolute(string? text, Uri? from)
    {
        if (string.IsNullOrEmpty(text)) return null;
        bool made = from is null ? Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) : Uri.TryCreate(from, text, out uri);
        return made && (uri!.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0 ? uri : null;
    }

    /// <summary>The word of a host that is the site's own: "kompas" of nasional.kompas.com, "republika" of www.republika.co.id. A name that is no host is its own.</summary>
    public static string LabelOf(string host)
    {
        if (host.Length == 0 || char.IsAsciiDigit(host[^1])) return host;
        string[] labels = host.Split('.');
        int own = labels.Length - 2;
        // Under a country, "co", "com", "or", "go", "ac" and their like are not names.
        if (own > 0 && labels[^1].Length == 2 && labels[own].Length <= 3) own--;
        return own < 0 ? host : labels[own];
    }

    private static string? Named(string? name) => string.IsNullOrWhiteSpace(name) || name.Length > 80 || name.Contains("://", StringComparison.Ordinal) || name.IndexOf('@', StringComparison.Ordinal) > 0 ? null : name.Trim().TrimStart('@');
}
