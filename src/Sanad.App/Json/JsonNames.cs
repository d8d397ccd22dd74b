using System.Text.Json;

namespace Sanad.App.Json;

/// <summary>The names that the values of an enumeration have in JSON: <c>AtLeast</c> is <c>at_least</c>.</summary>
internal static class JsonNames<T> where T : struct, Enum
{
    private static readonly JsonEncodedText[] Names =
        [.. Enum.GetNames<T>().Select(static name => JsonEncodedText.Encode(JsonNamingPolicy.SnakeCaseLower.ConvertName(name)))];

    public static JsonEncodedText Of(T value) => Names[System.Runtime.CompilerServices.Unsafe.BitCast<T, int>(value)];
}
