using Sanad.Language;
using Sanad.Parties;

namespace Sanad.Attribution.Rules;

/// <summary>"Dilansir dari Aljazeera, …" with nobody else to answer for the clause: the outlet does.</summary>
internal sealed class CreditedClauseRule : AttributionRule
{
    public override string Name => "credited-clause";

    public override void Propose(SentenceView view, List<Candidate> candidates)
    {
        if (view.IsTitle || (candidates.Count > 0 && candidates[^1].Sentence == view.Index)) return;
        foreach (Cue cue in view.Cues)
        {
            if (!cue.Has(Frame.Credit) || cue.First > ClauseStart(view)) continue;
            int comma = cue.End;
            while (comma < view.End && !view.IsComma(comma)) comma++;
            TokenRange speaker = NounPhrase.After(view, cue.End, comma);
            if (speaker.IsEmpty || view.Parties.SegmentAt(speaker.First) is < 0 || view.Parties.Segments[view.Parties.SegmentAt(speaker.First)].Kind == SegmentKind.Title) return;
            int from = speaker.End;
            while (from < view.End && (view.IsComma(from) || view.IsTime(from) || view.Is(from, WordClass.Preposition) && view.IsTime(from + 1))) from++;
            int end = ContentReader.End(view, from, cue.First);
            if (end - from < 4) return;
            candidates.Add(Make(view, cue, SpeakerSource.Phrase, speaker, [new TokenRange(from, end)]));
            return;
        }
    }
}
