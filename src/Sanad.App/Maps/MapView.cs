using System.Text;
using Sanad.App.Drawing;
using Sanad.Language;

namespace Sanad.App.Maps;

/// <summary>
/// The part of the globe that a map shows, and where on the paper a place of it lies: degrees are drawn as they are (equirectangular), those of longitude as long as
/// they are in the map's middle.
/// </summary>
internal sealed class MapView
{
    public const double Width = 760, Height = 400;

    /// <summary>Degrees of latitude that are shown at least, so that a coast is in sight.</summary>
    private const double LeastHeight = 4;

    /// <summary>Share of the map that stays free around the places.</summary>
    private const double Margin = 0.14;

    /// <summary>What is nearer to the last point than this is not drawn, in points of the page.</summary>
    private const double Finest = 1.2;

    private readonly double _west, _north, _scaleX, _scaleY;

    /// <param name="places">At least one.</param>
    public MapView(IReadOnlyCollection<GazetteerPlace> places)
    {
        double south = places.Min(static place => place.Latitude), north = places.Max(static place => place.Latitude);
        double west = places.Min(static place => place.Longitude), east = places.Max(static place => place.Longitude);
        double middle = (south + north) / 2, shrink = Math.Max(0.2, Math.Cos(double.DegreesToRadians(middle)));
        double height = Math.Max(LeastHeight, (north - south) / (1 - (2 * Margin))), width = (east - west) / (1 - (2 * Margin));
        height = Math.Min(180, Math.Max(height, width * shrink * Height / Width));
        width = Math.Min(360, Math.Max(width, height / shrink * Width / Height));
        (_scaleX, _scaleY) = (Width / width, Height / height);
        _west = Math.Clamp(((west + east) / 2) - (width / 2), -180, 180 - width);
        _north = Math.Clamp(middle + (height / 2), -90 + height, 90);
    }

    public (double X, double Y) At(double longitude, double latitude) => ((longitude - _west) * _scaleX, (_north - latitude) * _scaleY);

    /// <summary>Path data of the land that is in sight, cut at the map's edge.</summary>
    public string Land(IEnumerable<Outline> rings)
    {
        var path = new StringBuilder();
        foreach (Outline ring in rings)
        {
            if (!IsInSight(ring)) continue;
            List<(double X, double Y)> points = [.. ring.Points.Select(point => At(point.Longitude, point.Latitude))];
            // A little beyond the edge, so that no shore is drawn along it.
            points = Cut(points, static point => point.X + 2, static (a, b) => Between(a, b, (-2 - a.X) / (b.X - a.X)));
            points = Cut(points, static point => Width + 2 - point.X, static (a, b) => Between(a, b, (Width + 2 - a.X) / (b.X - a.X)));
            points = Cut(points, static point => point.Y + 2, static (a, b) => Between(a, b, (-2 - a.Y) / (b.Y - a.Y)));
            points = Cut(points, static point => Height + 2 - point.Y, static (a, b) => Between(a, b, (Height + 2 - a.Y) / (b.Y - a.Y)));
            Write(path, points, isRing: true);
        }

        return path.ToString();
    }

    /// <summary>Path data of lines that are in sight.</summary>
    public string Lines(IEnumerable<Outline> lines)
    {
        var path = new StringBuilder();
        foreach (Outline line in lines)
        {
            if (!IsInSight(line)) continue;
            var piece = new List<(double X, double Y)>();
            foreach ((double longitude, double latitude) in line.Points)
            {
                (double X, double Y) point = At(longitude, latitude);
                if (point is { X: > -50 and < Width + 50, Y: > -50 and < Height + 50 })
                {
                    piece.Add(point);
                    continue;
                }

                Write(path, piece, isRing: false);
                piece.Clear();
            }

            Write(path, piece, isRing: false);
        }

        return path.ToString();
    }

    private bool IsInSight(Outline line)
    {
        ((double left, double bottom), (double right, double top)) = (At(line.West, line.South), At(line.East, line.North));
        return right > 0 && left < Width && bottom > 0 && top < Height;
    }

    /// <summary>What of a ring lies on the one side of a line (Sutherland and Hodgman, 1974).</summary>
    private static List<(double X, double Y)> Cut(List<(double X, double Y)> ring, Func<(double X, double Y), double> side, Func<(double X, double Y), (double X, double Y), (double X, double Y)> crossing)
    {
        var kept = new List<(double X, double Y)>(ring.Count);
        for (int i = 0; i < ring.Count; i++)
        {
            (double X, double Y) from = ring[i == 0 ? ring.Count - 1 : i - 1], to = ring[i];
            bool wasIn = side(from) >= 0, isIn = side(to) >= 0;
            if (wasIn != isIn) kept.Add(crossing(from, to));
            if (isIn) kept.Add(to);
        }

        return kept;
    }

    private static (double X, double Y) Between((double X, double Y) a, (double X, double Y) b, double share) => (a.X + ((b.X - a.X) * share), a.Y + ((b.Y - a.Y) * share));

    private static void Write(StringBuilder path, List<(double X, double Y)> points, bool isRing)
    {
        int start = path.Length, written = 0;
        (double X, double Y) last = default;
        for (int i = 0; i < points.Count; i++)
        {
            (double X, double Y) point = points[i];
            if (written > 0 && Math.Abs(point.X - last.X) < Finest && Math.Abs(point.Y - last.Y) < Finest && (isRing || i < points.Count - 1)) continue;
            path.Append(written == 0 ? 'M' : written == 1 ? 'L' : ' ').Append(DrawnPart.At(point.X)).Append(' ').Append(DrawnPart.At(point.Y));
            last = point;
            written++;
        }

        if (written < (isRing ? 3 : 2)) path.Length = start;
        else if (isRing) path.Append('z');
    }
}
