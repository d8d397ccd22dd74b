namespace Sanad.Language;

/// <summary>
/// Cuts a word to a stem, roughly: enough for two wordings of one sentence to share it, no claim about the language. At most
/// one prefix and one suffix of <c>stems.tsv</c> go.
/// </summary>
public sealed class Stemmer
{
    private readonly List<Affix> _affixes = [];

    internal Stemmer(IEnumerable<LanguageRow> rows)
    {
        foreach (LanguageRow row in rows) _affixes.Add(Affix.Of(row, 2));
    }

    /// <summary>The word without its suffix, as <see cref="Stem"/> cuts it, capitals as they are; prefixes stay.</summary>
    internal ReadOnlySpan<char> WithoutSuffix(ReadOnlySpan<char> word)
    {
        foreach ((string affix, bool prefix, int shortest) in _affixes)
        {
            if (!prefix && word.Length - affix.Length >= shortest && word.EndsWith(affix, StringComparison.OrdinalIgnoreCase)) return word[..^affix.Length];
        }

        return word;
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
