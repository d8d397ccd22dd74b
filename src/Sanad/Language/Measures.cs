using System.Globalization;

namespace Sanad.Language;

/// <summary>What a unit measures ("length") and how many of the basic unit of that it is.</summary>
public readonly record struct UnitScale(string Dimension, double Scale);

/// <summary>Units that can be turned into one another, read from <c>languages/measures.tsv</c>: what lets 500 m and 2.4 nautical miles be compared.</summary>
public sealed class Measures
{
    private readonly Dictionary<(string Language, string Unit), UnitScale> _measures = [];

    private Measures()
    {
        string[] languages = ["id", "en"];
        foreach (LanguageRow row in LanguageFile.Rows("", "measures.tsv"))
        {
            if (!double.TryParse(row.Required(1, "scale"), NumberStyles.Float, CultureInfo.InvariantCulture, out double scale) || scale <= 0) throw row.Error($"'{row[1]}' is no scale");
            for (int i = 0; i < languages.Length; i++)
            {
                foreach (string unit in row.List(i + 2)) _measures.Add((languages[i], unit), new UnitScale(row[0], scale));
            }
        }
    }

    internal static Measures Load() => new();

    /// <summary>False for units that measure nothing in common with others: currencies, percent, kinds of things.</summary>
    public bool TryGet(string language, string unit, out UnitScale measure) => _measures.TryGetValue((language, unit), out measure);
}
