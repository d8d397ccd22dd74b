using Sanad.Figures;
using Sanad.Language;
using Sanad.Text;
using Sanad.Time;

namespace Sanad.Stories;

/// <summary>
/// Everything the ledger holds of one running story, worked out from the analyses of its articles alone: the same
/// analyses give the same ledger, in whatever order the articles arrived.
/// </summary>
/// <param name="Articles">Analyses by day of publication, then source; dates borrowed from siblings already applied.</param>
public sealed record StoryLedger(string Id, string Title, IReadOnlyList<Analysis> Articles)
{
    public required IReadOnlyList<ArticleDate> Dates { get; init; }

    public required IReadOnlyList<CopyGroup> Copies { get; init; }

    public required IReadOnlyList<Utterance> Utterances { get; init; }

    public required IReadOnlyList<FigureLine> FigureLines { get; init; }

    public required IReadOnlyList<Position> Positions { get; init; }

    public required IReadOnlyList<Conflict> Conflicts { get; init; }

    public required IReadOnlyList<Sum> Sums { get; init; }

    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }

    /// <summary>Occasions within the story on which several things were said, by day.</summary>
    public IReadOnlyList<Occasion> Occasions { get; init; } = [];

    /// <summary>Of articles whose text was changed at its address since it was first added: source and number of versions. What the ledger holds is of the newest.</summary>
    public IReadOnlyDictionary<string, int> Versions { get; init; } = new Dictionary<string, int>();

    /// <summary>Number of outlets, and of origins once copies are collapsed.</summary>
    public required int Outlets { get; init; }

    public required int Origins { get; init; }
}

/// <summary>The exact words an entry rests on: a stretch of one article's frozen text.</summary>
/// <param name="Quote">The words themselves, equal to the text at the span.</param>
public sealed record Citation(string Source, TextHash TextHash, TextSpan Span, string Quote);

/// <summary>
/// An article's day in the story. <see cref="Inferred"/> is null where the article itself is dated, but for a copy that took over "yesterday"
/// and its like from an origin of an earlier day: it is that day then.
/// </summary>
public sealed record ArticleDate(string Source, string? Published, InferredDate? Inferred, IReadOnlyList<BorrowedTime> Times);

/// <summary>A day (ISO, or an interval a/b) and why.</summary>
public sealed record InferredDate(string Value, string Because);

/// <summary>A time of an undated article, or of a copy, that a sibling fixed.</summary>
public sealed record BorrowedTime(string Text, string Value, string Because);

public enum CopyKind
{
    Verbatim,
    Edited,
    SameWire,
    Translated,
    Updated,
}

/// <summary>Articles that go back to one text. <see cref="Share"/> is the share of the shorter text, quotations apart, found in the other, 0 to 1.</summary>
/// <param name="Origin">Source of the article, or name of the agency, that the others go back to; null when it cannot be told.</param>
public sealed record CopyGroup(CopyKind Kind, IReadOnlyList<string> Members, string? Origin, double Share, IReadOnlyList<Loss> Lost)
{
    /// <summary>By whom a member was put in or taken out; null where all is as it was found. Of what a person put in, the share is 0: nobody measured it.</summary>
    public Corrected? Corrected { get; init; }

    /// <summary>For each copy what it shares with the article that the others are held against: the origin, or where that is an agency the earliest and fullest of its text.</summary>
    public IReadOnlyList<SharedText> Shared { get; init; } = [];
}

/// <summary>Stretches of a copy (<paramref name="Source"/>) that its origin (<paramref name="Of"/>) has as well, and those of the origin, each in the order of its text.</summary>
public sealed record SharedText(string Source, IReadOnlyList<TextSpan> Spans, string Of, IReadOnlyList<TextSpan> SpansOf);

/// <summary>What a copy lost against its origin: "hedge", "number", "credit", "negation" or "speaker".</summary>
public sealed record Loss(string Source, string What, string From, string To);

/// <summary>The same words of the same speaker on one occasion, as different articles give them.</summary>
/// <param name="On">ISO day or null.</param>
public sealed record Utterance(string Speaker, string? On, IReadOnlyList<UtteranceMember> Members);

/// <param name="Statement">Id within the article.</param>
public sealed record UtteranceMember(string Source, string Statement, string Text, Citation Citation);

/// <summary>One quantity in one place over days and sources.</summary>
public sealed record FigureLine(string What, string? Where, IReadOnlyList<FigurePoint> Points)
{
    /// <summary>It counts people or things in one state (dead, missing, damaged), and no other.</summary>
    public bool IsOfState { get; init; }

    /// <summary>By outlet, in order of their names: which figure it printed from which day on.</summary>
    public IReadOnlyList<OutletStand> Stands { get; init; } = [];
}

/// <summary>From its article of that day on, until the next entry, the outlet stood at that figure.</summary>
/// <param name="From">Day of publication.</param>
/// <param name="Point">The last of the article's points on the line that is no part of another.</param>
public sealed record OutletStand(string Outlet, DateOnly From, FigurePoint Point);

/// <param name="By">Who gives the figure, by the name that the story has for it; null in the article's own voice.</param>
/// <param name="Revises">The older value it replaces, or null.</param>
/// <param name="PartOf">"source#figure" of the total it is a part of, or null.</param>
/// <param name="CopiesOf">"source#figure" of an earlier point it repeats as a copy, or null.</param>
public sealed record FigurePoint(
    CalendarValue? On, string? By, double? Low, double? High, Bound Bound, string Source, string Figure,
    double? Revises, string? PartOf, string? CopiesOf, Citation Citation)
{
    /// <summary>The article says for which day it holds; otherwise <see cref="On"/> is the day of publication.</summary>
    public bool IsDated { get; init; }

    /// <summary>The body that the person who gives the figure speaks for, by the name that the story has for it; null where none is known.</summary>
    public string? For { get; init; }

    /// <summary>Unit of measure or currency, as the article's language has it; null for plain counts.</summary>
    public string? Unit { get; init; }

    /// <summary>Its sentence sets it against what the article told before: "… , however, speaks of 42 dead".</summary>
    public bool IsContrasted { get; init; }

    /// <summary>Id of the figure before in its sentence whose counted thing it leaves out: "took 19 people on board; Basarnas credits it with 14". Null for others.</summary>
    public string? LikeFigure { get; init; }

    /// <summary>What its values are to be multiplied by before they are held against others of the line, whose units may be others.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>By what it is compared with others of its line: the lower end, else the upper, in the basic unit; 0 where it has neither.</summary>
    public double Level => (Low ?? High ?? 0) * Scale;

    /// <summary>It lies so far from all that others say about that day that it must be a slip ("3,000" for 300), or about something else.</summary>
    public bool IsFarOff { get; init; }

    /// <summary>Whether both are given by one party: the same speaker, two who speak for one body, or the body itself and one of these.</summary>
    public bool IsOfSameParty(FigurePoint other) => By is not null && other.By is not null && (By == other.By || (For ?? By) == (other.For ?? other.By));
}

/// <summary>Where one party stands on one thing that somebody confirms or denies, in the order of days.</summary>
public sealed record Position(string Party, string About, IReadOnlyList<PositionMove> Moves);

/// <param name="On">ISO day on which it was said, or that of the article where it does not tell.</param>
/// <param name="Earlier">The article reports it as something that was so before ("awalnya membantah", "initially denied"): <paramref name="On"/> is then the day by which it was.</param>
public sealed record PositionMove(string? On, Act Act, string Source, string Statement, Citation Citation, bool Earlier);

public enum ConflictKind
{
    Figures,
    Positions,
}

public sealed record Conflict(string About, string? On, ConflictKind Kind, IReadOnlyList<ConflictValue> Values);

public sealed record ConflictValue(string? By, double? Low, double? High, Act? Act, string Source, Citation Citation)
{
    /// <summary>Unit of measure or currency, as the article's language has it; null for plain counts and for positions.</summary>
    public string? Unit { get; init; }
}

/// <summary>A total set against its parts. <see cref="Difference"/> is the parts' sum less the total.</summary>
public sealed record Sum(string Source, Citation Total, IReadOnlyList<Citation> Parts, bool AddsUp, double Difference);

/// <summary>What is reported for a day.</summary>
/// <param name="Text">Who and what was said, with the act in brackets where it is more than saying: what somebody denies is not what he says.</param>
public sealed record TimelineEntry(string On, string Text, IReadOnlyList<Citation> Citations)
{
    /// <summary>Place in <see cref="StoryLedger.Occasions"/> of the occasion on which it was said; null where none is told of.</summary>
    public int? Occasion { get; init; }

    /// <summary>Who, as <see cref="Text"/> has it.</summary>
    public required string Speaker { get; init; }

    public required Act Act { get; init; }

    /// <summary>What was said, denied or asked: the rest of <see cref="Text"/>.</summary>
    public required string Content { get; init; }
}

/// <summary>A press conference, a hearing, a statement handed out: what the story has from one occasion.</summary>
/// <param name="On">ISO day.</param>
/// <param name="Place">As the articles name it; null where they do not.</param>
/// <param name="Speakers">In the order in which the articles have them.</param>
/// <param name="Named">The words that name it, in the first article that does.</param>
public sealed record Occasion(string On, OccasionKind Kind, string? Place, IReadOnlyList<string> Speakers, IReadOnlyList<OccasionMember> Members, Citation Named);

/// <param name="Statement">Id within the article.</param>
public sealed record OccasionMember(string Source, string Statement);
