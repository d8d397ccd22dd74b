using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Sanad.App.Server.Mcp;

/// <summary>Holds what a model gives a tool against the tool's schema, and tells it what is wrong: a model that only hears of an error cannot mend its question, and one that misspelt an argument takes the answer for what it asked.</summary>
internal static class ToolArguments
{
    public static void Check(McpServerOptions options) => options.Filters.Request.CallToolFilters.Add(static next => (request, stop) =>
        request.MatchedPrimitive is McpServerTool tool && Wrong(tool.ProtocolTool, request.Params?.Arguments) is { } wrong
            ? ValueTask.FromResult(new CallToolResult { IsError = true, Content = [new TextContentBlock { Text = wrong }] })
            : next(request, stop));

    /// <returns>Null where nothing is wrong.</returns>
    public static string? Wrong(Tool tool, IDictionary<string, JsonElement>? arguments)
    {
        JsonElement properties = tool.InputSchema.TryGetProperty("properties", out JsonElement listed) ? listed : default;
        List<string> known = properties.ValueKind == JsonValueKind.Object ? [.. properties.EnumerateObject().Select(static property => property.Name)] : [];
        foreach ((string name, JsonElement value) in arguments ?? new Dictionary<string, JsonElement>())
        {
            if (!known.Contains(name)) return $"'{Cli.Printable.Line(name, 60)}' is no argument of {tool.Name}; there are {string.Join(", ", known)}";
            string types = properties.GetProperty(name).TryGetProperty("type", out JsonElement type) ? type.ToString() : "";
            if (value.ValueKind == JsonValueKind.Null && types.Contains("null", StringComparison.Ordinal)) continue;
            if (types.Contains("string", StringComparison.Ordinal) && value.ValueKind != JsonValueKind.String) return $"'{name}' is a string";
            if (types.Contains("integer", StringComparison.Ordinal) && !(value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _))) return $"'{name}' is a whole number";
        }

        foreach (string name in known)
        {
            if (IsRequired(tool, name) && arguments?.ContainsKey(name) != true) return $"'{name}' is missing";
        }

        return null;
    }

    private static bool IsRequired(Tool tool, string name) => tool.InputSchema.TryGetProperty("required", out JsonElement required) && required.EnumerateArray().Any(item => item.ValueEquals(name));
}
