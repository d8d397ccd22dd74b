using Sanad.Language;

namespace Sanad.Attribution.Rules;

/// <summary>"Diklaim oleh X bahwa …", "… dinilai X akan …", "perkembangan yang dibantah Pyongyang".</summary>
internal sealed class PassiveRule : AttributionRule
{
    public override string Name => "passive";

    public override void Propose(SentenceView view, List<Candidate> candidates)
    {
        if (view.IsTitle) return;
        foreach (Cue cue in view.Cues)
        {
            if (cue.Quoted || !cue.Has(Frame.Passive) || IsTaken(candidates, view, cue)) continue;
            int agent = cue.End;
            bool marked = view.Is(agent, WordClass.Agent);
            if (marked) agent++;
            TokenRange speaker = default;
            if (!cue.Clitic)
            {
                if (agent >= view.End || !NounPhrase.BeginsNoun(view, agent, view.End)) continue;
                speaker = NounPhrase.After(view, agent, view.End);
                if (speaker.IsEmpty || !CanSpeak(view, speaker)) continue;
                if (!marked && !NamesSomebody(view, speaker)) continue;
            }

            int after = cue.Clitic ? cue.End : speaker.End;
            int last = ContentReader.LastWord(view, view.End);
            int subject = NounPhrase.SkipAdverbsLeft(view, cue.First, view.First);
            bool relative = view.Is(subject - 1, WordClass.Relative);
            List<TokenRange> pieces = [];
            bool that = view.Is(after, WordClass.Complementizer);
            if (that || (!relative && after < last && !view.IsBreak(after) && !view.Is(after, WordClass.Coordinator | WordClass.Preposition)))
            {
                int from = that ? after + 1 : after;
                int end = ContentReader.End(view, from, cue.First);
                if (end - from >= 2) pieces.Add(new TokenRange(from, end));
            }

            if (pieces.Count == 0)
            {
                int start = relative ? AntecedentStart(view, subject - 1) : view.First;
                int end = relative ? subject - 1 : subject;
                for (int i = candidates.Count - 1; i >= 0 && candidates[i].Sentence == view.Index; i--)
                {
                    if (candidates[i].Cue.End <= end) start = Math.Max(start, candidates[i].Cue.End);
                }

                if (end - start < 2) continue;
                pieces.Add(new TokenRange(start, end));
            }

            candidates.Add(Make(view, cue, cue.Clitic ? SpeakerSource.Clitic : SpeakerSource.Phrase, speaker, pieces));
        }
    }

    private static int AntecedentStart(SentenceView view, int relative)
    {
        int i = relative;
        while (i > view.First && !view.IsBreak(i - 1) && relative - i < 20) i--;
        return i;
    }

    private static bool NamesSomebody(SentenceView view, TokenRange phrase)
    {
        for (int i = phrase.First; i < phrase.End; i++)
        {
            if (view.Parties.SegmentAt(i) is >= 0 and var segment && (view.Parties.PartyOf(segment) >= 0 || view.Parties.Segments[segment].Kind == Parties.SegmentKind.Title)) return true;
            if (view.Document.TryHit(i, LexKind.Pronoun, out _)) return true;
        }

        return false;
    }
}
