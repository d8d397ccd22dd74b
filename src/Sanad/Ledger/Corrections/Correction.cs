using System.Globalization;
using Sanad.Figures;
using Sanad.Text;

namespace Sanad.Ledger.Corrections;

/// <summary>
/// What a person says of the ledger against what the program found. It is kept apart from that and laid over it (<see cref="Overlay"/>), whatever is found the next time.
/// </summary>
/// <param name="By">Who says so.</param>
/// <param name="At">When; whole milliseconds in UTC count.</param>
/// <param name="Reason">Why, in the person's words.</param>
public abstract record Correction(string By, DateTimeOffset At, string Reason)
{
    /// <summary>Twelve hexadecimal digits that follow from all it says: the same correction has the same one in every ledger.</summary>
    public string Id => TextHash.Of(string.Join('\u001F', (string[])[Kind, Time, By, Reason, Subject, .. Said])).Value.Substring("sha256:".Length, 12);

    /// <summary><c>speaker</c>, <c>act</c>, <c>statement</c>, <c>figure</c>, <c>party</c>, <c>story</c>, <c>copy</c> or <c>undo</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>What it decides. Of two that decide one thing the later one holds.</summary>
    public abstract string Subject { get; }

    /// <summary>The words that it points at: none for an undoing, two where it is about two articles.</summary>
    public abstract IReadOnlyList<CorrectionTarget> Targets { get; }

    /// <summary>What the program had found, in words; null where that is not told.</summary>
    public string? Was { get; init; }

    /// <summary>The rule that had found it, for those who keep the rules.</summary>
    public string? FoundBy { get; init; }

    /// <summary>The time as it is written: ISO in UTC, to the millisecond.</summary>
    public string Time => At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    /// <summary>What tells it from another of the same kind, author, time and subject.</summary>
    protected abstract IEnumerable<string> Said { get; }

    internal Corrected Note(string was) => new(Id, By, At, Reason, was);

    private protected static string PairOf(CorrectionTarget first, CorrectionTarget second)
    {
        bool isOneText = first.Text == second.Text && first.Span is null;
        (string one, string other) = isOneText ? (first.Key + first.Source, second.Key + second.Source) : (first.Key, second.Key);
        return string.CompareOrdinal(one, other) <= 0 ? one + "|" + other : other + "|" + one;
    }
}

/// <summary>Somebody else made the statement.</summary>
/// <param name="Name">His name; of joint speakers joined by "; "; null when it cannot be told who.</param>
/// <param name="Party">Id of his party where it is known; else it is looked for by the name.</param>
public sealed record SpeakerCorrection(string By, DateTimeOffset At, string Reason, CorrectionTarget Target, string? Name, string? Party) : Correction(By, At, Reason)
{
    public override string Kind => "speaker";

    public override string Subject => "speaker " + Target.Key;

    public override IReadOnlyList<CorrectionTarget> Targets => [Target];

    protected override IEnumerable<string> Said => [Name ?? "", Party ?? ""];
}

/// <summary>The statement does something else: it denies and does not say.</summary>
public sealed record ActCorrection(string By, DateTimeOffset At, string Reason, CorrectionTarget Target, Act Act) : Correction(By, At, Reason)
{
    public override string Kind => "act";

    public override string Subject => "act " + Target.Key;

    public override IReadOnlyList<CorrectionTarget> Targets => [Target];

    protected override IEnumerable<string> Said => [Act.ToString()];
}

/// <summary>Nobody said so, or he said more or fewer of the words.</summary>
/// <param name="Content">The words that were said; null where they are no statement at all, which is struck out then.</param>
public sealed record StatementCorrection(string By, DateTimeOffset At, string Reason, CorrectionTarget Target, TextSpan? Content) : Correction(By, At, Reason)
{
    public override string Kind => "statement";

    public override string Subject => "statement " + Target.Key;

    public override IReadOnlyList<CorrectionTarget> Targets => [Target];

    protected override IEnumerable<string> Said => [Content?.ToString() ?? "none"];
}

/// <summary>How a figure is to be read; what is null stays as it is found.</summary>
/// <param name="Low">The value, or the lower end of a range.</param>
/// <param name="High">The upper end of a range; null for one value.</param>
/// <param name="What">What is counted.</param>
/// <param name="Unit">Unit of measure; empty for none.</param>
/// <param name="Where">The place it is counted in; empty for none.</param>
public sealed record FigureReading(double? Low, double? High, Bound? Bound, string? What, string? Unit, string? Where);

/// <summary>The figure is to be read otherwise.</summary>
/// <param name="Reading">Null when it is no figure at all.</param>
public sealed record FigureCorrection(string By, DateTimeOffset At, string Reason, CorrectionTarget Target, FigureReading? Reading) : Correction(By, At, Reason)
{
    public override string Kind => "figure";

    public override string Subject => "figure " + Target.Key;

    public override IReadOnlyList<CorrectionTarget> Targets => [Target];

    protected override IEnumerable<string> Said => [Reading is null ? "none" : string.Create(CultureInfo.InvariantCulture, $"{Reading.Low}..{Reading.High} {Reading.Bound} {Reading.What} {Reading.Unit} {Reading.Where}")];
}

/// <summary>The two names are of one, or of two.</summary>
/// <param name="Same">Whether they are one; the first one's id is that of both then.</param>
public sealed record PartyCorrection(string By, DateTimeOffset At, string Reason, PartyTarget First, PartyTarget Second, bool Same) : Correction(By, At, Reason)
{
    public override string Kind => "party";

    public override string Subject => "party " + PairOf(First.At, Second.At);

    public override IReadOnlyList<CorrectionTarget> Targets => [First.At, Second.At];

    protected override IEnumerable<string> Said => [First.Party, Second.Party, Same ? "same" : "different"];
}

/// <summary>The two articles are of one story, or of two.</summary>
public sealed record StoryCorrection(string By, DateTimeOffset At, string Reason, CorrectionTarget First, CorrectionTarget Second, bool Same) : Correction(By, At, Reason)
{
    public override string Kind => "story";

    public override string Subject => "story " + PairOf(First, Second);

    public override IReadOnlyList<CorrectionTarget> Targets => [First, Second];

    protected override IEnumerable<string> Said => [Same ? "same" : "different"];
}

/// <summary>The one article is a copy of the other, or is none.</summary>
public sealed record CopyCorrection(string By, DateTimeOffset At, string Reason, CorrectionTarget Copy, CorrectionTarget Origin, bool IsCopy) : Correction(By, At, Reason)
{
    public override string Kind => "copy";

    public override string Subject => "copy " + PairOf(Copy, Origin);

    public override IReadOnlyList<CorrectionTarget> Targets => [Copy, Origin];

    protected override IEnumerable<string> Said => [Copy.Key, Copy.Source, IsCopy ? "copy" : "none"];
}

/// <summary>An earlier correction holds no longer. It is an entry of its own and can be undone itself.</summary>
/// <param name="Undoes">Id of the correction.</param>
public sealed record Undoing(string By, DateTimeOffset At, string Reason, string Undoes) : Correction(By, At, Reason)
{
    public override string Kind => "undo";

    public override string Subject => "undo " + Undoes;

    public override IReadOnlyList<CorrectionTarget> Targets => [];

    protected override IEnumerable<string> Said => [];
}
