using Sanad.Figures;
using Sanad.Language;
using Sanad.Text;

namespace Sanad.Stories.FigureLines;

/// <summary>
/// Finds the state in which people or things are counted, or what a length is of, in the words beside the number: what is counted is "people" in "carrying 187 people"
/// as in "took 19 people from the water".
/// </summary>
internal static class StateBeside
{
    /// <summary>Letters on each side of the figure that are read.</summary>
    private const int MostLetters = 90;

    /// <summary>Words between a state and the number behind it, at most.</summary>
    private const int MostBefore = 5;

    /// <summary>Words of a phrase that says more than the state of those counted.</summary>
    private const int LongPhrase = 3;

    /// <summary>Null where the clause names none before the next number or mark, or says that it is not so.</summary>
    /// <param name="of">Whose states are meant.</param>
    /// <param name="isNamed">Whether what is counted names a state itself: then only a phrase behind it that says more does ("56 people were missing from its manifest").</param>
    public static string? Of(Figure figure, Article article, LanguagePack language, CountStates states, StateOf of, bool isNamed = false) =>
        Behind(figure, article.Text, language, states, of, isNamed ? LongPhrase : 1) ?? (isNamed ? null : Before(figure, article.Text, language, states, of));

    /// <summary>The last one of the clause: of "187 people on board were rescued" the verb tells what became of them.</summary>
    private static string? Behind(Figure figure, string text, LanguagePack language, CountStates states, StateOf of, int least)
    {
        var tokens = new List<Token>();
        Tokenizer.Cut(text, new TextSpan(figure.Span.Start, Math.Min(text.Length, figure.Span.End + MostLetters)), language, tokens);
        string? found = null;
        int inside = 0;
        while (inside < tokens.Count && tokens[inside].Start < figure.Span.End) inside++;
        for (int i = 0; i < tokens.Count && (i < inside || !EndsClause(tokens[i], language)); i++)
        {
            if (states.At(text, tokens, i, language.Code, of, out int words) is not { } state || words < least) continue;
            found = IsDenied(tokens, i, language, of) ? null : state;
            i += words - 1;
        }

        return found;
    }

    private static string? Before(Figure figure, string text, LanguagePack language, CountStates states, StateOf of)
    {
        int start = Math.Max(0, figure.Span.Start - MostLetters);
        while (start > 0 && start < figure.Span.Start && char.IsLetterOrDigit(text[start - 1])) start++;
        if (start >= figure.Span.Start) return null;
        var tokens = new List<Token>();
        Tokenizer.Cut(text, new TextSpan(start, figure.Span.Start), language, tokens);
        int first = tokens.Count;
        while (first > 0 && first > tokens.Count - MostBefore && !EndsClause(tokens[first - 1], language)) first--;
        string? nearest = null;
        for (int i = first; i < tokens.Count; i++)
        {
            if (states.At(text, tokens, i, language.Code, of, out int length) is { } state) (nearest, i) = (IsDenied(tokens, i, language, of) ? null : state, i + length - 1);
            else if (states.At(text, tokens, i, language.Code, StateOf.Cause, out length) is { } caused && i + length == tokens.Count) nearest = caused;
        }

        return nearest;
    }

    private static bool EndsClause(Token token, LanguagePack language) =>
        token.Kind is not TokenKind.Word || (token.Shape & TokenShape.LineStart) != 0 || (language.TryWord(token.Word, LexKind.Grammar, out int row) && (language.Grammar[row].Classes & (WordClass.And | WordClass.Coordinator | WordClass.Conjunction)) != 0);

    /// <summary>"Never closer than 500 m" tells of a distance all the same.</summary>
    private static bool IsDenied(List<Token> tokens, int i, LanguagePack language, StateOf of) =>
        of != StateOf.Length && i > 0 && language.TryWord(tokens[i - 1].Word, LexKind.Grammar, out int row) && (language.Grammar[row].Classes & WordClass.Negation) != 0;
}
