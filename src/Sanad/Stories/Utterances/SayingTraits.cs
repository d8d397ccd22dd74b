using Sanad.Attribution;

namespace Sanad.Stories.Utterances;

/// <summary>What tells of two sayings, without a look at their words, that they cannot be one.</summary>
/// <param name="Article">One number for each article.</param>
/// <param name="Side">The act where it takes a side, null otherwise.</param>
/// <param name="Day">Number of the day on which it was said; null where it tells of none, or of several.</param>
/// <param name="Speaker">One number for each party; negative where there is none.</param>
internal readonly record struct SayingTraits(int Article, bool IsClause, Act? Side, int? Day, int Speaker)
{
    /// <summary>Days between which two statements may be one: agencies date by their own clocks.</summary>
    private const int MostDays = 2;

    /// <param name="sayings">Article by article.</param>
    public static SayingTraits[] OfAll(IReadOnlyList<Saying> sayings)
    {
        var traits = new SayingTraits[sayings.Count];
        var speakers = new Dictionary<string, int>(StringComparer.Ordinal);
        int article = 0;
        for (int i = 0; i < traits.Length; i++)
        {
            Statement statement = sayings[i].Statement;
            if (i > 0 && sayings[i].Article != sayings[i - 1].Article) article++;
            int speaker = -1;
            if (statement.Speaker.PartyId is { } id && !speakers.TryGetValue(id, out speaker)) speakers.Add(id, speaker = speakers.Count);
            traits[i] = new SayingTraits(article, sayings[i].IsClause, SideOf(statement), DayOf(statement), speaker);
        }

        return traits;
    }

    public bool MayBeOneWith(SayingTraits other) => Article != other.Article && !(IsClause && other.IsClause) && AreNear(Side, Day, other.Side, other.Day);

    public static bool AreNear(Statement one, Statement other) => AreNear(SideOf(one), DayOf(one), SideOf(other), DayOf(other));

    /// <summary>To deny is not to decline to comment: two sides are not one utterance, however like the thing they are about. Days that contradict each other part two statements; a missing day does not.</summary>
    private static bool AreNear(Act? side, int? day, Act? otherSide, int? otherDay) =>
        (side is null || otherSide is null || side == otherSide) && (day is null || otherDay is null || Math.Abs(day.Value - otherDay.Value) <= MostDays);

    private static Act? SideOf(Statement statement) => statement.Act is Act.Confirm or Act.Deny or Act.Neither ? statement.Act : null;

    private static int? DayOf(Statement statement) => statement.Said is { IsOneDay: true } said ? said.First.DayNumber : null;
}
