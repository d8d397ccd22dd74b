using Sanad.Language;

namespace Sanad.Attribution.Rules;

/// <summary>"Hal itu disampaikan (oleh) Budi …": the sentence before is what was said, where it has no speaker of its own.</summary>
internal sealed class ThisWasSaidRule : AttributionRule
{
    /// <summary>Words between the verb and "oleh", at most.</summary>
    private const int MostAdverbs = 2;

    public override string Name => "this-was-said";

    public override void Propose(SentenceView view, List<Candidate> candidates)
    {
        if (view.IsTitle) return;
        foreach (Cue cue in view.Cues)
        {
            if (cue.Quoted || !cue.Has(Frame.Passive) || cue.Clitic || cue.Act != Act.Say) continue;
            int subject = NounPhrase.SkipAdverbsLeft(view, cue.First, view.First);
            if (!IsThis(view, subject)) continue;
            int agent = cue.End;

            // "disampaikan langsung oleh Budi"
            for (int i = cue.End; i < view.End && i - cue.End <= MostAdverbs; i++)
            {
                if (view.Is(i, WordClass.Agent)) agent = i + 1;
            }

            if (!SpeakerSigns.BeginsNoun(view, agent, view.End)) continue;
            TokenRange speaker = NounPhrase.After(view, agent, view.End);
            if (speaker.IsEmpty || !CanSpeak(view, speaker)) continue;
            if (view.Index == 0)
            {
                // What it points at stands before the text: who speaks is known, what was said is not.
                candidates.Add(Make(view, cue, SpeakerSource.Phrase, speaker, []));
                return;
            }

            Sentence before = view.Document.Sentences[view.Index - 1];
            bool spoken = before.Part != view.Sentence.Part && before.End - before.First < 4;
            for (int i = candidates.Count - 1; i >= 0 && candidates[i].Sentence >= view.Index - 1; i--) spoken |= candidates[i].Sentence == view.Index - 1;
            int end = before.End;
            while (end > before.First && view.Document.IsMark(end - 1, '.')) end--;
            var content = new TokenRange(before.First, end);
            candidates.Add(spoken || view.Document.PartOf(before) == Text.PartKind.Title
                ? Make(view, cue, SpeakerSource.Phrase, speaker, [])
                : Make(view, cue, SpeakerSource.Phrase, speaker, [content]));
            return;
        }
    }

    /// <summary>Whether the clause up to here is only a pointer: "Hal itu", "Pernyataan tersebut", "Hal senada".</summary>
    private static bool IsThis(SentenceView view, int end)
    {
        int first = ClauseStart(view);
        if (end - first > 2 && end - 3 > first && view.IsComma(end - 3)) first = end - 2;

        // In English two words name the thing itself: "The report was denied by …".
        int most = view.Document.Language.Code == "id" ? 2 : 1;
        return end - first >= 1 && end - first <= most && (view.Is(end - 1, WordClass.Determiner) || end - first == 2) && view.Document.Tokens[first].Kind == TokenKind.Word
            && view.Parties.SegmentAt(first) < 0 && !view.Document.TryHit(first, LexKind.People, out _);
    }
}
