using Sanad.Language;
using Sanad.Parties;

namespace Sanad.Attribution;

/// <summary>
/// Reads the phrase that names a speaker, after a cue or before one. Without a tagger its ends are known from marks, from
/// words that begin another clause, and from where names and titles stand.
/// </summary>
internal static class NounPhrase
{
    private const int Longest = 40;

    /// <summary>Tokens of a relative clause between a noun and the name in apposition to it.</summary>
    private const int LongestClause = 8;

    /// <summary>The phrase that begins at <paramref name="from"/>: "kata [Plt Kepala BPBD Banyumas, Andi Risdianto] dalam …"; empty where none does.</summary>
    public static TokenRange After(SentenceView view, int from, int limit)
    {
        Document document = view.Document;
        int i = from, end = from;
        bool named = false;
        while (i < limit && i - from < Longest)
        {
            if (document.TryHit(i, LexKind.Pronoun, out Hit pronoun, limit) && i == from) return new TokenRange(from, pronoun.End);
            int segment = view.Parties.SegmentAt(i);
            if (segment >= 0)
            {
                NameSegment name = view.Parties.Segments[segment];
                if (named && name.Kind == SegmentKind.Name && i > from && !IsJoin(view, i - 1)) break;
                named |= name.Kind == SegmentKind.Name;
                i = end = Math.Min(name.End, limit);
                continue;
            }

            if (view.IsTime(i)) break;
            if (document.IsMark(i, '('))
            {
                int close = CloseOf(document, i, limit);
                if (close < 0) break;
                i = close + 1;
                end = named || close - i > 4 ? end : i;
                continue;
            }

            if (view.IsComma(i))
            {
                // "Menurut jaksa, Sri datang …": behind "menurut" a name in apposition is closed by another comma.
                if (!named && i + 1 < limit && SpeakerSigns.TryName(view, i + 1, out int next) && (next >= limit || view.IsComma(next) || !SpeakerSigns.IsLed(document, from))) { i = end = next; named = true; continue; }
                break;
            }

            if (document.IsMark(i, '&') && i > from && i + 1 < limit && document.Tokens[i + 1].IsCapital) { i = end = i + 1; continue; }
            if (view.IsBreak(i) && !document.IsMark(i, '.')) break;
            if (document.IsMark(i, '.') && !(document.Tokens[i].IsGlued && i + 1 < limit && document.Tokens[i + 1].IsCapital && document.Tokens[i - 1].Length <= 4)) break;
            WordClass classes = document.ClassOf(i, out int count);
            if (i > from && view.CueAt(i) is { } cue && !cue.Has(Frame.Noun)) break;

            // "kata warga yang melintas, Budi (32)": the age tells that the name is the one spoken of.
            if (i > from && (classes & WordClass.Relative) != 0 && document.Has(from, LexKind.People) && AgedName(view, i, limit) is > 0 and var aged) return new TokenRange(from, aged);
            if ((classes & (WordClass.Complementizer | WordClass.Connective | WordClass.Auxiliary | WordClass.Negation)) != 0 && i > from) break;
            if ((classes & WordClass.And) != 0)
            {
                if (i > from && JoinsUnits(document, i - 1, i + count)) { i = end = i + count + 1; continue; }
                if (i == from || !SpeakerSigns.BeginsNoun(view, i + count, limit)) break;
                named = false;
                i += count;
                continue;
            }

            if ((classes & WordClass.Conjunction) != 0) break;
            if ((classes & WordClass.Relative) != 0) break;
            if ((classes & WordClass.Preposition) != 0 && i > from)
            {
                if (named || (classes & WordClass.Addressee) != 0) break;
                if (SpeakerSigns.TryName(view, i + Math.Max(count, 1), out int next))
                {
                    // "kata Menag di Jakarta, Senin": where an officeholder spoke, and when.
                    if (view.IsComma(next) && view.IsTime(next + 1) && view.Parties.SegmentAt(i - 1) is >= 0 and var office && view.Parties.Segments[office].Kind == SegmentKind.Title) break;
                    i = end = next;
                    continue;
                }

                // "sumber di kepolisian": where somebody without a name belongs.
                int place = i + Math.Max(count, 1);
                if (place >= limit || !document.TryHit(place, LexKind.People, out Hit unit, limit) || document.Language.People[unit.Entry].Kind != "body") break;
                i = end = unit.End;
                continue;
            }

            if (named && (classes & WordClass.Determiner) == 0) break;
            i += Math.Max(count, 1);
            end = i;
        }

        return new TokenRange(from, end);
    }

    /// <summary>End of the name that follows the relative clause behind a comma and has an age in brackets; -1 where none does.</summary>
    private static int AgedName(SentenceView view, int relative, int limit)
    {
        Document document = view.Document;
        for (int i = relative + 1; i + 1 < limit && i - relative <= LongestClause; i++)
        {
            if (!view.IsComma(i))
            {
                if (view.IsBreak(i) || document.Tokens[i].Kind == TokenKind.Quote) return -1;
                continue;
            }

            return SpeakerSigns.TryName(view, i + 1, out int end) && end + 2 < view.End && document.IsMark(end, '(') && document.Tokens[end + 1].Kind == TokenKind.Number && document.IsMark(end + 2, ')') ? end : -1;
        }

        return -1;
    }

    /// <summary>
    /// The subject of the cue at <paramref name="cue"/>, looked for leftwards but not before <paramref name="limit"/>; empty where the cue
    /// follows a conjunction or a comma with no subject of its own.
    /// </summary>
    public static TokenRange Before(SentenceView view, int cue, int limit)
    {
        Document document = view.Document;
        int end = SkipAdverbsLeft(view, cue, limit);
        if (end <= limit || (view.Parties.SegmentAt(end - 1) < 0 && view.Is(end - 1, WordClass.And | WordClass.Conjunction | WordClass.Coordinator))) return default;

        // "Ia mengatakan", "hal itu ia sebut": a pronoun beside the cue is its subject.
        if (TryPronounEnding(document, end, limit, out int pronoun))
        {
            if (view.Is(pronoun - 1, WordClass.And)) return WithJoined(view, pronoun, end, limit);
            if (pronoun > limit && view.Is(pronoun - 1, WordClass.And | WordClass.Conjunction)) return new TokenRange(pronoun, end);
            return new TokenRange(pronoun, end);
        }

        bool dash = view.IsDash(end - 1);
        if (view.IsComma(end - 1) || dash)
        {
            int open = MatchLeft(view, end - 1, limit, dash);
            if (open <= limit) return default;
            TokenRange inner = new(open + 1, end - 1);
            if (!dash && IsAside(view, inner))
            {
                while (MatchLeft(view, open, limit, dash: false) is var further && further > limit && IsAside(view, new TokenRange(further + 1, open))) open = further;
                return Before(view, open, limit);
            }

            TokenRange outer = PhraseEnding(view, open, limit);
            if (!dash && !inner.IsEmpty && view.Parties.SegmentAt(inner.First) is >= 0 and var named && view.Parties.Segments[named].End == inner.End && view.Parties.PartyOf(named) >= 0
                && !SpeakerSigns.HasName(view, outer)) return !outer.IsEmpty && view.Parties.SegmentAt(outer.First) is >= 0 and var office && view.Parties.Segments[office].Kind == SegmentKind.Title ? new TokenRange(outer.First, end - 1) : inner;
            if (!dash && SpeakerSigns.IsApposition(view, inner) && !outer.IsEmpty && SpeakerSigns.BeginsNoun(view, outer.First, open)) return new TokenRange(outer.First, end - 1);
            bool firm = !dash && !inner.IsEmpty && view.Parties.SegmentAt(inner.First) is >= 0 and var body && view.Parties.Segments[body] is { Kind: SegmentKind.Body } segment && segment.End == inner.End;
            if (firm && !outer.IsEmpty && view.Parties.SegmentAt(outer.First) < 0 && SpeakerSigns.BeginsNoun(view, outer.First, open)) return new TokenRange(outer.First, end - 1);
            if (!outer.IsEmpty && SpeakerSigns.HasParty(view, outer) && !SpeakerSigns.HasName(view, inner)) return outer;
            if (!outer.IsEmpty && dash) return outer;
            return SpeakerSigns.HasName(view, inner) && !dash ? PhraseEnding(view, end - 1, limit) : default;
        }

        if (document.IsMark(end - 1, ')'))
        {
            int open = end - 2;
            while (open > limit && !document.IsMark(open, '(')) open--;
            if (open <= limit) return default;
            TokenRange outer = PhraseEnding(view, open, limit);
            return outer.IsEmpty ? default : new TokenRange(outer.First, end);
        }

        TokenRange phrase = PhraseEnding(view, end, limit);
        if (phrase.IsEmpty) return default;

        // "juru bicara Kepolisian Belgia, Frederic Sacre": the title stands before the comma. "Dalam pernyataan itu, Budi" holds none.
        if (view.IsComma(phrase.First - 1) && phrase.First - 1 > limit && SpeakerSigns.HasName(view, phrase))
        {
            TokenRange title = PhraseEnding(view, phrase.First - 1, limit);
            if (!title.IsEmpty && !SpeakerSigns.HasName(view, title) && SpeakerSigns.IsTitled(view, title) && !view.Is(title.First - 1, WordClass.Preposition)) return new TokenRange(title.First, phrase.End);
        }

        return phrase;
    }

    /// <summary>"X, seperti dilansir Kantor Berita Y, Jumat (29/5), mengutuk": what only says where or when it was read stands between a subject and its cue.</summary>
    private static bool IsAside(SentenceView view, TokenRange phrase)
    {
        bool time = !phrase.IsEmpty;
        for (int i = phrase.First; i < phrase.End; i++)
        {
            if (i - phrase.First <= 1 && view.CueAt(i) is { } cue && cue.Has(Frame.Credit)) return true;
            time &= view.IsTime(i);
        }

        return time;
    }

    /// <summary>The phrase whose last token stands before <paramref name="end"/>, back to the word that begins its clause.</summary>
    private static TokenRange PhraseEnding(SentenceView view, int end, int limit)
    {
        Document document = view.Document;
        int first = end;
        while (first > limit && end - first < Longest)
        {
            int i = first - 1;
            int segment = view.Parties.SegmentAt(i);
            if (segment >= 0 && view.Parties.Segments[segment].First >= limit) { first = view.Parties.Segments[segment].First; continue; }
            if (document.IsMark(i, ')'))
            {
                int open = i - 1;
                while (open > limit && !document.IsMark(open, '(')) open--;
                if (open <= limit) break;
                first = open;
                continue;
            }

            // "M.Si", "dr. Budi": a stop that shortens a word; behind a whole word it ends a sentence within a quotation.
            if (view.IsBreak(i) && !(document.IsMark(i, '.') && document.Tokens[i].IsGlued && (document.Tokens[i + 1].IsGlued || (i > limit && IsShortened(document, i - 1))))) break;
            WordClass classes = document.ClassOf(i, out int count);
            if (count == 1)
            {
                if ((classes & (WordClass.Connective | WordClass.Complementizer)) != 0 && (classes & WordClass.Relative) == 0) break;
                if ((classes & WordClass.Conjunction) != 0 && (classes & WordClass.And) == 0) break;
            }

            if (EndsConnective(view, i, limit)) break;
            first--;
        }

        while (first < end && !SpeakerSigns.BeginsNoun(view, first, end)) first++;
        return new TokenRange(first, end);
    }

    /// <summary>Whether a connective of several words ends at the token ("sementara itu").</summary>
    private static bool EndsConnective(SentenceView view, int i, int limit)
    {
        for (int back = 1; back <= 4 && i - back >= limit; back++)
        {
            if (view.Document.TryHit(i - back, LexKind.Grammar, out Hit hit) && hit.End == i + 1 && hit.Count > 1
                && (view.Document.Language.Grammar[hit.Entry].Classes & (WordClass.Connective | WordClass.Conjunction)) != 0) return true;
        }

        return false;
    }

    /// <summary>"M. Rendra", "Prof. Budi", "St. Louis": an initial, a title, or a word that the list knows with a stop.</summary>
    private static bool IsShortened(Document document, int i) =>
        document.Tokens[i].Length == 1 || document.Has(i, LexKind.Title) || document.Language.Abbreviations.Contains(document.WordAt(i).ToString());

    /// <summary>"kantor pencarian | dan | pertolongan": what a body is for, in two words. Where they have capitals names are cut elsewhere.</summary>
    private static bool JoinsUnits(Document document, int before, int behind) => IsUnit(document, before) && behind < document.Tokens.Length && IsUnit(document, behind);

    private static bool IsUnit(Document document, int i) => !document.Tokens[i].IsCapital && NameWords.TryBodyWord(document, i, out BodyWordClass classes) && (classes & BodyWordClass.Unit) != 0;

    private static bool IsJoin(SentenceView view, int i) => view.Is(i, WordClass.And);

    private static bool TryPronounEnding(Document document, int end, int limit, out int first)
    {
        for (first = end - 1; first >= limit && end - first <= 3; first--)
        {
            if (document.TryHit(first, LexKind.Pronoun, out Hit hit) && hit.End == end) return true;
        }

        return false;
    }

    /// <summary>"dia dan Austin", "Austin dan dia".</summary>
    private static TokenRange WithJoined(SentenceView view, int pronoun, int end, int limit)
    {
        TokenRange before = PhraseEnding(view, pronoun - 1, limit);
        return before.IsEmpty ? new TokenRange(pronoun, end) : new TokenRange(before.First, end);
    }

    /// <summary>Steps left over tense, adverbs, negation and days between subject and verb.</summary>
    public static int SkipAdverbsLeft(SentenceView view, int end, int limit)
    {
        while (end > limit)
        {
            int i = end - 1;
            if (view.IsTime(i)) { end--; continue; }
            if (view.Parties.SegmentAt(i) >= 0) break;
            int length = AdverbEnding(view, end, limit);
            if (length == 0) break;
            end -= length;
        }

        return end;
    }

    /// <summary>Whether the cue tells of what was not said, or not yet: "akan mengumumkan", "tidak mengatakan". Phrases listed with their negation are no such cues.</summary>
    public static bool IsUnsaid(SentenceView view, Cue cue, int limit)
    {
        int first = SkipAdverbsLeft(view, cue.First, limit);
        for (int i = first; i < cue.First; i++)
        {
            if (view.Is(i, WordClass.Unreal | WordClass.Negation) && !view.IsTime(i)) return true;
        }

        return view.Is(cue.First - 1, WordClass.Unreal);
    }

    private static int AdverbEnding(SentenceView view, int end, int limit)
    {
        for (int length = 4; length >= 1; length--)
        {
            int first = end - length;
            if (first < limit || !view.Document.TryHit(first, LexKind.Grammar, out Hit hit, end) || hit.End != end) continue;
            WordClass classes = view.Document.Language.Grammar[hit.Entry].Classes;
            if ((classes & (WordClass.Auxiliary | WordClass.Negation)) != 0) return length;
            if (length == 1 && (classes & WordClass.Preposition) != 0 && end < view.End && view.IsTime(end)) return 1;
        }

        return 0;
    }

    private static int MatchLeft(SentenceView view, int close, int limit, bool dash)
    {
        for (int i = close - 1; i > limit && close - i < Longest; i--)
        {
            if (view.TryQuotation(i, out Quotation quotation)) { i = quotation.Open; continue; }
            if (dash ? view.IsDash(i) : view.IsComma(i)) return i;
        }

        return -1;
    }

    private static int CloseOf(Document document, int open, int limit)
    {
        for (int i = open + 1; i < limit && i - open < 30; i++)
        {
            if (document.IsMark(i, ')')) return i;
        }

        return -1;
    }
}
