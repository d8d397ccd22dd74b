using Sanad.Language;

namespace Sanad.Attribution.Rules;

/// <summary>"Menurut Budi, …", "…, menurut Budi", "Menurutnya, …", "Kata Budi, …", "according to …".</summary>
internal sealed class AccordingToRule : AttributionRule
{
    /// <summary>Tokens between a speaker and the comma that closes what is said of when and where, at most.</summary>
    private const int LongestFrame = 10;

    /// <summary>Tokens of a relative clause behind a speaker, at most.</summary>
    private const int LongestClause = 24;

    public override string Name => "according-to";

    public override void Propose(SentenceView view, List<Candidate> candidates)
    {
        if (view.IsTitle) return;
        foreach (Cue cue in view.Cues)
        {
            bool fronted = !cue.Has(Frame.Prep) && IsFronted(view, cue);
            if (cue.Quoted || !(cue.Has(Frame.Prep) || fronted) || IsTaken(candidates, view, cue)) continue;
            TokenRange speaker = default;
            int after = cue.End;
            if (!cue.Clitic)
            {
                speaker = NounPhrase.After(view, cue.End, view.End);
                if (speaker.IsEmpty || !CanSpeak(view, speaker)) continue;
                after = speaker.End;
            }

            if (fronted && !view.IsComma(after)) continue;
            var pieces = new List<TokenRange>();
            bool opens = cue.First <= ClauseStart(view) || (view.IsComma(cue.First - 1) && cue.First - view.First <= 6 && OpensAside(view, after)) || OpensClause(view, cue);
            int last = ContentReader.LastWord(view, view.End);
            if (!opens)
            {
                int start = ClauseStart(view);
                int end = view.IsComma(cue.First - 1) ? cue.First - 1 : cue.First;
                if (end > start) pieces.Add(new TokenRange(start, end));
            }

            if (after < last && (opens || GoesOn(view, cue, after, last, pieces)))
            {
                int from = opens ? BehindFrame(view, after, last) : after;
                int told = from;
                while (from < last && (view.IsComma(from) || view.IsTime(from) || view.Is(from, WordClass.Complementizer) || (view.Is(from, WordClass.Preposition) && view.IsTime(from + 1)) || IsEmptyVerb(view, from))) from++;
                // "Menurut Budi, Idul Adha tahun ini membawa …": a day that the clause begins with is its subject where a verb stands behind it and no comma.
                if (from > told && view.IsTime(from - 1) && from < last && (view.Is(from, WordClass.Auxiliary | WordClass.Predicate | WordClass.Negation) || SpeakerSigns.IsVerb(view, from)))
                {
                    while (from > told && view.IsTime(from - 1)) from--;
                }

                int end = ContentReader.End(view, from, cue.First);
                if (end > from) pieces.Add(new TokenRange(from, end));
            }

            if (pieces.Count == 0) continue;
            candidates.Add(Make(view, cue, cue.Clitic ? SpeakerSource.Clitic : SpeakerSource.Phrase, speaker, pieces));
        }
    }

    /// <summary>"Kata Budi, …", "Lanjutnya, …", "Disampaikannya, …": the cue opens the sentence, and a comma must close the speaker.</summary>
    private static bool IsFronted(SentenceView view, Cue cue) =>
        view.Document.Language.Code == "id" && cue.First <= ClauseStart(view)
        && (cue.Clitic ? cue.Has(Frame.Post | Frame.Passive) && view.IsComma(cue.End) : cue.Has(Frame.Post) && SpeakerSigns.BeginsNoun(view, cue.End, view.End));

    /// <summary>
    /// "Dalam rapat itu, menurut Budi, …": the few words before the cue tell when or where; in Indonesian those that begin with a noun, and go on behind it with what
    /// is said of that, are what he speaks of.
    /// </summary>
    private static bool OpensAside(SentenceView view, int after) =>
        view.Document.Language.Code != "id" || view.IsTime(view.First) || view.CueAt(view.First) is not null
        || view.Is(view.First, WordClass.Preposition | WordClass.Conjunction | WordClass.Connective | WordClass.Auxiliary)
        || !(view.IsComma(after) || view.Is(after, WordClass.Auxiliary | WordClass.Negation | WordClass.Predicate));

    /// <summary>"…, namun | menurut Budi jalan sudah dibuka": a word that joins two clauses stands before the cue, so what is said stands behind.</summary>
    private static bool OpensClause(SentenceView view, Cue cue)
    {
        int i = cue.First - 1;
        if (i <= view.First || view.Document.Language.Code != "id") return false;
        if (view.Is(i, WordClass.Coordinator | WordClass.Conjunction) && !view.Is(i, WordClass.Relative)) return true;

        // "Budi mengatakan, | menurut warga, …": all that was said stands behind.
        foreach (Cue other in view.Cues)
        {
            if (other.End == i && view.IsComma(i)) return true;
        }

        return false;
    }

    /// <summary>"Jalan itu, menurut Budi, sudah dibuka", "Jalan itu menurutnya sudah dibuka": the clause that the frame interrupts goes on behind it.</summary>
    private static bool GoesOn(SentenceView view, Cue cue, int after, int last, List<TokenRange> pieces)
    {
        bool behind = view.IsComma(after);
        int from = behind ? after + 1 : after;
        if (view.Is(from, WordClass.Relative)) return false;
        if (pieces.Count == 0) return behind;
        if (view.Document.Language.Code != "id" || last - from < 2 || view.IsBreak(from) || view.IsTime(from) || view.CueAt(from) is not null) return false;
        if (view.Is(from, WordClass.Preposition | WordClass.Addressee | WordClass.Conjunction | WordClass.Coordinator | WordClass.Manner) && !view.Is(from, WordClass.Auxiliary)) return false;
        if (view.IsComma(cue.First - 1) && !behind) return view.Is(from, WordClass.Auxiliary | WordClass.Negation | WordClass.Predicate);

        // "…, menurut Budi, warga setempat": who that is, and no more of what he said, unless the clause still lacks its main verb ("Jika hujan, …").
        return !behind || !SpeakerSigns.BeginsNoun(view, from, view.End) || view.Is(ClauseStart(view), WordClass.Conjunction);
    }

    /// <summary>"Menurut data Dinas Kelautan (DKP) tahun 2020, …", "… dalam laporan tahunannya, …": when and where it was said closes with the comma behind it.</summary>
    private static int BehindFrame(SentenceView view, int after, int last)
    {
        if (view.Is(after, WordClass.Relative) && view.Document.Language.Code == "id") return ClosingComma(view, after, last, LongestClause) is > 0 and var closed ? closed : after;
        if (view.IsComma(after)) return BehindApposition(view, after, last);
        int comma = after;
        while (comma < last && comma - after < LongestFrame && !view.IsComma(comma)) comma++;
        if (comma == after || comma + 1 >= last || !view.IsComma(comma)) return after;
        if (comma - after > 1 && !view.Document.IsMark(after, '(') && !view.IsTime(after) && !view.Is(after, WordClass.Preposition)) return after;
        for (int i = after; i < comma; i++)
        {
            if (view.CueAt(i) is not null || view.Is(i, WordClass.Auxiliary | WordClass.Negation | WordClass.Complementizer | WordClass.Predicate | WordClass.Relative)) return after;
        }

        return comma;
    }

    /// <summary>"Menurut Budi, wakil direktur di Sowa, …": who that is closes with another comma; the first comma itself where what follows is the clause.</summary>
    private static int BehindApposition(SentenceView view, int comma, int last)
    {
        if (view.Document.Language.Code != "id" || !(view.Document.TryHit(comma + 1, LexKind.Title, out _) || view.Document.TryHit(comma + 1, LexKind.People, out _))) return comma;
        int closed = ClosingComma(view, comma + 1, last, LongestFrame);
        for (int i = comma + 1; i < closed; i++)
        {
            if (SpeakerSigns.IsVerb(view, i) || view.CueAt(i) is not null || view.Is(i, WordClass.Auxiliary | WordClass.Negation | WordClass.Complementizer | WordClass.Predicate)) return comma;
        }

        return closed > 0 && !view.Is(closed + 1, WordClass.And | WordClass.Relative) ? closed : comma;
    }

    /// <summary>The next comma that something follows; 0 where none stands near.</summary>
    private static int ClosingComma(SentenceView view, int from, int last, int reach)
    {
        for (int i = from; i + 1 < last && i - from < reach; i++)
        {
            if (view.IsComma(i)) return i;
        }

        return 0;
    }

    /// <summary>"menurut laporan X dijelaskan bahwa": the verb adds nothing.</summary>
    private static bool IsEmptyVerb(SentenceView view, int i) =>
        view.CueAt(i) is { } cue && cue.Has(Frame.Passive) && cue.End < view.End && view.Is(cue.End, WordClass.Complementizer);
}
