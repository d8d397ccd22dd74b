namespace Sanad.App.Charts;

/// <summary>A linear scale with round marks: 1, 2 or 5 times a power of ten apart.</summary>
/// <param name="Low">The value at the lower end, a mark.</param>
/// <param name="High">The value at the upper end, a mark above <paramref name="Low"/>.</param>
/// <param name="Step">Distance of two marks.</param>
internal readonly record struct ChartScale(double Low, double High, double Step)
{
    /// <summary>A scale that holds both values, with some <paramref name="marks"/> marks. It begins at zero unless the values lie far from it and near each other.</summary>
    public static ChartScale Over(double low, double high, int marks)
    {
        if (low > 0 && low < 0.6 * high) low = 0;
        if (high < 0 && high > 0.6 * low) high = 0;
        if (low == high) (low, high) = low == 0 ? (0, 1) : (Math.Min(0, low), Math.Max(0, high));
        double rough = (high - low) / marks, power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = (rough / power) switch { <= 1 => power, <= 2 => 2 * power, <= 5 => 5 * power, _ => 10 * power };
        return new ChartScale(Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, step);
    }

    /// <summary>Where a value lies between both ends, 0 to 1; values outside lie at the nearer end.</summary>
    public double At(double value) => Math.Clamp((value - Low) / (High - Low), 0, 1);

    public IEnumerable<double> Marks()
    {
        int count = (int)Math.Round((High - Low) / Step);
        for (int i = 0; i <= count; i++) yield return Low + (i * Step);
    }
}
