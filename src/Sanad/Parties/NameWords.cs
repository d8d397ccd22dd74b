using Sanad.Language;

namespace Sanad.Parties;

/// <summary>What the lists and the neighbours tell of one word of a name.</summary>
internal static class NameWords
{
    /// <summary>Whether a capitalised word stands beside the token.</summary>
    public static bool NextTo(Document document, Sentence sentence, int i, int side) =>
        i + side >= sentence.First && i + side < sentence.End && document.Tokens[i + side].IsCapital && document.Tokens[i + side].Kind == TokenKind.Word;

    public static bool IsKindOfPlace(Document document, int i) => document.Tokens[i].IsCapital && TryBodyWord(document, i, out BodyWordClass classes) && (classes & BodyWordClass.Place) != 0;

    public static bool IsListed(Document document, int i) =>
        document.TryHit(i, LexKind.Grammar, out _) || document.TryHit(i, LexKind.Reporting, out _) || document.TryHit(i, LexKind.People, out _)
        || document.TryHit(i, LexKind.Pronoun, out _) || document.TryHit(i, LexKind.Number, out _) || document.TryHit(i, LexKind.Calendar, out _)
        || document.TryHit(i, LexKind.Hedge, out _) || document.TryHit(i, LexKind.Unit, out _);

    /// <summary>Whether the token begins a sentence or quotation, where every word has a capital.</summary>
    public static bool IsInitial(Document document, Sentence sentence, int i)
    {
        if (i == sentence.First) return true;
        Token before = document.Tokens[i - 1];
        if (before.Kind == TokenKind.Quote) return true;
        return before.Kind == TokenKind.Punctuation && document.Text[before.Start] is '.' or '!' or '?' or ':' or '•' or '…' && !(before.IsGlued && i >= 2 && document.Tokens[i - 2].Length <= 2);
    }

    public static bool TryBodyWord(Document document, int i, out BodyWordClass classes)
    {
        bool found = document.TryHit(i, LexKind.BodyWord, out Hit hit) && hit.Count == 1;
        classes = found ? document.Language.BodyWords[hit.Entry].Classes : BodyWordClass.None;
        return found;
    }
}
