using Sanad.Language;
using Sanad.Text;

namespace Sanad.Attribution;

/// <summary>Finds where the content of a statement begins behind its cue, where it ends, and what of it is only its frame.</summary>
internal static class ContentReader
{
    /// <summary>Tokens looked ahead for the complementiser behind the one spoken to.</summary>
    private const int Lookahead = 24;

    /// <summary>First token of the content behind the cue: addressee, day and complementiser are stepped over.</summary>
    public static int Start(SentenceView view, Cue cue, out bool marked)
    {
        Document document = view.Document;
        int i = cue.End;
        marked = false;
        if (cue.Has(Frame.Told) && i < view.End)
        {
            TokenRange told = NounPhrase.After(view, i, view.End);
            if (!told.IsEmpty) i = told.End;
            if (TryFindComplementizer(view, i, out int that)) i = that;
        }

        while (i < view.End)
        {
            if (document.Tokens[i].Kind == TokenKind.Quote) { marked = true; return i; }
            if (document.IsMark(i, ',') || document.IsMark(i, ':')) { marked |= document.IsMark(i, ':'); i++; continue; }
            WordClass classes = document.ClassOf(i, out int count);
            if ((classes & WordClass.Complementizer) != 0) { marked = true; i += count; continue; }
            // "pada 15 Mei lalu bahwa": the word that closes a day is not part of it.
            if (view.IsTime(i) || (view.IsTime(i - 1) && i + 1 < view.End && view.Is(i + 1, WordClass.Complementizer))) { i++; continue; }
            if ((classes & WordClass.Preposition) != 0 && i + count < view.End && view.IsTime(i + count)) { i += count; continue; }
            if ((classes & (WordClass.Addressee | WordClass.Preposition)) != 0 && TryFindComplementizer(view, i + count, out int behind)) { i = behind; continue; }
            if ((classes & WordClass.Addressee) != 0 && view.IsTime(SkipNoun(view, i + count))) { i = SkipNoun(view, i + count); continue; }
            return i;
        }

        return view.End;
    }

    /// <summary>Where the content that begins at <paramref name="from"/> ends: before another attribution, or with the sentence.</summary>
    public static int End(SentenceView view, int from, int cueFirst)
    {
        int end = LastWord(view, view.End);
        foreach (Cue other in view.Cues)
        {
            if (other.First <= from || other.First <= cueFirst || other.First >= end || other.Quoted) continue;
            if (other.Has(Frame.Credit))
            {
                end = BackOverComma(view, other.First, from);
                break;
            }

            bool comma = view.IsComma(other.First - 1) || (view.TryQuotation(other.First - 1, out Quotation before) && before.Close == other.First - 1 && before.Open > from);
            if (comma && (other.Has(Frame.Post) || other.Has(Frame.Prep)) && (other.Clitic || SpeakerSigns.BeginsNoun(view, other.End, view.End)))
            {
                end = other.First - 1;
                break;
            }

            if ((other.Has(Frame.Clause) || other.Has(Frame.Object)) && TryJoint(view, other, from, out int joint))
            {
                end = joint;
                break;
            }
        }

        return DropFrame(view, from, end);
    }

    /// <summary>Whether the cue goes on for a clause of the same rank: "…, dan mengatakan", "tetapi dia mengatakan"; <paramref name="at"/> is where the joint begins.</summary>
    private static bool TryJoint(SentenceView view, Cue cue, int from, out int at)
    {
        int subject = NounPhrase.SkipAdverbsLeft(view, cue.First, from);
        at = subject;
        if (view.Is(subject - 1, WordClass.Coordinator)) at = subject - 1;
        else if (view.IsComma(subject - 1) && (subject < cue.First || view.Document.Language.Code != "id")) at = subject - 1;
        else
        {
            TokenRange phrase = NounPhrase.Before(view, cue.First, from);
            if (phrase.IsEmpty || phrase.First - 1 <= from) return false;
            int joint = phrase.First - 1;
            while (joint > from && view.Is(joint, WordClass.Determiner)) joint--;
            int begin = BeginOfCoordinator(view, joint, from);
            if (begin < 0 || !view.IsComma(begin - 1)) return false;
            at = begin;
        }

        at = BackOverComma(view, at, from);
        return at > from;
    }

    /// <summary>First token of the coordinator, of one word or more, that ends with the token; -1 where none does.</summary>
    private static int BeginOfCoordinator(SentenceView view, int last, int from)
    {
        for (int first = last; first > from && last - first < 3; first--)
        {
            if (view.Document.TryHit(first, LexKind.Grammar, out Hit hit, last + 1) && hit.End == last + 1
                && (view.Document.Language.Grammar[hit.Entry].Classes & WordClass.Coordinator) != 0) return first;
        }

        return -1;
    }

    /// <summary>Cuts off a day of saying that trails the content: "…, Selasa (21/10/2025)".</summary>
    private static int DropFrame(SentenceView view, int from, int end)
    {
        int i = end;
        while (i > from && view.IsTime(i - 1)) i--;
        if (i < end && i > from && view.Is(i - 1, WordClass.Preposition) && view.IsComma(i - 2)) i--;
        return i < end && view.IsComma(i - 1) && i - 1 > from ? i - 1 : end;
    }

    /// <summary>The token after the last word: full stops, initials and marks that trail the sentence are no content.</summary>
    public static int LastWord(SentenceView view, int end)
    {
        Document document = view.Document;
        while (end > view.First)
        {
            Token token = document.Tokens[end - 1];
            bool trailing = token.Kind == TokenKind.Punctuation && document.Text[token.Start] is '.' or '*' or ';' or ',' or ':' or '–' or '—' or '―' or '(';
            if (token.Kind == TokenKind.Punctuation && document.Text[token.Start] is ')' or ']' && IsInitials(document, end - 1, out int open)) { end = open; continue; }
            if (!trailing) break;
            end--;
        }

        return end;
    }

    /// <summary>"[ab/lt]", "(*)": who wrote and edited it.</summary>
    private static bool IsInitials(Document document, int close, out int open)
    {
        open = close;
        for (int i = close - 1; i >= 0 && close - i <= 6; i--)
        {
            if (document.IsMark(i, '[') || document.IsMark(i, '('))
            {
                open = i;
                return document.Tokens[close].Start - document.Tokens[i].Start <= 12 && !document.Tokens[i + 1].IsCapital && (close - i <= 2 ? document.IsMark(i + 1, '*') : document.IsMark(i + 2, '/'));
            }
        }

        return false;
    }

    private static int BackOverComma(SentenceView view, int at, int from)
    {
        while (at - 1 > from && (view.IsComma(at - 1) || view.IsDash(at - 1))) at--;
        return at;
    }

    private static int SkipNoun(SentenceView view, int i)
    {
        TokenRange noun = NounPhrase.After(view, i, view.End);
        return noun.IsEmpty ? view.End : Math.Min(noun.End, view.End - 1);
    }

    /// <summary>A complementiser, colon or quotation ahead with no mark or cue before it; <paramref name="at"/> is its token.</summary>
    private static bool TryFindComplementizer(SentenceView view, int i, out int at)
    {
        for (at = i; at < view.End && at - i < Lookahead; at++)
        {
            if (view.Is(at, WordClass.Complementizer) || view.Document.IsMark(at, ':')) return true;
            if (view.Document.Tokens[at].Kind == TokenKind.Quote && view.TryQuotation(at, out Quotation quotation) && quotation.Open == at && view.IsComma(at - 1)) return true;
            if (view.CueAt(at) is { } cue && !cue.Has(Frame.Noun)) return false;
            if (view.IsBreak(at) && !view.Document.IsMark(at, '(') && !view.Document.IsMark(at, ')') && !view.IsComma(at)) return false;
        }

        return false;
    }

    /// <summary>Trims the pieces to text: outer marks and spaces go, also the quotation marks of a piece that is one quotation.</summary>
    public static List<TextSpan> Trim(SentenceView view, List<TokenRange> pieces, out StatementKind kind)
    {
        Document document = view.Document;
        var spans = new List<TextSpan>(pieces.Count);
        int quoted = 0, words = 0;
        foreach (TokenRange piece in pieces)
        {
            int first = piece.First, end = Math.Min(piece.End, view.End);
            for (int i = first; i < end; i++)
            {
                if (document.Tokens[i].Kind is not (TokenKind.Word or TokenKind.Number)) continue;
                words++;
                if (view.IsQuoted(i)) quoted++;
            }

            while (first < end && IsOuter(view, first, true)) first++;
            while (end > first && IsOuter(view, end - 1, false)) end--;
            if (first < end && view.TryQuotation(first, out Quotation whole) && whole.Open == first && (whole.Close == end - 1 || (!whole.Closed && whole.Close >= end)))
            {
                first++;
                if (whole.Closed) end--;
                while (end > first && document.IsMark(end - 1, ',')) end--;
                if (end > first && document.IsMark(end - 1, '.') && pieces.Count == 1 && whole.Closed is false) end--;
            }

            if (first < end) spans.Add(document.SpanOf(first, end));
        }

        kind = words == 0 || quoted == 0 ? StatementKind.Indirect : quoted == words ? StatementKind.Direct : StatementKind.Mixed;
        return spans;
    }

    private static bool IsOuter(SentenceView view, int i, bool left)
    {
        Token token = view.Document.Tokens[i];
        char c = view.Document.Text[token.Start];
        if (token.Kind == TokenKind.Punctuation) return c is ',' or ':' or ';' or '–' or '—' or '―' or '-' || (left && c is '.' or ')');
        if (token.Kind != TokenKind.Quote) return false;

        // A mark whose partner lies outside the piece.
        return !view.TryQuotation(i, out Quotation quotation) || (left ? quotation.Open != i : quotation.Close != i);
    }
}
