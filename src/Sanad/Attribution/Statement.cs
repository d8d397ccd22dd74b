using Sanad.Text;
using Sanad.Time;

namespace Sanad.Attribution;

public enum StatementKind
{
    /// <summary>All of the content stands in quotation marks.</summary>
    Direct,

    /// <summary>None of it does.</summary>
    Indirect,

    Mixed,
}

/// <summary>Who answers for a statement.</summary>
/// <param name="PartyId">Id of a party of the analysis; of joint speakers the first. Null when unresolved.</param>
/// <param name="Name">The fullest name; joint speakers joined by "; ".</param>
/// <param name="Span">The words naming the speaker; for a quotation that names nobody those that named whoever spoke before it. Null where none do.</param>
/// <param name="Role">The title that the words give, or null.</param>
public sealed record Speaker(string? PartyId, string? Name, TextSpan? Span, string? Role)
{
    /// <summary>Ids of all joint speakers in order; one for a single speaker, empty when unresolved.</summary>
    public IReadOnlyList<string> PartyIds { get; init; } = [];
}

/// <summary>One link between article and speaker: a wire, an outlet, a report. The span is null when it heads the whole account.</summary>
public sealed record Relay(string Name, TextSpan? Span);

/// <summary>The article says that somebody said something.</summary>
/// <param name="Id">Unique within the article, "s1" onwards in reading order.</param>
/// <param name="Cue">The reporting words, shortest form; null when the quote stands alone.</param>
/// <param name="Content">What was said: one or more stretches without cue, speaker, complementiser and outer quotation marks.</param>
/// <param name="Said">The day it was said, when the article lets one work it out.</param>
/// <param name="Via">The chain between article and speaker, outermost first.</param>
/// <param name="Inside">Id of the statement in whose content this one stands, or null.</param>
/// <param name="Confidence">Share of entries with this evidence that are right, 0 to 1.</param>
/// <param name="FoundBy">Name of the rule that proposed it.</param>
public sealed record Statement(
    string Id, Speaker Speaker, TextSpan? Cue, IReadOnlyList<TextSpan> Content, StatementKind Kind, Act Act,
    CalendarValue? Said, IReadOnlyList<Relay> Via, string? Inside, double Confidence, string FoundBy)
{
    /// <summary>How sure the learned reading was that it is one, 0 to 1, by its own reckoning; null where no weights judged it.</summary>
    public float? Chance { get; init; }

    /// <summary>Whether it stands in the article's title.</summary>
    public bool Headline { get; init; }

    /// <summary>By whom it was corrected; null where it is as it was found.</summary>
    public Corrected? Corrected { get; init; }
}

/// <summary>An agency or outlet that the article says it draws on. The span covers the name as printed.</summary>
public sealed record Credit(string Name, TextSpan? Span);
