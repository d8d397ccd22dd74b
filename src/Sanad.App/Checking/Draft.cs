using Sanad.Language;
using Sanad.Parties;
using Sanad.Reading.Plain;
using Sanad.Text;

namespace Sanad.App.Checking;

/// <summary>A text that is to be held against the ledger and is not kept.</summary>
internal sealed record Draft(Analysis Analysis, IReadOnlyList<string> Words)
{
    /// <summary>Longest draft, in UTF-16 code units: a long report.</summary>
    public const int Longest = 100_000;

    /// <summary>Stories that a draft is held against, at most.</summary>
    public const int MostStories = 3;

    /// <summary>Words by which its stories are looked for.</summary>
    private const int MostWords = 32;

    /// <summary>Letters of a word that is no name and is looked for.</summary>
    private const int LeastLetters = 5;

    /// <param name="language">A code of languages; null to tell it from the words.</param>
    public static Draft Read(string text, string? language, LanguageSet languages)
    {
        Analysis analysis = new Analyzer(languages).Analyze(new PlainReader(languages).Read("draft", text, new Metadata { Language = language }));
        var words = new List<string>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (Mention mention in analysis.Mentions)
        {
            foreach (string word in mention.Span.Of(text).ToString().Split([' ', '-', '.', ','], StringSplitOptions.RemoveEmptyEntries)) Take(word, 3);
        }

        var tokens = new List<Token>();
        LanguagePack pack = languages[analysis.Article.Language];
        foreach (Part part in analysis.Article.Parts)
        {
            if (words.Count >= MostWords) break;
            tokens.Clear();
            Tokenizer.Cut(text, part.Span, pack, tokens);
            foreach (Token token in tokens)
            {
                if (token.Kind == TokenKind.Word && (token.Word == 0 || !pack.IsFunctionWord(token.Word))) Take(token.Span.Of(text).ToString(), LeastLetters);
            }
        }

        return new Draft(analysis, words);

        void Take(string word, int least)
        {
            if (words.Count < MostWords && word.Length >= least && seen.Add(word)) words.Add(word);
        }
    }
}
