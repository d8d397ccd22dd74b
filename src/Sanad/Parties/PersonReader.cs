using Sanad.Language;

namespace Sanad.Parties;

/// <summary>Tells by its surroundings whether a name is a person's.</summary>
internal static class PersonReader
{
    /// <summary>
    /// The name without the words of the unit that its holder heads: after "Kepala", "Biro Humas Aji Muhawarman" is
    /// "Aji Muhawarman".
    /// </summary>
    /// <param name="alone">Words that stand alone elsewhere: of a firm and its head both do ("Direktur Utama Bulog Ahmad Rizal": "Bulog", "Rizal").</param>
    public static NameSegment WithoutUnit(Document document, IReadOnlyList<NameSegment> segments, int i, WordSet alone)
    {
        NameSegment name = segments[i];
        if (i == 0 || segments[i - 1].Kind == SegmentKind.Name || segments[i - 1].End != name.First) return name;
        int first = name.First;
        while (name.End - first > 1 && document.TryHit(first, LexKind.BodyWord, out _)) first++;
        while (name.End - first > 1 && document.Tokens[first].IsAllCaps) first++;
        if (name.End - first > 1 && alone.Contains(document.HashAt(first), document.WordAt(first)))
        {
            for (int later = first + 1; later < name.End; later++)
            {
                if (alone.Contains(document.HashAt(later), document.WordAt(later))) return name with { First = first + 1 };
            }
        }

        return name with { First = first };
    }

    /// <summary>A title before it, an age, a title or a degree after it, a handle, or a reporting word beside it.</summary>
    public static bool IsPerson(Document document, IReadOnlyList<NameSegment> segments, int i)
    {
        if (IsTitled(document, segments, i)) return true;
        NameSegment name = segments[i];
        return (name.End + 1 < document.Tokens.Length && document.TryHit(name.End, LexKind.Reporting, out _)) || (name.First > 0 && document.TryHit(name.First - 1, LexKind.Reporting, out _));
    }

    /// <summary>A title before it, an age, a title or a degree after it, or a handle: what only people have.</summary>
    public static bool IsTitled(Document document, IReadOnlyList<NameSegment> segments, int i)
    {
        NameSegment name = segments[i];
        if (document.Text[document.Tokens[name.First].Start] == '@') return true;
        if (i > 0 && segments[i - 1].End <= name.First && name.First - segments[i - 1].End <= 1 && !document.IsMark(name.First - 1, '(') && HasTitle(segments, i - 1, name.First)) return true;
        if (i + 1 < segments.Count && segments[i + 1].Kind == SegmentKind.Degree && segments[i + 1].First == name.End) return true;
        if (document.Language.MentionWeights is null && IsCalledPeople(document, name)) return true;
        int after = name.End;
        return after + 1 < document.Tokens.Length
            && ((document.IsMark(after, '(') || document.IsMark(after, ',')) && document.Tokens[after + 1].Kind == TokenKind.Number && document.Tokens[after + 1].Length == 2 && (after + 2 == document.Tokens.Length || document.Tokens[after + 2].Kind != TokenKind.Number)
                || (document.IsMark(after, ',') && document.TryHit(after + 1, LexKind.Title, out _)));
    }

    /// <summary>"the tourist Kevin Harris", "driver Anna Beliu": a noun of people in small letters right before a name of two words.</summary>
    private static bool IsCalledPeople(Document document, NameSegment name) =>
        name.First > 0 && name.End - name.First >= 2 && !document.Tokens[name.First - 1].IsCapital && document.TryHit(name.First - 1, LexKind.People, out Hit hit, name.First) && document.Language.People[hit.Entry].Kind == "person";

    /// <summary>Whether a place is named: a preposition of place stands before it.</summary>
    public static bool IsPlace(Document document, NameSegment name) =>
        name.First > 0 && !document.Tokens[name.First - 1].IsCapital && document.Is(name.First - 1, WordClass.Preposition)
        && document.WordAt(name.First - 1) is "di" or "ke" or "in" or "at" or "near" or "from";

    /// <summary>"Direktur RSUD | Wairang | dr. Rana Sulaiman": what stands between a title and the honorific of its holder is where he holds it.</summary>
    public static bool IsBeforeHolder(Document document, IReadOnlyList<NameSegment> segments, int i)
    {
        if (i == 0 || i + 2 >= segments.Count || segments[i - 1].Kind != SegmentKind.Title || segments[i - 1].End != segments[i].First) return false;
        (NameSegment honorific, NameSegment holder) = (segments[i + 1], segments[i + 2]);
        return honorific.Kind == SegmentKind.Title && honorific.First == segments[i].End && TitlePhrase.KindOf(document, honorific) is "honorific" or "rank"
            && TitlePhrase.KindOf(document, segments[i - 1]) == "role" && holder.Kind == SegmentKind.Name && (holder.First == honorific.End || (holder.First == honorific.End + 1 && document.IsMark(honorific.End, '.')));
    }

    private static bool HasTitle(IReadOnlyList<NameSegment> segments, int i, int before)
    {
        for (; i >= 0 && before - segments[i].End <= 1; i--)
        {
            if (segments[i].Kind == SegmentKind.Title) return true;
            if (segments[i].Kind == SegmentKind.Name) return false;
            before = segments[i].First;
        }

        return false;
    }
}
