using System.Globalization;

namespace Sanad.App.Cli;

/// <summary>Spans of time as they are typed and printed: a number with s, m, h or d.</summary>
internal static class TimeSpans
{
    private static readonly (char Letter, TimeSpan Unit)[] Units = [('d', TimeSpan.FromDays(1)), ('h', TimeSpan.FromHours(1)), ('m', TimeSpan.FromMinutes(1)), ('s', TimeSpan.FromSeconds(1))];

    public static bool TryRead(string text, out TimeSpan span)
    {
        span = default;
        if (text.Length < 2 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number)) return false;
        foreach ((char letter, TimeSpan unit) in Units)
        {
            if (text[^1] != letter || number > TimeSpan.FromDays(365) / unit) continue;
            span = number * unit;
            return true;
        }

        return false;
    }

    /// <summary>In the largest unit of which it has at least one, to a tenth: "15m", "1.5h".</summary>
    public static string Of(TimeSpan span)
    {
        foreach ((char letter, TimeSpan unit) in Units)
        {
            if (span >= unit) return string.Create(CultureInfo.InvariantCulture, $"{span / unit:0.#}{letter}");
        }

        return "0s";
    }
}
