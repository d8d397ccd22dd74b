using System.Text;
using Sanad.Language;
using Sanad.Parties;
using Sanad.Text;

namespace Sanad.Attribution;

/// <summary>Tells who a speaker's phrase means: a named person, the holder of a title, a state or body, or a source without a name.</summary>
internal sealed class SpeakerResolver(Document document, PartyIndex parties, Discourse discourse)
{
    /// <summary>Words of a source's description at most; what runs on is no description.</summary>
    private const int LongestDescription = 9;

    private readonly Dictionary<string, Party> _unnamed = new(StringComparer.Ordinal);

    /// <summary>Sources without a name that were met, in order.</summary>
    public List<Party> Unnamed { get; } = [];

    public Speaker? Resolve(Candidate candidate, Speaker? shared)
    {
        switch (candidate.From)
        {
            case SpeakerSource.Shared:
                return shared is null ? null : shared with { Span = shared.Span };
            case SpeakerSource.Nobody:
                return new Speaker(null, null, null, null);
            case SpeakerSource.Context:
                return discourse.Last is { } last ? last with { Span = null } : null;
            case SpeakerSource.Clitic:
                Token cue = document.Tokens[candidate.Cue.End - 1];
                Speaker? meant = discourse.Single(candidate.Sentence, ending: true);
                if (meant is null && candidate.Kind != StatementKind.Indirect) meant = new Speaker(null, null, null, null);
                return meant is null ? null : meant with { Span = new TextSpan(cue.Start + cue.StemLength, cue.End), Role = null };
            default:
                Speaker? named = Resolve(candidate.Speaker, candidate.Sentence);
                return named is null && !candidate.Speaker.IsEmpty && (candidate.Chance is not null || candidate.Kind != StatementKind.Indirect) ? new Speaker(null, SpanOf(candidate.Speaker).Of(document.Text).ToString(), SpanOf(candidate.Speaker), null) : named;
        }
    }

    private Speaker? Resolve(TokenRange phrase, int sentence)
    {
        TextSpan span = SpanOf(phrase);
        if (TryJoint(phrase, sentence, out Speaker? joint)) return joint! with { Span = span };
        Speaker? single = ResolveOne(phrase, sentence);
        return single is null ? null : single with { Span = span };
    }

    /// <summary>"Austin dan Kim", "Pentagon dan NATO", "dia dan Austin": each side by itself, where both name somebody.</summary>
    private bool TryJoint(TokenRange phrase, int sentence, out Speaker? joint)
    {
        for (int i = phrase.First + 1; i + 1 < phrase.End; i++)
        {
            bool comma = document.IsMark(i, ',') && document.PartOf(document.Sentences[sentence]) == PartKind.Title;
            if (parties.SegmentAt(i) >= 0 || !(comma || document.Is(i, WordClass.And))) continue;
            var left = new TokenRange(phrase.First, i);
            var right = new TokenRange(i + 1, phrase.End);
            if (!Names(left) || !Names(right) || IsOwnedBoth(left, right)) continue;
            if (ResolveOne(left, sentence) is not { } a || Resolve(right, sentence) is not { } b || a.PartyId == b.PartyId) continue;
            joint = new Speaker(a.PartyId, a.Name + "; " + b.Name, null, a.Role) { PartyIds = [.. a.PartyIds, .. b.PartyIds] };
            return true;
        }

        joint = null;
        return false;
    }

    /// <summary>"Menteri Pertahanan dan Keamanan X", "X, Ketua Bidang Advokasi dan Kemasyarakatan Y": a title with two fields and one holder, not two speakers.</summary>
    private bool IsOwnedBoth(TokenRange left, TokenRange right)
    {
        if (document.Language.Code == "en" && IsOf(left) && !HasKind(right, SegmentKind.Title) && !NamesPeople(right)) return true;
        int title = LastOf(left, SegmentKind.Title);
        int first = parties.SegmentAt(right.First);
        bool isField = first < 0 ? !document.Has(right.First, LexKind.People) && !document.Has(right.First, LexKind.Pronoun)
            : parties.Segments[first] is { Kind: not SegmentKind.Title, Entry: < 0 } && !parties.IsPerson(parties.PartyOf(first));
        if (isField && title < 0 && !HasKind(left, SegmentKind.Name)) return HasKind(right, SegmentKind.Name);
        if (title >= 0 && document.Language.Code == "id" && HasKind(new TokenRange(right.First, right.First + 1), SegmentKind.Title) && EndsWithHolder(right)) return true;
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

    /// <summary>"… Ketua Panitia Tanjung Cup, Budi Santoso": a comma and a person's name close the phrase.</summary>
    private bool EndsWithHolder(TokenRange phrase)
    {
        int end = document.IsMark(phrase.End - 1, ',') ? phrase.End - 1 : phrase.End;
        return parties.SegmentAt(end - 1) is >= 0 and var last && parties.Segments[last].First - 1 > phrase.First && document.IsMark(parties.Segments[last].First - 1, ',') && parties.IsPerson(parties.PartyOf(last));
    }

    /// <summary>"the Office of Rail": a name that goes on behind a preposition.</summary>
    private bool IsOf(TokenRange phrase)
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

    private Speaker? ResolveOne(TokenRange phrase, int sentence)
    {
        if (phrase.IsEmpty) return null;
        if (TryPronoun(phrase, sentence, out Speaker? meant)) return meant;
        if (phrase.End == phrase.First + 1 && document.Language.Code == "en" && document.Is(phrase.First, WordClass.Relative)) return Antecedent(phrase.First, sentence);
        int person = -1, listed = -1, title = -1;
        int relative = phrase.End;
        for (int i = phrase.First; i < phrase.End; i++)
        {
            if (document.Is(i, WordClass.Relative) && i > phrase.First) { relative = i; break; }
            int segment = parties.SegmentAt(i);
            if (segment < 0) continue;
            NameSegment named = parties.Segments[segment];
            if (named.Kind == SegmentKind.Title && title < 0 && TitlePhrase.KindOf(document, named) == "role") title = segment;
            else if (named.Kind == SegmentKind.Name && parties.IsPerson(parties.PartyOf(segment)) && (person < 0 || (title >= 0 && parties.Segments[person].First < parties.Segments[title].First))) person = segment;
            else if (listed < 0 && parties.PartyOf(segment) >= 0) listed = segment;
            i = Math.Max(i, named.End - 1);
        }

        person = HolderBehind(phrase, person, relative);
        bool possessed = person >= 0 && IsPossessed(phrase, person, relative);
        if (possessed && document.Language.Code == "id" && Definite(phrase) && discourse.Single(sentence) is { } related) return related;
        if (person >= 0 && !possessed) return Of(parties.Parties[parties.PartyOf(person)], title >= 0 ? RoleText(phrase, parties.Segments[person].First) : null);
        string? head = PeopleKind(phrase, relative, out int headAt);
        if (head == "body" && headAt == phrase.First && NamedBody(phrase, relative) is >= 0 and var firm) return Of(parties.Parties[parties.PartyOf(firm)], RoleText(phrase, parties.Segments[firm].First));
        if (person < 0 && document.Language.Code == "en" && NamedBehindComma(phrase, relative, out TokenRange name)) return Describe(name, name.End) is { } called ? called with { Role = RoleText(phrase, name.First) } : null;
        if (title >= 0 && !possessed && (headAt < 0 || parties.Segments[title].First <= headAt) && TryHolder(title, out Speaker? holder)) return holder;
        if (title >= 0 && person < 0 && Definite(phrase) && discourse.Described(document.WordAt(parties.Segments[title].First)) is { } before) return before;
        if (headAt >= 0 && Definite(phrase) && listed < 0 && discourse.Described(document.WordAt(headAt)) is { } described) return described;
        if (head == "document" && listed < 0 && title < 0 && Definite(phrase) && document.Language.Code == "id" && discourse.Last is { } author) return author;
        if (title >= 0 && person < 0 && Definite(phrase) && document.Language.Code == "id" && discourse.Single(sentence) is { } deictic && (headAt < 0 || headAt == parties.Segments[title].First)) return deictic;
        if (head == "outlet") listed = OutletIn(phrase, relative) is >= 0 and var outlet ? outlet : listed;
        if (listed >= 0 && title < 0 && head is null && document.Language.Code == "en" && parties.Segments[listed] is { Entry: < 0 } && parties.Segments[listed].First <= phrase.First + 1 && IsOf(phrase)) return Describe(phrase, relative, PartyKind.Body);
        if (listed >= 0 && title < 0 && (head is null or "document" or "outlet" || parties.Segments[listed].First <= headAt && document.Language.Code == "id"))
            return Of(parties.Parties[parties.PartyOf(listed)], null);
        if (headAt < 0 && title < 0 && person < 0 && listed < 0 && Definite(phrase))
        {
            if (document.Language.Code == "id") return discourse.Single(sentence);
            if (relative - phrase.First == 2 && document.Tokens[phrase.First + 1].Length > 3 && discourse.Described(document.WordAt(phrase.First + 1)) is { } known) return known;
        }

        return Describe(phrase, relative);
    }

    /// <summary>
    /// "Pebalap Tanjung Racing, Budi Santoso", "Ketua Panitia 4th Tanjung Cup 2026 Budi Santoso": what stands first belongs to the office,
    /// and its holder closes the phrase, behind a comma or a number. Else the name given.
    /// </summary>
    private int HolderBehind(TokenRange phrase, int person, int relative)
    {
        if (person < 0 || document.Language.Code != "id") return person;
        int end = relative > phrase.First && document.IsMark(relative - 1, ',') ? relative - 1 : relative;
        if (parties.SegmentAt(end - 1) is not (>= 0 and var last) || last <= person || !parties.IsPerson(parties.PartyOf(last))) return person;
        int before = parties.Segments[last].First - 1;
        while (before > phrase.First && parties.SegmentAt(before) is >= 0 and var titled && parties.Segments[titled].Kind == SegmentKind.Title) before--;
        bool comma = document.IsMark(before, ',');
        if (!comma && document.Tokens[before].Kind != TokenKind.Number) return person;
        return phrase.First < parties.Segments[person].First || (comma && !parties.IsVouched(parties.PartyOf(person))) ? last : person;
    }

    private bool TryPronoun(TokenRange phrase, int sentence, out Speaker? meant)
    {
        meant = null;
        if (!document.TryHit(phrase.First, LexKind.Pronoun, out Hit hit, phrase.End) || hit.End < phrase.End - 1) return false;
        meant = document.Language.Pronouns[hit.Entry].Number switch
        {
            "dual" => discourse.Dual(phrase.First),
            "plural" => discourse.Plural(),
            "own" => discourse.Own(),
            _ => discourse.Single(sentence),
        };
        return true;
    }

    /// <summary>"pemerintahan Trump", "istri Stafford", "Trump administration": the person only says whose.</summary>
    private bool IsPossessed(TokenRange phrase, int person, int relative)
    {
        NameSegment name = parties.Segments[person];
        bool titled = false;
        bool of = false;
        for (int i = phrase.First; i < name.First; i++)
        {
            if (document.TryHit(i, LexKind.Title, out _)) titled = true;
            if (document.IsMark(i, ',')) return false;
            of |= i > phrase.First && parties.SegmentAt(i) < 0 && document.Is(i, WordClass.Preposition);
        }

        // "the owner of the Meridian Star", "lawyers for Clark".
        if (of && document.Language.Code == "en") return true;

        if (name.End < relative && document.TryHit(name.End, LexKind.People, out Hit after) && after.End <= phrase.End && document.Language.Code == "en") return !document.IsMark(name.End, ',');
        if (document.Language.Code == "id" && name.First > phrase.First && PeopleEnding(name.First, phrase.First) is "relation") return true;
        if (titled || document.Language.Code != "id") return name.End < phrase.End && document.WordAt(name.End) is "'s" or "’s";
        return name.First > phrase.First && PeopleEnding(name.First, phrase.First) is "body" or "group"
            || name.First > phrase.First + 1 && parties.SegmentAt(name.First - 1) < 0 && document.Is(name.First - 1, WordClass.Preposition) && document.Has(name.First - 2, LexKind.People);
    }

    /// <summary>What kind of people the noun stands for that ends right before the token; null where none does.</summary>
    private string? PeopleEnding(int end, int floor)
    {
        for (int first = end - 1; first >= Math.Max(floor, end - 3); first--)
        {
            if (document.TryHit(first, LexKind.People, out Hit hit, end) && hit.End == end && (first == floor || !document.Tokens[first].IsCapital)) return document.Language.People[hit.Entry].Kind;
        }

        return null;
    }

    /// <summary>Who holds the title in this article: the one to whom it was given nearest before, else anywhere, of the same state or body where one is named.</summary>
    private bool TryHolder(int segment, out Speaker? holder)
    {
        holder = null;
        NameSegment title = parties.Segments[segment];
        string key = TitlePhrase.KeyOf(document, title);
        string? of = null;
        for (int i = segment + 1; i < parties.Segments.Length && parties.Segments[i].First - parties.Segments[i - 1].End <= 3; i++)
        {
            if (parties.Segments[i].Kind is SegmentKind.Place or SegmentKind.Body && parties.PartyOf(i) >= 0) { of = parties.Parties[parties.PartyOf(i)].Id; break; }
        }

        if (of is null && segment > 0 && parties.Segments[segment - 1].End == title.First && parties.PartyOf(segment - 1) >= 0) of = parties.Parties[parties.PartyOf(segment - 1)].Id;
        int best = -1;
        foreach (Tenure tenure in parties.Tenures)
        {
            if (tenure.Key != key || (of is not null && tenure.Of is not null && tenure.Of != of) || (of is not null && tenure.Of is null)) continue;
            if (best < 0 || tenure.At <= title.First) best = tenure.Party;
        }

        if (best < 0) return false;
        holder = Of(parties.Parties[best], document.SpanOf(title.First, title.End).Of(document.Text).ToString());
        return true;
    }

    /// <summary>"layanan berita nasional Korea Selatan Yonhap": the outlet, not the state it belongs to; -1 where none is named.</summary>
    private int OutletIn(TokenRange phrase, int relative)
    {
        for (int i = phrase.First; i < relative; i++)
        {
            if (parties.SegmentAt(i) is >= 0 and var segment && parties.Segments[segment].Kind == SegmentKind.Body && parties.PartyOf(segment) >= 0) return segment;
        }

        return -1;
    }

    /// <summary>"Emiten milik Budi, PT Besi Lereh": the body that closes the phrase behind a comma; -1 where none does.</summary>
    private int NamedBody(TokenRange phrase, int relative)
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
    private bool NamedBehindComma(TokenRange phrase, int relative, out TokenRange name)
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

    /// <summary>"Budi, who said": whoever stands before the relative pronoun; null where that is nobody.</summary>
    private Speaker? Antecedent(int relative, int sentence)
    {
        int end = relative, floor = document.Sentences[sentence].First;
        if (end > floor && document.IsMark(end - 1, ',')) end--;
        if (end <= floor) return null;
        if (parties.SegmentAt(end - 1) is >= 0 and var segment && parties.PartyOf(segment) >= 0) return Of(parties.Parties[parties.PartyOf(segment)], null);
        for (int first = end - 1; first >= Math.Max(floor, end - 4); first--)
        {
            if (document.TryHit(first, LexKind.People, out _)) return Describe(new TokenRange(first, end), end);
        }

        return null;
    }

    private string? PeopleKind(TokenRange phrase, int relative, out int at)
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

    private bool Definite(TokenRange phrase)
    {
        if (document.Language.Code == "id")
        {
            int last = phrase.End - 1;
            return document.WordAt(last) is "itu" or "tersebut" or "ini";
        }

        return document.WordAt(phrase.First).Equals("the", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A source without a name, or a body whose name goes on behind a preposition: its description without articles, counting words and relative clauses.</summary>
    private Speaker? Describe(TokenRange phrase, int relative, PartyKind kind = PartyKind.Unnamed)
    {
        int first = phrase.First, end = relative;
        while (first < end)
        {
            WordClass classes = document.ClassOf(first, out int count);
            if ((classes & (WordClass.Determiner | WordClass.Connective)) != 0) first += count;
            else if (document.Tokens[first].Kind == TokenKind.Number || document.TryHit(first, LexKind.Number, out _) || document.TryHit(first, LexKind.Hedge, out _)) first++;
            else break;
        }

        while (end > first && document.Is(end - 1, WordClass.Determiner)) end--;
        for (int i = first; i < end; i++)
        {
            if (document.Tokens[i].Kind is TokenKind.Punctuation or TokenKind.Quote && !document.Tokens[i].IsGlued || document.IsMark(i, ',') || document.IsMark(i, '.') || document.IsMark(i, '(') || i - first >= LongestDescription) { end = i; break; }
        }

        if (end <= first) return null;
        var words = new StringBuilder();
        for (int i = first; i < end; i++)
        {
            if (words.Length > 0 && !document.Tokens[i].IsGlued) words.Append(' ');
            int segment = parties.SegmentAt(i);
            if (segment >= 0 && parties.PartyOf(segment) >= 0 && parties.Parties[parties.PartyOf(segment)].Kind == PartyKind.State && parties.Segments[segment].First == i)
            {
                words.Append(parties.Parties[parties.PartyOf(segment)].Name);
                i = parties.Segments[segment].End - 1;
            }
            else
            {
                ReadOnlySpan<char> word = document.WordAt(i);
                if (words.Length == 0 && (segment < 0 || (parties.Segments[segment].Kind == SegmentKind.Title && document.Has(i, LexKind.People)))) words.Append(char.ToLowerInvariant(word[0])).Append(word[1..]);
                else words.Append(word);
            }
        }

        string name = words.ToString();
        string id = (kind == PartyKind.Body ? "body:" : "unnamed:") + Slug.Of(name);
        if (!_unnamed.TryGetValue(id, out Party? party))
        {
            party = new Party(id, name, kind, [], []);
            _unnamed.Add(id, party);
            Unnamed.Add(party);
        }

        return Of(party, null);
    }

    private bool Names(TokenRange phrase)
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
    private string? RoleText(TokenRange phrase, int name)
    {
        while (name > phrase.First && parties.SegmentAt(name - 1) is >= 0 and var segment && parties.Segments[segment] is { Kind: SegmentKind.Title } title && TitlePhrase.KindOf(document, title) != "role") name = title.First;
        if (name <= phrase.First) return null;
        return document.SpanOf(phrase.First, name).Of(document.Text).TrimEnd(" ,").ToString();
    }

    private TextSpan SpanOf(TokenRange phrase) => document.SpanOf(phrase.First, phrase.End);

    private static Speaker Of(Party party, string? role) => new(party.Id, party.Name, null, role) { PartyIds = [party.Id] };
}
