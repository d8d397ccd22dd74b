using Sanad.Language;
using Sanad.Parties;

namespace Sanad.Attribution.Rules;

/// <summary>“…” — Budi Santoso: a quotation that is a paragraph by itself, signed behind a dash.</summary>
internal sealed class SignedQuoteRule : AttributionRule
{
    public override string Name => "signed-quote";

    public override void Propose(SentenceView view, List<Candidate> candidates)
    {
        if (view.IsTitle || view.Quotations.Count == 0) return;
        Quotation quote = view.Quotations[0];
        if (quote.Single || !quote.Closed || quote.Open != view.First || !IsDash(view, quote.Close + 1) || !view.IsSpeech(quote)) return;
        int first = quote.Close + 2, end = ContentReader.LastWord(view, view.End);
        if (first >= end || view.Document.Tokens[first].IsGlued || view.Parties.SegmentAt(first) is not (>= 0 and var segment)) return;

        // "Budi Santoso", "Budi Santoso, nelayan, 25": no clause of which the quotation is a part.
        TokenRange speaker = NounPhrase.After(view, first, view.End);
        if (speaker.IsEmpty || !SpeakerSigns.HasName(view, speaker) || (speaker.End < end && !view.IsComma(speaker.End)) || view.Parties.Segments[segment].Kind is SegmentKind.Place) return;
        foreach (Cue cue in view.Cues)
        {
            if (cue.First >= first) return;
        }

        candidates.Add(new Candidate { Rule = Name, Sentence = view.Index, Act = Act.Say, From = SpeakerSource.Phrase, Speaker = speaker, Content = [new TokenRange(quote.Open, quote.Close + 1)] });
    }

    private static bool IsDash(SentenceView view, int i) => i < view.End && view.Document.Tokens[i].Kind == TokenKind.Punctuation && view.Document.Text[view.Document.Tokens[i].Start] is '―' or '—' or '–' or '-';
}
