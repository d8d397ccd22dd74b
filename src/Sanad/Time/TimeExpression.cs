using Sanad.Text;

namespace Sanad.Time;

/// <summary>What an expression says, before anything is known of the day it is read from. Absent parts are null.</summary>
/// <param name="Token">Its first token.</param>
public sealed record TimeExpression(TextSpan Span, int Token)
{
    /// <summary>Nothing said yet; what readers begin from.</summary>
    internal static TimeExpression Empty { get; } = new(default, 0);

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

    /// <summary>An editor's word inside a quotation ("besok (hari ini)"), which counts from publication.</summary>
    public bool IsGloss { get; init; }

    /// <summary>Days from the day told of before.</summary>
    public int? Next { get; init; }

    /// <summary>1 spring, 2 summer, 3 autumn, 4 winter, of the northern half of the earth.</summary>
    public int? Season { get; init; }

    /// <summary>1 to 5: the week of the month, seven days each from the first.</summary>
    public int? Week { get; init; }

    /// <summary>A day that moves by a rule, with its code; see <see cref="NamedDays"/>.</summary>
    internal CalendarWord? Named { get; init; }

    /// <summary>1 to 4.</summary>
    public int? Quarter { get; init; }

    /// <summary>1 or 2.</summary>
    public int? Half { get; init; }

    /// <summary>0 is the quarter or year told of before ("the latest quarter"), -1 the same a year earlier, -2 a year before publication where none was told of ("a year ago").</summary>
    public int? Same { get; init; }

    /// <summary>Month and day of the Hijri calendar as 100 × month + day; day 0 is the whole month.</summary>
    public int? Hijri { get; init; }

    /// <summary>Year of the Hijri calendar, where it is printed.</summary>
    public int? HijriYear { get; init; }

    /// <summary>The weekday lies before the day told of before: "the previous Friday", "Jumat sebelumnya".</summary>
    public bool IsPrevious { get; init; }

    /// <summary>Units are counted from the day told of before and not from publication: "two days later".</summary>
    public bool FromTold { get; init; }

    /// <summary>The year begins ten: "the 1980s".</summary>
    public bool IsDecade { get; init; }

    /// <summary>The last year of a stretch: "2015-2019".</summary>
    public int? LastYear { get; init; }

    /// <summary>The last day of a stretch within a month: "12-14 Juni".</summary>
    public int? LastDay { get; init; }

    /// <summary>Counted unit: 1 day, 2 week, 3 month, 4 year, 5 weekend, 6 quarter, 7 season of a sport; with a date, the week it lies in.</summary>
    public int? Unit { get; init; }

    /// <summary>Units into the past (negative) or future, or the side on which a month or weekday lies.</summary>
    public int? Toward { get; init; }

    /// <summary>1 early, 2 middle, 3 late, 4 the rest.</summary>
    public int? Part { get; init; }

    /// <summary>Part at the far end of a stretch: "awal hingga pertengahan Oktober".</summary>
    public int? LastPart { get; init; }

    /// <summary>The sentence looks ahead: "akan … Kamis".</summary>
    public bool Ahead { get; init; }

    /// <summary>It may lie ahead: a month takes the nearest year ("by February").</summary>
    public bool Near { get; init; }

    /// <summary>A day with its month, whatever the year.</summary>
    public bool IsDate => Month is not null && Day is not null;

    public bool IsFull => IsDate && Year is not null;
}
