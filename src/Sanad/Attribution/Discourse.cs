using Sanad.Language;
using Sanad.Parties;
using Sanad.Text;

namespace Sanad.Attribution;

/// <summary>Who was spoken of and who spoke, up to where the reading stands: what pronouns and endings refer to.</summary>
internal sealed class Discourse(Document document, PartyIndex parties)
{
    /// <summary>Speakers that are gone back over at most: who spoke long before is meant no more.</summary>
    private const int Memory = 100;

    /// <summary>Tokens gone back over for somebody named.</summary>
    private const int LongestWay = 200;

    private readonly List<Speaker> _speakers = [];
    private int _sentence = -1;

    /// <summary>The speaker of the statement before, or null.</summary>
    public Speaker? Last => _speakers.Count > 0 ? _speakers[^1] : null;

    public void Add(Speaker speaker, int sentence)
    {
        _speakers.Add(speaker);
        _sentence = sentence;
    }

    /// <summary>
    /// One person: the person that the sentence before begins with where nobody has spoken since, else the last one who
    /// spoke; null where nobody is known.
    /// </summary>
    /// <param name="ending">An ending after a quotation is meant, which only a person freshly introduced by name and title takes from the last speaker.</param>
    /// <param name="pronoun">The pronoun's token where one stands in the sentence, -1 for an ending: "President X extended the law, as he pledged" means X.</param>
    public Speaker? Single(int sentence, bool ending = false, int pronoun = -1)
    {
        if (pronoun >= 0 && HeadOf(sentence, pronoun) is { } head) return head;
        for (int i = sentence - 1; i >= 0 && i > _sentence && sentence - i <= 2; i--)
        {
            if (SubjectOf(i, ending && _speakers.Count > 0) is { } subject) return subject;
        }

        for (int i = _speakers.Count - 1; i >= Math.Max(0, _speakers.Count - Memory); i--)
        {
            if (_speakers[i].PartyIds.Count == 1 && IsPersonal(_speakers[i])) return _speakers[i];
        }

        return Last ?? LastNamed(sentence);
    }

    /// <summary>Where nobody has spoken yet: the person named last before the sentence, if more than capitals tells that it is one.</summary>
    private Speaker? LastNamed(int sentence)
    {
        for (int token = document.Sentences[sentence].First - 1, looked = 0; token >= 0 && looked < LongestWay; token--, looked++)
        {
            if (parties.SegmentAt(token) is not (>= 0 and var segment)) continue;
            token = parties.Segments[segment].First;
            int party = parties.PartyOf(segment);
            if (parties.IsPerson(party) && parties.IsVouched(party)) return new Speaker(parties.Parties[party].Id, parties.Parties[party].Name, null, null) { PartyIds = [parties.Parties[party].Id] };
        }

        return null;
    }

    /// <summary>The last body that spoke; else the last speaker.</summary>
    public Speaker? Own()
    {
        for (int i = _speakers.Count - 1; i >= Math.Max(0, _speakers.Count - Memory); i--)
        {
            if (_speakers[i].PartyId is { } id && !id.StartsWith("person:", StringComparison.Ordinal)) return _speakers[i];
        }

        return Last;
    }

    /// <summary>Two people named together, nearest before the token: "Keduanya".</summary>
    public Speaker? Dual(int before)
    {
        int second = -1;
        int last = before > 0 ? before - 1 : 0;
        while (last > 0 && parties.SegmentAt(last) < 0) last--;
        for (int i = parties.SegmentAt(last); i >= 0; i--)
        {
            NameSegment segment = parties.Segments[i];
            if (segment.End > before || segment.Kind != SegmentKind.Name || !parties.IsPerson(parties.PartyOf(i))) continue;
            int party = parties.PartyOf(i);
            if (second < 0) second = party;
            else if (party != second)
            {
                Party a = parties.Parties[party], b = parties.Parties[second];
                return new Speaker(a.Id, a.Name + "; " + b.Name, null, null) { PartyIds = [a.Id, b.Id] };
            }
        }

        return Last;
    }

    /// <summary>The group that spoke last, or the last speaker.</summary>
    public Speaker? Plural()
    {
        for (int i = _speakers.Count - 1; i >= 0 && i >= _speakers.Count - 3; i--)
        {
            if (_speakers[i].PartyIds.Count != 1 || _speakers[i].PartyId?.StartsWith("person:", StringComparison.Ordinal) != true) return _speakers[i];
        }

        return null;
    }

    /// <summary>The last speaker whose description holds the word: "pejabat itu".</summary>
    public Speaker? Described(ReadOnlySpan<char> word)
    {
        for (int i = _speakers.Count - 1; i >= Math.Max(0, _speakers.Count - Memory); i--)
        {
            if (_speakers[i].Name is { } name && HasWord(name, word)) return _speakers[i];
            if (_speakers[i].Role is { } role && HasWord(role, word)) return _speakers[i];
        }

        return null;
    }

    /// <summary>Whether the words begin with it at one of them and go on with no other letters than a plural's or an ending's: "office" stands in no "officer".</summary>
    private static bool HasWord(ReadOnlySpan<char> words, ReadOnlySpan<char> word)
    {
        for (int from = 0; words[from..].IndexOf(word, StringComparison.OrdinalIgnoreCase) is >= 0 and var found; from += found + 1)
        {
            int first = from + found, end = first + word.Length;
            if (first > 0 && char.IsLetter(words[first - 1])) continue;
            ReadOnlySpan<char> rest = words[end..];
            int letters = 0;
            while (letters < rest.Length && char.IsLetter(rest[letters])) letters++;
            if (rest[..letters] is "" or "s" or "nya") return true;
        }

        return false;
    }

    /// <summary>Only a person whom a title or an earlier statement vouches for is meant by a pronoun: capitals alone may be a firm's.</summary>
    private bool HasSpoken(string party)
    {
        for (int i = _speakers.Count - 1; i >= Math.Max(0, _speakers.Count - Memory); i--)
        {
            if (_speakers[i].PartyId == party) return true;
        }

        return false;
    }

    private static bool IsPersonal(Speaker speaker) =>
        speaker.PartyId is null || speaker.PartyId.StartsWith("person:", StringComparison.Ordinal) || speaker.PartyId.StartsWith("unnamed:", StringComparison.Ordinal);

    /// <summary>The person whose name, with titles or without, begins the sentence that the pronoun goes on; null where something else does, or the name only says whose something is.</summary>
    private Speaker? HeadOf(int sentence, int pronoun)
    {
        int first = document.Sentences[sentence].First;
        if (document.PartOf(document.Sentences[sentence]) != PartKind.Body || parties.SegmentAt(first) is not (>= 0 and var segment)) return null;
        while (parties.Segments[segment].Kind == SegmentKind.Title && parties.SegmentAt(parties.Segments[segment].End) is >= 0 and var next && next < parties.Segments.Length) segment = next;
        NameSegment name = parties.Segments[segment];
        int party = parties.PartyOf(segment);
        if (name.Kind != SegmentKind.Name || name.End >= pronoun || !parties.IsPerson(party) || !(parties.Parties[party].Roles.Count > 0 || HasSpoken(parties.Parties[party].Id))) return null;
        for (int i = name.End; i < pronoun; i++)
        {
            // Somebody else named on the way may be meant as well.
            if (document.Tokens[i].Kind == TokenKind.Quote || (parties.SegmentAt(i) is >= 0 and var other && parties.PartyOf(other) != party && parties.IsPerson(parties.PartyOf(other)))) return null;
        }

        if (document.WordAt(name.End) is "'s" or "’s" || document.Tokens[name.End - 1].HasClitic) return null;
        return new Speaker(parties.Parties[party].Id, parties.Parties[party].Name, null, null) { PartyIds = [parties.Parties[party].Id] };
    }

    /// <summary>The segment that ends right before the token, its short form in brackets passed over; -1 where none does.</summary>
    private int SegmentBefore(int token, int floor)
    {
        int end = token - 1;
        if (end > floor && document.IsMark(end, ')'))
        {
            while (end > floor && !document.IsMark(end, '(')) end--;
            end--;
        }

        return end >= floor ? parties.SegmentAt(end) : -1;
    }

    /// <summary>The person whose name stands first in the sentence, outside quotations and not governed by a preposition.</summary>
    private Speaker? SubjectOf(int sentence, bool introduced)
    {
        Sentence span = document.Sentences[sentence];
        if (document.PartOf(span) is PartKind.Title or PartKind.Caption or PartKind.Subheading) return null;
        for (int i = span.First; i < span.End && i - span.First < 20; i++)
        {
            // "Kelima perwira itu adalah Kombes X, Kombes Y": who is listed is no subject.
            if (document.Tokens[i].Kind == TokenKind.Quote || (i > span.First && document.Is(i, WordClass.Predicate))) return null;
            int segment = parties.SegmentAt(i);
            if (segment < 0 || parties.Segments[segment].Kind != SegmentKind.Name || !parties.IsPerson(parties.PartyOf(segment))) continue;
            int first = parties.Segments[segment].First;
            bool isHolder = false;
            while (SegmentBefore(first, span.First) is >= 0 and var before)
            {
                first = parties.Segments[before].First;

                // "Wakil Ketua MPR dari Fraksi PAN X": the preposition has the body, and the name ends the office that begins the sentence.
                isHolder |= parties.Segments[before].Kind == SegmentKind.Body && parties.SegmentAt(span.First) is >= 0 and var office && parties.Segments[office].Kind == SegmentKind.Title;
            }

            if (!isHolder && first > span.First && document.Is(first - 1, WordClass.Preposition | WordClass.Agent)) return null;
            if (introduced && (first == parties.Segments[segment].First || parties.Segments[segment].End - parties.Segments[segment].First < 2)) return null;
            Party party = parties.Parties[parties.PartyOf(segment)];
            if (!isHolder && party.Roles.Count == 0 && !parties.IsVouched(parties.PartyOf(segment)) && !HasSpoken(party.Id)) return null;
            return new Speaker(party.Id, party.Name, null, null) { PartyIds = [party.Id] };
        }

        return null;
    }
}
