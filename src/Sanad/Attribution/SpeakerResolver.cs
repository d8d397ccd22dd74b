using Sanad.Language;
using Sanad.Parties;
using Sanad.Text;

namespace Sanad.Attribution;

/// <summary>Tells who a speaker's phrase means: a named person, the holder of a title, a state or body, or a source without a name.</summary>
internal sealed class SpeakerResolver(Document document, PartyIndex parties, Discourse discourse)
{
    /// <summary>Words between an article and the noun that tells a body, at most.</summary>
    private const int LongestBody = 5;

    private readonly SpeakerPhrases _phrases = new(document, parties);

    private readonly UnnamedSources _sources = new(document, parties);

    /// <summary>Sources without a name that were met, in order.</summary>
    public List<Party> Unnamed => _sources.Met;

    public Speaker? Resolve(Candidate candidate, Speaker? shared)
    {
        switch (candidate.From)
        {
            case SpeakerSource.Shared:
                return shared is null ? null : shared with { Span = shared.Span };
            case SpeakerSource.Nobody:
                return new Speaker(null, null, null, null);
            case SpeakerSource.Context:
                return discourse.Last;
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
            if (parties.SegmentAt(i) >= 0 || !(comma || document.Is(i, WordClass.And)) || IsInApposition(phrase, i)) continue;
            var left = new TokenRange(phrase.First, i);
            var right = new TokenRange(i + 1, phrase.End);
            if (!_phrases.Names(left) || !_phrases.Names(right) || _phrases.IsOwnedBoth(left, right)) continue;
            if (ResolveOne(left, sentence) is not { } a || Resolve(right, sentence) is not { } b || a.PartyId == b.PartyId) continue;
            joint = new Speaker(a.PartyId, a.Name + "; " + b.Name, null, a.Role) { PartyIds = [.. a.PartyIds, .. b.PartyIds] };
            return true;
        }

        joint = null;
        return false;
    }

    /// <summary>"Basarnas, the search and rescue agency", "Lereh Volunteers, a group of divers and students": what a name is explained by is nobody beside it.</summary>
    private bool IsInApposition(TokenRange phrase, int i)
    {
        for (int comma = i - 1; comma > phrase.First; comma--)
        {
            if (document.IsMark(comma, ',')) return document.Language.Code == "en" && document.Is(comma + 1, WordClass.Determiner) && _phrases.Names(new TokenRange(phrase.First, comma));
        }

        return false;
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
            else if (named.Kind == SegmentKind.Name && parties.IsPerson(parties.PartyOf(segment)) && (person < 0 || (title >= 0 && parties.Segments[person].First < parties.Segments[title].First && !_phrases.IsApposed(person, title)))) person = segment;
            else if (listed < 0 && parties.PartyOf(segment) >= 0) listed = segment;
            i = Math.Max(i, named.End - 1);
        }

        person = _phrases.HolderBehind(phrase, person, relative);
        bool possessed = person >= 0 && _phrases.IsPossessed(phrase, person, relative);
        if (possessed && document.Language.Code == "id" && _phrases.IsDefinite(phrase) && discourse.Single(sentence) is { } related) return related;
        if (person >= 0 && !possessed) return Of(parties.Parties[parties.PartyOf(person)], title >= 0 ? _phrases.RoleText(phrase, parties.Segments[person].First) : null);
        if (possessed && _phrases.Explained(phrase) is >= 0 and var explained) return Of(parties.Parties[parties.PartyOf(explained)], null);
        string? head = _phrases.PeopleKind(phrase, relative, out int headAt);
        if (head == "body" && headAt == phrase.First && _phrases.NamedBody(phrase, relative) is >= 0 and var firm) return Of(parties.Parties[parties.PartyOf(firm)], _phrases.RoleText(phrase, parties.Segments[firm].First));
        if (person < 0 && document.Language.Code == "en" && _phrases.NamedBehindComma(phrase, relative, out TokenRange name)) return _sources.Describe(name, name.End) is { } called ? called with { Role = _phrases.RoleText(phrase, name.First) } : null;
        if (title >= 0 && !possessed && (headAt < 0 || parties.Segments[title].First <= headAt) && TryHolder(title, out Speaker? holder)) return holder;
        if (title >= 0 && person < 0 && _phrases.IsDefinite(phrase) && discourse.Described(document.WordAt(parties.Segments[title].First)) is { } before) return before;
        if (headAt >= 0 && _phrases.IsDefinite(phrase) && listed < 0 && discourse.Described(document.WordAt(headAt)) is { } described) return described;
        if (head == "document" && listed < 0 && title < 0 && _phrases.IsDefinite(phrase) && document.Language.Code == "id" && discourse.Last is { } author) return author;
        if (title >= 0 && person < 0 && _phrases.IsDefinite(phrase) && document.Language.Code == "id" && discourse.Single(sentence) is { } deictic && (headAt < 0 || headAt == parties.Segments[title].First)) return deictic;
        if (head == "outlet") listed = _phrases.OutletIn(phrase, relative) is >= 0 and var outlet ? outlet : listed;
        if (listed >= 0 && title < 0 && head is null && document.Language.Code == "en" && parties.Segments[listed] is { Entry: < 0 } && parties.Segments[listed].First <= phrase.First + 1 && _phrases.IsOf(phrase)) return _sources.Describe(phrase, relative, PartyKind.Body);
        if (listed >= 0 && title < 0 && (head is null or "document" or "outlet" || parties.Segments[listed].First <= headAt && document.Language.Code == "id"))
            return Of(parties.Parties[parties.PartyOf(listed)], null);
        if (headAt < 0 && title < 0 && person < 0 && listed < 0 && _phrases.IsDefinite(phrase))
        {
            if (document.Language.Code == "id") return discourse.Single(sentence);
            if (relative - phrase.First == 2 && document.Tokens[phrase.First + 1].Length > 3 && discourse.Described(document.WordAt(phrase.First + 1)) is { } known) return known;
        }

        return _sources.Describe(phrase, relative);
    }

    private bool TryPronoun(TokenRange phrase, int sentence, out Speaker? meant)
    {
        meant = null;
        if (!document.TryHit(phrase.First, LexKind.Pronoun, out Hit hit, phrase.End) || hit.End < phrase.End - 1) return false;
        meant = document.Language.Pronouns[hit.Entry].Number switch
        {
            "dual" => discourse.Dual(phrase.First),
            "plural" => discourse.Plural(),
            "own" when document.Language.Code == "en" && discourse.Own()?.PartyId?.StartsWith("person:", StringComparison.Ordinal) is null or true => BodyBefore(sentence),
            "own" => discourse.Own(),
            _ => discourse.Single(sentence, pronoun: phrase.First),
        };
        return true;
    }

    /// <summary>"The disaster agency lowered the toll. …, it said": the body that the sentence before begins with; null where it begins with none, since "it" is no person.</summary>
    private Speaker? BodyBefore(int sentence)
    {
        if (sentence == 0) return null;
        Sentence before = document.Sentences[sentence - 1];
        if (!document.Is(before.First, WordClass.Determiner)) return null;
        for (int i = before.First + 1; i < before.End && i - before.First <= LongestBody; i++)
        {
            if (document.Tokens[i].Kind != TokenKind.Word) return null;
            if (document.TryHit(i, LexKind.People, out Hit head, before.End) && document.Language.People[head.Entry].Kind == "body") return _sources.Describe(new TokenRange(before.First, head.End), head.End);
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

    /// <summary>"Budi, who said": whoever stands before the relative pronoun; null where that is nobody.</summary>
    private Speaker? Antecedent(int relative, int sentence)
    {
        int end = relative, floor = document.Sentences[sentence].First;
        if (end > floor && document.IsMark(end - 1, ',')) end--;
        if (end <= floor) return null;
        if (parties.SegmentAt(end - 1) is >= 0 and var segment && parties.PartyOf(segment) >= 0) return Of(parties.Parties[parties.PartyOf(segment)], null);
        for (int first = end - 1; first >= Math.Max(floor, end - 4); first--)
        {
            if (document.TryHit(first, LexKind.People, out _)) return _sources.Describe(new TokenRange(first, end), end);
        }

        // "A harbour clerk, who": any other noun, from its article on.
        for (int first = end - 2; first >= Math.Max(floor, end - LongestBody); first--)
        {
            if (document.Is(first, WordClass.Determiner)) return _sources.Describe(new TokenRange(first, end), end);
        }

        return null;
    }

    private TextSpan SpanOf(TokenRange phrase) => document.SpanOf(phrase.First, phrase.End);

    internal static Speaker Of(Party party, string? role) => new(party.Id, party.Name, null, role) { PartyIds = [party.Id] };
}
