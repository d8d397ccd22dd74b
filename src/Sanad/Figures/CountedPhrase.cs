using System.Text;
using Sanad.Language;

namespace Sanad.Figures;

/// <summary>What is counted: the noun phrase behind a number, read without a tagger up to the word that begins something else.</summary>
internal sealed class CountedPhrase(Document document, QuantityWords words, bool[] time)
{
    /// <summary>Longest phrase in tokens.</summary>
    private const int Longest = 7;

    /// <summary>End of the phrase that begins at <paramref name="from"/>; <paramref name="from"/> itself where none does.</summary>
    public int End(int from, int limit)
    {
        int i = from;
        while (i < limit && i - from < Longest)
        {
            Token token = document.Tokens[i];
            if (token.Kind != TokenKind.Word || time[i]) break;
            if (TryRole(i, limit, out FigureRole role, out int count))
            {
                if (role == FigureRole.State) { i += count; continue; }
                if (role is FigureRole.Among or FigureRole.Part or FigureRole.From) break;
            }

            if (document.TryHit(i, LexKind.Place, out Hit place, limit) && token.IsCapital) { i = place.End; continue; }
            if (document.TryHit(i, LexKind.Number, out _) || document.TryHit(i, LexKind.Hedge, out _)) break;
            WordClass classes = document.ClassOf(i, out _);
            if (i + 1 < limit && ((classes & WordClass.Auxiliary) != 0 || IsVerb(i)) && TryRole(i + 1, limit, out FigureRole after, out int length) && after == FigureRole.State)
            {
                // "30 orang masih hilang", "14 people were killed"
                i += 1 + length;
                continue;
            }

            if ((classes & (WordClass.Preposition | WordClass.Conjunction | WordClass.Relative | WordClass.Auxiliary | WordClass.Complementizer | WordClass.Predicate | WordClass.Negation | WordClass.Agent)) != 0) break;
            if ((classes & WordClass.Determiner) != 0)
            {
                if (document.Language.Code == "id" && i > from) return i + 1;
                break;
            }

            if (IsVerb(i) && i > from) break;
            if (document.TryHit(i, LexKind.Reporting, out _) && i > from) break;
            i++;
        }

        return i;
    }

    /// <summary>
    /// Whether the word looks like a verb: in Indonesian by its prefix, so that "tentara dikerahkan" ends with "tentara"; states such as
    /// "tewas" belong to what is counted and stand in the list.
    /// </summary>
    private bool IsVerb(int i)
    {
        Token token = document.Tokens[i];
        if (token.IsCapital) return false;
        ReadOnlySpan<char> word = document.WordAt(i);
        if (document.Language.Code == "id")
            return word.Length >= 6 && (word.StartsWith("men") || word.StartsWith("mem") || word.StartsWith("di") || word.StartsWith("ber")) && !document.TryHit(i, LexKind.People, out _);
        return word.Length > 3 && word.EndsWith("ed");
    }

    public bool TryRole(int i, int limit, out FigureRole role, out int count)
    {
        role = default;
        count = 0;
        if (i >= limit || !document.TryHit(i, LexKind.Figure, out Hit hit, limit)) return false;
        role = words.Roles[hit.Entry];
        count = hit.Count;
        return true;
    }

    /// <summary>The phrase as a reader would enter it: small letters but for names, without an ending that stands for somebody.</summary>
    public string? TextOf(int from, int end)
    {
        if (end <= from) return null;
        var text = new StringBuilder();
        for (int i = from; i < end; i++)
        {
            Token token = document.Tokens[i];
            if (document.Is(i, WordClass.Determiner) && document.Language.Code == "id") continue;
            if (document.Is(i, WordClass.Auxiliary)) continue;
            if (text.Length > 0 && !token.IsGlued) text.Append(' ');
            ReadOnlySpan<char> word = document.Text.AsSpan(token.Start, token.HasClitic ? token.StemLength : token.Length);
            text.Append(word);
        }

        return text.Length == 0 ? null : text.ToString();
    }

    /// <summary>What a word before the figure says of what it counts: "menewaskan 14 orang", "korban tewas menjadi 26 orang", "the death toll rose to 26"; null where none does.</summary>
    public string? StateBefore(int first, Sentence sentence)
    {
        for (int i = first - 1; i >= sentence.First && first - i <= 22; i--)
        {
            if (document.Tokens[i].Kind == TokenKind.Number || document.IsMark(i, ';')) return null;
            if (document.TryHit(i, LexKind.Figure, out Hit hit, first) && words.Roles[hit.Entry] == FigureRole.Cause) return document.Language.FigureWords[hit.Entry].Row[2];
        }

        return null;
    }

    /// <summary>The place named nearest behind the figure in its sentence, else before it: "di wilayah Kursk".</summary>
    public string? Where(int first, int end, Sentence sentence)
    {
        for (int i = end; i < sentence.End && i - end < 14; i++)
        {
            if (TryPlace(i, sentence.End, out string? place)) return place;
        }

        for (int i = first - 1; i >= sentence.First && first - i < 14; i--)
        {
            if (TryPlace(i, first, out string? place)) return place;
        }

        return null;
    }

    private bool TryPlace(int i, int limit, out string? place)
    {
        place = null;
        if (!TryRole(i, limit, out FigureRole role, out _) || role != FigureRole.Place) return false;
        int at = i + 1;
        while (at < limit && at - i < 3 && !document.Tokens[at].IsCapital && document.Tokens[at].Kind == TokenKind.Word && !document.Is(at, WordClass.Preposition | WordClass.Conjunction)) at++;
        if (at >= limit || !document.Tokens[at].IsCapital || document.Tokens[at].Kind != TokenKind.Word || time[at]) return false;
        int end = at;
        while (end < limit && document.Tokens[end].Kind == TokenKind.Word && document.Tokens[end].IsCapital && !time[end]) end++;
        place = document.SpanOf(at, end).Of(document.Text).ToString();
        return true;
    }
}
