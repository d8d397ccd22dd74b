using Sanad.Language;

namespace Sanad.Figures;

/// <summary>Reads the hedges around a number: "sedikitnya 14", "10.000 lebih", "or so".</summary>
internal sealed class HedgeReader(Document document, QuantityWords words, bool[] time)
{
    /// <summary>Words of the longest hedge: "tidak pernah lebih dekat dari".</summary>
    private const int Longest = 5;

    /// <summary>A hedge behind the number; <paramref name="end"/> moves behind it.</summary>
    public bool TryAfter(ref int end, Sentence sentence, out HedgeWord hedge)
    {
        hedge = default;
        if (end >= sentence.End || !document.TryHit(end, LexKind.Hedge, out Hit hit, sentence.End)) return false;
        foreach (Hit candidate in document.HitsAt(end, LexKind.Hedge))
        {
            if (candidate.Kind != LexKind.Hedge || candidate.End > sentence.End || words.Hedges[candidate.Entry].Place != HedgePlace.After) continue;
            hedge = words.Hedges[candidate.Entry];
            hit = candidate;
        }

        if (hedge.Place != HedgePlace.After || (hit.End < sentence.End && document.WordAt(hit.End) is "dari" or "than" or "banyak")) return false;
        end = hit.End;
        return true;
    }

    /// <summary>The hedges that lead to the number, and where the first of them begins.</summary>
    public (int First, Bound Bound, bool Hedged) Before(int first, ReadNumber number, Sentence sentence)
    {
        Bound bound = Bound.Exact;
        bool hedged = false;
        int start = first;
        for (bool again = true; again;)
        {
            again = false;
            for (int back = Longest; back >= 1 && !again; back--)
            {
                int at = start - back;
                if (at < sentence.First || time[at] || !TryLeading(at, start, out HedgeWord word)) continue;
                if (bound == Bound.Exact) bound = word.Bound;
                start = at;
                hedged = again = true;
            }
        }

        if (!hedged && number.Range) start = IsBetween(start - 1, sentence) ? start - 1 : start;
        return (start, bound, hedged);
    }

    /// <summary>A hedge over the tokens that may stand before a number; "lebih" may stand on both sides.</summary>
    private bool TryLeading(int at, int end, out HedgeWord word)
    {
        foreach (Hit hit in document.HitsAt(at, LexKind.Hedge))
        {
            if (hit.Kind != LexKind.Hedge || hit.End != end || words.Hedges[hit.Entry].Place == HedgePlace.After) continue;
            word = words.Hedges[hit.Entry];
            return true;
        }

        word = default;
        return false;
    }

    private bool IsBetween(int at, Sentence sentence) => at >= sentence.First && document.WordAt(at) is "antara" or "between";
}
