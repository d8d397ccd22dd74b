using Sanad.Language;

namespace Sanad.Attribution.Rules;

/// <summary>"pernyataan Budi bahwa …", "the claim by X that …".</summary>
internal sealed class NounOfSayingRule : AttributionRule
{
    public override string Name => "noun-of-saying";

    public override void Propose(SentenceView view, List<Candidate> candidates)
    {
        if (view.IsTitle) return;
        foreach (Cue cue in view.Cues)
        {
            if (!cue.Has(Frame.Noun) || cue.Clitic || IsTaken(candidates, view, cue)) continue;
            TokenRange speaker = NounPhrase.After(view, view.Is(cue.End, WordClass.Agent) ? cue.End + 1 : cue.End, view.End);
            if (speaker.IsEmpty || !CanSpeak(view, speaker) || !view.Is(speaker.End, WordClass.Complementizer)) continue;
            int end = ContentReader.End(view, speaker.End + 1, cue.First);
            if (cue.Quoted && view.TryQuotation(cue.First, out Quotation around)) end = Math.Min(end, around.Close);
            if (end - speaker.End > 3) candidates.Add(Make(view, cue, SpeakerSource.Phrase, speaker, [new TokenRange(speaker.End + 1, end)]));
        }
    }
}
