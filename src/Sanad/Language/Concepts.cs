namespace Sanad.Language;

/// <summary>
/// Words of all languages that mean the same to a ledger, read from <c>languages/equivalents.tsv</c>: what lets an Indonesian
/// sentence and an English one be compared.
/// </summary>
public sealed class Concepts
{
    private readonly Dictionary<string, Dictionary<string, string>> _byLanguage = new(StringComparer.Ordinal);

    private Concepts()
    {
        string[] languages = ["id", "en"];
        foreach (string language in languages) _byLanguage.Add(language, new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase));
        foreach (LanguageRow row in LanguageFile.Rows("", "equivalents.tsv"))
        {
            for (int i = 0; i < languages.Length; i++)
            {
                foreach (string form in row.List(i + 1)) _byLanguage[languages[i]].TryAdd(form, row[0]);
            }
        }
    }

    public static Concepts Load() => new();

    /// <summary>The concept of a word or phrase; null where the list has none.</summary>
    public string? Of(string language, string form) =>
        _byLanguage.TryGetValue(language, out Dictionary<string, string>? words) && words.TryGetValue(form, out string? concept) ? concept : null;
}
