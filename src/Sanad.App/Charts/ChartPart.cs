namespace Sanad.App.Charts;

/// <summary>What a part of a chart is painted with. A page's style sheet may say what each looks like; where there is none, <see cref="ChartInks"/> does.</summary>
internal enum ChartInk
{
    None,
    Paper,
    Text,
    Soft,
    Grid,

    /// <summary>The colour of the series that the part belongs to.</summary>
    Series,
}

/// <summary>A part of a chart, in the order of painting.</summary>
/// <param name="Class">Its kind, as style sheets know it.</param>
internal abstract record ChartPart(string Class);

/// <param name="Data">As SVG writes paths.</param>
internal sealed record ChartPath(string Class, string Data, ChartInk Fill, ChartInk Stroke = ChartInk.None, double Width = 1, double Opacity = 1) : ChartPart(Class)
{
    /// <summary>Lengths of dashes and of the gaps between them are the same; 0 for a line without gaps.</summary>
    public double Dash { get; init; }
}

/// <summary>Where words stand to their point.</summary>
internal enum ChartAnchor
{
    Start,
    Middle,
    End,
}

/// <param name="Y">Of the line that they stand on.</param>
internal sealed record ChartText(string Class, string Words, double X, double Y, ChartInk Ink, ChartAnchor Anchor = ChartAnchor.Start, double Size = 12) : ChartPart(Class);

/// <summary>Parts that belong together.</summary>
/// <param name="Series">Index of the series whose colour they take; null for none.</param>
internal sealed record ChartGroup(string Class, int? Series, IReadOnlyList<ChartPart> Parts) : ChartPart(Class)
{
    /// <summary>What they lead to; null for nothing.</summary>
    public string? Address { get; init; }

    /// <summary>What they mean, in words; null where their parts tell.</summary>
    public string? Words { get; init; }
}
