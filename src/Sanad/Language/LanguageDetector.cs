using Sanad.Text;

namespace Sanad.Language;

/// <summary>
/// Tells the languages that Sanad reads apart by their function words (the rows of <c>grammar.tsv</c> of the class
/// <c>function</c>), which no two of them share to any extent.
/// </summary>
internal static class LanguageDetector
{
    /// <summary>As much of the text as is looked at, in UTF-16 code units.</summary>
    private const int Sample = 700;

    /// <summary>Share of function words from which on a text is taken for one of the language.</summary>
    public const double LeastShare = 0.15;

    /// <summary>Share of function words that no text of another language reaches.</summary>
    public const double SureShare = 0.25;

    /// <param name="share">Share of the text's words that are function words of the language, 0 to 1.</param>
    public static LanguagePack Detect(string text, IReadOnlyList<LanguagePack> packs, out double share)
    {
        LanguagePack best = packs[0];
        share = -1;
        foreach (LanguagePack pack in packs)
        {
            double found = ShareOf(text, pack);
            if (found > share) (best, share) = (pack, found);
        }

        return best;
    }

    /// <summary>Share of the text's words that are function words of the language, 0 to 1.</summary>
    public static double ShareOf(string text, LanguagePack pack)
    {
        var tokens = new List<Token>(Sample / 5);
        Tokenizer.Cut(text, new TextSpan(0, Math.Min(text.Length, Sample)), pack, tokens);
        int count = 0, words = 0;
        foreach (Token token in tokens)
        {
            if (char.IsLetter(text[token.Start])) words++;
            if (token.Word != 0 && pack.IsFunctionWord(token.Word)) count++;
        }

        return words == 0 ? 0 : (double)count / words;
    }
}
