using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sanad.App.Server.Access;

namespace Sanad.App.Server.Pages;

/// <summary><c>/sign-in</c>: where a reader says who he is, so that he may do more than read.</summary>
internal static class SignInEndpoints
{
    public static void Map(IEndpointRouteBuilder app) => app.MapMethods("/sign-in", [HttpMethods.Get, HttpMethods.Head], static (HttpContext http) =>
    {
        string to = LocalPath(http.Request.Query["to"]);
        if (AccessGate.Of(http).Kind != VisitorKind.Here) return Results.Redirect(to);
        // The browser asks for the token, as the password, and sends it from then on.
        AccessGate.AskForPassword(http);
        return PageEndpoints.Fault(StatusCodes.Status401Unauthorized);
    });

    /// <summary>A path of this server; the first page for anything else, which could lead away.</summary>
    public static string LocalPath(string? path) => path is ['/', ..] && path is not (['/', '/' or '\\', ..]) && !path.Any(char.IsControl) ? path : "/";
}
