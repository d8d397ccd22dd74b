using System.Text.Json;

namespace Sanad.App.Json;

/// <summary>The names that the values of an enumeration have in JSON: <c>AtLeast</c> is <c>at_least</c>.</summary>
internal static class JsonNames<T> where T : struct, Enum
{
    private static readonly string[] Texts = JsonNames.Of(typeof(T));

    private static readonly JsonEncodedText[] Names = JsonNames.Encoded(Texts);

    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<string> All => Texts;

    public static JsonEncodedText Of(T value) => Names[System.Runtime.CompilerServices.Unsafe.BitCast<T, int>(value)];

    public static bool TryParse(string name, out T value)
    {
        int i = Array.IndexOf(Texts, name);
        value = i < 0 ? default : System.Runtime.CompilerServices.Unsafe.BitCast<int, T>(i);
        return i >= 0;
    }
}

/// <summary>What does not depend on the type, so that it is compiled once and not at start-up for each enumeration.</summary>
internal static class JsonNames
{
    public static string[] Of(Type enumeration)
    {
        string[] names = Enum.GetNames(enumeration);
        for (int i = 0; i < names.Length; i++) names[i] = JsonNamingPolicy.SnakeCaseLower.ConvertName(names[i]);
        return names;
    }

    public static JsonEncodedText[] Encoded(string[] names)
    {
        var encoded = new JsonEncodedText[names.Length];
        for (int i = 0; i < names.Length; i++) encoded[i] = JsonEncodedText.Encode(names[i]);
        return encoded;
    }
}
