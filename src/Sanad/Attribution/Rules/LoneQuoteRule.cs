using Sanad.Language;

namespace Sanad.Attribution.Rules;

/// <summary>A sentence that is one quotation and names nobody, right after somebody spoke.</summary>
internal sealed class LoneQuoteRule : AttributionRule
{
    /// <summary>Fewest words of a quotation that stands alone.</summary>
    private const int Shortest = 4;

    public override string Name => "lone-quote";

    public override void Propose(SentenceView view, List<Candidate> candidates)
    {
        if (view.IsTitle || view.Quotations.Count == 0 || candidates.Count == 0) return;
        if (candidates[^1].Sentence < view.Index - 1 || candidates[^1].Sentence == view.Index) return;
        Quotation quote = view.Quotations[0];
        int last = ContentReader.LastWord(view, view.End);
        if (quote.Single || quote.Open != view.First || quote.Close < last - 1 || quote.Close - quote.Open <= Shortest) return;
        candidates.Add(new Candidate
        {
            Rule = Name, Sentence = view.Index, Act = Act.Say, From = SpeakerSource.Context,
            Content = [new TokenRange(quote.Open, quote.Closed ? quote.Close + 1 : quote.Close)],
        });
    }
}
