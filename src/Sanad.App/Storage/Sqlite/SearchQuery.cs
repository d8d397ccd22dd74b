namespace Sanad.App.Storage.Sqlite;

/// <summary>What is looked for. What is null is not asked.</summary>
/// <param name="Words">All of them have to occur; words in quotation marks together; a word that ends in * begins another.</param>
/// <param name="Speaker">Part of the speaker's name or post.</param>
/// <param name="From">First day, ISO.</param>
/// <param name="To">Last day, ISO.</param>
/// <param name="Act">As JSON names it: <c>deny</c>.</param>
/// <param name="Kind">Of entries: <c>statement</c>, <c>figure</c> or <c>article</c>.</param>
/// <param name="Limit">Most finds of each kind.</param>
public sealed record SearchQuery(string? Words, string? Speaker, string? From, string? To, string? Act, string? Kind, int Limit)
{
    /// <summary>The outlet's name, as it calls itself.</summary>
    public string? Outlet { get; init; }

    /// <summary>Finds of each kind that are passed over, to go on where an earlier answer ended.</summary>
    public int Skip { get; init; }

    /// <summary>Whether anything is asked at all, by which entries can be told apart.</summary>
    public bool IsEmpty => Words is null && Speaker is null && From is null && To is null && Act is null && Outlet is null;

    /// <summary>Speakers and acts belong to statements; an article has neither, a figure has a speaker.</summary>
    public bool Asks(string kind) => (Kind is null || Kind == kind) && kind switch
    {
        "statement" => true,
        "figure" => Act is null && (Words is not null || Speaker is not null),
        _ => Act is null && Speaker is null && Words is not null,
    };

    /// <summary>
    /// The words in the language of FTS5, every one of them quoted, so that no sign in them is taken for an operator; null where no word is
    /// left.
    /// </summary>
    public string? Match()
    {
        var terms = new List<string>();
        string[] quoted = (Words ?? "").Split('"');
        for (int i = 0; i < quoted.Length; i++)
        {
            // Every second stretch stands between quotation marks.
            string[] parts = i % 2 == 1 ? [quoted[i]] : quoted[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            foreach (string part in parts)
            {
                string term = part.TrimEnd('*');
                if (term.Any(char.IsLetterOrDigit)) terms.Add($"\"{term}\"{(term.Length < part.Length ? "*" : "")}");
            }
        }

        return terms.Count == 0 ? null : string.Join(' ', terms);
    }
}
