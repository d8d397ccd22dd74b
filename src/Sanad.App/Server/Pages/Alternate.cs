using System.Globalization;
using Sanad.App.Storage.Sqlite;

namespace Sanad.App.Server.Pages;

/// <summary>The same as a page for programs: told in its head, and linked where a reader sees it.</summary>
/// <param name="Type">Media type.</param>
public sealed record Alternate(string Name, string Type, string Address)
{
    public static IReadOnlyList<Alternate> OfStory(long story) => Of(string.Create(CultureInfo.InvariantCulture, $"/api/stories/{story}"), string.Create(CultureInfo.InvariantCulture, $"/feeds/stories/{story}"));

    /// <summary>None for a search that asks nothing.</summary>
    public static IReadOnlyList<Alternate> OfSearch(SearchQuery query)
    {
        if (query.IsEmpty) return [];
        string asked = Addresses.With("", ("q", query.Words), ("speaker", query.Speaker), ("act", query.Act), ("outlet", query.Outlet), ("from", query.From), ("to", query.To), ("kind", query.Kind));
        return Of("/api/search" + asked, "/feeds/search", asked);
    }

    public static IReadOnlyList<Alternate> OfChanges { get; } = Of("/api/changes", "/feeds/changes");

    private static Alternate[] Of(string api, string feed, string asked = "") =>
    [
        new("JSON", "application/json", api), new("Atom", "application/atom+xml", feed + ".atom" + asked), new("JSON Feed", "application/feed+json", feed + ".json" + asked),
    ];
}
