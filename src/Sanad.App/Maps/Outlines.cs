namespace Sanad.App.Maps;

/// <summary>A line on the globe.</summary>
/// <param name="Points">Longitude and latitude in degrees; of a ring the last is the first.</param>
internal sealed record Outline(IReadOnlyList<(double Longitude, double Latitude)> Points)
{
    public double West { get; } = Points.Min(static point => point.Longitude);

    public double East { get; } = Points.Max(static point => point.Longitude);

    public double South { get; } = Points.Min(static point => point.Latitude);

    public double North { get; } = Points.Max(static point => point.Latitude);
}

/// <summary>Outlines of land and lines between states, from Natural Earth (public domain); made by <c>tools/outlines.py</c>, which tells how they are written.</summary>
internal sealed class Outlines
{
    /// <summary>Hundredths of a degree.</summary>
    private const double Grid = 100;

    private static readonly Lazy<Outlines> Loaded = new(static () => new Outlines());

    private Outlines()
    {
        using Stream stream = typeof(Outlines).Assembly.GetManifestResourceStream("maps/outlines.bin")!;
        Land = Lines(stream);
        Borders = Lines(stream);
    }

    /// <summary>Read when a map is first drawn.</summary>
    public static Outlines All => Loaded.Value;

    /// <summary>Rings: land, and within it, the other way round, lakes.</summary>
    public IReadOnlyList<Outline> Land { get; }

    public IReadOnlyList<Outline> Borders { get; }

    private static Outline[] Lines(Stream stream)
    {
        var lines = new Outline[Number(stream)];
        for (int i = 0; i < lines.Length; i++)
        {
            var points = new (double, double)[Number(stream)];
            int x = 0, y = 0;
            for (int j = 0; j < points.Length; j++) points[j] = ((x += Difference(stream)) / Grid, (y += Difference(stream)) / Grid);
            lines[i] = new Outline(points);
        }

        return lines;
    }

    private static int Difference(Stream stream)
    {
        int value = Number(stream);
        return (value & 1) == 0 ? value >> 1 : -((value + 1) >> 1);
    }

    private static int Number(Stream stream)
    {
        int value = 0;
        for (int shift = 0; ; shift += 7)
        {
            int part = stream.ReadByte();
            value |= (part & 0x7F) << shift;
            if (part < 0x80) return part >= 0 ? value : throw new EndOfStreamException();
        }
    }
}
