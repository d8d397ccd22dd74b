using Sanad.Language;
using Sanad.Text;

namespace Sanad.Parties;

/// <summary>Where the article gives a title to a person: the words, and who holds it.</summary>
/// <param name="Key">The title in full, folded: "menteri luar negeri".</param>
/// <param name="Of">Id of the state or body it belongs to, or null.</param>
/// <param name="Party">Index in <see cref="PartyIndex.Parties"/>.</param>
/// <param name="At">Token at which it is given.</param>
public readonly record struct Tenure(string Key, string? Of, int Party, int At);

/// <summary>The parties of an article and where each is named. Immutable.</summary>
public sealed class PartyIndex
{
    private readonly NameSegment[] _segments;
    private readonly int[] _segmentAt;
    private readonly int[] _partyOf;
    private readonly Tenure[] _tenures;
    private readonly bool[] _vouched;

    internal PartyIndex(Document document, List<NameSegment> segments, int[] partyOf, List<Party> parties, List<Mention> mentions, List<Tenure> tenures, bool[] vouched)
    {
        _segments = [.. segments];
        _partyOf = partyOf;
        _tenures = [.. tenures];
        _vouched = vouched;
        Parties = parties;
        Mentions = mentions;
        _segmentAt = new int[document.Tokens.Length];
        Array.Fill(_segmentAt, -1);
        for (int i = 0; i < _segments.Length; i++)
        {
            for (int token = _segments[i].First; token < _segments[i].End; token++) _segmentAt[token] = i;
        }
    }

    public IReadOnlyList<Party> Parties { get; }

    public IReadOnlyList<Mention> Mentions { get; }

    public ReadOnlyArray<NameSegment> Segments => new(_segments);

    public ReadOnlySpan<Tenure> Tenures => _tenures;

    /// <summary>Index of the segment that covers the token, or -1.</summary>
    public int SegmentAt(int token) => _segmentAt[token];

    /// <summary>Index of the party that the segment names, or -1 for titles and places that cannot speak.</summary>
    public int PartyOf(int segment) => _partyOf[segment];

    /// <summary>Whether more than capitals tells that the party is a person: a title, an age, or learned weights.</summary>
    public bool IsVouched(int party) => _vouched[party];

    public bool IsPerson(int party) => party >= 0 && Parties[party].Kind == PartyKind.Person;
}
