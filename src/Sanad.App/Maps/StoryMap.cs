using Sanad.App.Cli;
using Sanad.App.Drawing;
using Sanad.App.Server.Interface;

namespace Sanad.App.Maps;

/// <summary>A story's places on a map: a circle for each, its area by the number of entries, leading to the list of them.</summary>
internal static class StoryMap
{
    /// <summary>Radius of the circle of one entry, and the largest there is, in points of the page.</summary>
    private const double Least = 5, Most = 22;

    /// <summary>Names that are written on the map, and how wide a letter is taken to be.</summary>
    private const int MostNames = 24;

    private const double Letter = 6.6;

    /// <summary>Degrees between two places from which on they are in different parts of the world.</summary>
    private const double Apart = 7;

    /// <param name="places">Those of most entries first.</param>
    /// <param name="address">Where a place's entries are listed.</param>
    /// <returns>A map of all that have a place on the globe; before it, where most of them lie close together and others far off, one of these. None where none has a place.</returns>
    public static IEnumerable<Picture> Of(IReadOnlyList<NamedPlace> places, InterfaceLanguage words, Func<NamedPlace, string> address)
    {
        List<NamedPlace> shown = [.. places.Where(static place => place.On is not null)];
        if (shown.Count == 0) yield break;
        List<NamedPlace> together = Together(shown);
        if (together.Count >= 3 && together.Count < shown.Count && HeightOf(together) * 3 < HeightOf(shown)) yield return Draw(together, words, words["map.near"], address);
        yield return Draw(shown, words, words["map.title"], address);
    }

    /// <summary>The places around that of most entries, each near to another of them.</summary>
    private static List<NamedPlace> Together(List<NamedPlace> places)
    {
        List<NamedPlace> together = [places[0]];
        for (int i = 0; i < together.Count; i++)
        {
            foreach (NamedPlace place in places)
            {
                if (!together.Contains(place) && Math.Abs(place.On!.Latitude - together[i].On!.Latitude) < Apart && Math.Abs(place.On.Longitude - together[i].On!.Longitude) < Apart) together.Add(place);
            }
        }

        return [.. places.Where(together.Contains)];
    }

    /// <summary>Degrees of latitude that a map of the places needs.</summary>
    private static double HeightOf(List<NamedPlace> places) => Math.Max(
        places.Max(static place => place.On!.Latitude) - places.Min(static place => place.On!.Latitude),
        (places.Max(static place => place.On!.Longitude) - places.Min(static place => place.On!.Longitude)) * MapView.Height / MapView.Width);

    private static Picture Draw(List<NamedPlace> shown, InterfaceLanguage words, string title, Func<NamedPlace, string> address)
    {
        var view = new MapView([.. shown.Select(static place => place.On!)]);
        var parts = new List<DrawnPart>
        {
            new DrawnPath("land", view.Land(Outlines.All.Land), Ink.Land, Ink.Grid, 0.8),
            new DrawnPath("border", view.Lines(Outlines.All.Borders), Ink.None, Ink.Grid, 0.8),
        };
        double largest = Math.Sqrt(shown[0].Entries.Count);
        var taken = new List<(double Left, double Top, double Right, double Bottom)>();
        var names = new List<DrawnPart>();
        List<(double X, double Y, double Radius)> spots = [.. shown.Select(place =>
        {
            (double x, double y) = view.At(place.On!.Longitude, place.On.Latitude);
            return (x, y, largest <= 1 ? Least + 1 : Least + ((Most - Least) * (Math.Sqrt(place.Entries.Count) - 1) / Math.Max(largest - 1, 3)));
        })];
        foreach ((double x, double y, double radius) in spots) taken.Add((x - radius, y - radius, x + radius, y + radius));
        for (int i = 0; i < shown.Count; i++)
        {
            (NamedPlace place, (double x, double y, double radius)) = (shown[i], spots[i]);
            string circle = $"M{DrawnPart.At(x - radius)} {DrawnPart.At(y)}a{DrawnPart.At(radius)} {DrawnPart.At(radius)} 0 1 0 {DrawnPart.At(2 * radius)} 0a{DrawnPart.At(radius)} {DrawnPart.At(radius)} 0 1 0 {DrawnPart.At(-2 * radius)} 0z";
            parts.Add(new DrawnGroup("place", 0, [new DrawnPath("spot", circle, Ink.Series, Ink.Paper, 1.5, 0.75)]) { Address = address(place), Words = Told(place, words) });
            if (names.Count < MostNames && NameOf(place, x, y, radius, taken) is { } name) names.Add(name);
        }

        return new Picture(title, MapView.Width, MapView.Height, [.. parts.Take(2), new DrawnGroup("places s0", 0, [.. parts.Skip(2)]), .. names]);
    }

    /// <summary>The name to the right of the circle, to the left, below or above it, or aslant; null where others stand there already.</summary>
    private static DrawnText? NameOf(NamedPlace place, double x, double y, double radius, List<(double Left, double Top, double Right, double Bottom)> taken)
    {
        string name = Printable.Line(place.Name, 28);
        double width = Letter * name.Length;
        foreach ((double at, double on, TextAnchor anchor) in (ReadOnlySpan<(double, double, TextAnchor)>)[
            (x + radius + 3, y + 4, TextAnchor.Start), (x - radius - 3, y + 4, TextAnchor.End), (x, y + radius + 12, TextAnchor.Middle), (x, y - radius - 4, TextAnchor.Middle),
            (x, y + radius + 12, TextAnchor.Start), (x, y - radius - 4, TextAnchor.Start), (x, y + radius + 12, TextAnchor.End), (x, y - radius - 4, TextAnchor.End)])
        {
            double left = anchor switch { TextAnchor.Start => at, TextAnchor.End => at - width, _ => at - (width / 2) };
            (double Left, double Top, double Right, double Bottom) box = (left, on - 11, left + width, on + 3);
            if (box.Left < 0 || box.Right > MapView.Width || box.Top < 0 || box.Bottom > MapView.Height || taken.Exists(other => other.Left < box.Right && box.Left < other.Right && other.Top < box.Bottom && box.Top < other.Bottom)) continue;
            taken.Add(box);
            return new DrawnText("town", name, at, on, Ink.Text, anchor);
        }

        return null;
    }

    private static string Told(NamedPlace place, InterfaceLanguage words)
    {
        List<string> figures = [.. place.Entries.Where(static entry => entry.Figure is not null).Select(entry => $"{words.Value(entry.Figure!.Low, entry.Figure.High, entry.Figure.Bound, entry.Figure.Unit)} {Printable.Line(entry.Figure.What ?? "", 60)}".TrimEnd()).Distinct().Take(6)];
        string told = $"{Printable.Line(place.Name, 60)}: {words.Count("count.entries", place.Entries.Count)}";
        return figures.Count == 0 ? told : $"{told} ({string.Join("; ", figures)})";
    }
}
