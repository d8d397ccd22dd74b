using System.Text.Json;

namespace Sanad.App.Server.Api;

/// <summary>Of the API's description what its page shows.</summary>
public sealed record ApiOutline(string Title, string Description, IReadOnlyList<ApiOperation> Operations)
{
    internal static ApiOutline Of(JsonElement document)
    {
        var operations = new List<ApiOperation>();
        foreach (JsonProperty path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (JsonProperty method in path.Value.EnumerateObject())
            {
                JsonElement operation = method.Value;
                List<ApiParameter> parameters = operation.TryGetProperty("parameters", out JsonElement listed) ? [.. listed.EnumerateArray().Select(ParameterOf)] : [];
                string? example = method.Name == "get" && !operation.TryGetProperty("security", out _) ? ExampleOf(path.Name, operation) : null;
                operations.Add(new ApiOperation(method.Name.ToUpperInvariant(), path.Name, Text(operation, "summary"), Text(operation, "description"), parameters, example));
            }
        }

        JsonElement info = document.GetProperty("info");
        return new ApiOutline(Text(info, "title"), Text(info, "description"), operations);
    }

    private static ApiParameter ParameterOf(JsonElement parameter) => new(Text(parameter, "name"), Text(parameter, "in"), Text(parameter, "description"));

    /// <summary>An address to follow, with the values that the parameters' examples give; null where one has none.</summary>
    private static string? ExampleOf(string path, JsonElement operation)
    {
        string address = path;
        char mark = '?';
        if (!operation.TryGetProperty("parameters", out JsonElement parameters)) return address;
        foreach (JsonElement parameter in parameters.EnumerateArray())
        {
            if (!parameter.TryGetProperty("example", out JsonElement example)) continue;
            string value = Uri.EscapeDataString(example.ToString());
            if (Text(parameter, "in") == "path")
            {
                address = address.Replace("{" + Text(parameter, "name") + "}", value, StringComparison.Ordinal);
            }
            else if (Text(parameter, "in") == "query")
            {
                address += $"{mark}{Text(parameter, "name")}={value}";
                mark = '&';
            }
        }

        // A story need not have what every address shows.
        return address.Contains('{', StringComparison.Ordinal) ? null : address;
    }

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) ? value.GetString() ?? "" : "";
}

/// <param name="Example">An address that can be followed; null for what is not asked by following one.</param>
public sealed record ApiOperation(string Method, string Path, string Summary, string Description, IReadOnlyList<ApiParameter> Parameters, string? Example)
{
    private readonly string[] _segments = Path.Split('/');

    /// <summary>Whether an address is one of the operation's: <c>{story}</c> stands for any segment, <c>{story}.atom</c> for any that ends so.</summary>
    public bool IsAt(string path)
    {
        string[] segments = path.Split('/');
        if (segments.Length != _segments.Length) return false;
        for (int i = 0; i < segments.Length; i++)
        {
            int end = _segments[i].StartsWith('{') ? _segments[i].IndexOf('}', StringComparison.Ordinal) + 1 : 0;
            bool isAny = end > 0 && segments[i].Length > _segments[i].Length - end && segments[i].EndsWith(_segments[i][end..], StringComparison.OrdinalIgnoreCase);
            if (!isAny && !segments[i].Equals(_segments[i], StringComparison.OrdinalIgnoreCase)) return false;
        }

        return true;
    }
}

/// <param name="In"><c>path</c>, <c>query</c> or <c>header</c>.</param>
public sealed record ApiParameter(string Name, string In, string Description);
