using System.Globalization;
using System.Text.Json;
using Sanad.App.Json;
using Sanad.App.Storage.Sqlite;

namespace Sanad.App.Hooks;

/// <summary>What a hook is sent.</summary>
/// <param name="Id">The same at every try, so that who gets it twice knows it.</param>
/// <param name="Body">JSON.</param>
internal sealed record HookMessage(string Id, ReadOnlyMemory<byte> Body)
{
    /// <summary>Says that the hook works; tells of nothing.</summary>
    public const string Test = "test";

    /// <param name="ledger">What the ledger is called.</param>
    public static HookMessage Of(Delivery delivery, Change change, Guid ledger) =>
        new(string.Create(CultureInfo.InvariantCulture, $"msg_{delivery.Hook}_{change.Number}"), Write(change.Kind, ledger, json => ChangeJson.Write(json, change, withNumber: true)));

    public static HookMessage OfTest(Hook hook, Guid ledger, DateTimeOffset now) =>
        new(string.Create(CultureInfo.InvariantCulture, $"msg_{hook.Id}_test_{now.ToUnixTimeMilliseconds()}"), Write(Test, ledger, static json =>
        {
            json.WriteStartObject();
            json.WriteEndObject();
        }));

    private static byte[] Write(string type, Guid ledger, Action<Utf8JsonWriter> data)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonFields.Options))
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            json.WriteString("ledger", ledger.ToString("N"));
            json.WritePropertyName("data");
            data(json);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
