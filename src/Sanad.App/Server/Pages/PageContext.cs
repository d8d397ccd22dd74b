using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Sanad.App.Server.Access;
using Sanad.App.Server.Interface;

namespace Sanad.App.Server.Pages;

/// <summary>For whom a page is made: handed down to all its components.</summary>
/// <param name="Words">The reader's language.</param>
/// <param name="Path">The page's own path and query, without the choices of language and colours.</param>
/// <param name="Colours"><c>light</c> or <c>dark</c> where the reader chose; null to follow the system.</param>
/// <param name="Account">Whose token or account the reader came with; null for a reader who is not known.</param>
/// <param name="CanLeave">Whether he signed in, and can sign out.</param>
public sealed record PageContext(InterfaceLanguage Words, InterfaceLanguages Languages, string Path, string? Colours, string? Account, bool CanLeave)
{
    /// <summary>Of the query and of the cookie that remembers the colours.</summary>
    public const string ColoursName = "colours";

    /// <summary>Reads the reader's choices, and remembers those that the address makes.</summary>
    public static PageContext Of(HttpContext http)
    {
        InterfaceLanguages languages = http.RequestServices.GetRequiredService<InterfaceLanguages>();
        InterfaceLanguage words = languages.Of(http.Request);
        string? colours = ColoursOf(http.Request.Query[ColoursName]) ?? ColoursOf(http.Request.Cookies[ColoursName]);
        if (http.Request.Query.ContainsKey(InterfaceLanguages.Name)) Remember(http, InterfaceLanguages.Name, words.Code);
        if (http.Request.Query.ContainsKey(ColoursName)) Remember(http, ColoursName, colours ?? "auto");
        Visitor visitor = AccessGate.Of(http);
        return new PageContext(words, languages, PathOf(http.Request), colours == "auto" ? null : colours, visitor.Kind == VisitorKind.Here ? null : visitor.Name, visitor.Kind == VisitorKind.Account);
    }

    /// <summary>This page in another language, or in other colours.</summary>
    public string Switched(string name, string value) => Addresses.With(Path, (name, value));

    private static string? ColoursOf(string? name) => name is "light" or "dark" or "auto" ? name : null;

    private static string PathOf(HttpRequest request)
    {
        string path = request.PathBase + request.Path;
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in request.Query)
        {
            if (name is InterfaceLanguages.Name or ColoursName) continue;
            foreach (string? value in values) path = Addresses.With(path, (Uri.EscapeDataString(name), value));
        }

        return path;
    }

    private static void Remember(HttpContext http, string name, string value) =>
        http.Response.Cookies.Append(name, value, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(400), Path = "/", IsEssential = true });
}
