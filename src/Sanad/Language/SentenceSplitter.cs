namespace Sanad.Language;

/// <summary>Cuts a line into sentences; quotations stay whole.</summary>
internal static class SentenceSplitter
{
    /// <summary>Longest sentence in tokens; a run without a full stop is cut here, so that later stages stay bounded.</summary>
    private const int Longest = 400;

    /// <summary>Tokens from the end of a quotation to the verb of saying behind its speaker, at most.</summary>
    private const int LongestSpeaker = 16;

    public static void Split(
        string text, LanguagePack language, ReadOnlySpan<Token> tokens, int first, int end, int part,
        ReadOnlySpan<Quotation> quotations, int firstQuotation, List<Sentence> sentences)
    {
        int start = first, q = firstQuotation;
        for (int i = first; i < end; i++)
        {
            while (q < quotations.Length && (quotations[q].Close < i || quotations[q].Single)) q++;
            bool quoted = q < quotations.Length && quotations[q].Open <= i && i < quotations[q].Close && quotations[q].Closed;
            bool cut = i - start >= Longest || (!quoted && Ends(text, language, tokens, i, end, start, quotations, q));
            if (!cut) continue;
            int stop = i + 1;
            while (stop < end && tokens[stop].IsGlued && IsTrailing(text, tokens[stop]) && !Opens(quotations, q, stop)) stop++;
            sentences.Add(new Sentence(start, stop, part));
            start = stop;
            i = stop - 1;
        }

        if (start < end) sentences.Add(new Sentence(start, end, part));
    }

    /// <summary>Whether the token opens a quotation: "… selesai."Kami siap," with no space between them.</summary>
    private static bool Opens(ReadOnlySpan<Quotation> quotations, int q, int token)
    {
        for (; q < quotations.Length && quotations[q].Open <= token; q++)
        {
            if (quotations[q].Open == token) return true;
        }

        return false;
    }

    /// <summary>Whether a sentence ends with token <paramref name="i"/>: a stop that is no abbreviation's, and something that may begin a sentence after it.</summary>
    private static bool Ends(
        string text, LanguagePack language, ReadOnlySpan<Token> tokens, int i, int end, int start, ReadOnlySpan<Quotation> quotations, int q)
    {
        Token token = tokens[i];
        char c = text[token.Start];
        bool closing = token.Kind == TokenKind.Quote && q < quotations.Length && quotations[q].Closed && quotations[q].Close == i;
        if (closing)
        {
            // “… selesai.” Jessie kemudian …: the stop stands inside the marks.
            if (i == start || text[tokens[i - 1].Start] is not ('.' or '!' or '?' or '…')) return false;
        }
        else if (token.Kind != TokenKind.Punctuation || c is not ('.' or '!' or '?' or '…'))
        {
            return false;
        }

        if (i + 1 >= end) return true;
        Token next = tokens[i + 1];
        if (next.IsGlued && next.Kind != TokenKind.Quote && !(c is '.' && token.Length == 1 && i > start && next.IsCapital && tokens[i - 1].Length > 3 && tokens[i - 1].Kind == TokenKind.Word && !tokens[i - 1].IsCapital)) return false;
        bool opens = next.Kind == TokenKind.Quote || next.Kind == TokenKind.Number || next.IsCapital || text[next.Start] is '(' or '[' or '-' or '–' or '—' or '•';
        if (!opens) return false;
        if (closing && text[next.Start] is '-' or '–' or '—' or '―' && i + 2 < end && tokens[i + 2].IsCapital && !tokens[i + 2].IsGlued) return false; // “…” — Budi
        if (closing) return text[tokens[i - 1].Start] is not ('!' or '?') || !IsSaid(text, language, tokens, i + 1, end);
        if (c != '.' || i == start) return true;
        Token before = tokens[i - 1];
        if (before.Kind != TokenKind.Word || !token.IsGlued) return true;
        if (before.Length == 1 && (before.IsCapital || IsClock(text, language, tokens, i))) return false;
        return !language.Abbreviations.Contains(text[before.Start..before.End]);
    }

    /// <summary>“How long?” | Mayor Beliu, now in office, asked. A speaker and what he did, of which nothing but the quotation can be the object; commas stand in pairs.</summary>
    private static bool IsSaid(string text, LanguagePack language, ReadOnlySpan<Token> tokens, int first, int end)
    {
        bool inside = false;
        for (int i = first; i < end && i - first < LongestSpeaker; i++)
        {
            if (tokens[i].Kind == TokenKind.Punctuation)
            {
                char c = text[tokens[i].Start];
                if (c == ',') inside = !inside;
                else if (c is '!' or '?' or ':' or ';' || (c == '.' && !language.Abbreviations.Contains(text[tokens[i - 1].Start..tokens[i - 1].End]) && tokens[i - 1].Length > 1)) return false;
            }
            else if (i > first && !inside && language.TryWord(tokens[i].Word, LexKind.Reporting, out int row) && (language.Reporting[row].Frames & Frame.Noun) == 0)
            {
                Frame frames = language.Reporting[row].Frames;
                return (frames & Frame.Post) != 0 && (i + 1 >= end || (frames & Frame.Told) != 0 || EndsSaying(text, language, tokens[i + 1]));
            }
        }

        return false;
    }

    private static bool EndsSaying(string text, LanguagePack language, Token next) => next.Kind == TokenKind.Punctuation
        ? text[next.Start] is '.' or ','
        : language.TryWord(next.Word, LexKind.Calendar, out _)
            || (language.TryWord(next.Word, LexKind.Grammar, out int row) && (language.Grammar[row].Classes & WordClass.Complementizer) == 0 && (language.Grammar[row].Classes & (WordClass.Preposition | WordClass.Addressee | WordClass.Conjunction)) != 0);

    /// <summary>"5 p.m. EST", "9 a.m. Monday": the stop of a clock time, with a zone or day behind it.</summary>
    private static bool IsClock(string text, LanguagePack language, ReadOnlySpan<Token> tokens, int i) =>
        i >= 3 && i + 1 < tokens.Length && text[tokens[i - 1].Start] == 'm' && tokens[i - 2].IsGlued && text[tokens[i - 2].Start] == '.' && text[tokens[i - 3].Start] is 'a' or 'p'
        && language.TryWord(tokens[i + 1].Word, LexKind.Calendar, out int row) && language.Calendar[row].Row[1] is "zone" or "weekday" or "month";

    private static bool IsTrailing(string text, Token token) => (text[token.Start] is ')' or ']' or '”' or '"' or '’' or '*' || (token.Length > 1 && text[token.Start] == '\'')) && token.Kind != TokenKind.Word;
}
