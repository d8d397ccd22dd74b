using System.Security.Claims;
using System.Xml.Linq;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Sanad.App.Cli;
using Sanad.App.Server.Pages;

namespace Sanad.App.Server.Access;

/// <summary>People sign in with accounts of an OpenID provider: authorization code and PKCE. Of an account nothing is kept but its name and what it may, in a cookie that only this server can read.</summary>
internal static class Accounts
{
    private const string Session = CookieAuthenticationDefaults.AuthenticationScheme, Provider = OpenIdConnectDefaults.AuthenticationScheme;

    private const string NameClaim = "name", ScopeClaim = "scope";

    /// <summary>Longest name, in UTF-16 code units.</summary>
    private const int LongestName = 100;

    private static readonly TimeSpan LongestSession = TimeSpan.FromHours(8);

    /// <param name="isSecure">Whether browsers reach the server over TLS.</param>
    public static void AddAccounts(this IServiceCollection services, AccountSettings settings, bool isSecure, Complaints complaints)
    {
        // Keys live as long as the server: nothing of them lies on a disk, and who was signed in signs in anew after a restart.
        services.Configure<KeyManagementOptions>(static options => options.XmlRepository = new KeysInMemory());
        CookieSecurePolicy secure = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        services.AddAuthentication(Session).AddCookie(Session, options =>
        {
            options.Cookie.Name = isSecure ? "__Host-sanad" : "sanad";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = secure;
            options.ExpireTimeSpan = LongestSession;
            options.SlidingExpiration = false;
        }).AddOpenIdConnect(Provider, options =>
        {
            options.Authority = settings.Issuer.AbsoluteUri;
            options.RequireHttpsMetadata = settings.Issuer.Scheme == Uri.UriSchemeHttps;
            (options.ClientId, options.ClientSecret) = (settings.Client, settings.Secret);
            options.ResponseType = OpenIdConnectResponseType.Code;
            // An answer in the address comes as a step of the browser's own, with the cookies of SameSite=Lax; a form sent from the provider would not.
            options.ResponseMode = OpenIdConnectResponseMode.Query;
            options.UsePkce = true;
            options.MapInboundClaims = false;
            options.SaveTokens = false;
            options.BackchannelTimeout = TimeSpan.FromSeconds(15);
            options.CallbackPath = "/signed-in";
            options.RemoteSignOutPath = options.SignedOutCallbackPath = PathString.Empty;
            options.Scope.Clear();
            foreach (string scope in (string[])["openid", "profile", .. settings.AskedFor]) options.Scope.Add(scope);
            foreach (CookieBuilder cookie in (CookieBuilder[])[options.CorrelationCookie, options.NonceCookie]) (cookie.SameSite, cookie.SecurePolicy, cookie.HttpOnly) = (SameSiteMode.Lax, secure, true);
            options.Events.OnTokenValidated = context =>
            {
                if (Kept(context.Principal!, settings) is { } kept) context.Principal = kept;
                else context.Fail(new NoRoleException());
                return Task.CompletedTask;
            };
            options.Events.OnRemoteFailure = async context =>
            {
                context.HandleResponse();
                bool isKnown = context.Failure is NoRoleException;
                if (!isKnown) complaints.Remark("sign-in", context.Failure?.Message ?? "failed");
                await PageEndpoints.Fault(isKnown ? StatusCodes.Status403Forbidden : StatusCodes.Status400BadRequest).ExecuteAsync(context.HttpContext);
            };
        });
    }

    /// <summary>Whose account the request comes with; null for none.</summary>
    public static async Task<Visitor?> FindAsync(HttpContext http)
    {
        if ((await http.AuthenticateAsync(Session)).Principal is not { } account) return null;
        return new Visitor(account.FindFirstValue(NameClaim) ?? "", [.. account.FindAll(ScopeClaim).Select(static claim => claim.Value)], VisitorKind.Account);
    }

    /// <summary>Leads the browser to the provider, and back to a page of this server.</summary>
    /// <exception cref="InvalidOperationException">The provider cannot be had.</exception>
    public static Task SignInAsync(HttpContext http, string to) => http.ChallengeAsync(Provider, new AuthenticationProperties { RedirectUri = to });

    public static Task SignOutAsync(HttpContext http) => http.SignOutAsync(Session);

    /// <summary>Where the provider lets somebody sign out there as well; null where it has no such page, or cannot be had.</summary>
    public static async Task<string?> FarewellAsync(HttpContext http)
    {
        OpenIdConnectOptions options = http.RequestServices.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>().Get(Provider);
        try
        {
            OpenIdConnectConfiguration provider = await options.ConfigurationManager!.GetConfigurationAsync(http.RequestAborted);
            return provider.EndSessionEndpoint is { Length: > 0 } end ? Addresses.With(end, ("client_id", options.ClientId)) : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Of an account what is kept; null where it may not even read.</summary>
    private static ClaimsPrincipal? Kept(ClaimsPrincipal account, AccountSettings settings)
    {
        IReadOnlyList<string> scopes = settings.Roles.ScopesOf(account.FindAll(settings.Claim).Select(static claim => claim.Value));
        if (scopes.Count == 0) return null;
        string name = ((string[])[NameClaim, "preferred_username", "email", "sub"]).Select(account.FindFirstValue).FirstOrDefault(static value => !string.IsNullOrWhiteSpace(value)) ?? "";
        return new ClaimsPrincipal(new ClaimsIdentity([new Claim(NameClaim, Printable.Line(name.Trim(), LongestName)), .. scopes.Select(static scope => new Claim(ScopeClaim, scope))], Session));
    }

    /// <summary>The provider vouches for the account, which may do nothing here.</summary>
    private sealed class NoRoleException() : Exception("the account has no role here");

    private sealed class KeysInMemory : IXmlRepository
    {
        private readonly Lock _lock = new();
        private readonly List<XElement> _keys = [];

        public IReadOnlyCollection<XElement> GetAllElements()
        {
            lock (_lock) return [.. _keys];
        }

        public void StoreElement(XElement element, string friendlyName)
        {
            lock (_lock) _keys.Add(element);
        }
    }
}
