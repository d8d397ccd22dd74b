using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sanad.App.Json;
using Sanad.App.Server.Api;
using Sanad.App.Server.LedgerAccess;
using Sanad.App.Server.Pages;
using Sanad.App.Storage.Sqlite;

namespace Sanad.App.Server.Feeds;

/// <summary>What came in, as feed readers follow it: of the whole ledger, of a story, of a search.</summary>
internal static class FeedEndpoints
{
    /// <summary>Entries of a feed: the newest.</summary>
    private const int Most = 100;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (string format in (string[])["atom", "json"])
        {
            ApiEndpoints.Get(app, "/feeds/changes." + format, request => Answer(request, format, Changes(request)));
            ApiEndpoints.Get(app, "/feeds/search." + format, request => Answer(request, format, Search(request)));
            ApiEndpoints.Get(app, "/feeds/stories/{story}." + format, async request => await Answer(request, format, await StoryAsync(request)));
        }
    }

    private static Feed Changes(ApiRequest request)
    {
        (Guid ledger, IReadOnlyList<Change> changes) = request.Pool.Use(static ledger => (ledger.Identity(), ledger.Changes(null, null, long.MaxValue, Most)));
        return new Feed("Sanad: what came in", SelfOf(request.Http.Request), "/changes", $"urn:sanad:{ledger:N}:changes", [.. changes.Select(change => FeedItem.Of(change, ledger))]);
    }

    private static async Task<Feed> StoryAsync(ApiRequest request)
    {
        OpenStory story = await request.StoryAsync(request.Number("story"));
        (Guid ledger, IReadOnlyList<Change> changes) = request.Pool.Use(ledger => (ledger.Identity(), ledger.Changes(story.Number, null, long.MaxValue, Most)));
        return new Feed(story.Ledger.Title, SelfOf(request.Http.Request), Addresses.Story(story.Number), string.Create(CultureInfo.InvariantCulture, $"urn:sanad:{ledger:N}:story:{story.Number}"),
            [.. changes.Select(change => FeedItem.Of(change, ledger))]);
    }

    private static Feed Search(ApiRequest request)
    {
        string? words = request.Words("q");
        string? kind = request.OneOf("kind", ["statement", "figure", "article"]);
        var query = new SearchQuery(words?.Any(char.IsLetterOrDigit) == true ? words : null, request.Words("speaker"), request.Day("from"), request.Day("to"), request.OneOf("act", JsonNames<Act>.All), kind, Most / 2)
        {
            Outlet = request.Words("outlet"),
        };
        if (query.IsEmpty) throw new ProblemException(StatusCodes.Status400BadRequest, "say what to look for: q, speaker, act, outlet, from or to");
        (Guid ledger, IReadOnlyList<SearchFind> finds) = request.Pool.Use(ledger => (ledger.Identity(), ledger.Search(query)));
        string page = Addresses.With("/search", ("q", words), ("speaker", query.Speaker), ("act", query.Act), ("outlet", query.Outlet), ("from", query.From), ("to", query.To), ("kind", kind));
        string title = string.Join(", ", ((string?[])[words, query.Speaker, query.Act, query.Outlet, query.From, query.To]).OfType<string>());
        return new Feed($"Sanad: {title}", SelfOf(request.Http.Request), page, $"urn:sanad:{ledger:N}:search:{Uri.EscapeDataString(page)}",
            [.. finds.Select(find => FeedItem.Of(find, ledger)).DistinctBy(static item => item.Id).OrderByDescending(static item => item.Updated, StringComparer.Ordinal)]);
    }

    private static Task<IResult> Answer(ApiRequest request, string format, Feed feed)
    {
        string server = $"{request.Http.Request.Scheme}://{request.Http.Request.Host}";
        return Task.FromResult(format == "atom" ? Results.Bytes(AtomFeed.Write(feed, server), AtomFeed.MediaType) : new JsonAnswer(json => JsonFeed.Write(json, feed, server), JsonFeed.MediaType));
    }

    /// <summary>As it was asked for, in the escaped form.</summary>
    private static string SelfOf(HttpRequest request) => request.Path.ToUriComponent() + request.QueryString.ToUriComponent();
}
