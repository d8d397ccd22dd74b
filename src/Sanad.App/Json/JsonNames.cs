using System.Text.Json;

namespace Sanad.App.Json;

/// <summary>The names that the values of an enumeration have in JSON: <c>AtLeast</c> is <c>at_least</c>.</summary>
internal static class JsonNames<T> where T : struct, Enum
{
    private static readonly JsonEncodedText[] Names = [.. AllNames().Select(static name => JsonEncodedText.Encode(name))];

    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. AllNames()];

    public static JsonEncodedText Of(T value) => Names[System.Runtime.CompilerServices.Unsafe.BitCast<T, int>(value)];

    public static bool TryParse(string name, out T value)
    {
        for (int i = 0; i < All.Count; i++)
        {
            if (All[i] != name) continue;
            value = System.Runtime.CompilerServices.Unsafe.BitCast<int, T>(i);
            return true;
        }

        value = default;
        return false;
    }

    private static IEnumerable<string> AllNames() => Enum.GetNames<T>().Select(static name => JsonNamingPolicy.SnakeCaseLower.ConvertName(name));
}
