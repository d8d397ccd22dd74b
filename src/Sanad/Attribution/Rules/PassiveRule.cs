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
            if (cue.Quoted || IsTaken(candidates, view, cue)) continue;
            if (cue.Has(Frame.Post) && !cue.Clitic) ProposeFronted(view, cue, candidates);
            if (!cue.Has(Frame.Passive) || NounPhrase.IsUnsaid(view, cue, view.First)) continue;
            int agent = cue.End;
            bool marked = view.Is(agent, WordClass.Agent);
            if (marked) agent++;
            TokenRange speaker = default;
            if (!cue.Clitic)
            {
                if (agent >= view.End || !SpeakerSigns.BeginsNoun(view, agent, view.End)) continue;
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
                TokenRange told = relative ? Antecedent(view, subject - 1) : new TokenRange(view.First, subject);
                int start = told.First, end = told.End;
                if (candidates.Count > 0 && candidates[^1].Sentence == view.Index && candidates[^1].Rule == Name && view.Is(subject - 1, WordClass.Coordinator))
                {
                    // "yang diungkapkan Seoul tetapi dibantah Pyongyang": one thing, two who speak of it.
                    candidates.Add(Make(view, cue, SpeakerSource.Phrase, speaker, [.. candidates[^1].Content]));
                    continue;
                }

                for (int i = candidates.Count - 1; i >= 0 && candidates[i].Sentence == view.Index; i--)
                {
                    if (candidates[i].Cue.End <= end) start = Math.Max(start, candidates[i].Cue.End);
                }

                if (end - start < 2 || (relative && view.Is(start, WordClass.Preposition))) continue;
                pieces.Add(new TokenRange(start, end));
            }

            candidates.Add(Make(view, cue, cue.Clitic ? SpeakerSource.Clitic : SpeakerSource.Phrase, speaker, pieces));
        }
    }

    /// <summary>"Hal itu ia sebut meningkatkan …": object first, a pronoun, and the root of the verb.</summary>
    private void ProposeFronted(SentenceView view, Cue cue, List<Candidate> candidates)
    {
        int pronoun = cue.First - 1;
        if (pronoun <= view.First || !view.Document.TryHit(pronoun, LexKind.Pronoun, out Hit hit) || view.Document.Language.Pronouns[hit.Entry].Number == "self") return;
        if (view.IsComma(pronoun - 1) || view.Document.Tokens[pronoun - 1].Kind == TokenKind.Quote || view.Is(pronoun - 1, WordClass.Relative | WordClass.Coordinator)) return;
        int end = ContentReader.End(view, cue.End, cue.First);
        if (end - cue.End >= 3) candidates.Add(Make(view, cue, SpeakerSource.Phrase, new TokenRange(pronoun, cue.First), [new TokenRange(cue.End, end)]));
    }

    /// <summary>What the relative clause is about; where that is an apposition ("…, sebuah perkembangan yang"), what it stands for.</summary>
    private static TokenRange Antecedent(SentenceView view, int relative)
    {
        int first = relative;
        while (first > view.First && !view.IsBreak(first - 1) && relative - first < 20) first--;
        if (!view.IsComma(first - 1) || !view.Is(first, WordClass.Determiner)) return new TokenRange(first, relative);
        int end = first - 1;
        int start = end;
        while (start > view.First && !view.IsBreak(start - 1) && !view.Is(start - 1, WordClass.Topic)) start--;
        return new TokenRange(start, end);
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
