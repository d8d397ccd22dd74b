using Sanad.Language;

namespace Sanad.Figures;

/// <summary>
/// What narrows the counted thing down behind it: "yang masih mendapat perawatan", "untuk melindungi industri baja", "dari Presiden …",
/// and the predicate of "22 di antaranya telah menerima santunan". Indonesian only: English puts the most of it before its noun.
/// </summary>
internal sealed class CountedModifiers(Document document, CountedPhrase counted, bool[] time)
{
    /// <summary>Tokens taken, at most.</summary>
    private const int Longest = 9;

    /// <summary>End of the modifiers that begin at the token; the token itself where none do.</summary>
    public int End(int from, Sentence sentence)
    {
        if (document.Language.Code != "id") return from;
        int i = from;
        if (i < sentence.End && document.Is(i, WordClass.Determiner)) i++;
        if (i >= sentence.End || document.Tokens[i].Kind != TokenKind.Word || time[i]) return from;
        if (document.Is(i, WordClass.Relative)) return Clause(i + 1, sentence) is var end && end > i + 1 ? end : from;
        if (!counted.Has(FigureRole.Modifier, i, sentence.End, out _)) return from;
        if (i + 1 < sentence.End && (counted.Is(FigureRole.Place, i) || document.WordAt(i) is "dari" or "from") && document.TryHit(i + 1, LexKind.Place, out _)) return from;
        int phrase = Phrase(i + 1, sentence);
        if (phrase == i + 1) return from;

        // "186 siswa dari TK hingga SMA diduga keracunan"
        int state = phrase;
        while (state < sentence.End && state - phrase < 2 && document.Tokens[state].Kind == TokenKind.Word && counted.IsVerb(state)) state++;
        return counted.Has(FigureRole.State, state, sentence.End, out int length) ? state + length : phrase;
    }

    /// <summary>End of the words of a predicate behind "di antaranya": "telah menerima santunan".</summary>
    public int Clause(int from, Sentence sentence)
    {
        int i = from;
        while (i < sentence.End && i - from < Longest && IsInside(i) && !document.Is(i, WordClass.Connective | WordClass.Coordinator | WordClass.Complementizer)) i++;
        while (i > from && document.Is(i - 1, WordClass.Preposition | WordClass.Conjunction)) i--;
        return i;
    }

    private int Phrase(int from, Sentence sentence)
    {
        int i = from;
        while (i < sentence.End && i - from < Longest && IsInside(i) && !(i > from && counted.IsVerb(i)) && !document.Is(i, WordClass.Connective | WordClass.Coordinator | WordClass.Complementizer | WordClass.Relative | WordClass.Auxiliary | WordClass.Negation)) i++;
        return i;
    }

    private bool IsInside(int i) =>
        document.Tokens[i].Kind == TokenKind.Word && !time[i] && !document.TryHit(i, LexKind.Number, out _) && !document.TryHit(i, LexKind.Hedge, out _);
}
