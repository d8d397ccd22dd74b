using System.Globalization;
using System.Text.Json;
using Sanad.App.Hooks;

namespace Sanad.App.Json;

/// <summary>Writes hooks and their messages, for the command line and the API.</summary>
internal static class HookJson
{
    /// <param name="withSecret">Whether the secret is told, as it is once: when the hook is made.</param>
    public static void Write(Utf8JsonWriter json, Hook hook, bool withSecret = false)
    {
        json.WriteStartObject();
        json.WriteString("id", hook.Id);
        json.WriteString("url", hook.Url);
        json.Field("story", hook.Story?.ToString(CultureInfo.InvariantCulture));
        json.Strings("kinds", hook.Kinds);
        json.WriteString("made", Iso(hook.Made));
        json.WriteNumber("failures", hook.Failures);
        json.WriteNumber("waiting", hook.Waiting);
        json.WriteNumber("dead", hook.Dead);
        json.Field("ended", hook.Ended);
        if (withSecret) json.WriteString("secret", hook.Secret);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, Delivery delivery)
    {
        json.WriteStartObject();
        json.WriteNumber("number", delivery.Number);
        json.WriteString("hook", delivery.Hook);
        json.WriteNumber("change", delivery.Change);
        json.WriteString("kind", delivery.Kind);
        json.WriteString("state", delivery.State.ToString().ToLowerInvariant());
        json.WriteNumber("tries", delivery.Tries);
        json.Field("tried", delivery.Tried is { } tried ? Iso(tried) : null);
        json.Field("due", delivery.State == DeliveryState.Waiting && delivery.Tries > 0 ? Iso(delivery.Due) : null);
        json.Field("status", delivery.Status is { } status ? (double)status : null);
        json.Field("error", delivery.Error);
        json.WriteEndObject();
    }

    private static string Iso(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
