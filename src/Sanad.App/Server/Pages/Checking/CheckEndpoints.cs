using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sanad.App.Checking;
using Sanad.App.Server.LedgerAccess;

namespace Sanad.App.Server.Pages.Checking;

/// <summary>The page on which a text is held against the ledger; nothing of it is kept.</summary>
internal static class CheckEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods("/check", [HttpMethods.Get, HttpMethods.Head], static () => new PageResult<CheckPage>(new CheckModel("", null, [], IsTooLong: false)));
        app.MapPost("/check", CheckAsync);
    }

    private static async Task<IResult> CheckAsync(HttpContext http, DraftDesk desk)
    {
        string text = (await SentForm.ReadAsync(http))["text"].ToString();
        if (text.Length > Draft.Longest) return new PageResult<CheckPage>(new CheckModel(text, null, [], IsTooLong: true), StatusCodes.Status413PayloadTooLarge);
        if (string.IsNullOrWhiteSpace(text)) return new PageResult<CheckPage>(new CheckModel("", null, [], IsTooLong: false));
        return await desk.OpenAsync(text, null, null, http.RequestAborted) is var (report, stories)
            ? new PageResult<CheckPage>(new CheckModel(text, report, stories, IsTooLong: false))
            : PageEndpoints.Fault(StatusCodes.Status404NotFound);
    }
}
