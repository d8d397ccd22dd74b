using System.Collections.Frozen;
using System.IO.Hashing;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Sanad.App.Server.Pages;

/// <summary>The pages' style, script and pictures: the files of <c>web/</c>, carried inside the program.</summary>
internal static class WebFiles
{
    private const string Resources = "web/";

    private static readonly FrozenDictionary<string, WebFile> All = Load();

    /// <summary>The file's address, which changes with its content: browsers may keep what they got under it.</summary>
    /// <exception cref="KeyNotFoundException">There is no such file.</exception>
    public static string AddressOf(string name) => $"/web/{name}?{All[name].Mark}";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/web/{name}", static (string name, HttpContext http) =>
    {
        if (!All.TryGetValue(name, out WebFile? file)) return Results.NotFound();
        http.Response.Headers.CacheControl = http.Request.QueryString.Value == "?" + file.Mark ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(file.Bytes, file.Type, entityTag: new EntityTagHeaderValue($"\"{file.Mark}\""));
    });

    private static FrozenDictionary<string, WebFile> Load()
    {
        var files = new Dictionary<string, WebFile>(StringComparer.Ordinal);
        Assembly home = typeof(WebFiles).Assembly;
        foreach (string name in home.GetManifestResourceNames())
        {
            if (!name.StartsWith(Resources, StringComparison.Ordinal)) continue;
            using Stream stream = home.GetManifestResourceStream(name)!;
            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            files.Add(name[Resources.Length..], new WebFile(bytes, TypeOf(name), Convert.ToHexStringLower(XxHash64.Hash(bytes))));
        }

        return files.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };

    private sealed record WebFile(byte[] Bytes, string Type, string Mark);
}
