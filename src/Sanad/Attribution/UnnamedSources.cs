using System.Text;
using Sanad.Language;
using Sanad.Parties;

namespace Sanad.Attribution;

/// <summary>Sources without a name, known by their description: "pejabat Korea Selatan", "two officials".</summary>
internal sealed class UnnamedSources(Document document, PartyIndex parties)
{
    /// <summary>Words of a source's description at most; what runs on is no description.</summary>
    private const int LongestDescription = 9;

    private readonly Dictionary<string, Party> _unnamed = new(StringComparer.Ordinal);

    /// <summary>Those met so far, in order.</summary>
    public List<Party> Met { get; } = [];

    /// <summary>A source without a name, or a body whose name goes on behind a preposition: its description without articles, counting words and relative clauses.</summary>
    public Speaker? Describe(TokenRange phrase, int relative, PartyKind kind = PartyKind.Unnamed)
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

        // "British police", "UK police": one source, each in its own words.
        string? adjective = null, state = null;
        for (int i = first; i < end; i++)
        {
            if (words.Length > 0 && !document.Tokens[i].IsGlued) words.Append(' ');
            int segment = parties.SegmentAt(i);
            if (segment >= 0 && parties.PartyOf(segment) >= 0 && parties.Parties[parties.PartyOf(segment)].Kind == PartyKind.State && parties.Segments[segment].First == i)
            {
                string full = parties.Parties[parties.PartyOf(segment)].Name;
                bool isAdjective = document.Language.Code == "en" && document.Language.Places[parties.Segments[segment].Entry].Sense == PlaceSense.Demonym;
                if (isAdjective) (adjective, state) = (document.SpanOf(i, parties.Segments[segment].End).Of(document.Text).ToString(), full);
                words.Append(isAdjective ? adjective : full);
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
        if (BodyNamed(name) is { } body) return SpeakerResolver.Of(body, null);
        string id = (kind == PartyKind.Body ? "body:" : "unnamed:") + Slug.Of(adjective is null ? name : name.Replace(adjective, state, StringComparison.Ordinal));
        if (!_unnamed.TryGetValue(id, out Party? party))
        {
            party = new Party(id, name, kind, [], []);
            _unnamed.Add(id, party);
            Met.Add(party);
        }

        return SpeakerResolver.Of(party, null);
    }

    /// <summary>The body that the words name in full, which is described and named at once: "the ship's owner, Wairang Tankers"; null where they name none.</summary>
    private Party? BodyNamed(string name)
    {
        if (!char.IsUpper(name[0])) return null;
        foreach (Party party in parties.Parties)
        {
            if (party.Kind == PartyKind.Body && party.Name == name) return party;
        }

        return null;
    }
}
