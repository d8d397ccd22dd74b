using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sanad.App.Server.Access;

namespace Sanad.App.Server.Pages;

/// <summary><c>/sign-in</c> and <c>/sign-out</c>: where a reader says who he is, so that he may do more than read, and leaves.</summary>
internal static class SignInEndpoints
{
    private const string SignedOut = "/signed-out";

    public static void Map(IEndpointRouteBuilder app, bool hasAccounts)
    {
        app.MapMethods(AccessGate.SignIn, [HttpMethods.Get, HttpMethods.Head], hasAccounts ? LeadAsync : Ask);
        if (!hasAccounts) return;
        app.MapPost("/sign-out", (Delegate)LeaveAsync);
        app.MapMethods(SignedOut, [HttpMethods.Get, HttpMethods.Head], (Delegate)FarewellAsync);
    }

    /// <summary>Whether somebody who has not said who he is may see the page: those on which he does, and what they are made of.</summary>
    public static bool IsOpen(PathString path) => path == AccessGate.SignIn || path == SignedOut || path.StartsWithSegments("/web");

    /// <summary>A path of this server; the first page for anything else, which could lead away.</summary>
    public static string LocalPath(string? path) => path is ['/', ..] && path is not (['/', '/' or '\\', ..]) && !path.Any(char.IsControl) ? path : "/";

    /// <summary>The browser asks for the token, as the password, and sends it from then on.</summary>
    private static IResult Ask(HttpContext http)
    {
        if (AccessGate.Of(http).Kind != VisitorKind.Here) return Results.Redirect(LocalPath(http.Request.Query["to"]));
        AccessGate.AskForPassword(http);
        return PageEndpoints.Fault(StatusCodes.Status401Unauthorized);
    }

    private static async Task<IResult> LeaveAsync(HttpContext http)
    {
        await Accounts.SignOutAsync(http);
        return new SeeOther(SignedOut);
    }

    private static async Task<IResult> FarewellAsync(HttpContext http) => new PageResult<SignedOutPage>(new SignedOutModel(await Accounts.FarewellAsync(http)));

    private static async Task<IResult> LeadAsync(HttpContext http)
    {
        string to = LocalPath(http.Request.Query["to"]);
        if (AccessGate.Of(http).Kind != VisitorKind.Here) return Results.Redirect(to);
        try
        {
            await Accounts.SignInAsync(http, to);
            return Results.Empty;
        }
        catch (InvalidOperationException)
        {
            return PageEndpoints.Fault(StatusCodes.Status502BadGateway);
        }
    }
}
