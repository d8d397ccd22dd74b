using System.Globalization;

namespace Sanad.Language;

/// <summary>
/// Classes of words that keep the same company, fine and coarse, read from <c>languages/CODE/wordkinds.tsv</c>: <c>word TAB fine TAB coarse</c>.
/// Learned from unlabelled text; a stand-in for parts of speech. Words that the file does not hold are of class 0.
/// </summary>
internal sealed class WordKinds
{
    private readonly Dictionary<uint, (ushort Fine, ushort Coarse)> _kinds = [];

    /// <summary>Of the word with the hash that <see cref="FeatureList.Of"/> gives.</summary>
    public (ushort Fine, ushort Coarse) Of(uint word) => _kinds.GetValueOrDefault(word);

    public void Add(string word, ushort fine, ushort coarse) => _kinds[FeatureList.Of(word)] = (fine, coarse);

    public static WordKinds Load(string code)
    {
        var kinds = new WordKinds();
        foreach (LanguageRow row in LanguageFile.Rows(code, "wordkinds.tsv"))
        {
            if (!ushort.TryParse(row.Required(1, "class"), CultureInfo.InvariantCulture, out ushort fine) || !ushort.TryParse(row.Required(2, "coarse class"), CultureInfo.InvariantCulture, out ushort coarse))
                throw row.Error($"'{row[0]}' has classes that are no numbers");
            kinds.Add(row[0], fine, coarse);
        }

        return kinds;
    }
}
