namespace Sanad.Language;

/// <summary>
/// Pairs quotation marks within a line. Newspapers close “ with " or with another “, leave marks out, and repeat the opening
/// mark on each paragraph of a long quotation; so a mark's side is read from the white space around it, and its shape only
/// where that leaves it open.
/// </summary>
internal static class Quotations
{
    /// <summary>Longest quotation in single marks, in tokens: they double as apostrophes, so a far mark is no partner.</summary>
    private const int LongestSingle = 60;

    /// <summary>Appends the quotations among tokens <c>[first, end)</c>, which are one line, in order of their opening marks.</summary>
    public static void Pair(string text, ReadOnlySpan<Token> tokens, int first, int end, List<Quotation> quotations)
    {
        int open = -1, from = quotations.Count;
        for (int i = first; i < end; i++)
        {
            if (tokens[i].Kind != TokenKind.Quote || !IsDouble(text, tokens[i], out int side)) continue;
            if (side == 0) side = SideOf(text, tokens[i]);
            if (open < 0)
            {
                if (side < 0) open = i;
                else if (side == 0 || !HasPartner(text, tokens, i, end)) open = side == 0 ? i : -1;
                else open = i;
            }
            else if (SideOf(text, tokens[i]) < 0 && (text[tokens[i].Start] == '“' || IsClosedNext(text, tokens, i, end)))
            {
                // A second opening mark: the first one was never closed.
                quotations.Add(new Quotation(open, i, false, false, false));
                open = i;
            }
            else
            {
                quotations.Add(new Quotation(open, i, true, false, false));
                open = -1;
            }
        }

        if (open >= 0 && end - open > 1) quotations.Add(new Quotation(open, end, false, false, false));
        PairSingle(text, tokens, first, end, quotations, from);
    }

    private static void PairSingle(string text, ReadOnlySpan<Token> tokens, int first, int end, List<Quotation> quotations, int from)
    {
        int doubles = quotations.Count, around = from;
        for (int i = first; i < end; i++)
        {
            if (tokens[i].Kind != TokenKind.Quote || IsDouble(text, tokens[i], out _)) continue;
            if (text[tokens[i].Start] == '’' || SideOf(text, tokens[i]) >= 0) continue;
            for (int j = i + 1; j < end && j - i <= LongestSingle; j++)
            {
                if (tokens[j].Kind != TokenKind.Quote || IsDouble(text, tokens[j], out _)) continue;
                if (SideOf(text, tokens[j]) < 0) break;
                while (around < doubles && quotations[around].Close < i) around++;
                bool inner = around < doubles && quotations[around].Open < i && j < quotations[around].Close;
                quotations.Add(new Quotation(i, j, true, true, inner));
                i = j;
                break;
            }
        }

        quotations.Sort(from, quotations.Count - from, Comparer<Quotation>.Create(static (a, b) => a.Open.CompareTo(b.Open)));
    }

    /// <summary>Whether the next double mark stands behind a word: by the space around them the two are a pair.</summary>
    private static bool IsClosedNext(string text, ReadOnlySpan<Token> tokens, int i, int end)
    {
        for (int j = i + 1; j < end; j++)
        {
            if (tokens[j].Kind == TokenKind.Quote && IsDouble(text, tokens[j], out _)) return j > i + 1 && SideOf(text, tokens[j]) > 0;
        }

        return false;
    }

    private static bool HasPartner(string text, ReadOnlySpan<Token> tokens, int i, int end)
    {
        for (int j = i + 1; j < end; j++)
        {
            if (tokens[j].Kind == TokenKind.Quote && IsDouble(text, tokens[j], out _)) return true;
        }

        return false;
    }

    /// <summary>Whether the mark is a double one, or two single ones set for it; <paramref name="side"/> is -1 for shapes that open, 1 for those that close, 0 for straight ones.</summary>
    private static bool IsDouble(string text, Token token, out int side)
    {
        char c = text[token.Start];
        side = c switch { '“' or '„' or '«' or '‟' => -1, '”' or '»' => 1, '‘' or '`' when token.Length > 1 => -1, '’' when token.Length > 1 => 1, _ => 0 };
        return side != 0 || token.Length > 1 || c is '"' or '″';
    }

    /// <summary>-1 where the mark stands before a word, 1 where it stands after one, 0 where both or neither.</summary>
    private static int SideOf(string text, Token token)
    {
        bool before = token.Start > 0 && !IsOpenSpace(text[token.Start - 1]);
        bool after = token.End < text.Length && !IsCloseSpace(text[token.End]);
        return before == after ? 0 : after ? -1 : 1;
    }

    private static bool IsOpenSpace(char c) => char.IsWhiteSpace(c) || c is '(' or '[' or '–' or '—' or '―' or '-' or '\u200b';

    private static bool IsCloseSpace(char c) => char.IsWhiteSpace(c) || c is ')' or ']' or ',' or '.' or ';' or ':' or '!' or '?' or '–' or '—' or '―' or '\u200b';
}
