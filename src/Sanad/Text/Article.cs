namespace Sanad.Text;

/// <summary>
/// One text that an outlet published, frozen: everything found later is spans into <see cref="Text"/>.
/// </summary>
/// <param name="Source">The name it came by: a path, an address or what the sender called it.</param>
/// <param name="Text">The text as a person would read it, never changed after reading.</param>
/// <param name="Parts">Its lines in reading order.</param>
/// <param name="Language">A code of <c>languages/</c>, such as <c>id</c> or <c>en</c>.</param>
public sealed record Article(string Source, string Text, IReadOnlyList<Part> Parts, string Language)
{
    public string? Url { get; init; }

    /// <summary>The name of the paper or site, as it calls itself.</summary>
    public string? Outlet { get; init; }

    public string? Title { get; init; }

    /// <summary>Names of those who wrote it, as printed.</summary>
    public IReadOnlyList<string> Byline { get; init; } = [];

    /// <summary>When its sender says it was published: an ISO day or an ISO time with its zone; null where nothing is said.</summary>
    public string? Published { get; init; }

    /// <summary>When it was last changed, as its page says: an ISO day or time; null where nothing is said.</summary>
    public string? Updated { get; init; }

    /// <summary>The language code that the page or its sender declares, whether or not its words bear it out; null where nothing is said.</summary>
    public string? DeclaredLanguage { get; init; }

    /// <summary>Whether its words are of no language that Sanad reads; then nothing is looked for in them.</summary>
    public bool IsForeign { get; init; }

    /// <summary>Whether the text is only the opening of an article whose rest is for subscribers.</summary>
    public bool IsStub { get; init; }

    /// <summary>Agencies and papers that are named as its source outside its text: by the feed it came by, or in the page's head.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Where on a page each field was found; empty for plain text.</summary>
    public IReadOnlyList<FieldPath> Paths { get; init; } = [];

    public TextHash Hash { get; } = TextHash.Of(Text);
}

/// <summary>Where a field of an article was found, such as <c>published</c> in <c>json-ld datePublished</c>.</summary>
public readonly record struct FieldPath(string Field, string Path);
