using Sanad.Language;

namespace Sanad.Attribution.Rules;

/// <summary>"…," kata Budi; "…," tuturnya; "…," Budi menegaskan; "…," demikian pernyataan kementerian; also with more of the quotation after the speaker.</summary>
internal sealed class QuoteThenCueRule : AttributionRule
{
    public override string Name => "quote-then-cue";

    public override void Propose(SentenceView view, List<Candidate> candidates)
    {
        if (view.IsTitle) return;
        foreach (Cue cue in view.Cues)
        {
            if (cue.Quoted || !(cue.Has(Frame.Post) || cue.Has(Frame.Clause) || cue.Has(Frame.Noun)) || IsTaken(candidates, view, cue)) continue;
            if (!TryQuoteBefore(view, cue.First, out Quotation quote, out TokenRange between)) continue;
            TokenRange speaker = default;
            SpeakerSource from = SpeakerSource.Phrase;
            int after = cue.End;
            if (!between.IsEmpty)
            {
                // "…," Budi menegaskan: only where nothing is said after the cue.
                speaker = NounPhrase.Before(view, cue.First, between.First);
                if (speaker.IsEmpty || !CanSpeak(view, speaker) || !EndsHere(view, cue)) continue;
            }
            else if (cue.Clitic)
            {
                from = SpeakerSource.Clitic;
            }
            else
            {
                speaker = NounPhrase.After(view, cue.End, view.End);
                after = speaker.End;
                if (speaker.IsEmpty)
                {
                    if (!cue.Has(Frame.Post) || view.Document.Language.Code == "en") continue;
                    from = SpeakerSource.Context;
                    after = cue.End;
                }
            }

            candidates.Add(Make(view, cue, from, speaker, Content(view, candidates, quote, after)));
        }
    }

    /// <summary>The quotation that ends right before the cue, or before the subject that stands between them.</summary>
    private static bool TryQuoteBefore(SentenceView view, int cue, out Quotation quote, out TokenRange between)
    {
        for (int i = cue - 1; i >= view.First && cue - i <= 30; i--)
        {
            if (view.TryQuotation(i, out quote) && quote.Close == i)
            {
                int first = view.IsComma(i + 1) ? i + 2 : i + 1;
                between = new TokenRange(first, cue);
                bool directly = first >= cue || view.IsDash(first);
                if (directly) between = default;
                return view.IsSpeech(quote);
            }

            if (view.Document.Tokens[i].Kind == TokenKind.Quote || (view.CueAt(i) is { } other && !other.Has(Frame.Noun))) break;
        }

        quote = default;
        between = default;
        return false;
    }

    private static bool IsAttributed(SentenceView view, Cue cue)
    {
        if (cue.Has(Frame.Prep) || cue.Has(Frame.Credit)) return true;
        if (!cue.Has(Frame.Clause) && !cue.Has(Frame.Object)) return false;
        TokenRange subject = NounPhrase.Before(view, cue.First, view.First);
        return subject.IsEmpty || CanSpeak(view, subject);
    }

    private static bool EndsHere(SentenceView view, Cue cue)
    {
        int i = cue.Has(Frame.Told) && NounPhrase.After(view, cue.End, view.End) is { IsEmpty: false } told ? told.End : cue.End;
        if (i >= ContentReader.LastWord(view, view.End)) return true;
        return view.IsTime(i) || view.IsComma(i) || view.Is(i, WordClass.Addressee | WordClass.Preposition | WordClass.Conjunction) || view.Document.IsMark(i, '.');
    }

    /// <summary>The quotation with what of the sentence leads into it, earlier pieces, and the piece that goes on behind the speaker.</summary>
    private static List<TokenRange> Content(SentenceView view, List<Candidate> candidates, Quotation quote, int after)
    {
        int first = quote.Open;
        int start = view.First;
        for (int i = candidates.Count - 1; i >= 0 && candidates[i].Sentence == view.Index; i--)
        {
            if (candidates[i].Cue.First < quote.Open) start = Math.Max(start, Math.Max(candidates[i].ContentEnd <= quote.Open ? candidates[i].ContentEnd : 0, candidates[i].Cue.End));
        }

        bool led = true;
        for (int i = start; i < first; i++) led &= view.CueAt(i) is not { } cue || cue.Quoted || !IsAttributed(view, cue);
        for (int i = start; i < first; i++) led &= !(view.Document.IsMark(i, '!') || view.Document.IsMark(i, '?') || view.Document.IsMark(i, '#') || (view.Document.IsMark(i, '.') && !view.Document.Tokens[i + 1].IsGlued));
        if (led && start < first && start == view.First) first = start;
        var pieces = new List<TokenRange> { new(first, quote.Closed ? quote.Close + 1 : quote.Close) };
        int next = after;
        while (next < view.End && next - after < 14 && view.Document.Tokens[next].Kind != TokenKind.Quote) next++;
        if (next < view.End && view.TryQuotation(next, out Quotation more) && more.Open == next && view.IsSpeech(more) && (view.IsComma(next - 1) || view.Document.IsMark(next - 1, '.')))
        {
            bool own = false;
            for (int i = more.Close; i < view.End; i++) own |= view.CueAt(i) is { Quoted: false } cue && cue.Has(Frame.Post);
            for (int i = after; i < next; i++) own |= view.CueAt(i) is { } cue && (cue.Has(Frame.Clause) || cue.Has(Frame.Post));
            if (!own) pieces.Add(new TokenRange(more.Open, more.Closed ? more.Close + 1 : more.Close));
        }

        return pieces;
    }
}
