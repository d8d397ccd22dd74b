using System.Text;
using Sanad.Language;

namespace Sanad.Figures;

/// <summary>What is counted: the noun phrase behind a number, read without a tagger up to the word that begins something else.</summary>
internal sealed class CountedPhrase(Document document, QuantityWords words, bool[] time)
{
    /// <summary>Longest phrase in tokens.</summary>
    private const int Longest = 7;

    /// <summary>Auxiliaries and verbs between what is counted and its state, at most: "had been found dead".</summary>
    private const int LongestLead = 4;

    /// <summary>End of the phrase that begins at <paramref name="from"/>; <paramref name="from"/> itself where none does.</summary>
    public int End(int from, int limit)
    {
        int i = from;
        while (i < limit && i - from < Longest)
        {
            Token token = document.Tokens[i];
            if (!IsIndonesian && i > from && InName(i, limit) is var named and > 0) { i += named; continue; }
            if (i > from && document.IsMark(i, '/') && token.IsGlued && i + 1 < limit && document.Tokens[i + 1] is { Kind: TokenKind.Word, IsGlued: true }) { i += 2; continue; }
            if (token.Kind != TokenKind.Word || time[i]) break;
            if (document.Has(i, LexKind.Figure))
            {
                if (Has(FigureRole.State, i, limit, out int count) || Has(FigureRole.Noun, i, limit, out count)) { i += count; continue; }
                if (Has(FigureRole.Among, i, limit, out _) || Has(FigureRole.Part, i, limit, out _) || Has(FigureRole.From, i, limit, out _)) break;
                if (IsIndonesian && i == from && Is(FigureRole.Verb, i)) break;
                if (!IsIndonesian && i == from && Is(FigureRole.Other, i)) { i++; continue; }
                if (!IsIndonesian && i > from && Is(FigureRole.Value, i) && i + 1 < limit && (IsMoney(i + 1) || document.Has(i + 1, LexKind.Hedge))) break;
                if (Is(FigureRole.Added, i) && (i > from || i + 1 >= limit || document.Tokens[i + 1].Kind != TokenKind.Word || document.Is(i + 1, WordClass.Relative | WordClass.Preposition | WordClass.Conjunction) || IsVerb(i + 1) || Is(FigureRole.Verb, i + 1))) break;
            }

            if (document.TryHit(i, LexKind.Place, out Hit place, limit) && token.IsCapital) { i = place.End; continue; }
            if (document.TryHit(i, LexKind.Number, out _) || document.TryHit(i, LexKind.Hedge, out _) || document.Has(i, LexKind.Pronoun) || IsMoney(i)) break;
            WordClass classes = document.ClassOf(i, out _);
            if (((classes & WordClass.Auxiliary) != 0 || IsVerb(i)) && StateBehind(i, limit) is var state and > 0)
            {
                i = state;
                continue;
            }

            if ((classes & (WordClass.Preposition | WordClass.Conjunction | WordClass.Relative | WordClass.Auxiliary | WordClass.Complementizer | WordClass.Predicate | WordClass.Negation | WordClass.Agent)) != 0) break;
            if ((classes & WordClass.Determiner) != 0)
            {
                if (IsIndonesian && i > from && !Is(FigureRole.Each, i)) return i + 1;
                break;
            }

            if (IsVerb(i) && i > from) break;
            if (!IsIndonesian && IsEnglishPredicate(i, from, limit)) break;
            if (document.TryHit(i, LexKind.Reporting, out _) && (i > from || IsVerb(i))) break;
            i++;
        }

        return i;
    }

    /// <summary>End of the state that auxiliaries and verbs lead to: "30 orang masih hilang", "14 people were killed", "36 people had been found dead"; 0 where they lead to none.</summary>
    private int StateBehind(int from, int limit)
    {
        int i = from + 1;
        while (i < limit && i - from < LongestLead && !Has(FigureRole.State, i, limit, out _) && document.Tokens[i].Kind == TokenKind.Word && !time[i]
            && (document.Is(i, WordClass.Auxiliary) || IsVerb(i) || Is(FigureRole.Verb, i))) i++;
        return Has(FigureRole.State, i, limit, out int length) ? i + length : 0;
    }

    private bool IsIndonesian { get; } = document.Language.Code == "id";

    /// <summary>Tokens of digits that belong to a name inside the phrase: "COVID-19 tests", "new 737 Max jets", "Model 3s"; 0 where none do.</summary>
    private int InName(int i, int limit)
    {
        int digits = document.IsMark(i, '-') ? i + 1 : i;
        if (digits >= limit || time[digits] || document.Tokens[digits] is not { Kind: TokenKind.Number, Length: <= 4 } number) return 0;
        if (digits > i) return number.IsGlued && document.Tokens[i].IsGlued ? 2 : 0;
        int behind = i + 1;
        if (behind >= limit) return 0;
        if (document.Tokens[behind].IsGlued) return document.WordAt(behind) is "s" ? 2 : 0;
        return document.Tokens[behind] is { Kind: TokenKind.Word, IsCapital: true } && !document.Tokens[i - 1].IsCapital ? 1 : 0;
    }

    /// <summary>
    /// English has no tagger here. A verb of the lists ("went", "fell") ends the phrase behind a plural or right before a preposition or article, and so does a
    /// participle ("students studying at", "73 raising the prospect").
    /// </summary>
    private bool IsEnglishPredicate(int i, int from, int limit)
    {
        if (document.Tokens[i].IsCapital) return false;
        bool leads = i + 1 < limit && (document.Is(i + 1, WordClass.Preposition | WordClass.Determiner) || document.Tokens[i + 1].Kind == TokenKind.Number);
        if (!leads && !(i > from && IsPlural(i - 1))) return false;
        ReadOnlySpan<char> word = document.WordAt(i);
        return (word.Length > 5 && word.EndsWith("ing") && (i > from || document.Is(i + 1 < limit ? i + 1 : i, WordClass.Determiner))) || Is(FigureRole.Verb, i) || Is(FigureRole.Change, i);
    }

    /// <summary>A currency before its amount, which begins another figure: "24 karat turun Rp 12.000".</summary>
    public bool IsMoney(int i)
    {
        if (i + 1 >= document.Tokens.Length || document.Tokens[i + 1].Kind != TokenKind.Number) return false;
        foreach (Hit hit in document.HitsAt(i, LexKind.Unit))
        {
            if (hit.Kind == LexKind.Unit && hit.Count == 1 && words.Units[hit.Entry].Kind == UnitKind.Currency) return true;
        }

        return false;
    }

    public bool IsPlural(int i)
    {
        ReadOnlySpan<char> word = document.WordAt(i);
        return (word.Length > 3 && word[^1] is 's' && word[^2] is not 's') || (document.TryHit(i, LexKind.People, out Hit hit) && document.Language.People[hit.Entry].Kind is "group") || word is "people" or "others";
    }

    /// <summary>
    /// Whether the word looks like a verb: in Indonesian by its prefix, so that "tentara dikerahkan" ends with "tentara"; states such as
    /// "tewas" belong to what is counted and stand in the list.
    /// </summary>
    public bool IsVerb(int i)
    {
        Token token = document.Tokens[i];
        if (token.IsCapital || token.Kind != TokenKind.Word || Is(FigureRole.Noun, i)) return false;
        return document.Language.VerbForms.Is(VerbForm.Verb, document.WordAt(i)) && !(IsIndonesian && document.TryHit(i, LexKind.People, out _));
    }

    /// <summary>Whether a phrase with the role begins at the token; <paramref name="count"/> is the longest one's length. A word may have several roles.</summary>
    public bool Has(FigureRole role, int i, int limit, out int count)
    {
        count = 0;
        if (i < 0 || i >= limit) return false;
        foreach (Hit hit in document.HitsAt(i, LexKind.Figure))
        {
            if (hit.Kind == LexKind.Figure && hit.End <= limit && hit.Count > count && words.Roles[hit.Entry] == role) count = hit.Count;
        }

        return count > 0;
    }

    /// <summary>Whether the token alone has the role.</summary>
    public bool Is(FigureRole role, int i) => i < document.Tokens.Length && Has(role, i, i + 1, out _);

    /// <summary>A word that joins two ends: "hingga", "to". The calendar's list knows it, by several rows maybe.</summary>
    public bool IsTo(int i, int limit)
    {
        if (i >= limit) return false;
        foreach (Hit hit in document.HitsAt(i, LexKind.Calendar))
        {
            if (hit.Kind == LexKind.Calendar && hit.Count == 1 && document.Language.Calendar[hit.Entry].Row[1] == "to") return true;
        }

        return false;
    }

    /// <summary>The token that sets the phrase off from what was counted before ("lainnya", "other"); -1 where none does.</summary>
    public int OtherIn(int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            if (Is(FigureRole.Other, i)) return i;
        }

        return -1;
    }

    /// <summary>End of the words before the first state: "penumpang | tewas"; the phrase's end where it holds none.</summary>
    public int HeadEnd(int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            if (Has(FigureRole.State, i, end, out _) || document.Is(i, WordClass.Auxiliary) || (i > from && IsVerb(i))) return i;
        }

        return end;
    }

    /// <summary>The phrase as a reader would enter it: small letters but for names, without an ending that stands for somebody.</summary>
    public string? TextOf(int from, int end)
    {
        if (end <= from) return null;
        var text = new StringBuilder();
        for (int i = from; i < end; i++)
        {
            Token token = document.Tokens[i];
            if (document.Is(i, WordClass.Determiner) && IsIndonesian && (i == from || !time[i - 1])) continue;
            bool belongs = (Has(FigureRole.Noun, i, end, out int words) && words > 1) || (i > from && Has(FigureRole.State, i - 1, end, out words) && words > 1);
            if ((document.Is(i, WordClass.Auxiliary) && !belongs) || (i == from && end > from + 1 && Is(FigureRole.Added, i))) continue;
            if (text.Length > 0 && !token.IsGlued) text.Append(' ');

            // "akibat runtuhnya gedung": in front of its noun the ending stands for nobody.
            bool stands = token.HasClitic && !(i > from && i + 1 < end && Is(FigureRole.Modifier, i - 1));
            ReadOnlySpan<char> word = document.Text.AsSpan(token.Start, stands ? token.StemLength : token.Length);
            text.Append(word);
        }

        return text.Length == 0 ? null : text.ToString();
    }

    /// <summary>End of an enumeration that goes on behind the noun: "ribuan penambang, petani, dan pekerja pabrik"; the noun's end where none does.</summary>
    public int ListEnd(int end, int limit)
    {
        int i = end;
        for (int items = 0; items < 6 && i < limit; items++)
        {
            bool comma = document.IsMark(i, ',');
            int next = comma ? i + 1 : i;
            bool last = next < limit && document.Is(next, WordClass.And);
            if (last) next++;
            if (!comma && !last) return end;
            int item = next;
            while (item < limit && item - next < 3 && IsItem(item)) item++;
            if (item == next || (item == next + 1 && IsLeaving(next, limit)) || (item < limit && document.Tokens[item].Kind == TokenKind.Number)) return end;
            if (last) return items > 0 ? item : end;
            i = item;
        }

        return end;
    }

    /// <summary>"killing seven people, and leaving dozens missing": a participle with an object of its own.</summary>
    private bool IsLeaving(int i, int limit) =>
        !IsIndonesian && document.WordAt(i).EndsWith("ing", StringComparison.Ordinal) && i + 1 < limit && (document.Is(i + 1, WordClass.Determiner) || document.Has(i + 1, LexKind.Number) || document.Has(i + 1, LexKind.Scale) || document.Has(i + 1, LexKind.Hedge));

    private bool IsItem(int i) =>
        document.Tokens[i] is { Kind: TokenKind.Word, IsCapital: false } && !time[i] && !IsVerb(i) && !document.TryHit(i, LexKind.Number, out _) && !document.TryHit(i, LexKind.Scale, out _)
        && !document.Is(i, WordClass.Preposition | WordClass.Conjunction | WordClass.Relative | WordClass.Auxiliary | WordClass.Predicate | WordClass.Negation | WordClass.Determiner | WordClass.Connective | WordClass.Complementizer)
        && !document.TryHit(i, LexKind.Reporting, out _) && (Is(FigureRole.Area, i) || !document.TryHit(i, LexKind.Figure, out _)) && !document.TryHit(i, LexKind.Hedge, out _);

    /// <summary>What a word before the figure says of what it counts: "menewaskan 14 orang", "korban tewas menjadi 26 orang", "the death toll rose to 26"; null where none does.</summary>
    /// <param name="after">End of the figure before in the sentence, which keeps its own state; the sentence's start where there is none.</param>
    public string? StateBefore(int first, int after, Sentence sentence)
    {
        for (int i = first - 1; i >= Math.Max(after, sentence.First) && first - i <= 22; i--)
        {
            if (document.Tokens[i].Kind == TokenKind.Number || document.IsMark(i, ';')) return null;
            foreach (Hit hit in document.HitsAt(i, LexKind.Figure))
            {
                if (hit.Kind == LexKind.Figure && hit.End <= first && words.Roles[hit.Entry] == FigureRole.Cause) return document.Language.FigureWords[hit.Entry].Row[2];
            }
        }

        return null;
    }
}
