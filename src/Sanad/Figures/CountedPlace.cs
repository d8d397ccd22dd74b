using Sanad.Language;

namespace Sanad.Figures;

/// <summary>
/// Where something is counted. The place named behind the figure and before the next number is the nearest; else the one before it, behind the last figure;
/// else one further behind, which then holds for all figures of the list ("12 tewas dan 30 luka di Cianjur").
/// </summary>
internal sealed class CountedPlace(Document document, CountedPhrase counted, bool[] time)
{
    /// <summary>Tokens looked at on either side.</summary>
    private const int Reach = 14;

    /// <summary>Longest name in tokens.</summary>
    private const int LongestName = 6;

    /// <param name="after">End of the figure before in the sentence; the sentence's start where there is none.</param>
    public string? Of(int first, int end, int after, Sentence sentence)
    {
        int limit = Math.Min(sentence.End, end + Reach), turn = end;

        // What is quoted and what stands around it are told by two people.
        for (int i = end; i < limit; i++)
        {
            if (document.Tokens[i].Kind == TokenKind.Quote) limit = i;
        }

        while (turn < limit && !IsTurn(turn)) turn++;
        if (Between(end, turn) is { } near) return near;
        for (int i = first - 1; i >= Math.Max(after, first - Reach); i--)
        {
            if (document.Tokens[i].Kind == TokenKind.Quote) break;
            if (TryRead(i, first, out string? place)) return place;
        }

        return Between(turn, limit);
    }

    private string? Between(int from, int limit)
    {
        for (int i = from; i < limit; i++)
        {
            if (TryRead(i, document.Tokens.Length, out string? place)) return place;
        }

        return null;
    }

    /// <summary>Another number, or a comma before a clause of its own: what is said behind is of something else.</summary>
    private bool IsTurn(int i)
    {
        if (document.Tokens[i].Kind == TokenKind.Number) return !time[i];
        return document.IsMark(i, ';') || (document.IsMark(i, ',') && i + 1 < document.Tokens.Length && document.Is(i + 1, WordClass.Coordinator | WordClass.Conjunction) && !document.Is(i + 1, WordClass.Preposition));
    }

    private bool TryRead(int i, int limit, out string? place)
    {
        place = null;
        if (!counted.Has(FigureRole.Place, i, limit, out _)) return false;
        int at = i + 1;
        while (at < limit && at - i < 5 && document.Tokens[at] is { Kind: TokenKind.Word, IsCapital: false } && IsBeforeName(at)) at++;
        if (at >= limit || !IsName(at) || document.Has(at, LexKind.Unit) || document.Is(at, WordClass.Determiner)) return false;
        if (document.TryHit(at, LexKind.Place, out Hit known, limit) && known.Count > 1)
        {
            place = document.SpanOf(at, known.End).Of(document.Text).ToString();
            return true;
        }

        // "in the southern French city"
        if (document.Language.Code != "id" && at + 1 < limit && counted.Is(FigureRole.Area, at + 1) && !document.Tokens[at + 1].IsCapital) return false;
        int end = at + 1;
        while (end < limit && end - at < LongestName && IsName(end) && (document.Tokens[end].Shape & TokenShape.LineStart) == 0 && !IsBehindName(end)) end++;
        place = document.SpanOf(at, end).Of(document.Text).ToString();
        return true;
    }

    /// <summary>"di wilayah Kursk", "in the southern city of Harrow".</summary>
    private bool IsBeforeName(int i) =>
        counted.Is(FigureRole.Area, i) || document.WordAt(i) is "the" || (document.WordAt(i) is "of" && counted.Is(FigureRole.Area, i - 1));

    private bool IsName(int i) => document.Tokens[i] is { Kind: TokenKind.Word, IsCapital: true } && !time[i];

    /// <summary>In a title every word has a capital: what says how the sentence goes on is no part of a name ("di Lampung Barat Jadi 14").</summary>
    private bool IsBehindName(int i) =>
        document.Is(i, WordClass.Predicate | WordClass.Auxiliary | WordClass.Preposition | WordClass.Conjunction | WordClass.Relative | WordClass.Negation | WordClass.Future)
        || counted.Is(FigureRole.Verb, i) || counted.Is(FigureRole.Change, i) || counted.Is(FigureRole.Growth, i) || counted.Is(FigureRole.State, i) || counted.Is(FigureRole.Cause, i) || counted.Is(FigureRole.Becomes, i) || counted.Is(FigureRole.Found, i)
        || document.Has(i, LexKind.Reporting) || document.Has(i, LexKind.Number) || document.Has(i, LexKind.Hedge) || IsVerbForm(i);

    /// <summary>A verb, whatever its case: "Diterjang", "Mengungsi"; names that begin alike ("Merauke", "Bersama") are shorter or in the lists.</summary>
    private bool IsVerbForm(int i) => document.Language.VerbForms.Is(VerbForm.Heading, document.WordAt(i)) && !document.Has(i, LexKind.Place);
}
