using Sanad.Language;

namespace Sanad.Figures;

/// <summary>
/// The parts that a sentence lists of a figure it opens with: "Dari 243 orang itu, 208 penumpang, 23 awak, dan 14 sopir", "Of the 151
/// survivors, 88 were treated, … the other 17 left". They make the whole up where the list says that it is complete.
/// </summary>
internal sealed class Enumeration(Document document, CountedPhrase counted, List<Figure> found, List<FigureTokens> tokens)
{
    /// <summary>
    /// Three parts or more that come to more than the whole by no more than this share of it are a sum gone wrong; by more, their kinds
    /// overlap ("tujuh laki-laki, tiga perempuan, dan lima anak").
    /// </summary>
    private const double Slip = 0.05;

    private int _whole = -1;

    /// <summary>The list stands behind a colon, where other things may be told as well; its parts count as such only where they come to the whole or nearly so.</summary>
    private bool _isAnnounced;

    /// <summary>The whole of the sentence's list; null where it opens with none.</summary>
    public Figure? Whole => _whole < 0 ? null : found[_whole];

    public void Begin() => (_whole, _isAnnounced) = (-1, false);

    /// <summary>Looks at the figure found last: whether "dari" or "of" leads to it where a clause begins.</summary>
    public void Open(Sentence sentence)
    {
        if (_whole >= 0 || found[^1] is not { Unit: null, Bound: Bound.Exact, Low: not null, What: not null }) return;
        if (tokens[^1].End < sentence.End && document.IsMark(tokens[^1].End, ':'))
        {
            (_whole, _isAnnounced) = (found.Count - 1, true);
            return;
        }

        int at = tokens[^1].First - 1;
        while (at > sentence.First && document.Is(at, WordClass.Determiner)) at--;
        if (at < sentence.First || document.WordAt(at) is not ("Dari" or "dari" or "Of" or "of")) return;
        if (at == sentence.First || document.Tokens[at - 1].Kind is TokenKind.Quote or TokenKind.Punctuation) _whole = found.Count - 1;
    }

    /// <summary>Whether a number stands in the list, so that it counts without a noun: behind a comma, "and" or "the other".</summary>
    public bool IsItem(int first, Sentence sentence)
    {
        if (_whole < 0 || first <= sentence.First) return false;
        return document.IsMark(first - 1, ',') || document.Is(first - 1, WordClass.And) || IsRest(first, sentence);
    }

    /// <summary>Ends the sentence's list: its parts are named as such, and the whole is a total where they are all there.</summary>
    public void Close(int sentence, Sentence span)
    {
        if (_whole < 0 || found[_whole].Low is not { } whole) return;
        double sum = 0;
        int parts = 0;
        bool exact = true, rest = false;
        for (int i = _whole + 1; i < found.Count && tokens[i].Sentence == sentence; i++)
        {
            if (found[i].PartOf != found[_whole].Id) continue;
            parts++;
            sum += found[i].Low ?? 0;
            exact &= found[i].Bound == Bound.Exact;
            rest |= IsRest(tokens[i].First, span);
        }

        if (_isAnnounced)
        {
            bool adds = exact && parts >= 2 && Math.Abs(sum - whole) <= Slip * whole;
            for (int i = _whole + 1; !adds && i < found.Count; i++)
            {
                if (found[i].PartOf == found[_whole].Id) found[i] = found[i] with { PartOf = null };
            }

            found[_whole] = found[_whole] with { IsTotal = adds };
            return;
        }

        if (exact && (rest ? parts >= 2 : parts >= 3 && sum > whole && sum - whole <= Slip * whole)) found[_whole] = found[_whole] with { IsTotal = true };
    }

    /// <summary>"the other 17", "sisanya 17".</summary>
    private bool IsRest(int first, Sentence sentence)
    {
        for (int back = 1; back <= 3 && first - back >= sentence.First; back++)
        {
            if (counted.Has(FigureRole.Rest, first - back, first, out int length) && length == back) return true;
        }

        return false;
    }
}
