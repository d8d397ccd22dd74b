using Sanad.Language;
using Sanad.Text;

namespace Sanad.Parties;

/// <summary>
/// Cuts runs of capitals where the learned weights see a name begin or end: of "Dirjen Pajak Bimo Wijayanto" the last two words are
/// a person, of "Gresini Racing" both a body. Stretches from the word lists stay as they are.
/// </summary>
internal static class NameCuts
{
    /// <summary>Words of a person's name within a body's, at most.</summary>
    private const int LongestPerson = 4;

    /// <param name="segments">In reading order, as are the <paramref name="names"/>; neither overlap among themselves.</param>
    /// <param name="alone">Capitalised words that also stand alone.</param>
    public static List<NameSegment> Recut(Document document, List<NameSegment> segments, List<TaggedName> names, WordSet alone)
    {
        var cut = new List<NameSegment>(segments.Count + 8);
        int at = 0, sentence = 0;
        for (int i = 0; i < segments.Count; i++)
        {
            NameSegment segment = segments[i];
            while (at < names.Count && names[at].End <= segment.First) TakeNew(document, names[at++], ref sentence, cut);
            int last = at;
            while (last < names.Count && names[last].First < segment.End) last++;

            // "Kantor Imigrasi | Kelas I Serang Rudi Santoso": the name of a body reaches into the stretch that a person's closes.
            if (last > at + 1 && names[at].First < segment.First && names[at].Kind != MentionKind.Person && names[last - 1].Kind == MentionKind.Person) at++;
            bool inside = last > at && segment.Entry < 0 && names[at].First >= segment.First && names[last - 1].End <= segment.End && !IsHeading(document, segment.First, ref sentence);
            NameSegment? title = i > 0 && segments[i - 1].Kind == SegmentKind.Title && segments[i - 1].End == segment.First ? segments[i - 1] : null;
            if (title is { } head && CalledBehind(document, segment, head, alone) is var called and > 0)
            {
                cut.Add(segment with { End = called });
                cut.Add(new NameSegment(called, segment.End, SegmentKind.Name, -1));
            }
            else if (!inside || segment.Kind is not (SegmentKind.Name or SegmentKind.Body or SegmentKind.Place)) cut.Add(segment);
            else if (last == at + 1 && names[at].Kind == MentionKind.Person) CutPerson(document, segment, title, names[at], document.Sentences[sentence].First, alone, cut);
            else if (segment.Kind == SegmentKind.Name && title is null) CutAll(document, names, at, last, cut);
            else cut.Add(segment);
            at = last;
        }

        while (at < names.Count) TakeNew(document, names[at++], ref sentence, cut);
        PlaceOffices(document, names, cut);
        return cut;
    }

    /// <summary>
    /// "Ketua Pelaksana Turnamen Sowa 2026, Rana Sulaiman", "Head of Public Relations Besi Lereh (penyalur), Rana Sulaiman": between an office and the person behind the comma
    /// stands the rest of the office, where the weights call it no person.
    /// </summary>
    private static void PlaceOffices(Document document, List<TaggedName> names, List<NameSegment> cut)
    {
        int at = 0;
        for (int i = 1; i + 1 < cut.Count; i++)
        {
            (NameSegment title, NameSegment unit) = (cut[i - 1], cut[i]);
            while (at < names.Count && names[at].End <= unit.First) at++;
            if (title.Kind != SegmentKind.Title || unit.Kind != SegmentKind.Name || unit.First - title.End > 1) continue;
            bool isPerson = at < names.Count && names[at].First < unit.End && names[at].Kind == MentionKind.Person;
            if (!isPerson && IsBeforeHolder(document, cut, i)) cut[i] = unit with { Kind = SegmentKind.Place };
        }
    }

    /// <summary>Whether behind the stretch, a number or something in brackets, and a comma a name of two words or more stands, with or without titles of its own.</summary>
    private static bool IsBeforeHolder(Document document, List<NameSegment> cut, int unit)
    {
        int comma = cut[unit].End, limit = Math.Min(document.Tokens.Length, comma + 14);
        if (comma < limit && document.Tokens[comma].Kind == TokenKind.Number) comma++;
        if (comma < limit && document.IsMark(comma, '('))
        {
            while (comma < limit && !document.IsMark(comma, ')')) comma++;
            comma++;
        }

        if (comma >= limit || !document.IsMark(comma, ',')) return false;
        int next = unit + 1, first = comma + 1;
        while (next < cut.Count && cut[next].First < first) next++;
        while (next < cut.Count && cut[next].First == first && cut[next].Kind == SegmentKind.Title) first = cut[next++].End;
        return next < cut.Count && cut[next].First == first && cut[next].Kind == SegmentKind.Name && cut[next].End - first >= 2;
    }

    /// <summary>One person within the stretch; what stands before the name is the rest of an office, unless the article calls the person so.</summary>
    private static void CutPerson(Document document, NameSegment segment, NameSegment? title, TaggedName name, int sentence, WordSet alone, List<NameSegment> cut)
    {
        bool isOffice = title is { } office && TitlePhrase.KindOf(document, office) == "role";
        bool isWhole = name.First == segment.First || (title is not null && !isOffice) || IsCalled(document, segment.First, name, alone);
        if (segment.Kind != SegmentKind.Name && (title is null || isWhole || name.End < segment.End || name.End - name.First < 2)) cut.Add(segment);
        else if (isWhole) cut.Add(segment with { End = name.End });
        else if (name.End - name.First < 2 && !isOffice && !(segment.First == sentence && IsSmallWord(document, sentence))) cut.Add(segment);
        else
        {
            cut.Add(new NameSegment(segment.First, name.First, segment.Kind == SegmentKind.Body ? SegmentKind.Body : SegmentKind.Place, -1));
            cut.Add(new NameSegment(name.First, name.End, SegmentKind.Name, -1));
        }
    }

    /// <summary>
    /// "Direktur Utama PT Lintas Sowa Herman Aruji" of an article that goes on with "kata Herman": where the person's name begins in a body's, behind an office and two words of the
    /// body at least; 0 where it does not.
    /// </summary>
    private static int CalledBehind(Document document, NameSegment segment, NameSegment title, WordSet alone)
    {
        if (segment.Kind != SegmentKind.Body || segment.Entry >= 0 || TitlePhrase.KindOf(document, title) != "role") return 0;
        for (int i = segment.First + 2; i < segment.End - 1; i++)
        {
            if (!document.Tokens[i].IsAllCaps && alone.Contains(document.HashAt(i), document.WordAt(i)) && !document.Has(i, LexKind.BodyWord) && !document.Has(i, LexKind.Place)) return segment.End - i <= LongestPerson ? i : 0;
        }

        return 0;
    }

    /// <summary>Whether the words before the name are the first of the person's names: given to children, or the only one by which the article calls the person.</summary>
    private static bool IsCalled(Document document, int first, TaggedName name, WordSet alone)
    {
        for (int i = first; i < name.First; i++)
        {
            // "Rico Tri Bayu" is a name, "Ganda Putra Bayu" and "Kelas I Bayu" are none: there the first word is one of the language, or the letter a number.
            bool given = document.TryHit(i, LexKind.Particle, out Hit hit) && document.Language.Particles[hit.Entry].Kind == "given";
            if (given && (i == first || (document.Tokens[i].Length > 1 && !IsSmallWord(document, first)))) return true;
        }

        if (name.First != first + 1 || !alone.Contains(document.HashAt(first), document.WordAt(first)) || document.Tokens[first].IsAllCaps) return false;
        for (int i = name.First; i < name.End; i++)
        {
            if (alone.Contains(document.HashAt(i), document.WordAt(i))) return false;
        }

        return true;
    }

    private static void CutAll(Document document, List<TaggedName> names, int at, int last, List<NameSegment> cut)
    {
        for (int i = at; i < last; i++) cut.Add(new NameSegment(names[i].First, names[i].End, IsWhoSaid(document, names[i]) ? SegmentKind.Name : KindOf(names[i].Kind), -1));
    }

    /// <summary>"tulis Elias di Facebook": one word that no list knows, right behind "kata" or the like, is called so in the way of persons.</summary>
    public static bool IsWhoSaid(Document document, TaggedName name) =>
        name.Kind == MentionKind.Body && name.End == name.First + 1 && name.First > 0 && !document.Tokens[name.First].IsAllCaps && !NameWords.TryBodyWord(document, name.First, out _)
        && document.TryHit(name.First - 1, LexKind.Reporting, out Hit said) && said.End == name.First && (document.Language.Reporting[said.Entry].Frames & Frame.Post) != 0;

    /// <summary>Whether the word is written in small letters mostly, so that its capital here tells nothing; false where the language does not tell.</summary>
    public static bool IsSmallWord(Document document, int i) =>
        document.Language.MentionWeights is not null && document.Language.Kinds.Of(document.HashAt(i)).Capitals is > 0 and <= 3;

    /// <summary>A person's name that neither lists nor capitals told, as at the head of a sentence.</summary>
    private static void TakeNew(Document document, TaggedName name, ref int sentence, List<NameSegment> cut)
    {
        if (name.Kind != MentionKind.Person || (cut.Count > 0 && cut[^1].End > name.First) || IsHeading(document, name.First, ref sentence)) return;
        if (name.End == name.First + 1 && (document.Has(name.First, LexKind.Pronoun) || document.Has(name.First, LexKind.Grammar) || document.Has(name.First, LexKind.Calendar) || IsSmallWord(document, name.First))) return;
        cut.Add(new NameSegment(name.First, name.End, SegmentKind.Name, -1));
    }

    private static SegmentKind KindOf(MentionKind kind) => kind switch { MentionKind.Person => SegmentKind.Name, MentionKind.Body => SegmentKind.Body, _ => SegmentKind.Place };

    /// <summary>Whether the token stands in a heading, where all words have capitals; asked in reading order.</summary>
    private static bool IsHeading(Document document, int token, ref int sentence)
    {
        while (sentence + 1 < document.Sentences.Length && document.Sentences[sentence].End <= token) sentence++;
        return document.PartOf(document.Sentences[sentence]) is PartKind.Title or PartKind.Subheading;
    }
}
