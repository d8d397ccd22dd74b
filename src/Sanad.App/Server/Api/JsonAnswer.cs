using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Sanad.App.Json;

namespace Sanad.App.Server.Api;

/// <summary>Answers with JSON that is written straight from the ledger.</summary>
internal sealed class JsonAnswer(Action<Utf8JsonWriter> write, string mediaType = "application/json", int status = StatusCodes.Status200OK) : IResult
{
    public async Task ExecuteAsync(HttpContext http)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonFields.Options)) write(json);
        http.Response.StatusCode = status;
        http.Response.ContentType = mediaType;
        http.Response.ContentLength = buffer.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.Body.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), http.RequestAborted);
    }
}
