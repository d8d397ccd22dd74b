using System.Globalization;
using Sanad.Figures;
using Sanad.Language;
using Sanad.Time;

namespace Sanad.App.Cli;

/// <summary>How values are put into words for a reader.</summary>
internal static class Wording
{
    public static string Of(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>An ISO day in words; anything else as it is.</summary>
    public static string OfDay(string? iso) =>
        DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? Of(day) : iso ?? "no day";

    public static string Of(double number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>A figure's value with its hedge: "about 10,000", "at least 5", "3 to 5".</summary>
    public static string OfValue(double? low, double? high, Bound bound, string? unit)
    {
        string value = (low, high) switch
        {
            ({ } one, { } other) when one == other => Of(one),
            ({ } one, { } other) => $"{Of(one)} to {Of(other)}",
            ({ } one, null) => Of(one),
            (null, { } other) => Of(other),
            _ => "some",
        };
        string hedge = bound switch
        {
            Bound.About => "about ",
            Bound.AtLeast => "at least ",
            Bound.AtMost => "at most ",
            Bound.MoreThan => "more than ",
            Bound.LessThan => "less than ",
            Bound.Vague when high is null => "from ",
            _ => "",
        };
        return hedge + value + (unit is null ? "" : " " + unit);
    }

    /// <summary>"confirms", as a reader reads it after the speaker's name.</summary>
    public static string Of(Act act) => act switch
    {
        Act.Deny => "denies",
        Act.Neither => "neither confirms nor denies",
        _ => act.ToString().ToLowerInvariant() + "s",
    };

    public static string OfOccasion(OccasionKind kind) => kind switch
    {
        OccasionKind.PressConference => "press conference",
        OccasionKind.WrittenStatement => "written statement",
        _ => kind.ToString().ToLowerInvariant(),
    };

    public static string Of(TimeBasis basis) => basis switch
    {
        TimeBasis.Absolute => "as written",
        TimeBasis.Published => "counted from the day of publication",
        _ => "counted from an inferred day",
    };
}
