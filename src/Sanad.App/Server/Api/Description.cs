using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sanad.App.Server.Pages;

namespace Sanad.App.Server.Api;

/// <summary>What the API is, for programs (<c>openapi.json</c>, OpenAPI 3.1, written by hand beside this file) and for people.</summary>
internal static class Description
{
    private static readonly Lazy<byte[]> Bytes = new(Read);
    private static readonly Lazy<ApiOutline> Outline = new(static () => ApiOutline.Of(JsonDocument.Parse(Bytes.Value).RootElement));

    public static void Map(IEndpointRouteBuilder app)
    {
        ApiEndpoints.Get(app, "/api/openapi.json", static _ => Task.FromResult(Results.Bytes(Bytes.Value, "application/json")));
        app.MapMethods("/api", [HttpMethods.Get, HttpMethods.Head], static () => new PageResult<ApiPage>(Outline.Value));
    }

    /// <summary>What the description says of a request; null for one that it does not describe.</summary>
    public static ApiOperation? OperationOf(string method, string path)
    {
        if (HttpMethods.IsHead(method)) method = HttpMethods.Get;
        foreach (ApiOperation operation in Outline.Value.Operations)
        {
            if (operation.Method == method && operation.IsAt(path)) return operation;
        }

        return null;
    }

    private static byte[] Read()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("openapi.json")!;
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return buffer.ToArray();
    }
}
