using System.Text.Json;

namespace Sanad.App.Cli.Commands.Mcp;

/// <summary>Which requests the other side made that are not answered yet, told from the lines that pass. Safe to use from many threads.</summary>
internal sealed class OpenRequests
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private TaskCompletionSource _none = Done();

    /// <summary>Ends when there is none.</summary>
    public Task None
    {
        get
        {
            lock (_lock) return _none.Task;
        }
    }

    /// <summary>A line that came in: a request opens; that one is called off closes it.</summary>
    public void Came(ReadOnlyMemory<byte> line) => Read(line, (message, id) =>
    {
        string? method = message.TryGetProperty("method", out JsonElement named) && named.ValueKind == JsonValueKind.String ? named.GetString() : null;
        if (method is not null && id is not null)
        {
            if (_ids.Count == 0) _none = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _ids.Add(id);
        }
        else if (method == "notifications/cancelled" && message.TryGetProperty("params", out JsonElement of) && of.ValueKind == JsonValueKind.Object && of.TryGetProperty("requestId", out JsonElement called))
        {
            Close(called.GetRawText());
        }
    });

    /// <summary>A line that went out: an answer closes its request.</summary>
    public void Went(ReadOnlyMemory<byte> line) => Read(line, (message, id) =>
    {
        if (id is not null && !message.TryGetProperty("method", out _)) Close(id);
    });

    private static TaskCompletionSource Done()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }

    private void Close(string id)
    {
        if (_ids.Remove(id) && _ids.Count == 0) _none.TrySetResult();
    }

    private void Read(ReadOnlyMemory<byte> line, Action<JsonElement, string?> take)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement message = json.RootElement;
            if (message.ValueKind != JsonValueKind.Object) return;
            string? id = message.TryGetProperty("id", out JsonElement given) && given.ValueKind is JsonValueKind.Number or JsonValueKind.String ? given.GetRawText() : null;
            lock (_lock) take(message, id);
        }
        catch (JsonException)
        {
            // What is no message is no request: the transport refuses it.
        }
    }
}
