using Sanad.Attribution;
using Sanad.Parties;
using Sanad.Stories;

namespace Sanad.Ledger.DraftChecks;

/// <summary>How a speaker of the ledger stands to the one that a draft names.</summary>
internal enum SpeakerSide
{
    /// <summary>He is the one, or the draft names nobody who can be told.</summary>
    Same,

    /// <summary>He cannot be the one.</summary>
    Other,

    Unclear,
}

/// <summary>Tells it, and calls two speakers two only where nothing can make them one.</summary>
internal static class SpeakerSides
{
    /// <summary>Letters from which on a word of a name tells one from another.</summary>
    private const int Telling = 3;

    /// <param name="drafted">Null in the draft's own voice.</param>
    /// <param name="kept">Null in the article's own voice.</param>
    public static SpeakerSide Of(StoryArticle draft, Statement? drafted, CheckedStory story, StoryArticle article, Statement? kept)
    {
        if (drafted is null || !IsNamed(draft, drafted)) return SpeakerSide.Same;
        if (kept is null || !IsNamed(article, kept)) return SpeakerSide.Unclear;
        if (SpeakerMatch.IsSame(draft, drafted, article, kept) || story.SpeaksFor(kept, drafted) || story.SpeaksFor(drafted, kept)) return SpeakerSide.Same;
        if (SpeakerMatch.AreTwo(draft, drafted, article, kept)) return SpeakerSide.Other;
        if (drafted.Speaker.PartyIds.Count != 1 || kept.Speaker.PartyIds.Count != 1) return SpeakerSide.Unclear;
        // A body and a person who is known to speak for another, or two bodies: they are two where their names share no word.
        string one = BodyOf(draft, drafted, story) ?? "", other = BodyOf(article, kept, story) ?? "";
        return one.Length > 0 && other.Length > 0 && !ShareWord(one, other) ? SpeakerSide.Other : SpeakerSide.Unclear;
    }

    public static bool IsNamed(StoryArticle article, Statement statement) => statement.Speaker.PartyId is { } id && article.Party(id) is { Kind: not PartyKind.Unnamed };

    /// <summary>The body that speaks, or for which the person does; null where that is not known.</summary>
    private static string? BodyOf(StoryArticle article, Statement statement, CheckedStory story) => article.Party(statement.Speaker.PartyId) switch
    {
        { Kind: PartyKind.Body or PartyKind.State, Name: var name } => name,
        { Kind: PartyKind.Person } => story.BodyOf(statement),
        _ => null,
    };

    private static bool ShareWord(string one, string other)
    {
        foreach (string word in one.Split(' ', '-'))
        {
            if (word.Length < Telling) continue;
            foreach (string another in other.Split(' ', '-'))
            {
                if (word.Equals(another, StringComparison.OrdinalIgnoreCase)) return true;
            }
        }

        return false;
    }
}
