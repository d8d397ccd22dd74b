using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Sanad.App.Server.Api;

namespace Sanad.App.Server.Hardening;

/// <summary>
/// Refuses what a page elsewhere has a browser send here, which would come with the reader's cookie or password. Browsers tell where a request comes from, in <c>Sec-Fetch-Site</c> over trusted connections and in
/// <c>Origin</c> over all; programs say neither, and carry nothing that they were not given. Requests that change nothing pass.
/// </summary>
internal static class SameOrigin
{
    public static void UseSameOrigin(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        if (IsSafe(context.Request.Method) || IsOwn(context.Request)) return next(context);
        return Problem.IsAsked(context)
            ? new Problem(StatusCodes.Status403Forbidden, "the request comes from a page elsewhere").ExecuteAsync(context)
            : ApiProblems.Fault(context, StatusCodes.Status403Forbidden).ExecuteAsync(context);
    });

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsOwn(HttpRequest request)
    {
        string site = request.Headers["Sec-Fetch-Site"].ToString(), origin = request.Headers.Origin.ToString();
        if (site.Length > 0) return site is "same-origin" or "none";
        // The scheme is left aside: before a server that speaks plain HTTP may stand one that speaks TLS.
        return origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out Uri? from) && from.Authority.Equals(AuthorityOf(request, from), StringComparison.OrdinalIgnoreCase));
    }

    private static string AuthorityOf(HttpRequest request, Uri from) => Uri.TryCreate($"{from.Scheme}://{request.Host}", UriKind.Absolute, out Uri? own) ? own.Authority : "";
}
