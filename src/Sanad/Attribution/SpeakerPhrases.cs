using Sanad.Language;
using Sanad.Parties;

namespace Sanad.Attribution;

/// <summary>What stands where in a phrase that names a speaker: the holder behind an office, the firm behind a comma, whose wife or lawyer somebody is.</summary>
internal sealed class SpeakerPhrases(Document document, PartyIndex parties)
{
    /// <summary>"Menteri Pertahanan dan Keamanan X", "X, Ketua Bidang Advokasi dan Kemasyarakatan Y": a title with two fields and one holder, not two speakers.</summary>
    public bool IsOwnedBoth(TokenRange left, TokenRange right)
    {
        if (document.Language.Code == "en" && IsOf(left) && !HasKind(right, SegmentKind.Title) && !NamesPeople(right)) return true;
        int title = LastOf(left, SegmentKind.Title);
        int first = parties.SegmentAt(right.First);
        bool isField = first < 0 ? !document.Has(right.First, LexKind.People) && !document.Has(right.First, LexKind.Pronoun)
            : parties.Segments[first] is { Kind: not SegmentKind.Title, Entry: < 0 } && !parties.IsPerson(parties.PartyOf(first));
        if (isField && title < 0 && !HasKind(left, SegmentKind.Name)) return HasKind(right, SegmentKind.Name);
        if (title >= 0 && document.Language.Code == "id" && HasKind(new TokenRange(right.First, right.First + 1), SegmentKind.Title) && EndsWithHolder(right, ',')) return true;

        // "Menteri Pendidikan Dasar dan Menengah (Mendikdasmen) Budi": the office goes on up to its short form in brackets.
        if (title == left.First && document.Language.Code == "id" && document.Tokens[right.First].IsCapital && !HasKind(new TokenRange(right.First, right.First + 1), SegmentKind.Title) && EndsWithHolder(right, ')')) return true;
        if (title < 0 || LastOf(left, SegmentKind.Name) > title) return false;

        // "Dansat Brimob sekaligus Ketua Satgas, Kombes X": two offices and their holder behind the comma.
        int holder = LastOf(right, SegmentKind.Name);
        if (holder > right.First && LastOf(left, SegmentKind.Name) < 0 && document.Language.Code == "id")
        {
            for (int i = right.First; i < holder; i++)
            {
                if (document.IsMark(i, ',')) return true;
            }
        }

        if (isField && HasKind(right, SegmentKind.Name)) return !HasKind(right, SegmentKind.Title);
        return isField && HasKind(left, SegmentKind.Name) || !HasKind(left, SegmentKind.Name) && HasKind(right, SegmentKind.Name) && !HasKind(right, SegmentKind.Title) && !HasKind(left, SegmentKind.Body) && !HasKind(left, SegmentKind.Place);
    }

    /// <summary>"… Ketua Panitia Tanjung Cup, Budi Santoso": the mark and behind it a person's name close the phrase.</summary>
    private bool EndsWithHolder(TokenRange phrase, char mark)
    {
        int end = document.IsMark(phrase.End - 1, ',') ? phrase.End - 1 : phrase.End;
        return parties.SegmentAt(end - 1) is >= 0 and var last && parties.Segments[last].First - 1 > phrase.First && document.IsMark(parties.Segments[last].First - 1, mark) && parties.IsPerson(parties.PartyOf(last));
    }

    /// <summary>"Anna Beliu, the regional president in Nice": a comma between a name and the title behind it.</summary>
    public bool IsApposed(int name, int title) => document.IsMark(parties.Segments[name].End, ',') && parties.Segments[title].First - parties.Segments[name].End <= 4;

    /// <summary>"the Office of Rail": a name that goes on behind a preposition.</summary>
    public bool IsOf(TokenRange phrase)
    {
        for (int i = phrase.First + 1; i + 1 < phrase.End; i++)
        {
            if (parties.SegmentAt(i) < 0 && document.WordAt(i) is "of" or "for" && document.Tokens[i - 1].IsCapital && document.Tokens[i + 1].IsCapital) return true;
        }

        return false;
    }

    private bool NamesPeople(TokenRange phrase)
    {
        for (int i = phrase.First; i < phrase.End; i++)
        {
            if (document.Has(i, LexKind.Pronoun) || document.Has(i, LexKind.People) || (parties.SegmentAt(i) is >= 0 and var segment && parties.PartyOf(segment) is >= 0 and var party && (!parties.IsPerson(party) || parties.IsVouched(party)))) return true;
        }

        return false;
    }

    /// <summary>First token of the last segment of the kind; -1 where there is none.</summary>
    private int LastOf(TokenRange phrase, SegmentKind kind)
    {
        for (int i = phrase.End - 1; i >= phrase.First; i--)
        {
            if (parties.SegmentAt(i) is >= 0 and var segment && parties.Segments[segment].Kind == kind) return parties.Segments[segment].First;
        }

        return -1;
    }

    /// <summary>The person whose name ends at the token, and the token <paramref name="before"/> it and its titles; -1 where none ends there.</summary>
    private int ClosingHolder(TokenRange phrase, int end, out int before)
    {
        before = phrase.First;
        if (parties.SegmentAt(end - 1) is not (>= 0 and var last) || parties.Segments[last].Kind != SegmentKind.Name || !parties.IsPerson(parties.PartyOf(last))) return -1;
        before = parties.Segments[last].First - 1;
        while (before > phrase.First && parties.SegmentAt(before) is >= 0 and var titled && parties.Segments[titled].Kind == SegmentKind.Title) before--;
        return before > phrase.First ? last : -1;
    }

    /// <summary>
    /// "Pebalap Tanjung Racing, Budi Santoso", "Ketua Panitia 4th Tanjung Cup 2026 Budi Santoso": what stands first belongs to the office,
    /// and its holder closes the phrase, behind a comma or a number. Else the name given.
    /// </summary>
    public int HolderBehind(TokenRange phrase, int person, int relative)
    {
        if (document.Language.Code != "id") return person;
        if (person < 0)
        {
            // "Kabid Sowa yang memimpin lomba, Kombes Budi Santoso": behind a relative clause too.
            return relative < phrase.End && ClosingHolder(phrase, phrase.End, out int mark) is >= 0 and var closing && document.IsMark(mark, ',') ? closing : person;
        }

        int end = relative > phrase.First && document.IsMark(relative - 1, ',') ? relative - 1 : relative;
        if (ClosingHolder(phrase, end, out int before) is not (>= 0 and var last) || last <= person) return person;
        bool comma = document.IsMark(before, ',');
        if (!comma && !document.IsMark(before, ')') && document.Tokens[before].Kind != TokenKind.Number) return person;
        return phrase.First < parties.Segments[person].First || (comma && !parties.IsVouched(parties.PartyOf(person))) ? last : person;
    }

    /// <summary>"pemerintahan Trump", "istri Stafford", "Trump administration": the person only says whose.</summary>
    public bool IsPossessed(TokenRange phrase, int person, int relative)
    {
        NameSegment name = parties.Segments[person];
        bool titled = false, of = false, comma = false;
        for (int i = phrase.First; i < name.First; i++)
        {
            if (document.TryHit(i, LexKind.Title, out _)) titled = true;
            if (document.IsMark(i, ',')) (comma, of) = (true, false);
            of |= i > phrase.First && parties.SegmentAt(i) < 0 && document.Is(i, WordClass.Preposition);
        }

        // "the owner of the Meridian Star", "lawyers for Clark"; "Besi Lereh, the owner of the Meridian Star".
        if (of && document.Language.Code == "en") return !comma || IsApposed(phrase, name.First);
        if (comma) return false;

        if (name.End < relative && document.TryHit(name.End, LexKind.People, out Hit after) && after.End <= phrase.End && document.Language.Code == "en") return !document.IsMark(name.End, ',');
        if (document.Language.Code == "id" && name.First > phrase.First && PeopleEnding(name.First, phrase.First) is { } kind && (kind == "relation" || (kind == "person" && IsOneOf(phrase, name)))) return true;
        if (titled || document.Language.Code != "id") return name.End < phrase.End && document.WordAt(name.End) is "'s" or "’s";
        return name.First > phrase.First && PeopleEnding(name.First, phrase.First) is "body" or "group"
            || name.First > phrase.First + 1 && parties.SegmentAt(name.First - 1) < 0 && document.Is(name.First - 1, WordClass.Preposition) && document.Has(name.First - 2, LexKind.People);
    }

    /// <summary>Whether the phrase begins with a body and goes on, behind a comma and an article, with what explains it.</summary>
    public bool IsApposed(TokenRange phrase, int before) => Explained(phrase) is >= 0 and var body && parties.Segments[body].End + 1 < before;

    /// <summary>"Besi Lereh, the owner of …": the body that the phrase begins with and that the rest explains; -1 where there is none.</summary>
    public int Explained(TokenRange phrase) =>
        parties.SegmentAt(phrase.First) is >= 0 and var first && parties.Segments[first] is { Kind: SegmentKind.Body } body && parties.PartyOf(first) >= 0 && body.End + 1 < phrase.End && document.IsMark(body.End, ',')
        && document.Is(body.End + 1, WordClass.Determiner) ? first : -1;

    /// <summary>"seorang karyawan Meta": one of a firm's people, where the name is one word that nothing tells to be a person's.</summary>
    private bool IsOneOf(TokenRange phrase, NameSegment name) =>
        document.Is(phrase.First, WordClass.Determiner) && name.End == name.First + 1 && !parties.IsVouched(parties.PartyOf(parties.SegmentAt(name.First)));

    /// <summary>What kind of people the noun stands for that ends right before the token; null where none does.</summary>
    private string? PeopleEnding(int end, int floor)
    {
        for (int first = end - 1; first >= Math.Max(floor, end - 3); first--)
        {
            if (document.TryHit(first, LexKind.People, out Hit hit, end) && hit.End == end && (first == floor || !document.Tokens[first].IsCapital)) return document.Language.People[hit.Entry].Kind;
        }

        return null;
    }

    /// <summary>"layanan berita nasional Korea Selatan Yonhap": the outlet, not the state it belongs to; -1 where none is named.</summary>
    public int OutletIn(TokenRange phrase, int relative)
    {
        for (int i = phrase.First; i < relative; i++)
        {
            if (parties.SegmentAt(i) is >= 0 and var segment && parties.Segments[segment].Kind == SegmentKind.Body && parties.PartyOf(segment) >= 0) return segment;
        }

        return -1;
    }

    /// <summary>"Emiten milik Budi, PT Besi Lereh": the body that closes the phrase behind a comma; -1 where none does.</summary>
    public int NamedBody(TokenRange phrase, int relative)
    {
        int end = document.IsMark(relative - 1, ',') ? relative - 1 : relative;
        if (end > phrase.First && document.IsMark(end - 1, ')'))
        {
            while (end > phrase.First && !document.IsMark(end - 1, '(')) end--;
            end--;
        }

        return end > phrase.First && parties.SegmentAt(end - 1) is >= 0 and var last && parties.Segments[last] is { Kind: SegmentKind.Body } body && parties.PartyOf(last) >= 0
            && body.First - 1 > phrase.First && document.IsMark(body.First - 1, ',') ? last : -1;
    }

    /// <summary>"The ship's owner, Veldane Tankers": a name in apposition that is no party's, known from its capitals alone.</summary>
    public bool NamedBehindComma(TokenRange phrase, int relative, out TokenRange name)
    {
        name = default;
        for (int i = phrase.First; i < relative; i++)
        {
            if (parties.SegmentAt(i) is not (>= 0 and var segment) || parties.Segments[segment].Kind is SegmentKind.Title or SegmentKind.Place || parties.Segments[segment].First != i || !document.IsMark(Math.Max(0, i - 1), ',')) continue;
            name = new TokenRange(parties.Segments[segment].First, Math.Min(parties.Segments[segment].End, relative));
            return true;
        }

        return false;
    }

    /// <summary>The kind of the first noun of people, in English of the last, and its token <paramref name="at"/>; null and -1 where there is none.</summary>
    public string? PeopleKind(TokenRange phrase, int relative, out int at)
    {
        string? kind = null;
        at = -1;
        for (int i = phrase.First; i < relative; i++)
        {
            if (parties.SegmentAt(i) is >= 0 and var segment && parties.Segments[segment].Kind != SegmentKind.Title) continue;
            if (!document.TryHit(i, LexKind.People, out Hit hit)) continue;
            if (at >= 0 && document.Language.Code == "id") break;
            kind = document.Language.People[hit.Entry].Kind;
            at = i;
        }

        return kind;
    }

    /// <summary>"pejabat itu", "the official": somebody told of before.</summary>
    public bool IsDefinite(TokenRange phrase)
    {
        if (document.Language.Code == "id")
        {
            int last = phrase.End - 1;
            return document.WordAt(last) is "itu" or "tersebut" or "ini";
        }

        return document.WordAt(phrase.First).Equals("the", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a party, a pronoun or a noun of people stands in the phrase.</summary>
    public bool Names(TokenRange phrase)
    {
        for (int i = phrase.First; i < phrase.End; i++)
        {
            if (parties.SegmentAt(i) is >= 0 and var segment && parties.PartyOf(segment) >= 0) return true;
            if (document.TryHit(i, LexKind.Pronoun, out _) || document.TryHit(i, LexKind.People, out _)) return true;
        }

        return false;
    }

    private bool HasKind(TokenRange phrase, SegmentKind kind)
    {
        for (int i = phrase.First; i < phrase.End; i++)
        {
            if (parties.SegmentAt(i) is >= 0 and var segment && parties.Segments[segment].Kind == kind) return true;
        }

        return false;
    }

    /// <summary>What stands before the name, ranks and honorifics right before it left out.</summary>
    public string? RoleText(TokenRange phrase, int name)
    {
        while (name > phrase.First && parties.SegmentAt(name - 1) is >= 0 and var segment && parties.Segments[segment] is { Kind: SegmentKind.Title } title && TitlePhrase.KindOf(document, title) != "role") name = title.First;
        if (name <= phrase.First) return null;
        return document.SpanOf(phrase.First, name).Of(document.Text).TrimEnd(" ,").ToString();
    }
}
