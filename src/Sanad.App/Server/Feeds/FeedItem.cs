using System.Globalization;
using Sanad.App.Server.Pages;
using Sanad.App.Storage.Sqlite;

namespace Sanad.App.Server.Feeds;

/// <summary>An entry of a feed.</summary>
/// <param name="Id">A URI that stays, whatever the server is called.</param>
/// <param name="Path">The page that shows it, relative to the server.</param>
/// <param name="Updated">RFC 3339.</param>
internal sealed record FeedItem(string Id, string Title, string Text, string Path, string? Outlet, string? Url, string Updated)
{
    /// <summary>Longest title, in UTF-16 code units.</summary>
    private const int Longest = 120;

    public static FeedItem Of(Change change, Guid ledger)
    {
        string verb = change.Kind switch
        {
            "added" => "New story",
            "joined" => "New article",
            "moved" => "Moved here",
            "split" => "Story split",
            "merged" => "Stories joined",
            "changed" => "Text changed",
            "figure" => "Figure moved",
            "revised" => "Figure revised",
            "denied" => "Denied",
            _ => change.Kind,
        };
        string path = change.Spans.Count > 0 ? Addresses.Article(change.Article, change.Spans) : Addresses.Article(change.Article);
        return new FeedItem(string.Create(CultureInfo.InvariantCulture, $"urn:sanad:{ledger:N}:change:{change.Number}"), $"{verb}: {Cut(change.Text)}", change.Text, path, change.Outlet, change.Url, TimeOf(change.Day));
    }

    public static FeedItem Of(SearchFind find, Guid ledger)
    {
        string path = find.Spans.Count > 0 && find.Kind != "article" ? Addresses.Article(find.Article, find.Spans) : Addresses.Article(find.Article);
        string title = find.Kind == "statement" ? $"{find.Speaker ?? "Somebody"}: {Cut(find.Quote)}" : find.Kind == "figure" ? Cut(find.Quote) : Cut(find.Title ?? find.Source);
        // The words are part of what it is: a changed text is another find.
        return new FeedItem(string.Create(CultureInfo.InvariantCulture, $"urn:sanad:{ledger:N}:{find.Kind}:{find.Article}:{find.Hash[7..23]}:{find.Entry}"), title, find.Quote, path, find.Outlet, find.Url, TimeOf(find.Day));
    }

    /// <summary>The ledger tells days; their first moment in UTC stands for them.</summary>
    private static string TimeOf(string? day) => (day is { Length: 10 } ? day : "1970-01-01") + "T00:00:00Z";

    private static string Cut(string text) => Cli.Printable.Line(text, Longest);
}

/// <summary>A feed of the ledger.</summary>
/// <param name="Self">Its own address, relative to the server.</param>
/// <param name="Page">The page that shows the same, relative to the server.</param>
/// <param name="Id">A URI that stays.</param>
internal sealed record Feed(string Title, string Self, string Page, string Id, IReadOnlyList<FeedItem> Items);
