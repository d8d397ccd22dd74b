using System.Globalization;

namespace Sanad.Language;

/// <summary>
/// Cuts a word to a stem, roughly: enough for two wordings of one sentence to share it, no claim about the language. At most
/// one prefix and one suffix of <c>stems.tsv</c> go.
/// </summary>
public sealed class Stemmer
{
    private readonly List<(string Affix, bool Prefix, int Shortest)> _affixes = [];

    internal Stemmer(IEnumerable<LanguageRow> rows)
    {
        foreach (LanguageRow row in rows)
        {
            if (row.Required(1, "kind") is not ("prefix" or "suffix")) throw row.Error($"'{row[1]}' is no kind of affix");
            if (!int.TryParse(row[2], NumberStyles.None, CultureInfo.InvariantCulture, out int shortest)) throw row.Error($"'{row[0]}' has no shortest stem");
            _affixes.Add((row[0], row[1] == "prefix", shortest));
        }
    }

    public string Stem(string word)
    {
        word = word.ToLowerInvariant();
        bool prefixed = false, suffixed = false;
        foreach ((string affix, bool prefix, int shortest) in _affixes)
        {
            if (word.Length - affix.Length < shortest) continue;
            if (prefix && !prefixed && word.StartsWith(affix, StringComparison.Ordinal)) { word = word[affix.Length..]; prefixed = true; }
            else if (!prefix && !suffixed && word.EndsWith(affix, StringComparison.Ordinal)) { word = word[..^affix.Length]; suffixed = true; }
        }

        return word;
    }
}
