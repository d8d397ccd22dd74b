using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Sanad.App.Server.Pages;

namespace Sanad.App.Server.Api;

/// <summary>Gives a request that ended with a bare status (a wrong method, a body too long) the words for it: those of a program, and those of a form.</summary>
internal static class ApiProblems
{
    public static void UseApiProblems(this IApplicationBuilder app) => app.Use(static async (context, next) =>
    {
        await next(context);
        HttpResponse response = context.Response;
        if (response.HasStarted || response.StatusCode < 400 || response.ContentType is not null) return;
        if (Problem.IsAsked(context)) await new Problem(response.StatusCode).ExecuteAsync(context);
        else if (response.StatusCode is StatusCodes.Status405MethodNotAllowed or StatusCodes.Status413PayloadTooLarge) await PageEndpoints.Fault(response.StatusCode).ExecuteAsync(context);
    });

    /// <summary>What is sent for a failure: a problem to programs, a page to people.</summary>
    public static IResult Fault(HttpContext http, int status) => Problem.IsAsked(http) ? new Problem(status) : PageEndpoints.Fault(status);
}
