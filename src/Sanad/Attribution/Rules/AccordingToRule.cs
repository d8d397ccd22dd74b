using Sanad.Language;

namespace Sanad.Attribution.Rules;

/// <summary>"Menurut Budi, …", "…, menurut Budi", "Menurutnya, …", "Kata Budi, …", "according to …".</summary>
internal sealed class AccordingToRule : AttributionRule
{
    public override string Name => "according-to";

    public override void Propose(SentenceView view, List<Candidate> candidates)
    {
        if (view.IsTitle) return;
        foreach (Cue cue in view.Cues)
        {
            bool fronted = !cue.Has(Frame.Prep) && IsFronted(view, cue);
            if (cue.Quoted || !(cue.Has(Frame.Prep) || fronted) || IsTaken(candidates, view, cue)) continue;
            TokenRange speaker = default;
            int after = cue.End;
            if (!cue.Clitic)
            {
                speaker = NounPhrase.After(view, cue.End, view.End);
                if (speaker.IsEmpty || !CanSpeak(view, speaker)) continue;
                after = speaker.End;
            }

            if (fronted && !view.IsComma(after)) continue;
            var pieces = new List<TokenRange>();
            bool opens = cue.First <= ClauseStart(view) || (view.IsComma(cue.First - 1) && cue.First - view.First <= 6);
            int last = ContentReader.LastWord(view, view.End);
            if (!opens)
            {
                int start = ClauseStart(view);
                int end = view.IsComma(cue.First - 1) ? cue.First - 1 : cue.First;
                if (end > start) pieces.Add(new TokenRange(start, end));
            }

            if (after < last && (opens || (view.IsComma(after) && !view.Is(after + 1, WordClass.Relative) && pieces.Count == 0)))
            {
                int from = after;
                while (from < last && (view.IsComma(from) || view.IsTime(from) || view.Is(from, WordClass.Complementizer) || (view.Is(from, WordClass.Preposition) && view.IsTime(from + 1)) || IsEmptyVerb(view, from))) from++;
                int end = ContentReader.End(view, from, cue.First);
                if (end > from) pieces.Add(new TokenRange(from, end));
            }

            if (pieces.Count == 0) continue;
            candidates.Add(Make(view, cue, cue.Clitic ? SpeakerSource.Clitic : SpeakerSource.Phrase, speaker, pieces));
        }
    }

    /// <summary>"Kata Budi, …", "Lanjutnya, …": the cue opens the sentence, and a comma must close the speaker.</summary>
    private static bool IsFronted(SentenceView view, Cue cue) =>
        cue.Has(Frame.Post) && view.Document.Language.Code == "id" && cue.First <= ClauseStart(view) && (cue.Clitic ? view.IsComma(cue.End) : SpeakerSigns.BeginsNoun(view, cue.End, view.End));

    /// <summary>"menurut laporan X dijelaskan bahwa": the verb adds nothing.</summary>
    private static bool IsEmptyVerb(SentenceView view, int i) =>
        view.CueAt(i) is { } cue && cue.Has(Frame.Passive) && cue.End < view.End && view.Is(cue.End, WordClass.Complementizer);
}
