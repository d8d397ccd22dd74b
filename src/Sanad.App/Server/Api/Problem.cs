using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Sanad.App.Json;

namespace Sanad.App.Server.Api;

/// <summary>Tells a program why there is no answer, as RFC 9457 has it.</summary>
/// <param name="detail">In words; null where the status says all.</param>
internal sealed class Problem(int status, string? detail = null) : IResult
{
    public const string MediaType = "application/problem+json";

    /// <summary>Whether the request is one of a program, which is answered so and not with a page.</summary>
    public static bool IsAsked(HttpContext http) => http.Request.Path.StartsWithSegments("/api") || http.Request.Path.StartsWithSegments("/mcp") || http.Request.Path.StartsWithSegments("/feeds");

    public async Task ExecuteAsync(HttpContext http)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonFields.Options))
        {
            json.WriteStartObject();
            json.WriteString("type", "about:blank");
            json.WriteString("title", ReasonPhrases.GetReasonPhrase(status));
            json.WriteNumber("status", status);
            if (detail is not null) json.WriteString("detail", detail);
            json.WriteEndObject();
        }

        http.Response.StatusCode = status;
        http.Response.ContentType = MediaType;
        http.Response.ContentLength = buffer.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.Body.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), http.RequestAborted);
    }
}

/// <summary>That a request cannot be answered, and why; ends as a <see cref="Problem"/>.</summary>
internal sealed class ProblemException(int status, string detail) : Exception(detail)
{
    public int Status => status;
}
