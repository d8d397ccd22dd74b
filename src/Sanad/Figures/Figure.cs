using Sanad.Text;
using Sanad.Time;

namespace Sanad.Figures;

/// <summary>How a figure is hedged.</summary>
public enum Bound
{
    Exact,
    About,
    AtLeast,
    AtMost,
    MoreThan,
    LessThan,
    Between,

    /// <summary>An order of magnitude only: "ratusan" is 100 up to no stated end.</summary>
    Vague,
}

/// <summary>
/// A count or measure that the article states. <see cref="Low"/> and <see cref="High"/> are equal when one value is
/// given; null is an open side ("sedikitnya 5" is 5 to null).
/// </summary>
/// <param name="Id">Unique within the article, "f1" onwards in reading order.</param>
/// <param name="Span">The whole expression with hedge and counted thing.</param>
public sealed record Figure(string Id, TextSpan Span, double? Low, double? High, Bound Bound)
{
    /// <summary>Unit of measure or currency ("persen", "meter", "US$"); null for plain counts.</summary>
    public string? Unit { get; init; }

    /// <summary>What is counted, head noun first, completed from the sentence; in the article's language.</summary>
    public string? What { get; init; }

    /// <summary>The place it is counted in, or null.</summary>
    public string? Where { get; init; }

    /// <summary>The day it holds for, or null.</summary>
    public CalendarValue? AsOf { get; init; }

    /// <summary>Id of the figure it is a part of, or null.</summary>
    public string? PartOf { get; init; }

    /// <summary>The older value this one says it replaces, or null.</summary>
    public double? Revises { get; init; }

    /// <summary>It is the older value that another figure replaces ("naik dari 14"), and holds no longer.</summary>
    public bool IsOlder { get; init; }

    /// <summary>It is by how much another figure moved ("bertambah 5 menjadi 14") and no level of its own.</summary>
    public bool IsChange { get; init; }

    /// <summary>The article says that the figures which are part of this one make it up ("terdiri atas 164 penumpang dan 23 awak").</summary>
    public bool IsTotal { get; init; }

    /// <summary>Id of the innermost statement in whose content it stands, or null in the article's own voice.</summary>
    public string? Statement { get; init; }

    /// <summary>
    /// Of a figure in the article's own voice the id of the statement right behind it whose words point back at it ("Data itu …", "that figure …"): its speaker answers
    /// for the figure. Null otherwise.
    /// </summary>
    public string? ToldBy { get; init; }

    /// <summary>By whom its reading was corrected; null where it is as it was found.</summary>
    public Corrected? Corrected { get; init; }
}
