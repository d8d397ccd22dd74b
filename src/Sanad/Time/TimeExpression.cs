using Sanad.Text;

namespace Sanad.Time;

/// <summary>What an expression says, before anything is known of the day it is read from. Absent parts are null.</summary>
/// <param name="Token">Its first token.</param>
public sealed record TimeExpression(TextSpan Span, int Token)
{
    public int? Year { get; init; }

    /// <summary>1 to 12.</summary>
    public int? Month { get; init; }

    /// <summary>Last month of "awal Mei hingga akhir Juni"; null for one month.</summary>
    public int? LastMonth { get; init; }

    /// <summary>1 to 31.</summary>
    public int? Day { get; init; }

    /// <summary>1 is Monday.</summary>
    public int? Weekday { get; init; }

    public TimeOnly? Clock { get; init; }

    /// <summary>Days from the day of publication.</summary>
    public int? Offset { get; init; }

    /// <summary>Days from the day told of before.</summary>
    public int? Next { get; init; }

    /// <summary>Counted unit: 1 day, 2 week, 3 month, 4 year, 5 weekend.</summary>
    public int? Unit { get; init; }

    /// <summary>Units into the past (negative) or future, or the side on which a month or weekday lies.</summary>
    public int? Toward { get; init; }

    /// <summary>1 early, 2 middle, 3 late, 4 the rest.</summary>
    public int? Part { get; init; }

    /// <summary>Part at the far end of a stretch: "awal hingga pertengahan Oktober".</summary>
    public int? LastPart { get; init; }

    /// <summary>The sentence looks ahead: "akan … Kamis".</summary>
    public bool Ahead { get; init; }

    /// <summary>A day with its month, whatever the year.</summary>
    public bool IsDate => Month is not null && Day is not null;

    public bool IsFull => IsDate && Year is not null;
}
