using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sanad.App.Server.Api;
using Sanad.App.Server.LedgerAccess;
using Sanad.App.Server.Pages.Articles;
using Sanad.App.Server.Pages.Compare;
using Sanad.App.Server.Pages.Story;
using Sanad.App.Server.Pages.Versions;
using Sanad.App.Storage.Sqlite;
using Sanad.Text;

namespace Sanad.App.Server.Pages;

/// <summary>The addresses of the pages for people.</summary>
internal static class PageEndpoints
{
    private const int StoriesOnAPage = 20, StatementsOnAPage = 60, ChangesOnAPage = 100, StoryChanges = 200, FindsOfAKind = 20;

    public static void Map(IEndpointRouteBuilder app)
    {
        Get(app, "/", Front);
        Get(app, "/stories/{number:long}", static (long number, HttpContext http, StoryCache stories, LedgerPool pool, ServerSettings settings) => Story(number, null, http, stories, pool, settings));
        Get(app, "/stories/{number:long}/{section}", static (long number, string section, HttpContext http, StoryCache stories, LedgerPool pool, ServerSettings settings) =>
            StorySections.All.Contains(section, StringComparer.Ordinal) ? Story(number, section, http, stories, pool, settings) : Task.FromResult(Fault(StatusCodes.Status404NotFound)));
        Get(app, "/stories/{number:long}/compare", Compare);
        Get(app, "/articles/{number:long}", Article);
        Get(app, "/articles/{number:long}/versions", Versions);
        Get(app, "/parties/{id}", Party);
        Get(app, "/search", Search);
        Get(app, "/changes", Changes);
        app.MapFallback(static () => Fault(StatusCodes.Status404NotFound)).WithMetadata(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
    }

    private static void Get(IEndpointRouteBuilder app, string pattern, Delegate handler) => app.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], handler);

    /// <summary>The page that tells what went wrong.</summary>
    public static IResult Fault(int status) => new PageResult<FaultPage>(status, status);

    private static PageResult<FrontPage> Front(HttpContext http, StoryList stories, ServerSettings settings)
    {
        bool all = http.Request.Query["all"] == "1";
        int number = PageNumber.Of(http.Request.Query);
        IReadOnlyList<StoryHead> heads = stories.Heads(all, (number - 1) * StoriesOnAPage, StoriesOnAPage + 1);
        return new(new FrontModel([.. heads.Take(StoriesOnAPage)], all, number, heads.Count > StoriesOnAPage, settings.Example));
    }

    private static async Task<IResult> Story(long number, string? section, HttpContext http, StoryCache stories, LedgerPool pool, ServerSettings settings)
    {
        if (await stories.FindAsync(number, http.RequestAborted) is not { } story) return Fault(StatusCodes.Status404NotFound);
        string? since = Day(http.Request.Query["since"]);
        IReadOnlyList<Change> changes = section is null or StorySections.Changes ? pool.Use(ledger => ledger.Changes(number, since, long.MaxValue, StoryChanges)) : [];
        return new PageResult<StoryPage>(new StoryModel(story, section, StatementFilter.Of(http.Request.Query), PageNumber.Of(http.Request.Query), since, changes, settings.Example == number));
    }

    private static async Task<IResult> Compare(long number, HttpContext http, StoryCache stories)
    {
        if (await stories.FindAsync(number, http.RequestAborted) is not { } story) return Fault(StatusCodes.Status404NotFound);
        return Number(http, "a") is { } a && Number(http, "b") is { } b && story.Find(a) is { } first && story.Find(b) is { } second
            ? new PageResult<ComparePage>(new CompareModel(story, first, second))
            : Fault(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Article(long number, HttpContext http, StoryCache stories, LedgerPool pool)
    {
        if (pool.Use(ledger => ledger.PlaceOf(number)) is not { } place) return Fault(StatusCodes.Status404NotFound);
        return await stories.FindAsync(place.Story, http.RequestAborted) is { } story && story.Find(number) is { } analysis
            ? new PageResult<ArticlePage>(new ArticleModel(place, story, analysis, pool.Use(ledger => ledger.Corrections()).Holding.Where(correction => correction.Targets.Any(target => target.Text == analysis.Article.Hash)).ToList(), Span(http.Request.Query["at"], analysis.Article.Text.Length), Number(http, "changed")))
            : Fault(StatusCodes.Status404NotFound);
    }

    /// <summary>The last two versions, where the address names no others.</summary>
    private static async Task<IResult> Versions(long number, HttpContext http, StoryCache stories, LedgerPool pool)
    {
        if (pool.Use(ledger => ledger.PlaceOf(number)) is not { Versions: [.., _, var last] } place) return Fault(StatusCodes.Status404NotFound);
        (long a, long b) = (Number(http, "a") ?? last.Number - 1, Number(http, "b") ?? last.Number);
        if (pool.Use(ledger => ledger.TextOf(number, a)) is not { } first || pool.Use(ledger => ledger.TextOf(number, b)) is not { } second) return Fault(StatusCodes.Status404NotFound);
        return await stories.FindAsync(place.Story, http.RequestAborted) is { } story && story.Find(number) is { } analysis
            ? new PageResult<VersionsPage>(new VersionsModel(place, story, analysis, first, second))
            : Fault(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Party(string id, HttpContext http, PartyDesk parties)
    {
        int number = PageNumber.Of(http.Request.Query);
        return await parties.FindAsync(id, (number - 1) * StatementsOnAPage, StatementsOnAPage, http.RequestAborted) is { } party
            ? new PageResult<PartyPage>(new PartyModel(party, number, StatementsOnAPage))
            : Fault(StatusCodes.Status404NotFound);
    }

    private static PageResult<SearchPage> Search(HttpContext http, LedgerPool pool, TimeProvider time)
    {
        IQueryCollection asked = http.Request.Query;
        var query = new SearchQuery(
            Words(asked["q"]) is { } words && words.Any(char.IsLetterOrDigit) ? words : null, Words(asked["speaker"]), Day(asked["from"]), Day(asked["to"]),
            Enum.TryParse(asked["act"], ignoreCase: true, out Act act) && Enum.IsDefined(act) ? act.ToString().ToLowerInvariant() : null,
            asked["kind"].ToString() is ("statement" or "figure" or "article") and var kind ? kind : null, FindsOfAKind + 1) { Outlet = Words(asked["outlet"]) };
        // Of all kinds the first ones are shown; to go on, one kind is asked for.
        int number = query.Kind is null ? 1 : PageNumber.Of(asked);
        query = query with { Skip = (number - 1) * FindsOfAKind };
        string state = Freshness.TagOf(pool.Use(static ledger => ledger.Version()));
        long begin = time.GetTimestamp();
        IReadOnlyList<SearchFind> finds = query.IsEmpty ? [] : pool.Use(ledger => ledger.Search(query));
        double took = time.GetElapsedTime(begin).TotalMilliseconds;
        ILookup<string, SearchFind> byKind = finds.ToLookup(static find => find.Kind, StringComparer.Ordinal);
        return new(new SearchModel(query, [.. byKind.SelectMany(static kind => kind.Take(FindsOfAKind))], [.. byKind.Where(static kind => kind.Count() > FindsOfAKind).Select(static kind => kind.Key)], number, pool.Use(static ledger => ledger.Outlets()), took), state: state);
    }

    private static PageResult<ChangesPage> Changes(HttpContext http, LedgerPool pool)
    {
        string? since = Day(http.Request.Query["since"]);
        IReadOnlyList<Change> changes = pool.Use(ledger => ledger.Changes(null, since, Number(http, "before") ?? long.MaxValue, ChangesOnAPage));
        return new(new ChangesModel(since, changes, changes.Count == ChangesOnAPage ? changes[^1].Number : null));
    }

    private static long? Number(HttpContext http, string name) =>
        long.TryParse(http.Request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;

    private static string? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text : null;

    private static string? Words(string? text) => text?.Trim() is { Length: > 0 and <= 300 } words ? words : null;

    /// <summary>A stretch like <c>120-180</c> that lies in a text of that length.</summary>
    private static TextSpan? Span(string? text, int length)
    {
        string[] ends = (text ?? "").Split('-');
        return ends.Length == 2 && int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out int start) && int.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out int end)
            && start < end && end <= length ? new TextSpan(start, end) : null;
    }
}
