using Sanad.Language;

namespace Sanad.Attribution.Rules;

/// <summary>Indirect speech before its cue: "Sepuluh kapal dikerahkan, kata Budi"; cut in two by it: "Kompor itu, kata Budi, ada di luar"; "…, Budi said".</summary>
internal sealed class ClauseThenCueRule : AttributionRule
{
    private const int LongestAdverbial = 6;

    public override string Name => "clause-then-cue";

    public override void Propose(SentenceView view, List<Candidate> candidates)
    {
        if (view.IsTitle) return;
        foreach (Cue cue in view.Cues)
        {
            if (cue.Quoted || !cue.Has(Frame.Post) || IsTaken(candidates, view, cue)) continue;
            if (!TryFrame(view, cue, out int comma, out TokenRange speaker, out int after)) continue;
            int start = StartOf(view, candidates, comma);
            if (comma - start < 1) continue;
            var pieces = new List<TokenRange> { new(start, comma) };
            if (view.IsComma(after) && TryGoOn(view, after + 1, out int end)) pieces.Add(new TokenRange(after + 1, end));
            if (pieces.Count == 1 && (comma - start < 2 || IsAdverbial(view, start, comma))) continue;
            candidates.Add(Make(view, cue, cue.Clitic ? SpeakerSource.Clitic : SpeakerSource.Phrase, speaker, pieces));
        }
    }

    /// <summary>"Dari forum itu, | nilai perusahaan …": where or when, and no verb: nothing that is said by itself.</summary>
    private static bool IsAdverbial(SentenceView view, int first, int end)
    {
        if (view.Document.Language.Code != "id" || !view.Is(first, WordClass.Preposition) || end - first > LongestAdverbial) return false;
        for (int i = first; i < end; i++)
        {
            if (view.IsComma(i) || (!view.Is(i, WordClass.Determiner) && view.Document.Language.VerbForms.Is(VerbForm.Passive, view.Document.WordAt(i))) || view.Is(i, WordClass.Predicate | WordClass.Auxiliary | WordClass.Negation) || SpeakerSigns.IsVerb(view, i)) return false;
        }

        return true;
    }

    /// <summary>The comma before the frame, the speaker in it, and the token behind it.</summary>
    private static bool TryFrame(SentenceView view, Cue cue, out int comma, out TokenRange speaker, out int after)
    {
        comma = cue.First - 1;
        speaker = default;
        after = cue.End;
        if (view.IsComma(comma) || view.IsDash(comma))
        {
            if (cue.Clitic) return true;
            if (cue.Has(Frame.Told) || IsSubjectFirst(view, cue)) return false;
            speaker = NounPhrase.After(view, cue.End, view.End);
            after = speaker.End;
            return !speaker.IsEmpty && CanSpeak(view, speaker);
        }

        // "…, he said": the subject stands between comma and cue, and nothing is said behind.
        if (!cue.Has(Frame.Clause)) return false;
        speaker = NounPhrase.Before(view, cue.First, view.First);
        if (speaker.IsEmpty || !CanSpeak(view, speaker)) return false;
        comma = speaker.First - 1;
        while (comma > view.First && view.Is(comma, WordClass.Determiner)) comma--;
        if (!view.IsComma(comma) || comma <= view.First) return false;
        int behind = ContentReader.Start(view, cue, out bool marked);
        after = cue.End;
        if (view.IsComma(cue.End)) return !marked;
        return !marked && (behind >= ContentReader.LastWord(view, view.End) || IsOnlyFrame(view, cue.End));
    }

    /// <summary>"Tobias Beliu, who heads the office, said …": the sentence, or what stands behind its semicolon, begins with its subject, and the comma before the cue closes what is said of it.</summary>
    private static bool IsSubjectFirst(SentenceView view, Cue cue)
    {
        if (!cue.Has(Frame.Clause)) return false;
        TokenRange subject = NounPhrase.Before(view, cue.First, view.First);
        return !subject.IsEmpty && (subject.First <= ClauseStart(view) + 1 || view.Document.IsMark(subject.First - 1, ';')) && CanSpeak(view, subject);
    }

    /// <summary>Whether what stands behind the cue only tells when, where and to whom: "told reporters on Monday".</summary>
    private static bool IsOnlyFrame(SentenceView view, int from) =>
        view.Is(from, WordClass.Preposition | WordClass.Addressee) || view.IsTime(from) || view.Document.IsMark(from, '.') || view.Is(from, WordClass.Conjunction);

    private static int StartOf(SentenceView view, List<Candidate> candidates, int comma)
    {
        int start = ClauseStart(view);
        for (int i = candidates.Count - 1; i >= 0 && candidates[i].Sentence == view.Index; i--)
        {
            if (candidates[i].Cue.First < comma && candidates[i].ContentEnd < comma) start = Math.Max(start, candidates[i].ContentEnd);
        }

        while (start < comma && (view.IsComma(start) || view.Document.IsMark(start, '.'))) start++;
        return start;
    }

    private static bool TryGoOn(SentenceView view, int from, out int end)
    {
        end = from;
        if (from >= view.End || view.Is(from, WordClass.Coordinator) || view.CueAt(from) is { }) return false;
        int time = from;
        while (time < view.End && (view.IsTime(time) || view.Is(time, WordClass.Preposition))) time++;
        if (time >= ContentReader.LastWord(view, view.End)) return false;
        end = ContentReader.End(view, from, from);
        return end - from >= 2;
    }
}
