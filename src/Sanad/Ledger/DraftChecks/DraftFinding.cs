using Sanad.Figures;
using Sanad.Stories;
using Sanad.Text;

namespace Sanad.Ledger.DraftChecks;

/// <summary>What of a draft is held against the ledger.</summary>
public enum DraftEntry
{
    Figure,
    Statement,

    /// <summary>A draft in which nobody is said to say anything: its words as they stand.</summary>
    Sentence,
}

/// <summary>What the ledger says to an entry of a draft. That the ledger bears it out does not make it true.</summary>
public enum Verdict
{
    /// <summary>The ledger has it, on the word of the same speaker where the draft names one.</summary>
    BorneOut,

    /// <summary>The ledger has the figure, and a newer one of its line for the day that the draft speaks of.</summary>
    OlderFigure,

    /// <summary>The ledger has the value under another hedge only: "at least 14" where the draft says 14.</summary>
    OtherHedge,

    /// <summary>The ledger has it on the word of somebody else, who cannot be the one that the draft names.</summary>
    OtherSpeaker,

    /// <summary>The speaker said it, and not in the words that the draft puts between quotation marks.</summary>
    OtherWording,

    /// <summary>It is not in the ledger, or it cannot be told whether it is.</summary>
    NotFound,
}

/// <summary>An entry of the ledger that a draft's entry is held against.</summary>
/// <param name="Story">Id of the story.</param>
/// <param name="Entry">Id of the figure or statement within its article.</param>
/// <param name="By">Who says it, by the name that the story has for him; null in the article's own voice.</param>
/// <param name="On">ISO day on which it was said or for which it holds, else that of its article; null where neither is known.</param>
/// <param name="Citation">The sentence in which it stands.</param>
public sealed record Witness(string Story, string Entry, string? By, string? On, Citation Citation)
{
    /// <summary>What the speaker does by saying it; null for a figure.</summary>
    public Act? Act { get; init; }

    public double? Low { get; init; }

    public double? High { get; init; }

    /// <summary>Null for a statement.</summary>
    public Bound? Bound { get; init; }

    public string? Unit { get; init; }
}

/// <summary>What was found for one entry of a draft.</summary>
/// <param name="Entry">Id within the draft; <c>sentence</c> for one in which nobody speaks.</param>
/// <param name="Words">The draft's own words at the span.</param>
/// <param name="Speaker">Who says it in the draft; null in its own voice.</param>
/// <param name="Witnesses">What the verdict rests on, earliest first, at most <see cref="DraftCheck.MostWitnesses"/>; empty for <see cref="Verdict.NotFound"/>.</param>
public sealed record DraftFinding(DraftEntry Kind, string Entry, TextSpan Span, string Words, string? Speaker, Verdict Verdict, IReadOnlyList<Witness> Witnesses)
{
    /// <summary>For an older figure the newer one, as the ledger first has it; else null.</summary>
    public Witness? Newer { get; init; }

    /// <summary>Entries that may be meant where it cannot be told; of these nothing is claimed.</summary>
    public IReadOnlyList<Witness> Candidates { get; init; } = [];
}

/// <summary>A draft held against stories.</summary>
/// <param name="Findings">In reading order.</param>
/// <param name="Stories">Ids of the stories that it was held against: those that share a name with it.</param>
public sealed record DraftReport(Analysis Draft, IReadOnlyList<DraftFinding> Findings, IReadOnlyList<string> Stories);
