using System.Buffers;

namespace Sanad.Reading.Html;

/// <summary>Halves of surrogate pairs in JSON, as they stand or as escapes (<c>\ud83d</c>): titles cut in the middle of an emoji leave them, and no string can be made of them.</summary>
internal static class Surrogates
{
    private const int EscapeLength = 6;

    private static readonly SearchValues<string> Escapes = SearchValues.Create(["\\ud"], StringComparison.OrdinalIgnoreCase);

    /// <returns>The JSON with U+FFFD for each half that stands alone.</returns>
    public static string Paired(string json)
    {
        if (!json.AsSpan().ContainsAnyInRange('\ud800', '\udfff') && !json.AsSpan().ContainsAny(Escapes)) return json;
        char[] chars = json.ToCharArray();
        for (int i = 0; i < chars.Length;)
        {
            int length = Unit(chars, i, out char unit);
            bool isPair = char.IsHighSurrogate(unit) && Unit(chars, i + length, out char low) == length && char.IsLowSurrogate(low);
            if (!isPair && char.IsSurrogate(unit))
            {
                if (length == 1) chars[i] = '\ufffd';
                else "fffd".CopyTo(chars.AsSpan(i + 2));
            }

            i += isPair ? 2 * length : length;
        }

        return new string(chars);
    }

    /// <returns>How many characters write the unit: one, two for an escape such as <c>\n</c>, six for one by its number.</returns>
    private static int Unit(ReadOnlySpan<char> json, int at, out char unit)
    {
        unit = at < json.Length ? json[at] : '\0';
        if (unit != '\\' || at + 1 >= json.Length) return 1;
        if (json[at + 1] != 'u' || at + EscapeLength > json.Length) return 2;
        if (!ushort.TryParse(json.Slice(at + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out ushort number)) return 2;
        unit = (char)number;
        return EscapeLength;
    }
}
