using Sanad.Language;
using Sanad.Text;

namespace Sanad.Stories.Utterances;

/// <summary>
/// Cuts what was said into its clauses: at ends of sentences, at semicolons, before a conjunction behind a comma and before "and that". One outlet reports in a
/// breath what another gives as two statements.
/// </summary>
internal static class Clauses
{
    private const WordClass Opens = WordClass.And | WordClass.Coordinator | WordClass.Conjunction | WordClass.Manner | WordClass.Relative;

    /// <summary>Clauses that a statement is cut into at most: a speech of many sentences is compared as a whole.</summary>
    private const int Most = 8;

    /// <summary>The clauses in order, none of them blank; empty where there is but one, or too many.</summary>
    public static List<TextSpan> Of(string text, IReadOnlyList<TextSpan> content, LanguagePack language)
    {
        var clauses = new List<TextSpan>();
        var tokens = new List<Token>();
        foreach (TextSpan span in content)
        {
            tokens.Clear();
            Tokenizer.Cut(text, span, language, tokens);
            int start = 0;
            for (int i = 0; i < tokens.Count; i++)
            {
                if (!EndsBefore(text, tokens, i, language)) continue;
                Add(tokens, start, i, clauses);
                start = i;
            }

            Add(tokens, start, tokens.Count, clauses);
            if (clauses.Count > Most) return [];
        }

        return clauses.Count < 2 ? [] : clauses;
    }

    private static bool EndsBefore(string text, List<Token> tokens, int i, LanguagePack language)
    {
        if (i == 0) return false;
        char before = tokens[i - 1].Kind == TokenKind.Punctuation ? text[tokens[i - 1].Start] : ' ';
        if (before is '.' or '!' or '?' or ';') return true;
        if (before == ',') return Classes(tokens[i], language) is var classes && (classes & Opens) != 0;
        return (Classes(tokens[i], language) & WordClass.And) != 0 && i + 1 < tokens.Count && (Classes(tokens[i + 1], language) & WordClass.Complementizer) != 0;
    }

    private static WordClass Classes(Token token, LanguagePack language) =>
        token.Word != 0 && language.TryWord(token.Word, LexKind.Grammar, out int row) ? language.Grammar[row].Classes : WordClass.None;

    private static void Add(List<Token> tokens, int start, int end, List<TextSpan> clauses)
    {
        while (end > start && tokens[end - 1].Kind == TokenKind.Punctuation) end--;
        if (end > start) clauses.Add(new TextSpan(tokens[start].Start, tokens[end - 1].End));
    }
}
