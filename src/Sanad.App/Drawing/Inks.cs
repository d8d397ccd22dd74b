namespace Sanad.App.Drawing;

/// <summary>The colours of a picture on white paper: those of the pages by day. Every one stands out from it by 4.5 to 1 at least, but for the grid's.</summary>
internal static class Inks
{
    private static readonly string[] Series = ["#0b5f73", "#8a4b08", "#5b4a8f", "#2f6b2f", "#8c2f52", "#55595c"];

    public static string OfSeries(int index) => Series[index % Series.Length];

    /// <param name="series">The series that the part belongs to; null for none.</param>
    public static string Of(Ink ink, int? series) => ink switch
    {
        Ink.Paper => "#ffffff",
        Ink.Soft => "#5a5f63",
        Ink.Grid => "#d9d5ca",
        Ink.Land => "#ece8dc",
        Ink.Series when series is { } index => OfSeries(index),
        _ => "#1b1d1f",
    };
}
