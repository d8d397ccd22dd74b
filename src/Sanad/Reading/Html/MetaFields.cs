using Sanad.Language;

namespace Sanad.Reading.Html;

/// <summary>Names under which pages give the same thing, read from <c>languages/metas.tsv</c>: <c>field TAB names</c>, the more telling first.</summary>
internal sealed class MetaFields
{
    private readonly Dictionary<string, string[]> _names = new(StringComparer.Ordinal);

    public MetaFields()
    {
        foreach (LanguageRow row in LanguageFile.Rows("", "metas.tsv")) _names[row[0]] = row.Required(1, "names").Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>All that the page's head says under the names of the field, in the order of the names.</summary>
    /// <returns>Name and content.</returns>
    public IEnumerable<(string Name, string Content)> Of(Page page, string field)
    {
        foreach (string name in _names[field])
        {
            if (page.Meta(name) is { Length: > 0 } content) yield return (name, content);
        }
    }

    public bool Knows(string field, string name) => Array.IndexOf(_names[field], name.ToLowerInvariant()) >= 0;
}
