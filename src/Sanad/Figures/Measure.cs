namespace Sanad.Figures;

/// <summary>A number with the unit or currency around it, tokens <c>[First, End)</c>, before anything is known of what it counts.</summary>
/// <param name="Unit">With its rate ("US$/barel"); null for a plain count.</param>
internal readonly record struct Measure(int First, int End, ReadNumber Number, string? Unit, UnitKind Kind)
{
    public bool IsMoney { get; init; }

    /// <summary>A hedge behind the number and before the unit: "10.000 lebih".</summary>
    public Bound? HedgeBehind { get; init; }

    /// <summary>Its unit stands before the number and is no currency: "magnitudo 5,6".</summary>
    public bool IsLed { get; init; }

    public bool IsMeasured => Unit is not null;

    /// <summary>A share of something, so that what follows is the whole: "5 persen penduduk".</summary>
    public bool IsPercent => Kind == UnitKind.Percent && !IsMoney;
}
