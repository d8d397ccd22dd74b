using Sanad.Text;

namespace Sanad.Attribution;

/// <summary>Tokens <c>[First, End)</c>.</summary>
internal readonly record struct TokenRange(int First, int End)
{
    public bool IsEmpty => End <= First;

    public bool Contains(int token) => token >= First && token < End;

    public bool Overlaps(TokenRange other) => First < other.End && other.First < End;
}

/// <summary>Where the speaker of a candidate is to be looked for.</summary>
internal enum SpeakerSource
{
    /// <summary>The tokens of <see cref="Candidate.Speaker"/>.</summary>
    Phrase,

    /// <summary>The ending of the cue: whoever spoke or was spoken of last.</summary>
    Clitic,

    /// <summary>The speaker of the statement before it in the sentence.</summary>
    Shared,

    /// <summary>Nobody is named: whoever spoke last.</summary>
    Context,

    /// <summary>The article tells of nobody: "is expected to …".</summary>
    Nobody,
}

/// <summary>What a rule proposes: evidence only, the speaker not yet resolved.</summary>
internal sealed class Candidate
{
    public required string Rule { get; init; }

    public required int Sentence { get; init; }

    /// <summary>Tokens of the cue; empty where the quotation stands alone.</summary>
    public TokenRange Cue { get; init; }

    public required Act Act { get; init; }

    public required SpeakerSource From { get; init; }

    public TokenRange Speaker { get; init; }

    public required List<TokenRange> Content { get; init; }

    /// <summary>Set once the pieces are trimmed: stretches of text.</summary>
    public List<TextSpan> Spans { get; set; } = [];

    public StatementKind Kind { get; set; }

    /// <summary>Chance by <see cref="Learned.LearnedReading"/> that it is right; null in languages without learned weights.</summary>
    public float? Chance { get; set; }

    /// <summary>First token of the content; that of the cue while the content, which stands in another sentence, is not found.</summary>
    public int ContentFirst => Content.Count == 0 ? Cue.First : Content[0].First;

    /// <summary>Behind the last token of the content; as above.</summary>
    public int ContentEnd => Content.Count == 0 ? Cue.First : Content[^1].End;
}
