using Sanad.Language;
using Sanad.Parties;

namespace Sanad.Attribution;

/// <summary>By what a phrase is known that can name a speaker.</summary>
internal static class SpeakerSigns
{
    /// <summary>Whether a phrase that can speak begins here: a name, title, pronoun, noun of people, or a word that counts or points to one.</summary>
    public static bool BeginsNoun(SentenceView view, int i, int limit)
    {
        if (i >= limit || i < 0) return false;
        if (view.Parties.SegmentAt(i) >= 0) return true;
        Document document = view.Document;
        if (document.TryHit(i, LexKind.People, out _) || document.TryHit(i, LexKind.Pronoun, out _) || document.TryHit(i, LexKind.Title, out _)) return true;
        if (document.TryHit(i, LexKind.Number, out Hit number) && number.End < limit) return document.TryHit(number.End, LexKind.People, out _);
        WordClass classes = document.ClassOf(i, out int count);
        if ((classes & WordClass.Determiner) != 0 && i + count < limit) return true;
        if (document.TryHit(i, LexKind.Reporting, out Hit noun) && (document.Language.Reporting[noun.Entry].Frames & Frame.Noun) != 0) return true;
        return document.Tokens[i].HasClitic && document.Tokens[i].Word != 0 && document.TryHit(i, LexKind.People, out _);
    }

    /// <summary>Whether a word like "menurut", which needs its speaker right behind it, stands before the token.</summary>
    public static bool IsLed(Document document, int i) => TitlePhrase.IsLed(document, i);

    /// <summary>A verb by its letters, names and nouns of people apart; in English none is told so.</summary>
    public static bool IsVerb(SentenceView view, int i) =>
        view.Parties.SegmentAt(i) < 0 && !view.Document.Tokens[i].IsCapital && view.Document.Language.VerbForms.Is(VerbForm.Active, view.Document.WordAt(i)) && !view.Document.Has(i, LexKind.People) && !view.Document.Has(i, LexKind.Title)
        && !view.Document.Has(i, LexKind.Grammar);

    public static bool HasName(SentenceView view, TokenRange range)
    {
        for (int i = range.First; i < range.End; i++)
        {
            int segment = view.Parties.SegmentAt(i);
            if (segment >= 0 && view.Parties.Segments[segment].Kind == SegmentKind.Name) return true;
        }

        return false;
    }

    public static bool HasParty(SentenceView view, TokenRange range)
    {
        for (int i = range.First; i < range.End; i++)
        {
            if (view.Parties.SegmentAt(i) >= 0 || view.Document.TryHit(i, LexKind.People, out _)) return true;
        }

        return false;
    }

    public static bool IsTitled(SentenceView view, TokenRange range)
    {
        for (int i = range.First; i < range.End; i++)
        {
            if (view.Document.TryHit(i, LexKind.Title, out _) || view.Document.TryHit(i, LexKind.People, out _)) return true;
        }

        return false;
    }

    public static bool IsApposition(SentenceView view, TokenRange inner) =>
        !inner.IsEmpty && (view.Document.TryHit(inner.First, LexKind.Title, out _) || HasName(view, inner) || view.Document.TryHit(inner.First, LexKind.People, out _)
            || (view.Is(inner.First, WordClass.Determiner) && IsTitled(view, inner)) || view.Document.Tokens[inner.First].Kind == TokenKind.Number);

    /// <summary>A name at the token, behind titles: its end.</summary>
    public static bool TryName(SentenceView view, int i, out int end)
    {
        end = i;
        bool found = false;
        while (end < view.End && view.Parties.SegmentAt(end) is >= 0 and var segment)
        {
            found |= view.Parties.Segments[segment].Kind != SegmentKind.Title;
            end = view.Parties.Segments[segment].End;
        }

        return found;
    }
}
