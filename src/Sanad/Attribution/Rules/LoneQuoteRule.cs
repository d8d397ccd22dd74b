using Sanad.Language;

namespace Sanad.Attribution.Rules;

/// <summary>A sentence that is one quotation and names nobody, right after somebody spoke.</summary>
internal sealed class LoneQuoteRule : AttributionRule
{
    /// <summary>Fewest words of a quotation that stands alone.</summary>
    private const int Shortest = 4;

    /// <summary>Sentences of a paragraph that has no closing mark, at most.</summary>
    private const int Longest = 12;

    public override string Name => "lone-quote";

    public override void Propose(SentenceView view, List<Candidate> candidates)
    {
        if (view.IsTitle || view.Quotations.Count == 0 || candidates.Count == 0) return;
        if (candidates[^1].Sentence == view.Index || (candidates[^1].Sentence < view.Index - 1 && candidates[^1].ContentEnd <= view.Document.Sentences[view.Index - 1].First)) return;
        Quotation quote = view.Quotations[0];
        int last = ContentReader.LastWord(view, view.End);
        if (quote.Single || quote.Open != view.First || quote.Close < last - 1 || quote.Close - quote.Open <= Shortest) return;
        candidates.Add(new Candidate
        {
            Rule = Name, Sentence = view.Index, Act = Act.Say, From = SpeakerSource.Context,
            Content = Paragraph(view, quote),
        });
    }

    /// <summary>The quotation; where its closing mark is left out since the next paragraph goes on with another opening one, the sentences behind it too, a piece each.</summary>
    public static List<TokenRange> Paragraph(SentenceView view, Quotation quote)
    {
        var pieces = new List<TokenRange> { new(quote.Open, quote.Closed ? quote.Close + 1 : quote.Close) };
        if (quote.Closed) return pieces;
        Document document = view.Document;
        for (int s = view.Index + 1; pieces.Count <= Longest && s < document.Sentences.Length; s++)
        {
            Sentence next = document.Sentences[s];
            if (next.Part != view.Sentence.Part)
            {
                if (document.Tokens[next.First].Kind == TokenKind.Quote) return pieces;
                break;
            }

            if (HasMark(document, next)) break;
            pieces.Add(new TokenRange(next.First, next.End));
        }

        return pieces[..1];
    }

    private static bool HasMark(Document document, Sentence sentence)
    {
        for (int i = sentence.First; i < sentence.End; i++)
        {
            if (document.Tokens[i].Kind == TokenKind.Quote) return true;
        }

        return false;
    }
}
