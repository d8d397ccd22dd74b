using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace Sanad.App.Tests.Server;

/// <summary>The API's description, and what it demands of answers.</summary>
internal sealed class ApiDescription(JsonObject document)
{
    private static readonly EvaluationOptions Options = new() { OutputFormat = OutputFormat.List };

    public JsonObject Document => document;

    /// <summary>The operations of the document: path, method and what is said of it.</summary>
    public IEnumerable<(string Path, string Method, JsonObject Operation)> Operations =>
        document["paths"]!.AsObject().SelectMany(static path => path.Value!.AsObject().Select(method => (path.Key, method.Key, method.Value!.AsObject())));

    /// <summary>An address with the values that the parameters' examples give.</summary>
    public static string AddressOf(string path, JsonObject operation)
    {
        string address = path, query = "";
        foreach (JsonNode? parameter in operation["parameters"]?.AsArray() ?? [])
        {
            if (parameter!["example"] is not { } example) continue;
            string value = Uri.EscapeDataString(example.ToString()), name = parameter["name"]!.ToString();
            if (parameter["in"]!.ToString() == "path") address = address.Replace($"{{{name}}}", value, StringComparison.Ordinal);
            else query += $"{(query.Length == 0 ? '?' : '&')}{name}={value}";
        }

        return address + query;
    }

    /// <summary>What of an answer is not as its schema says; empty where all is.</summary>
    public string Wrong(JsonObject operation, int status, string mediaType, string body)
    {
        JsonNode? answer = operation["responses"]?[status.ToString(System.Globalization.CultureInfo.InvariantCulture)];
        return answer?["content"]?[mediaType]?["schema"] is { } schema ? Wrong(schema, body) : $"{status} {mediaType} is not described";
    }

    /// <summary>What of a body that is sent is not as described.</summary>
    public string WrongBody(JsonObject requestBody, string body) => Wrong(requestBody["content"]!["application/json"]!["schema"]!, body);

    private string Wrong(JsonNode schema, string body)
    {
        var whole = new JsonObject { ["$defs"] = document["components"]!["schemas"]!.DeepClone(), ["allOf"] = new JsonArray(schema.DeepClone()) };
        EvaluationResults results = JsonSchema.FromText(whole.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal)).Evaluate(JsonNode.Parse(body), Options);
        return results.IsValid ? "" : string.Join("; ", results.Details.Where(static detail => detail.HasErrors).Take(5).Select(static detail => $"{detail.InstanceLocation}: {JsonSerializer.Serialize(detail.Errors)}"));
    }
}
