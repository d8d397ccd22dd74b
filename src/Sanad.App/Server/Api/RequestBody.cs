using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Sanad.App.Server.Api;

/// <summary>Reads what a program sends.</summary>
internal static class RequestBody
{
    private static readonly JsonDocumentOptions Bounds = new() { MaxDepth = 16 };

    /// <summary>An object. It has to be sent as JSON: no page elsewhere can have a browser send that here unasked.</summary>
    /// <exception cref="ProblemException">It is none.</exception>
    public static async Task<JsonDocument> ReadAsync(HttpContext http)
    {
        if (!http.Request.HasJsonContentType()) throw new ProblemException(StatusCodes.Status415UnsupportedMediaType, "the body is sent as application/json");
        if (http.Request.Headers.ContentEncoding.Count > 0 || http.Request.GetTypedHeaders().ContentType is { Encoding: { } encoding } && encoding.WebName != "utf-8")
            throw new ProblemException(StatusCodes.Status415UnsupportedMediaType, "the body is sent as UTF-8, and not compressed");
        try
        {
            JsonDocument json = await JsonDocument.ParseAsync(http.Request.Body, Bounds, http.RequestAborted);
            if (json.RootElement.ValueKind == JsonValueKind.Object) return json;
            json.Dispose();
            throw new ProblemException(StatusCodes.Status400BadRequest, "the body is no JSON object");
        }
        catch (JsonException)
        {
            throw new ProblemException(StatusCodes.Status400BadRequest, "the body is no JSON");
        }
    }

    /// <summary>Null where it is not given.</summary>
    /// <exception cref="ProblemException">It is no text.</exception>
    public static string? String(JsonElement body, string name)
    {
        if (!body.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null) return null;
        return TextOf(value, name);
    }

    /// <summary>Empty where it is not given.</summary>
    /// <exception cref="ProblemException">It is no list of texts.</exception>
    public static IReadOnlyList<string> Strings(JsonElement body, string name)
    {
        if (!body.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null) return [];
        return value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => TextOf(item, name))] : throw ApiRequest.Wrong(name, "is no list");
    }

    /// <summary>False where it is not given.</summary>
    /// <exception cref="ProblemException">It is neither true nor false.</exception>
    public static bool Flag(JsonElement body, string name) => body.TryGetProperty(name, out JsonElement value) && value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False or JsonValueKind.Null => false,
        _ => throw ApiRequest.Wrong(name, "is true or false"),
    };

    private static string TextOf(JsonElement value, string name)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString()! : throw ApiRequest.Wrong(name, "is no text");
        }
        catch (InvalidOperationException)
        {
            throw ApiRequest.Wrong(name, "holds half a character");
        }
    }
}
