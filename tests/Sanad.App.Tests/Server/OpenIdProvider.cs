using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Sanad.App.Tests.Server;

/// <summary>
/// A small OpenID provider on loopback: discovery, keys, authorization code with PKCE, tokens signed with RS256. Whoever comes is <see cref="Account"/> at once. It holds its clients to what they promised, and can be made
/// to give tokens that no client may take.
/// </summary>
internal sealed class OpenIdProvider : IAsyncDisposable
{
    public const string Client = "sanad-test", Secret = "a secret of the test";

    private readonly WebApplication _app;
    private readonly RSA _key = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, Grant> _grants = new();

    private OpenIdProvider(WebApplication app) => _app = app;

    public string Issuer => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Claims of whoever signs in.</summary>
    public JsonObject Account { get; set; } = new() { ["sub"] = "7", ["name"] = "Ratna Wulandari", ["groups"] = new JsonArray("editors") };

    /// <summary>Where it leads back to; anything else is refused.</summary>
    public string? RedirectUri { get; set; }

    /// <summary>Changes a token's claims before it is signed.</summary>
    public Action<JsonObject>? Spoil { get; set; }

    /// <summary>Signs with this key and says that it was its own.</summary>
    public RSA? ForeignKey { get; set; }

    /// <summary>What of a request for a token was not as promised.</summary>
    public ConcurrentQueue<string> Refused { get; } = [];

    public static async Task<OpenIdProvider> StartAsync(CancellationToken stop)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var provider = new OpenIdProvider(builder.Build());
        provider._app.MapGet("/.well-known/openid-configuration", provider.Describe);
        provider._app.MapGet("/keys", provider.Keys);
        provider._app.MapGet("/authorize", provider.Authorize);
        provider._app.MapPost("/token", provider.TokenAsync);
        await provider._app.StartAsync(stop);
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private IResult Describe() => Json(new JsonObject
    {
        ["issuer"] = Issuer, ["authorization_endpoint"] = Issuer + "/authorize", ["token_endpoint"] = Issuer + "/token", ["jwks_uri"] = Issuer + "/keys", ["end_session_endpoint"] = Issuer + "/bye",
        ["response_types_supported"] = new JsonArray("code"), ["subject_types_supported"] = new JsonArray("public"), ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        ["code_challenge_methods_supported"] = new JsonArray("S256"), ["token_endpoint_auth_methods_supported"] = new JsonArray("client_secret_post"),
    });

    private IResult Keys()
    {
        RSAParameters key = _key.ExportParameters(includePrivateParameters: false);
        return Json(new JsonObject { ["keys"] = new JsonArray(new JsonObject { ["kty"] = "RSA", ["use"] = "sig", ["alg"] = "RS256", ["kid"] = "k1", ["n"] = Base64Url.EncodeToString(key.Modulus), ["e"] = Base64Url.EncodeToString(key.Exponent) }) });
    }

    private IResult Authorize(HttpRequest request)
    {
        IQueryCollection asked = request.Query;
        bool isSound = asked["client_id"] == Client && asked["redirect_uri"] == RedirectUri && asked["response_type"] == "code" && asked["scope"].ToString().Split(' ').Contains("openid")
            && asked["code_challenge_method"] == "S256" && asked["code_challenge"].ToString().Length == 43 && asked["state"].ToString().Length > 0;
        if (!isSound) return Results.BadRequest(request.QueryString.Value);
        string code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        _grants[code] = new Grant(asked["code_challenge"]!, asked["nonce"], (JsonObject)Account.DeepClone());
        return Results.Redirect(QueryHelpers.AddQueryString(RedirectUri!, new Dictionary<string, string?> { ["code"] = code, ["state"] = asked["state"] }));
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        IFormCollection form = await request.ReadFormAsync();
        string? wrong = form["grant_type"] != "authorization_code" ? "grant" : form["client_id"] != Client || form["client_secret"] != Secret ? "client" : form["redirect_uri"] != RedirectUri ? "redirect" : null;
        // A code serves once, whatever comes of it.
        _grants.TryRemove(form["code"].ToString(), out Grant? grant);
        if (wrong is null && grant is null) wrong = "code";
        if (wrong is null && Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != grant!.Challenge) wrong = "verifier";
        if (wrong is not null)
        {
            Refused.Enqueue(wrong);
            return Json(new JsonObject { ["error"] = "invalid_grant" }, StatusCodes.Status400BadRequest);
        }

        long now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        JsonObject claims = grant!.Account;
        (claims["iss"], claims["aud"], claims["iat"], claims["nbf"], claims["exp"], claims["nonce"]) = (Issuer, Client, now, now, now + 300, grant.Nonce);
        Spoil?.Invoke(claims);
        return Json(new JsonObject { ["access_token"] = "none", ["token_type"] = "Bearer", ["expires_in"] = 300, ["id_token"] = Sign(claims) });
    }

    private string Sign(JsonObject claims)
    {
        string signed = $"{Encoded(new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = "k1" })}.{Encoded(claims)}";
        return $"{signed}.{Base64Url.EncodeToString((ForeignKey ?? _key).SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static string Encoded(JsonObject part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));

    private static IResult Json(JsonObject body, int status = StatusCodes.Status200OK) => Results.Text(body.ToJsonString(), "application/json", Encoding.UTF8, status);

    private sealed record Grant(string Challenge, string? Nonce, JsonObject Account);
}
