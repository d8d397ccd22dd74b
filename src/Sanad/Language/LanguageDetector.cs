using Sanad.Text;

namespace Sanad.Language;

/// <summary>
/// Tells the languages that Sanad reads apart by their function words (the rows of <c>grammar.tsv</c> of the class
/// <c>function</c>), which no two of them share to any extent.
/// </summary>
internal static class LanguageDetector
{
    /// <summary>As much of the text as is looked at, in UTF-16 code units.</summary>
    private const int Sample = 1500;

    /// <summary>Share of function words from which on a text is taken for one of the language.</summary>
    public const double LeastShare = 0.07;

    /// <summary>Share of function words that no text of another language reaches.</summary>
    public const double SureShare = 0.12;

    /// <param name="share">Share of the text's words that are function words of the language, 0 to 1.</param>
    public static LanguagePack Detect(string text, IReadOnlyList<LanguagePack> packs, out double share)
    {
        LanguagePack best = packs[0];
        share = -1;
        double most = -1;
        foreach (LanguagePack pack in packs)
        {
            double found = ShareOf(text, pack, out double known);
            // A line may hold no function word at all; then the words that the lists know tell.
            if (found > share || (found == share && known > most)) (best, share, most) = (pack, found, known);
        }

        return best;
    }

    /// <summary>
    /// Whether the share of function words is surely as great as no text of another language reaches. They are looked for among themselves, as they are written, and only up to
    /// where no words that may follow can change the answer: a whole tokenisation takes several times as long and finds as many at least.
    /// </summary>
    public static bool IsSurely(string text, LanguagePack pack)
    {
        int count = 0, words = 0, limit = Math.Min(text.Length, Sample);
        for (int i = 0; i < limit;)
        {
            int end = Tokenizer.NextEnd(text, i, limit);
            if (char.IsLetter(text[i]))
            {
                words++;
                ReadOnlySpan<char> word = text.AsSpan(i, end - i);
                if (word.Length <= Tokenizer.LongestWord && pack.FunctionWords.Find(word, FeatureList.Of(word)) != 0) count++;
                // Between two words there is a character at least.
                if (count >= SureShare * (words + ((limit - end + 1) / 2))) return true;
            }

            i = end;
        }

        return false;
    }

    /// <summary>Share of the text's words that are function words of the language, 0 to 1.</summary>
    public static double ShareOf(string text, LanguagePack pack) => ShareOf(text, pack, out _);

    /// <param name="known">Share of the text's words that any list of the language knows.</param>
    private static double ShareOf(string text, LanguagePack pack, out double known)
    {
        List<Token> tokens = ScratchList<Token>.Rent();
        Tokenizer.Cut(text, new TextSpan(0, Math.Min(text.Length, Sample)), pack, tokens);
        int count = 0, words = 0, listed = 0;
        foreach (Token token in tokens)
        {
            if (char.IsLetter(text[token.Start])) words++;
            if (token.Word != 0) listed++;
            if (token.Word != 0 && pack.IsFunctionWord(token.Word)) count++;
        }

        ScratchList<Token>.Return(tokens);
        known = words == 0 ? 0 : (double)listed / words;
        return words == 0 ? 0 : (double)count / words;
    }
}
