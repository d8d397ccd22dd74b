using Sanad.Language;
using Sanad.Text;

namespace Sanad.Parties;

/// <summary>Writes down where parties and places are named, and as what.</summary>
internal static class Mentions
{
    /// <summary>All mentions in reading order; where weights judge, as they cut and call them.</summary>
    /// <param name="partyOf">For each segment the index of its party, -1 for none.</param>
    /// <param name="names">What the learned weights call names; null in languages without weights.</param>
    public static List<Mention> Of(Document document, List<NameSegment> segments, int[] partyOf, List<Party> parties, List<TaggedName>? names)
    {
        List<Mention> listed = Listed(document, segments, partyOf, parties);
        return names is null ? listed : Retold(document, listed, names);
    }

    private static List<Mention> Listed(Document document, List<NameSegment> segments, int[] partyOf, List<Party> parties)
    {
        var mentions = new List<Mention>();
        for (int i = 0; i < segments.Count; i++)
        {
            NameSegment segment = segments[i];
            if (segment.Kind is SegmentKind.Title or SegmentKind.Degree) continue;
            int party = partyOf[i];
            MentionKind kind = segment.Kind switch
            {
                SegmentKind.Place => MentionKind.Place,
                SegmentKind.Body => MentionKind.Body,
                _ => party >= 0 && parties[party].Kind == PartyKind.Body ? MentionKind.Body : MentionKind.Person,
            };
            mentions.Add(new Mention(document.SpanOf(segment.First, segment.End), kind, party >= 0 ? parties[party].Id : null));
        }

        return mentions;
    }

    /// <summary>Mentions as learned weights cut and call them; what they do not call a name keeps its party and is a state's or something else.</summary>
    private static List<Mention> Retold(Document document, List<Mention> listed, List<TaggedName> names)
    {
        var mentions = new List<Mention>(names.Count + listed.Count);
        int at = 0;
        foreach (TaggedName name in names)
        {
            TextSpan span = document.SpanOf(name.First, name.End);
            string? party = null;
            for (; at < listed.Count && listed[at].Span.Start < span.End; at++)
            {
                if (listed[at].Span.Overlaps(span)) party ??= listed[at].PartyId;
                else mentions.Add(Uncalled(listed[at]));
            }

            mentions.Add(new Mention(span, name.Kind, party));
        }

        for (; at < listed.Count; at++) mentions.Add(Uncalled(listed[at]));
        return mentions;
    }

    private static Mention Uncalled(Mention mention) => mention with { Kind = mention.PartyId is { } id && id.StartsWith("state:", StringComparison.Ordinal) ? MentionKind.State : MentionKind.Other };
}
