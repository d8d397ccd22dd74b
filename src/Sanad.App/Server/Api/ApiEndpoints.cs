using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Sanad.App.Cli.Commands.Brief;
using Sanad.App.Json;
using Sanad.App.Server.LedgerAccess;
using Sanad.App.Storage.Sqlite;
using Sanad.Language;
using Sanad.Ledger;
using Sanad.Ledger.Corrections;

namespace Sanad.App.Server.Api;

/// <summary>The addresses at which programs read the ledger; what each gives is written down in <c>openapi.json</c>.</summary>
internal static class ApiEndpoints
{
    private const int StoriesUsual = 50, StoriesMost = 200, EntriesUsual = 50, EntriesMost = 500, FindsUsual = 20, FindsMost = 100;

    /// <summary>The lists that a story's ledger consists of.</summary>
    private static readonly string[] Parts = ["articles", "dates", "copies", "utterances", "figureLines", "positions", "conflicts", "sums", "timeline", "occasions"];

    private static readonly string[] Kinds = ["statement", "figure", "article"];

    public static void Map(IEndpointRouteBuilder app)
    {
        Get(app, "/api/stories", Stories);
        Get(app, "/api/stories/{story}", Story);
        Get(app, "/api/stories/{story}/brief", Brief);
        Get(app, "/api/stories/{story}/{part}", StoryPart);
        ChartEndpoint.Map(app);
        PlacesEndpoint.Map(app);
        Get(app, "/api/articles/{article}", Article);
        Get(app, "/api/parties/{party}", Party);
        Get(app, "/api/search", Search);
        Get(app, "/api/changes", Changes);
        CheckEndpoint.Map(app);
        Description.Map(app);
        app.MapMethods("/api/{**rest}", [HttpMethods.Get, HttpMethods.Head], static () => new Problem(StatusCodes.Status404NotFound));
    }

    /// <summary>Maps a question whose answer changes with the ledger only.</summary>
    public static void Get(IEndpointRouteBuilder app, string pattern, Func<ApiRequest, Task<IResult>> handler) =>
        app.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], (Delegate)(async (HttpContext http) =>
        {
            var request = new ApiRequest(http);
            // Summaries that are still to be worked out change the list of stories and nothing else does by itself.
            (LedgerVersion version, bool isSettled) = request.Pool.Use(static ledger => (ledger.Version(), !ledger.HasStale()));
            string tag = Freshness.TagOf(version);
            http.Response.Headers.CacheControl = "private, no-cache";
            if (isSettled)
            {
                if (Freshness.IsKnown(http.Request, tag))
                {
                    http.Response.Headers.ETag = tag;
                    return Results.StatusCode(StatusCodes.Status304NotModified);
                }
            }

            IResult answer = await AnswerAsync(() => handler(request));
            if (isSettled && answer is not Problem) http.Response.Headers.ETag = tag;
            return answer;
        }));

    /// <summary>An answer, or why there is none.</summary>
    public static async Task<IResult> AnswerAsync(Func<Task<IResult>> answer)
    {
        try
        {
            return await answer();
        }
        catch (ProblemException e)
        {
            return new Problem(e.Status, e.Message);
        }
    }

    private static Task<IResult> Stories(ApiRequest request)
    {
        int limit = request.Limit(StoriesUsual, StoriesMost);
        bool all = request.Flag("all");
        StoryPlace? behind = request.Cursor(3) is [var last, var articles, var id] ? new StoryPlace(last.Length == 0 ? null : last, ApiRequest.NumberIn(articles), ApiRequest.NumberIn(id)) : null;
        IReadOnlyList<ListedStory> stories = request.Http.RequestServices.GetRequiredService<StoryList>().Behind(all, behind, limit + 1);
        return Answer(json => Page(json, stories, limit, static last => ApiRequest.CursorOf(last.Place.Last, last.Place.Articles, last.Place.Id), static (json, story) =>
        {
            json.WriteStartObject();
            ListedStoryJson.Fields(json, story);
            json.Strings("languages", story.Languages);
            json.WriteEndObject();
        }));
    }

    private static async Task<IResult> Story(ApiRequest request)
    {
        OpenStory story = await request.StoryAsync(request.Number("story"));
        IReadOnlyList<LoggedCorrection> corrections = request.Pool.Use(static ledger => ledger.Corrections()).About(story.Ledger.Articles.Select(static analysis => analysis.Article.Hash).ToHashSet());
        return new JsonAnswer(json => StoryJson.Write(json, story.Ledger, corrections, story.NumberOf));
    }

    private static async Task<IResult> StoryPart(ApiRequest request)
    {
        string part = request.Route("part");
        if (!Parts.Contains(part)) throw new ProblemException(StatusCodes.Status404NotFound, $"a story has no '{part}'; it has brief, places, {string.Join(", ", Parts)}");
        OpenStory story = await request.StoryAsync(request.Number("story"));
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonFields.Options)) StoryJson.Write(json, story.Ledger, numberOf: story.NumberOf);
        using JsonDocument whole = JsonDocument.Parse(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
        string list = whole.RootElement.GetProperty(part).GetRawText();
        return new JsonAnswer(json =>
        {
            json.WriteStartObject();
            json.WriteString("id", story.Ledger.Id);
            json.WriteString("title", story.Ledger.Title);
            json.WritePropertyName(part);
            json.WriteRawValue(list, skipInputValidation: true);
            json.WriteEndObject();
        });
    }

    private static async Task<IResult> Brief(ApiRequest request)
    {
        string? code = request.OneOf("language", [.. request.Languages.All.Select(static pack => pack.Code)]);
        OpenStory story = await request.StoryAsync(request.Number("story"));
        LanguagePack language = code is null ? new BriefWriter(request.Languages).LanguageOf(story.Ledger) : request.Languages[code];
        Ledger.Brief brief = story.BriefIn(language);
        using var buffer = new MemoryStream();
        BriefJson.Write(buffer, brief, story.Ledger, language.Code, new CorrectionNotes(brief, story.Ledger, new BriefWords(language)));
        byte[] written = buffer.ToArray();
        return new JsonAnswer(json => json.WriteRawValue(written.AsSpan().TrimEnd("\n"u8), skipInputValidation: true));
    }

    private static async Task<IResult> Article(ApiRequest request)
    {
        long number = request.Number("article");
        ArticlePlace place = request.Pool.Use(ledger => ledger.PlaceOf(number)) ?? throw new ProblemException(StatusCodes.Status404NotFound, $"there is no article {number}");
        OpenStory story = await request.StoryAsync(place.Story);
        Analysis analysis = story.Find(number) ?? throw new ProblemException(StatusCodes.Status404NotFound, $"there is no article {number}");
        return new JsonAnswer(json =>
        {
            json.WriteStartObject();
            json.WriteString("id", Id(number));
            json.WriteString("story", Id(place.Story));
            json.List("versions", place.Versions, static (json, version) =>
            {
                json.WriteStartObject();
                json.WriteNumber("number", version.Number);
                json.WriteString("textHash", version.Hash);
                json.WriteString("added", version.Added);
                json.WriteEndObject();
            });
            json.WritePropertyName("analysis");
            AnalysisJson.Write(json, analysis);
            json.WriteEndObject();
        });
    }

    private static async Task<IResult> Party(ApiRequest request)
    {
        string id = request.Route("party");
        int limit = request.Limit(EntriesUsual, EntriesMost);
        int skip = Skipped(request);
        PartyRecord party = await request.Http.RequestServices.GetRequiredService<PartyDesk>().FindAsync(id, skip, limit + 1, request.Stop) ?? throw new ProblemException(StatusCodes.Status404NotFound, "nobody of that id has said anything");
        return new JsonAnswer(json => PartyJson.Write(json, party, limit, ApiRequest.CursorOf(skip + limit)));
    }

    private static Task<IResult> Search(ApiRequest request)
    {
        int limit = request.Limit(FindsUsual, FindsMost);
        string? kind = request.OneOf("kind", Kinds);
        int skip = Skipped(request);
        string? words = request.Words("q");
        var query = new SearchQuery(words?.Any(char.IsLetterOrDigit) == true ? words : null, request.Words("speaker"), request.Day("from"), request.Day("to"), request.OneOf("act", JsonNames<Act>.All), kind, limit + 1)
        {
            Outlet = request.Words("outlet"), Skip = skip,
        };
        if (query.IsEmpty) throw new ProblemException(StatusCodes.Status400BadRequest, "say what to look for: q, speaker, act, outlet, from or to");
        if (skip > 0 && kind is null) throw ApiRequest.Wrong("cursor", "goes with the kind that was asked for");
        IReadOnlyList<SearchFind> finds = request.Pool.Use(ledger => ledger.Search(query));
        // Of all kinds the first ones are given; to go on, one kind is asked for.
        List<SearchFind> given = [.. finds.GroupBy(static find => find.Kind, StringComparer.Ordinal).SelectMany(group => group.Take(limit))];
        return Answer(json =>
        {
            json.WriteStartObject();
            json.List("items", given, static (json, find) => FindJson.Write(json, find, withNumber: true));
            json.Field("next", kind is not null && finds.Count > limit ? ApiRequest.CursorOf(skip + limit) : null);
            json.WriteEndObject();
        });
    }

    private static Task<IResult> Changes(ApiRequest request)
    {
        int limit = request.Limit(EntriesUsual, EntriesMost);
        (long? story, string? since, long? after) = (request.Long("story"), request.Day("since"), request.Long("after"));
        long before = request.Cursor(1) is [var number] ? ApiRequest.NumberIn(number) : long.MaxValue;
        if (after is not null && before != long.MaxValue) throw ApiRequest.Wrong("cursor", "does not go with 'after': go on after the last number seen");
        IReadOnlyList<Change> changes = request.Pool.Use(ledger => after is { } seen ? ledger.ChangesAfter(story, since, seen, limit + 1) : ledger.Changes(story, since, before, limit + 1));
        return Answer(json => Page(json, changes, limit, last => after is null ? ApiRequest.CursorOf(last.Number) : null, static (json, change) => ChangeJson.Write(json, change, withNumber: true)));
    }

    private static int Skipped(ApiRequest request) =>
        request.Cursor(1) is [var field] ? (int)Math.Min(ApiRequest.NumberIn(field), int.MaxValue / 2) : 0;

    /// <summary>Items, and where to go on if there are more than were asked for.</summary>
    public static void Page<T>(Utf8JsonWriter json, IReadOnlyList<T> items, int limit, Func<T, string?> cursor, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartObject();
        json.List("items", items.Take(limit), write);
        json.Field("next", items.Count > limit ? cursor(items[limit - 1]) : null);
        json.WriteEndObject();
    }

    private static Task<IResult> Answer(Action<Utf8JsonWriter> write) => Task.FromResult<IResult>(new JsonAnswer(write));

    private static string Id(long number) => number.ToString(CultureInfo.InvariantCulture);
}
