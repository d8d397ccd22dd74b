using System.Globalization;

namespace Sanad.App.Drawing;

/// <summary>What a part of a picture is painted with. A page's style sheet may say what each looks like; where there is none, <see cref="Inks"/> does.</summary>
internal enum Ink
{
    None,
    Paper,
    Text,
    Soft,
    Grid,

    /// <summary>The colour of the series that the part belongs to.</summary>
    Series,

    /// <summary>Land on a map.</summary>
    Land,
}

/// <summary>A part of a picture, in the order of painting.</summary>
/// <param name="Class">Its kind, as style sheets know it.</param>
internal abstract record DrawnPart(string Class)
{
    /// <summary>A coordinate as SVG writes it, to a tenth of a point.</summary>
    public static string At(double coordinate) => coordinate.ToString("0.#", CultureInfo.InvariantCulture);
}

/// <summary>A picture: what is painted, in the order of painting. <see cref="SvgPainter"/> and <see cref="PngPainter"/> paint it.</summary>
/// <param name="Width">In points of a page, as <paramref name="Height"/> is.</param>
internal sealed record Picture(string Title, double Width, double Height, IReadOnlyList<DrawnPart> Parts);

/// <param name="Data">As SVG writes paths.</param>
internal sealed record DrawnPath(string Class, string Data, Ink Fill, Ink Stroke = Ink.None, double Width = 1, double Opacity = 1) : DrawnPart(Class)
{
    /// <summary>Lengths of dashes and of the gaps between them are the same; 0 for a line without gaps.</summary>
    public double Dash { get; init; }
}

/// <summary>Where words stand to their point.</summary>
internal enum TextAnchor
{
    Start,
    Middle,
    End,
}

/// <param name="Y">Of the line that they stand on.</param>
internal sealed record DrawnText(string Class, string Words, double X, double Y, Ink Ink, TextAnchor Anchor = TextAnchor.Start, double Size = 12) : DrawnPart(Class);

/// <summary>Parts that belong together.</summary>
/// <param name="Series">Index of the series whose colour they take; null for none.</param>
internal sealed record DrawnGroup(string Class, int? Series, IReadOnlyList<DrawnPart> Parts) : DrawnPart(Class)
{
    /// <summary>What they lead to; null for nothing.</summary>
    public string? Address { get; init; }

    /// <summary>What they mean, in words; null where their parts tell.</summary>
    public string? Words { get; init; }
}
