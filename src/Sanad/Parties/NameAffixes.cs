using Sanad.Language;

namespace Sanad.Parties;

/// <summary>What stands beside names and belongs to none of their words: the corps behind a rank, degrees, particles.</summary>
internal sealed class NameAffixes(Document document)
{
    /// <summary>"Kombes Pol (P) Budi", "Jenderal TNI (Purn.) Budi": end of what goes on from the rank that ends at the token, where a name follows.</summary>
    public int PastCorps(int end, Sentence sentence)
    {
        int i = end;
        while (i < sentence.End)
        {
            if (document.IsMark(i, '.') && document.Tokens[i].IsGlued && i + 1 < sentence.End && (document.Tokens[i + 1].IsCapital || document.IsMark(i + 1, '('))) { i++; continue; }
            if (document.IsMark(i, '('))
            {
                int close = i + 1;
                while (close < sentence.End && close - i < 6 && !document.IsMark(close, ')')) close++;
                if (close + 1 >= sentence.End || !document.IsMark(close, ')') || !document.Tokens[i + 1].IsCapital || document.Tokens[i + 1].Length > 6 || !document.Tokens[close + 1].IsCapital) break;
                i = end = close + 1;
                continue;
            }

            if (document.Tokens[i].IsCapital && TryParticle(i, "corps", out int past) && past < sentence.End && (document.Tokens[past].IsCapital || document.IsMark(past, '.') || document.IsMark(past, '(')))
            {
                i = end = past;
                continue;
            }

            break;
        }

        // "Irjen Pol. Budi": the stop shortens the rank.
        return i == end + 1 && document.IsMark(end, '.') ? i : end;
    }

    /// <summary>"Rana Sulaiman, S.H., M.Si.": the degrees behind a name, and the comma that closes them; <paramref name="end"/> itself where there are none.</summary>
    public int PastDegrees(int end, Sentence sentence)
    {
        int i = end;
        while (i < sentence.End)
        {
            int at = document.IsMark(i, ',') ? i + 1 : i;
            if (at >= sentence.End || !document.Tokens[at].IsCapital || !TryDegree(at, sentence, at > i, out int past)) break;
            if (past + 1 < sentence.End && document.IsMark(past, '.') && document.Tokens[past].IsGlued) past++;
            i = past;
        }

        return i > end && i + 1 < sentence.End && document.IsMark(i, ',') && document.TryHit(i + 1, LexKind.Reporting, out _) ? i + 1 : i;
    }

    /// <summary>A degree of the list, or behind a comma one that looks so: "Sp.GK", "M.Kes", "SpPD-KGEH".</summary>
    private bool TryDegree(int i, Sentence sentence, bool comma, out int end)
    {
        if (TryParticle(i, "degree", out end) && end <= sentence.End && !(end < sentence.End && document.IsMark(end, '.') && end + 1 < sentence.End && document.Tokens[end + 1] is { IsGlued: true, Kind: TokenKind.Word })) return true;
        end = i;
        if (!comma) return false;
        ReadOnlySpan<char> word = document.WordAt(i);
        if (word.Length > 2 && word[0] == 'S' && word[1] == 'p' && char.IsUpper(word[2])) end = i + 1;
        while (end == i && document.Tokens[i].Length <= 3 && i + 2 < sentence.End && document.IsMark(i + 1, '.') && document.Tokens[i + 1].IsGlued && document.Tokens[i + 2] is { IsGlued: true, Kind: TokenKind.Word }) end = i + 3;
        while (end > i + 1 && end + 1 < sentence.End && document.IsMark(end, '.') && document.Tokens[end].IsGlued && document.Tokens[end + 1] is { IsGlued: true, Kind: TokenKind.Word }) end += 2;
        return end > i;
    }

    public bool TryParticle(int i, string kind, out int end)
    {
        end = i;
        foreach (Hit hit in document.HitsAt(i, LexKind.Particle))
        {
            if (hit.Kind == LexKind.Particle && document.Language.Particles[hit.Entry].Kind == kind) end = hit.End;
        }

        return end > i;
    }
}
