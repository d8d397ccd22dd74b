using Sanad.Language;

namespace Sanad.Attribution.Learned;

/// <summary>Sentences behind one that are nothing but quotations: "…," he said. "…" goes on with whom the cue names.</summary>
internal static class QuoteRun
{
    /// <summary>Sentences that a run may span, so that a page of quotations costs no square of its length.</summary>
    public const int Longest = 12;

    /// <summary>From the first such sentence to the end of the last one, all of the same paragraph; empty where the next sentence is none.</summary>
    public static TokenRange After(Document document, int sentence)
    {
        int part = document.Sentences[sentence].Part, first = document.Sentences[sentence].End, end = first;
        for (int s = sentence + 1; s <= sentence + Longest && s < document.Sentences.Length && document.Sentences[s].Part == part; s++)
        {
            Sentence next = document.Sentences[s];
            if (!IsQuotation(document, next)) break;
            end = next.End;
        }

        return new TokenRange(first, end);
    }

    private static bool IsQuotation(Document document, Sentence sentence)
    {
        if (document.Tokens[sentence.First].Kind != TokenKind.Quote) return false;
        int low = 0, high = document.Quotations.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (document.Quotations[middle].Open < sentence.First) low = middle + 1;
            else high = middle;
        }

        if (low == document.Quotations.Length || document.Quotations[low] is not { Single: false } quotation || quotation.Open != sentence.First) return false;
        for (int i = quotation.Close + 1; i < sentence.End; i++)
        {
            if (document.Tokens[i].Kind is TokenKind.Word or TokenKind.Number) return false;
        }

        return true;
    }
}
