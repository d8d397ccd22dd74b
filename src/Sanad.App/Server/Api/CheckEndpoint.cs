using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Sanad.App.Checking;
using Sanad.App.Json;
using Sanad.App.Server.LedgerAccess;

namespace Sanad.App.Server.Api;

/// <summary><c>POST /api/check</c>: holds a draft against the ledger; keeps nothing.</summary>
internal static class CheckEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/api/check", (Delegate)(static (HttpContext http) => ApiEndpoints.AnswerAsync(() => CheckAsync(new ApiRequest(http)))));

    private static async Task<IResult> CheckAsync(ApiRequest request)
    {
        using JsonDocument body = await RequestBody.ReadAsync(request.Http);
        string text = RequestBody.String(body.RootElement, "text") ?? throw ApiRequest.Wrong("text", "is missing");
        if (text.Length > Draft.Longest) throw new ProblemException(StatusCodes.Status413PayloadTooLarge, $"'text' is longer than {Draft.Longest} characters");
        string? language = RequestBody.String(body.RootElement, "language");
        if (language is not null && !request.Languages.TryGet(language, out _)) throw ApiRequest.Wrong("language", $"is one of {string.Join(", ", request.Languages.All.Select(static pack => pack.Code))}");
        long? story = RequestBody.String(body.RootElement, "story") is { } id ? long.TryParse(id, out long number) ? number : throw ApiRequest.Wrong("story", "is no story's id") : null;
        if (await request.Http.RequestServices.GetRequiredService<DraftDesk>().CheckAsync(text, language, story, request.Stop) is not { } checkedDraft)
            throw new ProblemException(StatusCodes.Status404NotFound, $"there is no story {story}");
        return new JsonAnswer(json => DraftJson.Write(json, checkedDraft.Report, DraftJson.Articles(checkedDraft.Stories)));
    }
}
