using Sanad.Text;

namespace Sanad.Parties;

public enum PartyKind
{
    Person,
    Body,
    State,

    /// <summary>A source described and not named: "pejabat Korea Selatan".</summary>
    Unnamed,
}

public enum MentionKind
{
    Person,
    Body,
    Place,

    /// <summary>A state that acts, where it is no place: "Israel menolak".</summary>
    State,

    /// <summary>A name of none of these: a law, an event, a product.</summary>
    Other,
}

/// <summary>A post or description held: "menteri luar negeri" of "Amerika Serikat". <see cref="Of"/> may be null.</summary>
public sealed record Role(string Title, string? Of);

/// <summary>
/// Somebody who can speak. <see cref="Id"/> has no language, so that articles of different languages meet in it:
/// <c>state:RU</c>, <c>body:pentagon</c>, <c>person:antony-blinken</c>, <c>unnamed:…</c>.
/// </summary>
/// <param name="Name">The fullest name in the article, in the article's own spelling and language, title left out.</param>
/// <param name="Aliases">Other spellings that the article uses for it.</param>
public sealed record Party(string Id, string Name, PartyKind Kind, IReadOnlyList<Role> Roles, IReadOnlyList<string> Aliases)
{
    /// <summary>By whom it was told to be the same as another, or not to be; null where it is as it was found.</summary>
    public Corrected? Corrected { get; init; }
}

/// <summary>A stretch that names a person, body or place. Places that are not states have no party.</summary>
public sealed record Mention(TextSpan Span, MentionKind Kind, string? PartyId);
