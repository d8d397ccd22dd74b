using Sanad.Language;

namespace Sanad.Parties;

/// <summary>
/// A title with what it belongs to and who bears it: "Menteri Luar Negeri AS Antony Blinken", "Juru bicara Pentagon,
/// Sabrina Singh", "Matt Allison, direktur eksekutif Serge".
/// </summary>
/// <param name="Key">The title in full, in small letters.</param>
/// <param name="First">First token of the whole phrase.</param>
/// <param name="End">End of the whole phrase, the name included where it follows.</param>
/// <param name="Of">Segment of the state or body, or -1.</param>
/// <param name="Person">Segment of the name, or -1.</param>
public readonly record struct TitlePhrase(string Key, int First, int End, int Of, int Person)
{
    /// <summary>Longest stretch of unlisted small words between title and name ("keamanan nasional").</summary>
    private const int LongestGap = 8;

    /// <summary>Names and titles between a title and its bearer, so that a text made of titles costs no square of its length.</summary>
    private const int MostSegments = 16;

    public static string KindOf(Document document, NameSegment title) => document.Language.Titles[title.Entry].Kind;

    public static string KeyOf(Document document, NameSegment title)
    {
        TitleWord word = document.Language.Titles[title.Entry];
        return (word.Expansion ?? word.Form).ToLowerInvariant();
    }

    /// <summary>Reads on from the title segment <paramref name="i"/>; false where it neither belongs to anything nor is borne by anybody.</summary>
    public static bool TryRead(Document document, IReadOnlyList<NameSegment> segments, int i, out TitlePhrase phrase)
    {
        NameSegment title = segments[i];
        int of = -1, person = -1, end = title.End, next = i + 1;
        int before = BearerBefore(document, segments, i);
        bool comma = false;
        while (next < segments.Count && next - i <= MostSegments && person < 0)
        {
            NameSegment segment = segments[next];
            int gap = segment.First - end;
            if (gap > LongestGap || !MayStandBetween(document, end, segment.First, ref comma)) break;
            if (segment.Kind == SegmentKind.Name && before >= 0 && of < 0 && next == i + 1 && gap == 1 && IsPreposition(document, end))
            {
                // "Rana Sulaiman, a spokeswoman for Wairang Tankers": the name behind is whom she speaks for.
                of = next;
                end = segment.End;
                break;
            }

            if (segment.Kind == SegmentKind.Name && !document.IsMark(segment.First - 1, '('))
            {
                // "Menurut jaksa, Sri datang …": the comma ends what "menurut" governs.
                if (!comma && next == i + 1 && IsOwned(document, title, segment.First)) break;
                if (comma && IsLed(document, title.First) && segment.End < document.Tokens.Length && !document.IsMark(segment.End, ',')) break;
                person = next;
            }
            else if (segment.Kind == SegmentKind.Title && comma && KindOf(document, segment) == "role") break;
            else if (segment.Kind is SegmentKind.Place or SegmentKind.Body)
            {
                if (comma) break;
                if (of < 0) of = next;
            }

            end = segment.End;
            next++;
        }

        int first = title.First;
        if (person < 0 && before >= 0)
        {
            person = before;
            first = segments[before].First;
        }
        else if (person < 0 && i > 0 && segments[i - 1].Kind is SegmentKind.Place or SegmentKind.Body && segments[i - 1].End == title.First && document.Language.Code != "id" && of < 0)
        {
            // "Pentagon spokeswoman": what it belongs to stands before it.
            of = i - 1;
        }

        phrase = new TitlePhrase(KeyOf(document, title), first, end, of, person);
        if (person >= 0 && of < 0 && i > 0 && segments[i - 1].End == title.First && segments[i - 1].Kind is SegmentKind.Place or SegmentKind.Body) phrase = phrase with { Of = i - 1 };
        return of >= 0 || person >= 0;
    }

    /// <summary>The name before the title with a comma, or a comma and an article, between them ("Rana Sulaiman, a spokeswoman"); -1 where there is none.</summary>
    private static int BearerBefore(Document document, IReadOnlyList<NameSegment> segments, int i)
    {
        if (i == 0 || segments[i - 1].Kind != SegmentKind.Name) return -1;
        int mark = segments[i - 1].End, first = segments[i].First;
        if (!document.IsMark(mark, ',')) return -1;
        return mark == first - 1 || (mark == first - 2 && IsDeterminer(document, first - 1)) ? i - 1 : -1;
    }

    /// <summary>
    /// "the owner | of the ferry | Sri Melati", "owner | of | Sri Melati": behind the preposition stands what is owned or led, not who does. In "spokeswoman for the festival Rana
    /// Sulaiman", with no article before the title, the name is hers.
    /// </summary>
    private static bool IsOwned(Document document, NameSegment title, int name)
    {
        if (document.Language.Code != "en" || title.End >= name || !IsPreposition(document, title.End)) return false;
        return title.End + 1 == name || (title.First > 0 && IsDeterminer(document, title.First - 1) && IsDeterminer(document, title.End + 1));
    }

    private static bool IsDeterminer(Document document, int token) => (document.ClassOf(token, out _) & WordClass.Determiner) != 0;

    private static bool IsPreposition(Document document, int token) => (document.ClassOf(token, out _) & WordClass.Preposition) != 0;

    /// <summary>Whether a word like "menurut", which needs its speaker right behind it, stands before the token.</summary>
    public static bool IsLed(Document document, int i) =>
        i > 0 && document.TryHit(i - 1, LexKind.Reporting, out Hit cue) && (document.Language.Reporting[cue.Entry].Frames & Frame.Prep) != 0;

    /// <summary>Small words without marks, a bracketed short form, or one comma before the name.</summary>
    private static bool MayStandBetween(Document document, int first, int end, ref bool comma)
    {
        for (int i = first; i < end; i++)
        {
            if (document.IsMark(i, '(') || document.IsMark(i, ')')) continue;
            if (document.IsMark(i, ',') && !comma && i == end - 1) { comma = true; continue; }
            if (document.Tokens[i].Kind != TokenKind.Word) return false;
            if (document.TryHit(i, LexKind.Reporting, out _) || document.TryHit(i, LexKind.Pronoun, out _)) return false;
            WordClass classes = document.ClassOf(i, out _);
            if ((classes & (WordClass.Complementizer | WordClass.Relative | WordClass.Auxiliary | WordClass.Predicate)) != 0) return false;
        }

        return true;
    }
}
