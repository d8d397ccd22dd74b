using System.Globalization;
using Sanad.Attribution;

namespace Sanad.Stories.Utterances;

/// <summary>
/// Tells that two sayings of one speaker are one utterance though they share few words: by a telling number that both give, or by the thing that both deny or
/// decline to speak of. Other sayings in other words stay apart.
/// </summary>
internal static class Paraphrase
{
    /// <summary>Least likeness, or share of the shorter wording, where both give one telling number.</summary>
    private const double LeastLike = 0.38, LeastHeld = 0.66;

    /// <summary>Least share of the shorter wording where both say that something is not so.</summary>
    internal const double LeastHeldDenied = 0.5;

    /// <summary>Least share of the shorter wording, and terms shared, of two quotations in two languages of which each is all that its article quotes of the speaker.</summary>
    private const double LeastHeldQuoted = 0.25;
    private const int LeastSharedQuoted = 2;

    /// <summary>Things named by both without which a number or a denial tells nothing.</summary>
    private const int LeastNamed = 2;

    /// <summary>Counts below this are given by chance in many statements.</summary>
    private const double LeastTelling = 13;

    /// <summary>Days between which two sayings are of one occasion; an article that names no day is taken to be of the next day at the latest.</summary>
    private const int MostDays = 2;

    /// <summary>The concept of a negation in wordings.</summary>
    private const string Negation = "no";

    /// <summary>Whether two sayings of few common words may be one all the same: two who decline to comment, or a quotation and its translation.</summary>
    public static bool MayBe(Saying a, Saying b, WordingOverlap overlap) =>
        (a.Statement.Act == Act.Neither && b.Statement.Act == Act.Neither) || AreQuotations(a, b, overlap);

    private static bool AreQuotations(Saying a, Saying b, WordingOverlap overlap) =>
        a.Statement.Kind == StatementKind.Direct && b.Statement.Kind == StatementKind.Direct && !a.IsClause && !b.IsClause
        && a.Article.Analysis.Article.Language != b.Article.Analysis.Article.Language && overlap.Held >= LeastHeldQuoted && overlap.Shared >= LeastSharedQuoted;

    /// <summary>Whether the article quotes nothing else of the speaker.</summary>
    private static bool IsOnlyQuotation(Saying saying)
    {
        foreach (Statement other in saying.Article.Analysis.Statements)
        {
            if (other != saying.Statement && other.Kind != StatementKind.Indirect && !other.Headline && other.Speaker.PartyId == saying.Statement.Speaker.PartyId) return false;
        }

        return true;
    }

    public static bool IsOne(Saying a, Saying b, WordingOverlap overlap)
    {
        (double likeness, double held) = (overlap.Likeness, overlap.Held);
        (int numbers, int named) = Shared(a.Wording, b.Wording);
        if (SpeakerMatch.IsSame(a.Article, a.Statement, b.Article, b.Statement))
        {
            bool number = numbers > 0 && named > 0 && IsOfOneOccasion(a, b) && (likeness >= LeastLike || held >= LeastHeld);
            bool denial = named >= LeastNamed && held >= LeastHeldDenied && IsDenial(a) && IsDenial(b);
            bool silence = named > 0 && a.Statement.Act == Act.Neither && b.Statement.Act == Act.Neither && IsOfOneOccasion(a, b);
            return number || denial || silence || (AreQuotations(a, b, overlap) && IsOfOneOccasion(a, b) && IsOnlyQuotation(a) && IsOnlyQuotation(b));
        }

        // "The operator" here and its director there, on one day with one number on one thing.
        return SpeakerMatch.MayBeSame(a.Article, a.Statement, b.Article, b.Statement) && a.Statement.Act == b.Statement.Act && a.Statement.Act is Act.Confirm or Act.Deny
            && numbers > 0 && named >= LeastNamed && held >= LeastHeld && a.Statement.Said is { IsOneDay: true } one && b.Statement.Said is { IsOneDay: true } other && one.First == other.First;
    }

    private static bool IsDenial(Saying saying) => saying.Statement.Act == Act.Deny || saying.Wording.Terms.Contains(Negation);

    private static bool IsOfOneOccasion(Saying a, Saying b) => a.Day is { } one && b.Day is { } other && Math.Abs(one.DayNumber - other.DayNumber) <= MostDays;

    /// <summary>Telling numbers that both give, and other terms but negations.</summary>
    private static (int Numbers, int Named) Shared(Wording a, Wording b)
    {
        (int numbers, int named) = (0, 0);
        foreach (string term in a.Terms)
        {
            if (!b.Terms.Contains(term) || term == Negation) continue;
            if (term[0] != '#') named++;
            else if (IsTelling(term.AsSpan(1))) numbers++;
        }

        return (numbers, named);
    }

    private static bool IsTelling(ReadOnlySpan<char> number) =>
        number.Contains(':') || (double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) && (value >= LeastTelling || value != Math.Floor(value)));
}
