using Sanad.Text;

namespace Sanad.Language;

/// <summary>
/// Tells the languages that Sanad reads apart by their function words (the rows of <c>grammar.tsv</c> of the class
/// <c>function</c>), which no two of them share to any extent.
/// </summary>
internal static class LanguageDetector
{
    /// <summary>As much of the text as is looked at, in UTF-16 code units.</summary>
    private const int Sample = 2500;

    /// <summary>Share of function words from which on a text is taken for one of the language.</summary>
    public const double LeastShare = 0.15;

    /// <param name="share">Share of the text's words that are function words of the language, 0 to 1.</param>
    public static LanguagePack Detect(string text, IReadOnlyList<LanguagePack> packs, out double share)
    {
        share = 0;
        LanguagePack best = packs[0];
        int most = -1;
        var tokens = new List<Token>(Sample / 5);
        foreach (LanguagePack pack in packs)
        {
            tokens.Clear();
            Tokenizer.Cut(text, new TextSpan(0, Math.Min(text.Length, Sample)), pack, tokens);
            int count = 0, words = 0;
            foreach (Token token in tokens)
            {
                if (char.IsLetter(text[token.Start])) words++;
                if (token.Word != 0 && pack.IsFunctionWord(token.Word)) count++;
            }

            if (count > most) (best, most, share) = (pack, count, words == 0 ? 0 : (double)count / words);
        }

        return best;
    }
}
