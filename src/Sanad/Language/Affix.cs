using System.Globalization;

namespace Sanad.Language;

/// <summary>Letters that a word begins or ends with, and how long it has to be for them to count, in UTF-16 code units.</summary>
internal readonly record struct Affix(string Letters, bool IsPrefix, int Shortest)
{
    /// <summary>Of a row <c>letters TAB prefix|suffix</c>, with the length in the field <paramref name="shortest"/>.</summary>
    /// <exception cref="LanguageFileException">The row is none.</exception>
    public static Affix Of(LanguageRow row, int shortest)
    {
        if (row.Required(1, "kind") is not ("prefix" or "suffix")) throw row.Error($"'{row[1]}' is no kind of affix");
        return int.TryParse(row[shortest], NumberStyles.None, CultureInfo.InvariantCulture, out int length) ? new Affix(row[0], row[1] == "prefix", length) : throw row.Error($"'{row[0]}' has no shortest length");
    }
}
