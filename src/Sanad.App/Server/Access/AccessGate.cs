using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Sanad.App.Server.Api;
using Sanad.App.Server.LedgerAccess;
using Sanad.App.Server.Pages;

namespace Sanad.App.Server.Access;

/// <summary>
/// Who asks, and whether he may. On loopback everybody reads; elsewhere every request bears a token, as <c>Bearer</c> from programs or as the password of <c>Basic</c>, for which browsers ask, or the cookie of an
/// account that signed in.
/// A token that is none, or holds no longer, is refused everywhere.
/// </summary>
internal static class AccessGate
{
    private static readonly object Key = new();

    /// <summary>The page on which a reader says who he is; <c>to</c> of its query is where he goes on.</summary>
    public const string SignIn = "/sign-in";

    public static void UseAccessGate(this IApplicationBuilder app, ServerSettings settings) => app.Use(async (context, next) =>
    {
        string? secret = SecretOf(context.Request);
        AccessToken? token = null;
        if (secret is not null)
        {
            DateTimeOffset now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
            AccessToken? found = context.RequestServices.GetRequiredService<LedgerPool>().Use(ledger => ledger.Tokens().Find(secret));
            token = found?.Holds(now) == true ? found : null;
        }

        Visitor? visitor = token is not null ? new Visitor(token.Name, token.TokenScopes, VisitorKind.Token) : null;
        if (visitor is null && secret is null && settings.Accounts is not null) visitor = await Accounts.FindAsync(context);
        bool isOpen = secret is null && (!settings.IsAsked || (settings.Accounts is not null && SignInEndpoints.IsOpen(context.Request.Path)));
        if (visitor is null && !isOpen)
        {
            if (settings.Accounts is not null && secret is null && HttpMethods.IsGet(context.Request.Method) && !Problem.IsAsked(context))
            {
                context.Response.Redirect(Addresses.With(SignIn, ("to", context.Request.Path.ToUriComponent() + context.Request.QueryString.ToUriComponent())));
                return;
            }

            context.Response.Headers.Append("WWW-Authenticate", "Bearer");
            if (!Problem.IsAsked(context) && settings.Accounts is null) AskForPassword(context);
            await new Problem(StatusCodes.Status401Unauthorized, secret is null ? "a token is needed; whoever keeps the ledger gives them" : "the token is none, or holds no longer").ExecuteAsync(context);
            return;
        }

        context.Items[Key] = visitor ?? Visitor.Here(settings.LetsAdd && !settings.IsAsked);
        await next(context);
    });

    /// <summary>Has a browser ask for a token, as the password.</summary>
    public static void AskForPassword(HttpContext http) => http.Response.Headers.Append("WWW-Authenticate", "Basic realm=\"Sanad\", charset=\"UTF-8\"");

    /// <summary>Who asks; for a request that has not come through the gate, somebody who may nothing but read.</summary>
    public static Visitor Of(HttpContext http) => http.Items[Key] as Visitor ?? Visitor.Here(letsAdd: false);

    /// <summary>Who asks, and may do this.</summary>
    /// <exception cref="ProblemException">He may not.</exception>
    public static Visitor Need(HttpContext http, string scope)
    {
        Visitor visitor = Of(http);
        if (visitor.Allows(scope)) return visitor;
        if (visitor.Kind != VisitorKind.Here) throw new ProblemException(StatusCodes.Status403Forbidden, $"the {(visitor.Kind == VisitorKind.Token ? "token" : "account")} has not the scope '{scope}'");
        http.Response.Headers.WWWAuthenticate = "Bearer";
        throw new ProblemException(StatusCodes.Status401Unauthorized, $"a token with the scope '{scope}' is needed");
    }

    private static string? SecretOf(HttpRequest request)
    {
        string header = request.Headers.Authorization.ToString();
        if (header.Length == 0) return null;
        if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return header["Bearer ".Length..].Trim();
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)) return "";
        byte[] bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header["Basic ".Length..].Trim(), bytes, out int count)) return "";
        string pair = Encoding.UTF8.GetString(bytes, 0, count);
        int colon = pair.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? "" : pair[(colon + 1)..];
    }
}
