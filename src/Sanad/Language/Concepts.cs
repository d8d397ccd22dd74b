namespace Sanad.Language;

/// <summary>
/// Words of all languages that mean the same to a ledger, read from <c>languages/equivalents.tsv</c>: what lets an Indonesian
/// sentence and an English one be compared.
/// </summary>
public sealed class Concepts
{
    private readonly Dictionary<string, Dictionary<string, string>> _byForm = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, string?>> _byStem = new(StringComparer.Ordinal);

    private readonly Dictionary<(string Language, string Concept), string> _forms = [];

    private Concepts(IReadOnlyList<LanguagePack> packs)
    {
        string[] languages = ["id", "en"];
        foreach (string language in languages)
        {
            _byForm.Add(language, new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase));
            _byStem.Add(language, new Dictionary<string, string?>(StringComparer.Ordinal));
        }

        foreach (LanguageRow row in LanguageFile.Rows("", "equivalents.tsv"))
        {
            for (int i = 0; i < languages.Length; i++)
            {
                foreach (string form in row.List(i + 1))
                {
                    _byForm[languages[i]].TryAdd(form, row[0]);
                    _forms.TryAdd((languages[i], row[0]), form);
                }
            }
        }

        foreach (LanguagePack pack in packs)
        {
            if (!_byForm.TryGetValue(pack.Code, out Dictionary<string, string>? forms)) continue;
            Dictionary<string, string?> stems = _byStem[pack.Code];
            foreach ((string form, string concept) in forms)
            {
                if (form.Contains(' ', StringComparison.Ordinal)) continue;
                string stem = pack.Stemmer.Stem(form);
                stems[stem] = stems.TryGetValue(stem, out string? other) && other != concept ? null : concept;
            }
        }
    }

    internal static Concepts Load(IReadOnlyList<LanguagePack> packs) => new(packs);

    /// <summary>The concept of a word or phrase; null where the list has none.</summary>
    public string? Of(string language, string form) =>
        _byForm.TryGetValue(language, out Dictionary<string, string>? words) && words.TryGetValue(form, out string? concept) ? concept : null;

    /// <summary>The first word that a language lists for the concept; null where it lists none.</summary>
    public string? FormOf(string language, string concept) => _forms.GetValueOrDefault((language, concept));

    /// <summary>The concept of a word as it is listed, else of the listed words with its stem; null where there is none, or where words of several concepts share the stem.</summary>
    public string? OfWord(LanguagePack language, string word) =>
        Of(language.Code, word) ?? (_byStem.TryGetValue(language.Code, out Dictionary<string, string?>? stems) ? stems.GetValueOrDefault(language.Stemmer.Stem(word)) : null);
}
