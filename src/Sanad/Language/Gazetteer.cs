using System.Globalization;

namespace Sanad.Language;

/// <summary>A place on the globe.</summary>
/// <param name="Id">As <c>places.tsv</c> of the languages has it; of a place that only the gazetteer knows, the gazetteer's own.</param>
/// <param name="Latitude">Degrees, north positive: of a state or province about its middle, else about the seat of its government.</param>
/// <param name="Longitude">Degrees, east positive.</param>
public sealed record GazetteerPlace(string Id, double Latitude, double Longitude);

/// <summary>
/// Where named places lie, from <c>gazetteer.tsv</c> and the names that the languages' <c>places.tsv</c> give. A name that it does not know, or that two places far from each
/// other bear, is nowhere: it never guesses.
/// </summary>
public sealed class Gazetteer
{
    /// <summary>Degrees within which two places of one name are one: a town and the district around it.</summary>
    private const double Near = 0.6;

    /// <summary>By name as it is written; null for a name of two places.</summary>
    private readonly Dictionary<string, GazetteerPlace?> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GazetteerPlace> _byId = new(StringComparer.Ordinal);
    private readonly string[] _before = [], _behind = [];

    private Gazetteer()
    {
        foreach (LanguageRow row in LanguageFile.Rows("", "gazetteer.tsv"))
        {
            if (row[0].Length == 0)
            {
                (_before, _behind) = ([.. row.List(1).Select(static word => word + " ")], [.. row.List(2).Select(static word => " " + word)]);
                continue;
            }

            var place = new GazetteerPlace(row[0], Degrees(row, 1, "latitude", 90), Degrees(row, 2, "longitude", 180));
            if (!_byId.TryAdd(place.Id, place)) throw row.Error($"'{place.Id}' is there twice");
            foreach (string name in row.List(3)) Name(name, place);
        }

        foreach (string code in LanguageFile.Codes())
        {
            foreach (LanguageRow row in LanguageFile.Rows(code, "places.tsv"))
            {
                GazetteerPlace? place = _byId.GetValueOrDefault(row[0]);
                foreach (string name in (ReadOnlySpan<string>)[row[1], .. row.List(3)]) Name(name, place);
            }
        }
    }

    /// <exception cref="LanguageFileException">A row is wrong.</exception>
    public static Gazetteer Load() => new();

    /// <summary>Ids of all places that have a place on the globe.</summary>
    public IReadOnlyCollection<string> Ids => _byId.Keys;

    /// <summary>The place of a name as an article writes it, with or without its kind ("Kabupaten Cianjur", "the Kursk region"); of "Cugenang, Cianjur" where the first is not known, the second, in which it lies.</summary>
    /// <returns>Null for a name that it does not know, or that several places bear.</returns>
    public GazetteerPlace? Find(string name)
    {
        for (string rest = name.Trim(); rest.Length > 0;)
        {
            if (TryName(rest, out GazetteerPlace? place)) return place;
            int comma = rest.IndexOf(',', StringComparison.Ordinal);
            if (comma < 0) return null;
            if (TryName(rest[..comma].TrimEnd(), out place)) return place;
            rest = rest[(comma + 1)..].Trim();
        }

        return null;
    }

    private bool TryName(string name, out GazetteerPlace? place)
    {
        if (_byName.TryGetValue(name, out place)) return true;
        string bare = name;
        foreach (string word in _before)
        {
            if (!bare.StartsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            bare = bare[word.Length..];
            break;
        }

        if (bare != name && _byName.TryGetValue(bare, out place)) return true;
        foreach (string word in _behind)
        {
            if (bare.EndsWith(word, StringComparison.Ordinal)) return _byName.TryGetValue(bare[..^word.Length], out place);
        }

        return false;
    }

    private void Name(string name, GazetteerPlace? place)
    {
        if (_byName.TryAdd(name, place)) return;
        GazetteerPlace? other = _byName[name];
        if (place is null || other is null || Math.Abs(place.Latitude - other.Latitude) > Near || Math.Abs(place.Longitude - other.Longitude) > Near) _byName[name] = null;
    }

    private static double Degrees(LanguageRow row, int field, string name, double most) =>
        double.TryParse(row.Required(field, name), NumberStyles.Float, CultureInfo.InvariantCulture, out double degrees) && Math.Abs(degrees) <= most ? degrees : throw row.Error($"'{row[field]}' is no {name}");
}
