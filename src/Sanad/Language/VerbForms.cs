using System.Globalization;

namespace Sanad.Language;

/// <summary>How a word is looked at as a verb; the rows of <c>verbs.tsv</c> say by which letters it is known.</summary>
public enum VerbForm
{
    /// <summary>Begins a predicate, so that a noun phrase ends before it.</summary>
    Verb,

    /// <summary>Has whoever acts before it and what is acted on behind it, wherever it stands.</summary>
    Active,

    /// <summary>Takes an object behind the subject of a count.</summary>
    Transitive,

    /// <summary>Stands behind nouns as an adjective does.</summary>
    Stative,

    /// <summary>Says what happened to something.</summary>
    Passive,

    /// <summary>Is a verb in a heading, where all words have capitals.</summary>
    Heading,

    /// <summary>No name of a maker at the head of a sentence.</summary>
    Opener,

    /// <summary>No name of a maker there either, but before another name.</summary>
    Participle,
}

/// <summary>Tells by the letters that a word begins or ends with whether it looks like a verb: no claim about the language, only what the figures and rules need.</summary>
public sealed class VerbForms
{
    private readonly (string Letters, bool Prefix, int Shortest)[][] _rows = new (string, bool, int)[Enum.GetValues<VerbForm>().Length][];

    internal VerbForms(IEnumerable<LanguageRow> rows)
    {
        var read = new List<(VerbForm Form, (string, bool, int) Row)>();
        foreach (LanguageRow row in rows)
        {
            if (row.Required(1, "kind") is not ("prefix" or "suffix")) throw row.Error($"'{row[1]}' is no kind of affix");
            if (!Enum.TryParse(row.Required(2, "form"), ignoreCase: true, out VerbForm form)) throw row.Error($"'{row[2]}' is no form of a verb");
            if (!int.TryParse(row[3], NumberStyles.None, CultureInfo.InvariantCulture, out int shortest)) throw row.Error($"'{row[0]}' has no shortest word");
            read.Add((form, (row[0], row[1] == "prefix", shortest)));
        }

        for (int form = 0; form < _rows.Length; form++) _rows[form] = [.. read.Where(entry => (int)entry.Form == form).Select(static entry => entry.Row)];
    }

    /// <summary>Whether the word is long enough and begins or ends with letters of the form, small or capital.</summary>
    public bool Is(VerbForm form, ReadOnlySpan<char> word)
    {
        foreach ((string letters, bool prefix, int shortest) in _rows[(int)form])
        {
            if (word.Length < shortest) continue;
            if (prefix ? word.StartsWith(letters, StringComparison.OrdinalIgnoreCase) : word.EndsWith(letters, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
