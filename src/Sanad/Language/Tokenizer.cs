using System.Globalization;
using System.Text;
using Sanad.Text;

namespace Sanad.Language;

/// <summary>Cuts a text into tokens, each word looked up once in the lexicon.</summary>
public static class Tokenizer
{
    /// <summary>The longest word that is looked up; longer runs of letters are no words of any language.</summary>
    internal const int LongestWord = 64;

    /// <summary>Appends the tokens of <paramref name="span"/> to <paramref name="tokens"/>; offsets count from the start of the whole text.</summary>
    public static void Cut(string text, TextSpan span, LanguagePack language, List<Token> tokens)
    {
        int i = span.Start, last = -1;
        bool lineStart = true;
        Span<char> buffer = stackalloc char[LongestWord];
        while (i < span.End)
        {
            char c = text[i];
            if (IsSpace(c))
            {
                lineStart |= c == '\n';
                i++;
                continue;
            }

            int end = End(text, i, span.End, out TokenKind kind);
            ReadOnlySpan<char> word = text.AsSpan(i, end - i);
            TokenShape shape = last == i ? TokenShape.Glued : TokenShape.None;
            if (lineStart) shape |= TokenShape.LineStart;
            int id = 0, stem = word.Length;
            uint hash = FeatureList.Of(word);
            if (word.Length <= LongestWord) id = language.Lexicon.Word(word, hash);
            if (kind == TokenKind.Word)
            {
                shape |= ShapeOf(word);
                if (id == 0 && word.Length <= LongestWord)
                {
                    if (!Ascii.IsValid(word)) id = language.Lexicon.Word(Straight(word, buffer));
                    if (id == 0 && language.Clitics.TryStrip(word, out stem, out bool person))
                    {
                        if (person) shape |= TokenShape.Clitic;
                        id = language.Lexicon.Word(word[..stem]);
                    }
                }
            }

            tokens.Add(new Token(i, end, kind, shape, id, stem) { Hash = hash });
            last = end;
            i = end;
            lineStart = false;
        }
    }

    /// <summary>The words of a form of the word lists, cut as in a text.</summary>
    public static IEnumerable<string> Cut(string form)
    {
        int i = 0;
        while (i < form.Length)
        {
            if (char.IsWhiteSpace(form[i])) { i++; continue; }
            int end = End(form, i, form.Length, out _);
            yield return form[i..end];
            i = end;
        }
    }

    /// <summary>Where the token that begins at <paramref name="i"/> ends; behind the character where none begins.</summary>
    internal static int NextEnd(string text, int i, int limit) => IsSpace(text[i]) ? i + 1 : End(text, i, limit, out _);

    /// <summary>Where the token that begins at <paramref name="i"/> ends, and its kind.</summary>
    private static int End(string text, int i, int limit, out TokenKind kind)
    {
        char c = text[i];
        int j = i + 1;
        if (c == '@' && j < limit && (char.IsLetterOrDigit(text[j]) || text[j] == '_'))
        {
            while (j < limit && (char.IsLetterOrDigit(text[j]) || text[j] == '_' || (text[j] == '.' && j + 1 < limit && char.IsLetterOrDigit(text[j + 1])))) j++;
            kind = TokenKind.Word;
            return j;
        }

        if (IsLetter(text, i, limit, out int width))
        {
            j = i + width;
            while (j < limit)
            {
                if (char.IsAsciiLetter(text[j])) j++;
                else if (IsLetter(text, j, limit, out width)) j += width;
                else if (text[j] is >= '\u00a1' and <= '\u00bf' && text[j] is not ('«' or '»') && IsLetter(text, j + 1, limit, out _)) j++; // a letter read in the wrong encoding
                else if (text[j] is '-' or '\u2010' or '\u2011' or '\'' or '’' or 'ʼ' && IsLetter(text, j + 1, limit, out _) && !IsEnglishPossessive(text, j, limit)) j++;
                else break;
            }

            kind = TokenKind.Word;
            return j;
        }

        if (char.IsAsciiDigit(c))
        {
            while (j < limit && (char.IsAsciiDigit(text[j]) || (text[j] is '.' or ',' && j + 1 < limit && char.IsAsciiDigit(text[j + 1])))) j++;
            kind = TokenKind.Number;
            return j;
        }

        if (c == '’' || c == '\'' || c == 'ʼ')
        {
            // 's after a word is a token of its own, so that "Kirby's" holds the name.
            if (j < limit && text[j] is 's' or 'S' && i > 0 && char.IsLetter(text[i - 1]) && (j + 1 >= limit || !char.IsLetter(text[j + 1])))
            {
                kind = TokenKind.Word;
                return j + 1;
            }
        }

        if (char.IsHighSurrogate(c) && j < limit && char.IsLowSurrogate(text[j])) j++;
        if (c == '.' || c == '-') while (j < limit && text[j] == c) j++;
        if (c is '\'' or '‘' or '’' or '`' && j < limit && text[j] == c) j++; // two single marks for a double one
        kind = c is '"' or '“' or '”' or '„' or '‟' or '«' or '»' or '‘' or '’' or '\'' or '`' or '″' ? TokenKind.Quote : TokenKind.Punctuation;
        return j;
    }

    private static bool IsLetter(string text, int i, int limit, out int width)
    {
        width = 1;
        if (i >= limit) return false;
        char c = text[i];
        if (char.IsLetter(c)) return true;
        if (char.IsHighSurrogate(c) && i + 1 < limit && char.IsLowSurrogate(text[i + 1]))
        {
            width = 2;
            return CharUnicodeInfo.GetUnicodeCategory(text, i) is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.OtherLetter;
        }

        return CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }

    private static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is '\u200b' or '\ufeff' or '\u00ad';

    private static bool IsEnglishPossessive(string text, int i, int limit) =>
        text[i] is '\'' or '’' && i + 1 < limit && text[i + 1] is 's' or 'S' && (i + 2 >= limit || !char.IsLetter(text[i + 2]));

    private static TokenShape ShapeOf(ReadOnlySpan<char> word)
    {
        // Most words show by their first letters that they are not all capitals.
        if (char.IsAsciiLetterLower(word[0])) return TokenShape.None;
        if (word.Length > 1 && char.IsAsciiLetterLower(word[1]) && char.IsAsciiLetterUpper(word[0])) return TokenShape.Capital;
        int letters = 0, capitals = 0;
        foreach (char c in word)
        {
            if (!char.IsLetter(c)) continue;
            letters++;
            if (char.IsUpper(c)) capitals++;
        }

        TokenShape shape = char.IsUpper(word[0]) || word[0] == '@' ? TokenShape.Capital : TokenShape.None;
        return capitals >= 2 && capitals == letters ? shape | TokenShape.AllCaps : shape;
    }

    /// <summary>The word with straight hyphens and apostrophes, as the word lists spell them.</summary>
    private static ReadOnlySpan<char> Straight(ReadOnlySpan<char> word, Span<char> buffer)
    {
        for (int i = 0; i < word.Length; i++)
        {
            buffer[i] = word[i] switch { '\u2010' or '\u2011' => '-', '’' or 'ʼ' => '\'', char c => c };
        }

        return buffer[..word.Length];
    }
}
