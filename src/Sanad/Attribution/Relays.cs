using Sanad.Language;

namespace Sanad.Attribution;

/// <summary>The chain between article and speaker, from the credits: one in the sentence covers that sentence, one that heads the account covers the rest.</summary>
internal sealed class Relays(List<FoundCredit> credits, Document document)
{
    public IReadOnlyList<Relay> Of(Candidate candidate, Speaker speaker)
    {
        var chain = new List<Relay>();
        foreach (FoundCredit credit in credits)
        {
            if (credit.Sentence == candidate.Sentence && credit.Name != speaker.Name && !IsSpeaker(credit, speaker)) chain.Add(new Relay(credit.Name, credit.Span));
        }

        if (chain.Count > 0) return chain;
        foreach (FoundCredit credit in credits)
        {
            if (!credit.Heads || IsSpeaker(credit, speaker) || document.PartOf(document.Sentences[candidate.Sentence]) == Text.PartKind.Title) continue;
            chain.Add(new Relay(credit.Name, null));
            break;
        }

        return chain;
    }

    private static bool IsSpeaker(FoundCredit credit, Speaker speaker) => speaker.Span is { } span && span.Overlaps(credit.Span);
}
