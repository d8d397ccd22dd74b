using Sanad.Language;

namespace Sanad.Attribution;

/// <summary>Reads the act from the cue, and where the cue only says "say" from what the content says of itself.</summary>
internal static class ActReader
{
    public static Act Read(Document document, Candidate candidate)
    {
        if (candidate.Act != Act.Say || candidate.Content.Count == 0) return candidate.Act;
        TokenRange first = candidate.Content[0];
        int end = Math.Min(candidate.ContentEnd, document.Tokens.Length);
        if (end > first.First && IsQuestion(document, end)) return Act.Ask;
        for (int i = first.First; i < end; i++)
        {
            if (document.TryHit(i, LexKind.Act, out Hit mark, end) && document.Language.Acts[mark.Entry] is var word && (!word.AtStart || IsFirstWord(document, first.First, i))
                && (i == first.First || !document.Is(i - 1, WordClass.Negation))) return word.Act;

            // "kami memperkirakan …": a speaker who names the act. "saya tanya" tells of a question asked before.
            if (i > first.First && document.TryHit(i - 1, LexKind.Pronoun, out Hit self) && document.Language.Pronouns[self.Entry].Number == "self"
                && document.TryHit(i, LexKind.Reporting, out Hit act) && document.Language.Reporting[act.Entry].Act is not Act.Ask and var named) return named;
        }

        return Act.Say;
    }

    private static bool IsFirstWord(Document document, int first, int i)
    {
        for (int j = first; j < i; j++)
        {
            if (document.Tokens[j].Kind == TokenKind.Word) return false;
        }

        return true;
    }

    private static bool IsQuestion(Document document, int end)
    {
        for (int i = end - 1; i >= 0 && end - i <= 3; i--)
        {
            if (document.IsMark(i, '?')) return true;
            if (document.Tokens[i].Kind == TokenKind.Word) return false;
        }

        return false;
    }
}
