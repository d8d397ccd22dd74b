using Sanad.Attribution;
using Sanad.Parties;

namespace Sanad.Stories;

/// <summary>Tells whether two articles mean the same speaker, across spellings, and never by a shared surname alone.</summary>
internal static class SpeakerMatch
{
    /// <summary>Most letters in which two spellings of a name may differ ("Sergei", "Sergey"; "Zelensky", "Zelenskyy").</summary>
    private const int MostEdits = 2;

    /// <summary>The same party, the same name in another spelling, or a body and one who speaks for it.</summary>
    public static bool IsSame(StoryArticle a, Statement first, StoryArticle b, Statement second)
    {
        if (first.Speaker.PartyId is not { } one || second.Speaker.PartyId is not { } other) return false;
        if (one == other) return true;
        foreach (string left in first.Speaker.PartyIds)
        {
            foreach (string right in second.Speaker.PartyIds)
            {
                if (left == right || IsSameName(left, right) || IsSamePerson(left, right) || SpeaksFor(a, left, right) || SpeaksFor(b, right, left)) return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether two person ids spell one name: last and first words alike, or one is the other with words before it or behind it that belong
    /// to a title or a second name ("Bupati Wairang Rana Sulaiman" is Rana Sulaiman), or one is a single name that the other has at either end.
    /// </summary>
    public static bool IsSamePerson(string left, string right)
    {
        if (!left.StartsWith("person:", StringComparison.Ordinal) || !right.StartsWith("person:", StringComparison.Ordinal)) return false;
        string[] a = left[7..].Split('-'), b = right[7..].Split('-');
        if (a.Length > b.Length) (a, b) = (b, a);
        if (a.Length == 1) return a[0] == b[0] || a[0] == b[^1] || (b.Length > 1 && a[0] == b[^2]);
        return (IsLike(a[0], b[0]) && IsLike(a[^1], b[^1])) || b.AsSpan().EndsWith(a) || b.AsSpan().StartsWith(a);
    }

    /// <summary>Whether one name was taken for a body's in one place and for nobody's of a kind in another: "the owner, Wairang Tankers".</summary>
    private static bool IsSameName(string left, string right) => left.AsSpan(left.IndexOf(':') + 1).SequenceEqual(right.AsSpan(right.IndexOf(':') + 1));

    /// <summary>
    /// Whether nothing tells the two speakers apart for sure: one is unresolved, or is a body or nobody with a name of his own, as when one
    /// outlet names the ministry and the other its official.
    /// </summary>
    public static bool MayBeSame(StoryArticle a, Statement first, StoryArticle b, Statement second) => !IsPerson(a, first) || !IsPerson(b, second);

    /// <summary>Whether the two speakers are for sure not one: both are persons of first and second name, and no part of these is shared.</summary>
    public static bool AreTwo(StoryArticle a, Statement first, StoryArticle b, Statement second)
    {
        if (IsSame(a, first, b, second) || first.Speaker.PartyIds.Count != 1 || second.Speaker.PartyIds.Count != 1 || !IsPerson(a, first) || !IsPerson(b, second)) return false;
        string[] one = first.Speaker.PartyIds[0][7..].Split('-'), other = second.Speaker.PartyIds[0][7..].Split('-');
        return one.Length > 1 && other.Length > 1 && !Array.Exists(one, word => Array.IndexOf(other, word) >= 0);
    }

    private static bool IsPerson(StoryArticle article, Statement statement) => article.Party(statement.Speaker.PartyId) is { Kind: PartyKind.Person };

    /// <summary>Whether the person holds a post of that state or body: a spokesman says what his ministry says.</summary>
    private static bool SpeaksFor(StoryArticle article, string person, string body)
    {
        if (article.Party(person) is not { Kind: PartyKind.Person } party) return false;
        foreach (Role role in party.Roles)
        {
            if (role.Of is null) continue;
            foreach (Party other in article.Analysis.Parties)
            {
                if (other.Id == body && other.Name == role.Of) return true;
            }
        }

        return false;
    }

    private static bool IsLike(string a, string b)
    {
        if (a == b) return true;
        if (a.Length < 4 || b.Length < 4 || Math.Abs(a.Length - b.Length) > MostEdits || a[0] != b[0]) return false;
        return Edits(a, b) <= (Math.Min(a.Length, b.Length) >= 7 ? MostEdits : 1);
    }

    /// <summary>Levenshtein's distance: fewest letters put in, left out or changed.</summary>
    private static int Edits(string a, string b)
    {
        Span<int> row = stackalloc int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++) row[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
