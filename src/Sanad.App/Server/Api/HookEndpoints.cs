using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Sanad.App.Hooks;
using Sanad.App.Json;
using Sanad.App.Server.Access;
using Sanad.App.Storage.Sqlite;

namespace Sanad.App.Server.Api;

/// <summary><c>/api/hooks</c>: who is told of changes, for whoever keeps the ledger.</summary>
internal static class HookEndpoints
{
    private const int LogUsual = 50, LogMost = 500;

    /// <summary>Each change is written to the outbox once for each hook.</summary>
    private const int MostHooks = 100;

    public static void Map(IEndpointRouteBuilder app)
    {
        Map(app, HttpMethods.Get, "/api/hooks", List);
        Map(app, HttpMethods.Post, "/api/hooks", AddAsync);
        Map(app, HttpMethods.Get, "/api/hooks/{hook}", Show);
        Map(app, HttpMethods.Delete, "/api/hooks/{hook}", Remove);
        Map(app, HttpMethods.Post, "/api/hooks/{hook}/test", TestAsync);
        Map(app, HttpMethods.Post, "/api/hooks/{hook}/retry", Retry);
        Map(app, HttpMethods.Get, "/api/hooks/{hook}/deliveries", Log);
    }

    private static void Map(IEndpointRouteBuilder app, string method, string pattern, Func<ApiRequest, Task<IResult>> answer) =>
        app.MapMethods(pattern, [method], (Delegate)((HttpContext http) => ApiEndpoints.AnswerAsync(() =>
        {
            AccessGate.Need(http, Scopes.Admin);
            http.Response.Headers.CacheControl = "no-store";
            return answer(new ApiRequest(http));
        })));

    private static Task<IResult> List(ApiRequest request)
    {
        IReadOnlyList<Hook> hooks = request.Pool.Use(static ledger => ledger.Hooks().All());
        return Answer(json =>
        {
            json.WriteStartObject();
            json.List("items", hooks, static (json, hook) => HookJson.Write(json, hook));
            json.WriteEndObject();
        });
    }

    private static async Task<IResult> AddAsync(ApiRequest request)
    {
        using JsonDocument body = await RequestBody.ReadAsync(request.Http);
        string url = RequestBody.String(body.RootElement, "url") ?? throw ApiRequest.Wrong("url", "is missing");
        long? story = RequestBody.String(body.RootElement, "story") is { } id ? long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : throw ApiRequest.Wrong("story", "is no story's id") : null;
        IReadOnlyList<string> kinds = RequestBody.Strings(body.RootElement, "kinds");
        if (kinds.Any(static kind => !ChangeKinds.All.Contains(kind))) throw ApiRequest.Wrong("kinds", $"are of {string.Join(", ", ChangeKinds.All)}");
        if (HookSender.Refusal(url, request.Http.RequestServices.GetRequiredService<ServerSettings>().Fetching) is { } refusal) throw new ProblemException(StatusCodes.Status422UnprocessableEntity, refusal);
        if (story is { } named && request.Pool.Use(ledger => !ledger.StoryNumbers().Contains(named))) throw new ProblemException(StatusCodes.Status422UnprocessableEntity, $"there is no story {named}");
        var hook = Hook.New(url, story, kinds, request.Http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        request.Pool.Use(ledger =>
        {
            if (ledger.Hooks().All().Count >= MostHooks) throw new ProblemException(StatusCodes.Status409Conflict, $"there are {MostHooks} hooks already");
            ledger.Hooks().Add(hook);
            return true;
        });
        request.Http.Response.Headers.Location = $"/api/hooks/{hook.Id}";
        return new JsonAnswer(json => HookJson.Write(json, hook, withSecret: true), status: StatusCodes.Status201Created);
    }

    private static Task<IResult> Show(ApiRequest request)
    {
        Hook hook = HookOf(request);
        return Answer(json => HookJson.Write(json, hook));
    }

    private static Task<IResult> Remove(ApiRequest request) =>
        request.Pool.Use(ledger => ledger.Hooks().Remove(request.Route("hook"))) ? Task.FromResult(Results.NoContent()) : throw Unknown(request);

    private static async Task<IResult> TestAsync(ApiRequest request)
    {
        Hook hook = HookOf(request);
        DateTimeOffset now = request.Http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        HookAnswer answer = await request.Http.RequestServices.GetRequiredService<HookSender>().SendAsync(hook, HookMessage.OfTest(hook, request.Pool.Use(static ledger => ledger.Identity()), now), request.Stop);
        return new JsonAnswer(json =>
        {
            json.WriteStartObject();
            json.Field("status", answer.Status is { } status ? (double)status : null);
            json.Field("error", answer.Error);
            json.WriteEndObject();
        });
    }

    private static Task<IResult> Retry(ApiRequest request)
    {
        Hook hook = HookOf(request);
        int waiting = request.Pool.Use(ledger => ledger.Hooks().Retry(hook.Id));
        return Answer(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("waiting", waiting);
            json.WriteEndObject();
        });
    }

    private static Task<IResult> Log(ApiRequest request)
    {
        Hook hook = HookOf(request);
        int limit = request.Limit(LogUsual, LogMost);
        DeliveryState? state = request.OneOf("state", ["waiting", "delivered", "dead"]) is { } name ? Enum.Parse<DeliveryState>(name, ignoreCase: true) : null;
        long before = request.Cursor(1) is [var number] ? ApiRequest.NumberIn(number) : long.MaxValue;
        IReadOnlyList<Delivery> log = request.Pool.Use(ledger => ledger.Hooks().Log(hook.Id, state, before, limit + 1));
        return Answer(json => ApiEndpoints.Page(json, log, limit, static last => ApiRequest.CursorOf(last.Number), HookJson.Write));
    }

    private static Hook HookOf(ApiRequest request) => request.Pool.Use(ledger => ledger.Hooks().Find(request.Route("hook"))) ?? throw Unknown(request);

    private static ProblemException Unknown(ApiRequest request) => new(StatusCodes.Status404NotFound, $"there is no hook {request.Route("hook")}");

    private static Task<IResult> Answer(Action<Utf8JsonWriter> write) => Task.FromResult<IResult>(new JsonAnswer(write));
}
