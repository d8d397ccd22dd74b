namespace Sanad.Language;

/// <summary>The texts of a file of <c>languages/CODE</c> whose rows are a key and the text that stands for it in the language.</summary>
public sealed class KeyedTexts
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly string _file;

    private KeyedTexts(string file) => _file = file;

    public IReadOnlyCollection<string> Keys => _texts.Keys;

    /// <exception cref="KeyNotFoundException">The file has no such row.</exception>
    public string this[string key] => _texts.TryGetValue(key, out string? text) ? text : throw new KeyNotFoundException($"languages/{_file} has no '{key}'");

    /// <summary>The text, or null where the file has none for the key.</summary>
    public string? Find(string key) => _texts.GetValueOrDefault(key);

    /// <exception cref="LanguageFileException">There is no such file, a row has no text, or a key stands twice.</exception>
    public static KeyedTexts Load(string code, string name)
    {
        var texts = new KeyedTexts($"{code}/{name}");
        foreach (LanguageRow row in LanguageFile.Rows(code, name))
        {
            if (!texts._texts.TryAdd(row.Fields[0], row.Required(1, "text"))) throw row.Error($"'{row.Fields[0]}' stands here for the second time");
        }

        return texts._texts.Count > 0 ? texts : throw new LanguageFileException(texts._file, 1, "is not there or empty");
    }
}
