using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Sanad.App.Correcting;
using Sanad.App.Server.Access;
using Sanad.App.Server.Api;
using Sanad.App.Server.LedgerAccess;
using Sanad.Attribution;
using Sanad.Ledger.Corrections;
using Sanad.Text;

namespace Sanad.App.Server.Pages.Correcting;

/// <summary>
/// <c>/articles/2/correct?entry=s4</c> strikes a statement out or says which words were said; <c>?undo=ID</c> undoes a correction. Whoever sends the form bears a token that lets him correct: with the
/// request, or in the form.
/// </summary>
internal static class CorrectingEndpoints
{
    private const int LongestReason = 2000;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods("/articles/{number:long}/correct", [HttpMethods.Get, HttpMethods.Head], static async (long number, HttpContext http) => await OpenAsync(number, http) is { } model
            ? new PageResult<CorrectPage>(model)
            : PageEndpoints.Fault(StatusCodes.Status404NotFound));
        app.MapPost("/articles/{number:long}/correct", SendAsync);
    }

    /// <summary>What the address asks to correct; null where that is not there.</summary>
    private static async Task<CorrectModel?> OpenAsync(long number, HttpContext http)
    {
        var request = new ApiRequest(http);
        if (request.Pool.Use(ledger => ledger.PlaceOf(number)) is not { } place
            || await http.RequestServices.GetRequiredService<StoryCache>().FindAsync(place.Story, http.RequestAborted) is not { } story || story.Find(number) is not { } analysis) return null;
        string entry = http.Request.Query["entry"].ToString(), undo = http.Request.Query["undo"].ToString();
        Statement? statement = analysis.Statements.FirstOrDefault(statement => statement.Id == entry);
        Correction? undoes = undo.Length == 0 ? null
            : request.Pool.Use(static ledger => ledger.Corrections()).All.FirstOrDefault(logged => logged.Correction.Id == undo && logged.Standing == Standing.Holds && logged.Correction.Targets.Any(target => target.Text == analysis.Article.Hash))?.Correction;
        if (statement is null && undoes is null) return null;
        return new CorrectModel(story, analysis, number, undoes is null ? statement : null, undoes, "", statement is null ? "" : EntryFinder.Target(analysis.Article, statement).Words, "", AuthorOf(http, null), null);
    }

    private static async Task<IResult> SendAsync(long number, HttpContext http, CorrectionEndpoints corrections)
    {
        if (!http.Request.HasFormContentType) return PageEndpoints.Fault(StatusCodes.Status415UnsupportedMediaType);
        if (await OpenAsync(number, http) is not { } model) return PageEndpoints.Fault(StatusCodes.Status404NotFound);
        IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
        // A browser sends the lines of a form's text ended its own way.
        model = model with { Choice = form["choice"].ToString(), Words = form["words"].ToString().ReplaceLineEndings("\n").Trim(), Reason = form["reason"].ToString().Trim() };
        var request = new ApiRequest(http);
        string? author = AuthorOf(http, form["token"].ToString());
        string? wrong = author is null ? "correct.wrong.token" : model.Reason.Length is 0 or > LongestReason ? "correct.wrong.reason" : null;
        Correction? correction = null;
        if (wrong is null) (correction, wrong) = CorrectionOf(model, author!, http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        if (correction is not null)
        {
            try
            {
                await corrections.MakeAsync(request, correction);
                return new SeeOther(Addresses.Article(number));
            }
            catch (ProblemException)
            {
                wrong = "correct.wrong.gone";
            }
        }

        return new PageResult<CorrectPage>(model with { Wrong = wrong }, author is null ? StatusCodes.Status403Forbidden : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>The correction, or the key of what is wrong with it.</summary>
    private static (Correction? Correction, string? Wrong) CorrectionOf(CorrectModel model, string by, DateTimeOffset at)
    {
        if (model.Undoes is { } undoes) return (new Undoing(by, at, model.Reason, undoes.Id), null);
        Statement statement = model.Statement!;
        TextSpan? content = null;
        if (model.Choice == "words")
        {
            try
            {
                content = EntryFinder.Words(model.Analysis, statement, model.Words);
            }
            catch (UnknownEntryException)
            {
                return (null, "correct.wrong.words");
            }
        }
        else if (model.Choice != "none") return (null, "correct.wrong.choice");

        return (new StatementCorrection(by, at, model.Reason, EntryFinder.Target(model.Analysis.Article, statement), content) { Was = model.Analysis.ContentOf(statement), FoundBy = statement.FoundBy }, null);
    }

    /// <summary>Whose token lets him correct: that which the request bears, else that of the form; null where there is none.</summary>
    private static string? AuthorOf(HttpContext http, string? secret)
    {
        try
        {
            return AccessGate.Need(http, Scopes.Correct).Name;
        }
        catch (ProblemException)
        {
            http.Response.Headers.Remove("WWW-Authenticate");
        }

        if (string.IsNullOrEmpty(secret)) return null;
        DateTimeOffset now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        AccessToken? token = http.RequestServices.GetRequiredService<LedgerPool>().Use(ledger => ledger.Tokens().Find(secret.Trim()));
        return token?.Holds(now) == true && (token.TokenScopes.Contains(Scopes.Correct) || token.TokenScopes.Contains(Scopes.Admin)) ? token.Name : null;
    }
}
