using System.Globalization;
using Sanad.Language;

namespace Sanad.Attribution;

/// <summary>
/// How often what a rule finds is right, statement and speaker both, by rule and kind or by the chance that learned weights gave: rows of <c>languages/confidence.tsv</c>, learned from
/// labelled articles by the command that the file names.
/// </summary>
public sealed class Confidence
{
    private readonly Dictionary<string, double> _rates = new(StringComparer.Ordinal);

    private Confidence(IEnumerable<LanguageRow> rows)
    {
        foreach (LanguageRow row in rows)
        {
            if (!double.TryParse(row.Required(1, "rate"), NumberStyles.Float, CultureInfo.InvariantCulture, out double rate) || rate is < 0 or > 1) throw row.Error($"'{row[1]}' is no rate");
            _rates[row[0]] = rate;
        }
    }

    public static Confidence Load() => new(LanguageFile.Rows("", "confidence.tsv"));

    /// <summary>The rate of the rule and kind, or where learned weights judged it the rate of that tenth of chances; else that of all.</summary>
    internal double Of(string rule, StatementKind kind, float? chance) =>
        chance is { } judged && _rates.TryGetValue(TenthOf(judged), out double tenth) ? tenth : _rates.TryGetValue(rule + KindOf(kind), out double rate) || _rates.TryGetValue("other", out rate) ? rate : 0.5;

    private static string TenthOf(float chance) => string.Create(CultureInfo.InvariantCulture, $"chance/{Math.Clamp((int)(chance * 10), 0, 9)}");

    private static string KindOf(StatementKind kind) => kind switch { StatementKind.Direct => "/direct", StatementKind.Mixed => "/mixed", _ => "/indirect" };
}
