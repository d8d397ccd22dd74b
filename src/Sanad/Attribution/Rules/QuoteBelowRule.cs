using Sanad.Language;

namespace Sanad.Attribution.Rules;

/// <summary>Budi mengatakan: / “…”: a line that ends with who speaks and a colon, and the quotation in the next line.</summary>
internal sealed class QuoteBelowRule : AttributionRule
{
    /// <summary>Tokens between the cue and the colon ("to applause", "on Monday"), at most.</summary>
    private const int Most = 8;

    public override string Name => "quote-below";

    public override void Propose(SentenceView view, List<Candidate> candidates)
    {
        if (view.IsTitle || view.Index == 0 || view.Quotations.Count == 0 || view.Quotations[0] is not { Single: false } quote || quote.Open != view.First || !view.IsSpeech(quote)) return;
        Document document = view.Document;
        Sentence before = document.Sentences[view.Index - 1];
        if (before.Part == view.Sentence.Part || !document.IsMark(before.End - 1, ':') || IsSpoken(candidates, before)) return;
        SentenceView above = view.Above();
        for (int c = above.Cues.Count - 1; c >= 0; c--)
        {
            Cue cue = above.Cues[c];
            if (cue.Quoted || cue.Clitic || !cue.Has(Frame.Clause) || before.End - 1 - cue.End > Most) continue;
            TokenRange speaker = NounPhrase.Before(above, cue.First, above.First);
            if (speaker.IsEmpty || !CanSpeak(above, speaker) || NounPhrase.IsUnsaid(above, cue, above.First)) return;
            candidates.Add(new Candidate { Rule = Name, Sentence = view.Index, Act = cue.Act, From = SpeakerSource.Phrase, Speaker = speaker, Content = LoneQuoteRule.Paragraph(view, quote) });
            return;
        }
    }

    private static bool IsSpoken(List<Candidate> candidates, Sentence before)
    {
        for (int i = candidates.Count - 1; i >= 0; i--)
        {
            if (candidates[i].Cue.First >= before.First && candidates[i].Content.Count > 0) return true;
            if (candidates[i].ContentEnd <= before.First) break;
        }

        return false;
    }
}
