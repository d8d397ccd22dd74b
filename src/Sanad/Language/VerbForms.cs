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
    private readonly List<Affix>[] _rows = new List<Affix>[(int)VerbForm.Participle + 1];

    internal VerbForms(IEnumerable<LanguageRow> rows)
    {
        for (int form = 0; form < _rows.Length; form++) _rows[form] = [];
        foreach (LanguageRow row in rows) _rows[(int)row.Kind<VerbForm>(2, "form of a verb")].Add(Affix.Of(row, 3));
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
