using System.Globalization;
using Sanad.Text;

namespace Sanad.Time;

/// <summary>What the value of a time rests on.</summary>
public enum TimeBasis
{
    /// <summary>The words alone fix it ("31 Oktober 2024").</summary>
    Absolute,

    /// <summary>The words and the article's day of publication ("Kamis", "bulan lalu").</summary>
    Published,

    /// <summary>The words and a day that was itself inferred, from this article or borrowed from a sibling.</summary>
    Inferred,
}

/// <summary>An expression in the text that stands for a time, with its value on the calendar.</summary>
/// <param name="Because">Why, in English, where the value was not simply read off: shown beside the value.</param>
public sealed record TimeMention(TextSpan Span, CalendarValue Value, TimeBasis Basis, string? Because = null);

/// <summary>
/// When the article was published. Either <see cref="Day"/> is known (from its sender or a date line), or
/// the article's own words bound it between <see cref="Earliest"/> and <see cref="Latest"/> with reasons, or nothing is known
/// and all are null.
/// </summary>
public sealed record Publication(DateOnly? Day, string? Printed, DateOnly? Earliest, DateOnly? Latest, IReadOnlyList<PublicationReason> Because)
{
    /// <summary>Hour of the day from which a page may tell of the next day, which has begun further east.</summary>
    private const int LateHour = 18;

    /// <summary>Printed with a clock time in the evening.</summary>
    internal bool IsLate => Printed is { Length: >= 13 } printed && printed[10] is 'T' or ' ' && int.TryParse(printed.AsSpan(11, 2), CultureInfo.InvariantCulture, out int hour) && hour >= LateHour;

    public static Publication Unknown { get; } = new(null, null, null, null, []);

    /// <summary>The day that relative times are counted from: the known one, else the first day of the interval, else null.</summary>
    public DateOnly? Anchor => Day ?? Earliest;
}

/// <summary>A stretch of text that speaks for a day of publication, and how.</summary>
public sealed record PublicationReason(TextSpan Span, string Text, string Reason);
