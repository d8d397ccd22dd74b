using Sanad.Language;

namespace Sanad.Attribution;

/// <summary>The chain between article and speaker, from the credits: one in the sentence covers that sentence, one that heads the account covers the rest.</summary>
internal sealed class Relays
{
    private readonly Document _document;
    private readonly Dictionary<int, List<FoundCredit>> _bySentence = [];
    private readonly List<FoundCredit> _heads;

    public Relays(List<FoundCredit> credits, Document document)
    {
        _document = document;
        _heads = credits.FindAll(static credit => credit.Heads);
        foreach (FoundCredit credit in credits)
        {
            if (!_bySentence.TryGetValue(credit.Sentence, out List<FoundCredit>? list)) _bySentence.Add(credit.Sentence, list = []);
            list.Add(credit);
        }
    }

    public IReadOnlyList<Relay> Of(Candidate candidate, Speaker speaker)
    {
        if (_bySentence.TryGetValue(candidate.Sentence, out List<FoundCredit>? here))
        {
            var chain = new List<Relay>(here.Count);
            foreach (FoundCredit credit in here)
            {
                if (credit.Name != speaker.Name && !IsSpeaker(credit, speaker)) chain.Add(new Relay(credit.Name, credit.Span));
            }

            if (chain.Count > 0) return chain;
        }

        if (_document.PartOf(_document.Sentences[candidate.Sentence]) == Text.PartKind.Title) return [];
        foreach (FoundCredit credit in _heads)
        {
            if (!IsSpeaker(credit, speaker)) return [new Relay(credit.Name, null)];
        }

        return [];
    }

    private static bool IsSpeaker(FoundCredit credit, Speaker speaker) => speaker.Span is { } span && span.Overlaps(credit.Span);
}
