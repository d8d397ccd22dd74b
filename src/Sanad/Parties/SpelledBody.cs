using Sanad.Language;

namespace Sanad.Parties;

/// <summary>
/// "Sowa Institute of Fisheries and Ports (SIFP)": a body whose name goes over small words, known from the short form behind it, which spells its capitals.
/// </summary>
internal static class SpelledBody
{
    /// <summary>Words of the name, letters of a small word in it, and letters of the short form, at least.</summary>
    private const int Most = 12, LongestJoin = 3, ShortestForm = 3;

    /// <summary>Behind the closing bracket of the short form; <paramref name="i"/> where no such body begins there. Names without small words are read elsewhere, and so are English ones, by their last words.</summary>
    public static int End(Document document, int i, Sentence sentence)
    {
        if (document.Language.Code != "id" || !document.Tokens[i].IsCapital || document.Tokens[i].IsAllCaps || i + 5 >= sentence.End) return i;
        bool joined = false;
        int open = i + 1;
        for (; open < sentence.End && open - i <= Most && !document.IsMark(open, '('); open++)
        {
            Token token = document.Tokens[open];
            if (token.Kind != TokenKind.Word) return i;
            if (token.IsCapital) continue;
            if (token.Length > LongestJoin || !document.Tokens[open - 1].IsCapital) return i;
            joined = true;
        }

        if (!joined || open + 2 >= sentence.End || !document.IsMark(open, '(') || !document.IsMark(open + 2, ')') || !document.Tokens[open - 1].IsCapital) return i;
        ReadOnlySpan<char> form = document.WordAt(open + 1);
        if (form.Length < ShortestForm || !document.Tokens[open + 1].IsAllCaps || document.Has(open + 1, LexKind.Body)) return i;
        int letter = 0;
        for (int k = i; k < open; k++)
        {
            if (!document.Tokens[k].IsCapital) continue;
            if (letter == form.Length || document.WordAt(k)[0] != form[letter++]) return i;
        }

        return letter == form.Length ? open + 3 : i;
    }
}
