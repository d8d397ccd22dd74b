using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Sanad.App.Correcting;
using Sanad.App.Server.Access;
using Sanad.App.Server.Api;
using Sanad.App.Server.LedgerAccess;
using Sanad.Attribution;
using Sanad.Figures;
using Sanad.Ledger.Corrections;

namespace Sanad.App.Server.Pages.Correcting;

/// <summary>
/// <c>/articles/2/correct?entry=s4</c> corrects a statement, <c>entry=f2</c> a figure, <c>entry=article</c> which story and origin the article has and who is who in it; <c>?undo=ID</c> undoes a correction.
/// Whoever sends the form bears a token that lets him correct: with the request, or in the form. <c>/corrections</c> lists them all.
/// </summary>
internal static class CorrectingEndpoints
{
    private const int LongestReason = 2000, CorrectionsOnAPage = 50;

    /// <summary>The field that holds a token.</summary>
    private const string Secret = "token";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapMethods("/articles/{number:long}/correct", [HttpMethods.Get, HttpMethods.Head], static async (long number, HttpContext http) => await OpenAsync(number, http) is { } model
            ? new PageResult<CorrectPage>(model)
            : PageEndpoints.Fault(StatusCodes.Status404NotFound));
        app.MapPost("/articles/{number:long}/correct", SendAsync);
        app.MapMethods("/corrections", [HttpMethods.Get, HttpMethods.Head], List);
    }

    private static PageResult<CorrectionsPage> List(HttpContext http, LedgerPool pool)
    {
        int number = PageNumber.Of(http.Request.Query);
        return pool.Use(ledger =>
        {
            CorrectionLog log = ledger.Corrections();
            List<ListedCorrection> listed = [.. log.All.Reverse().Skip((number - 1) * CorrectionsOnAPage).Take(CorrectionsOnAPage + 1).Select(logged =>
                new ListedCorrection(logged, logged.Correction.Targets.SelectMany(target => ledger.ArticlesOf(target.Text)).Select(static article => (long?)article.Id).FirstOrDefault()))];
            return new PageResult<CorrectionsPage>(new CorrectionsModel([.. listed.Take(CorrectionsOnAPage)], CorrectionReport.Of(log), number, listed.Count > CorrectionsOnAPage));
        });
    }

    /// <summary>What the address asks to correct; null where that is not there.</summary>
    private static async Task<CorrectModel?> OpenAsync(long number, HttpContext http)
    {
        var request = new ApiRequest(http);
        if (await FindAsync(number, http) is not var (story, analysis)) return null;
        string entry = http.Request.Query["entry"].ToString(), undo = http.Request.Query["undo"].ToString();
        Statement? statement = analysis.Statements.FirstOrDefault(statement => statement.Id == entry);
        Figure? figure = analysis.Figures.FirstOrDefault(figure => figure.Id == entry);
        Correction? undoes = undo.Length == 0 ? null
            : request.Pool.Use(static ledger => ledger.Corrections()).All.FirstOrDefault(logged => logged.Correction.Id == undo && logged.Standing == Standing.Holds && logged.Correction.Targets.Any(target => target.Text == analysis.Article.Hash))?.Correction;
        if (undoes is not null) (statement, figure) = (null, null);
        else if (statement is null && figure is null && entry != CorrectModel.Whole) return null;
        return new CorrectModel(story, analysis, number, statement, figure, undoes, new Dictionary<string, string>(), AuthorOf(http, null), null);
    }

    /// <summary>An article as its story has it; null where there is none of that number.</summary>
    private static async Task<(OpenStory Story, Analysis Analysis)?> FindAsync(long number, HttpContext http) =>
        new ApiRequest(http).Pool.Use(ledger => ledger.PlaceOf(number)) is { } place
        && await http.RequestServices.GetRequiredService<StoryCache>().FindAsync(place.Story, http.RequestAborted) is { } story && story.Find(number) is { } analysis ? (story, analysis) : null;

    private static async Task<IResult> SendAsync(long number, HttpContext http, CorrectionEndpoints corrections)
    {
        IFormCollection form = await SentForm.ReadAsync(http);
        if (await OpenAsync(number, http) is not { } model) return PageEndpoints.Fault(StatusCodes.Status404NotFound);
        model = model with { Sent = form.Where(static field => field.Key != Secret).ToDictionary(static field => field.Key, static field => field.Value.ToString().Trim(), StringComparer.Ordinal) };
        var request = new ApiRequest(http);
        string? author = AuthorOf(http, form[Secret].ToString());
        string? wrong = author is null ? "correct.wrong.token" : model.Reason.Length is 0 or > LongestReason ? "correct.wrong.reason" : null;
        Correction? correction = null;
        if (wrong is null)
        {
            Analysis? elsewhere = FormCorrection.NumberOf(model.Field("article")) is { } named && await FindAsync(named, http) is var (_, found) ? found : null;
            (correction, wrong) = FormCorrection.Of(model, author!, http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), elsewhere);
        }

        if (correction is not null)
        {
            try
            {
                CorrectionEffect effect = await corrections.MakeAsync(request, correction);
                return new SeeOther(Addresses.Changed(number, effect.Entries));
            }
            catch (ProblemException)
            {
                wrong = "correct.wrong.gone";
            }
        }

        return new PageResult<CorrectPage>(model with { Wrong = wrong }, author is null ? StatusCodes.Status403Forbidden : StatusCodes.Status422UnprocessableEntity);
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
