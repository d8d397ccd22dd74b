using Sanad.Reading.Feeds.Markup;

namespace Sanad.Reading.Feeds;

/// <summary>Of the links of a feed or an entry the one that people follow: an alternate, a page rather than anything else.</summary>
internal struct AtomLinks
{
    private bool _isPage;

    public Uri? Address { get; private set; }

    /// <summary>What an alternate said that is no address.</summary>
    public string? Refused { get; private set; }

    public void Add(ListMarkup markup, Uri? place)
    {
        string rel = markup.Attribute("rel")?.Trim() ?? "alternate";
        if (!rel.Equals("alternate", StringComparison.OrdinalIgnoreCase) && !rel.EndsWith("/alternate", StringComparison.OrdinalIgnoreCase)) return;
        string? type = markup.Attribute("type"), href = markup.Attribute("href");
        // A link as RSS writes it, which feeds of mixed kind hold.
        if (href is null) href = markup.Line(isHtml: false);
        bool isPage = type is null || type.Contains("html", StringComparison.OrdinalIgnoreCase);
        if (Address is not null && (_isPage || !isPage)) return;
        if (ListAddress.Parse(href, ListAddress.Inside(markup.Attribute("xml:base"), place)) is { } address) (Address, _isPage) = (address, isPage);
        else Refused ??= href;
    }
}
