namespace Sanad.App.Charts;

/// <summary>The colours of a chart on white paper: those of the pages by day. Every one stands out from it by 4.5 to 1 at least, but for the grid's.</summary>
internal static class ChartInks
{
    private static readonly string[] Series = ["#0b5f73", "#8a4b08", "#5b4a8f", "#2f6b2f", "#8c2f52", "#55595c"];

    public static string OfSeries(int index) => Series[index % Series.Length];

    /// <param name="series">The series that the part belongs to; null for none.</param>
    public static string Of(ChartInk ink, int? series) => ink switch
    {
        ChartInk.Paper => "#ffffff",
        ChartInk.Soft => "#5a5f63",
        ChartInk.Grid => "#d9d5ca",
        ChartInk.Series when series is { } index => OfSeries(index),
        _ => "#1b1d1f",
    };
}
