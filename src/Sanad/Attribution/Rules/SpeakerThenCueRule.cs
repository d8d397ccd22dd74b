using Sanad.Language;

namespace Sanad.Attribution.Rules;

/// <summary>"Budi mengatakan (bahwa) …", "Budi: “…”", also with the speaker shared by two cues: "… dan menambahkan bahwa …".</summary>
internal sealed class SpeakerThenCueRule : AttributionRule
{
    public override string Name => "speaker-then-cue";

    public override void Propose(SentenceView view, List<Candidate> candidates)
    {
        if (view.IsTitle) return;
        int limit = view.First;
        foreach (Cue cue in view.Cues)
        {
            if (!(cue.Has(Frame.Clause) || cue.Has(Frame.Object)) || cue.Clitic && !cue.Has(Frame.Object) && !cue.Has(Frame.Clause)) continue;
            if (IsTaken(candidates, view, cue)) { limit = cue.End; continue; }
            int from = ContentReader.Start(view, cue, out bool marked);
            if (cue.Has(Frame.Weak) && !marked && !view.Is(from, WordClass.Future) && !IsReportable(view, from)) continue;
            if (!marked && ((view.Is(from, WordClass.Manner) && !view.Document.Has(from, LexKind.Hedge)) || (view.IsComma(from - 1) && view.Is(from, WordClass.Relative)))) continue;
            if (NounPhrase.IsUnsaid(view, cue, limit)) continue;
            int floor = cue.Quoted && view.TryQuotation(cue.First, out Quotation quotation) ? Math.Max(limit, quotation.Open + 1) : limit;
            if (!TrySpeaker(view, candidates, cue, floor, out SpeakerSource source, out TokenRange speaker)) continue;
            if (source == SpeakerSource.Phrase && (view.IsNobody(speaker) || view.IsNobody(new TokenRange(speaker.First - 1, speaker.End)))) continue;
            if (cue.Quoted && !SpeakerSigns.HasName(view, speaker) && !Speaks(view, speaker)) continue;
            int end = ContentReader.End(view, from, cue.First);
            if (cue.Quoted && view.TryQuotation(cue.First, out Quotation around)) end = Math.Min(end, around.Close);
            if (end - from >= 1 && HasWord(view, from, end) && !(cue.Act == Act.Neither && IsRefusalAgain(view, from, end))) candidates.Add(Make(view, cue, source, speaker, [new TokenRange(from, end)]));
            else if (cue.Act == Act.Neither && AskedOf(view, cue.First) is { IsEmpty: false } asked) candidates.Add(Make(view, cue, source, speaker, [asked]));
            else if (Refused(view, cue) is { IsEmpty: false } refused) candidates.Add(Make(view, cue with { End = refused.First }, source, speaker, [refused]));
            else continue;
            limit = cue.End;
        }
    }

    /// <summary>"Ia enggan | berkomentar": what is refused, where nothing stands behind it; empty where the cue is no refusal.</summary>
    private static TokenRange Refused(SentenceView view, Cue cue)
    {
        if (cue.Act != Act.Neither) return default;
        int from = cue.First + 1;
        while (from < cue.End && view.Is(from, WordClass.Auxiliary | WordClass.Preposition | WordClass.Negation)) from++;
        return new TokenRange(from, cue.End);
    }

    /// <summary>"tak membantah | ataupun membenarkan": the refusal goes on, and nothing is said of what.</summary>
    private static bool IsRefusalAgain(SentenceView view, int from, int end)
    {
        int i = from;
        while (i < end && view.Is(i, WordClass.And | WordClass.Coordinator | WordClass.Conjunction | WordClass.Negation | WordClass.Auxiliary)) i++;
        return i > from && view.CueAt(i) is { } cue && cue.End == end;
    }

    /// <summary>"Ketika ditanya soal X, Budi tak membantah ataupun membenarkan": what was asked of at the head of the sentence; empty where nothing was.</summary>
    private static TokenRange AskedOf(SentenceView view, int cue)
    {
        for (int i = view.First; i < cue; i++)
        {
            if (!view.Is(i, WordClass.Topic)) continue;
            view.Document.ClassOf(i, out int count);
            int end = i + count;
            while (end < cue && !view.IsComma(end)) end++;
            return end < cue && end > i + count ? new TokenRange(i + count, end) : default;
        }

        return default;
    }

    private static bool TrySpeaker(SentenceView view, List<Candidate> candidates, Cue cue, int limit, out SpeakerSource source, out TokenRange speaker)
    {
        source = SpeakerSource.Phrase;
        int subject = NounPhrase.SkipAdverbsLeft(view, cue.First, limit);
        if (view.Is(subject - 1, WordClass.Relative) && subject - 1 > limit)
        {
            // "laporan intelijen yang menyebutkan …": the noun before speaks, but "Dalam sebuah pernyataan yang membenarkan …" leaves that to the subject behind it.
            speaker = BehindVerb(view, NounPhrase.Before(view, subject - 1, limit));
            if (!speaker.IsEmpty && speaker.First > view.First && view.Is(speaker.First - 1, WordClass.Preposition) && IsDocument(view, speaker) && IsSaidBehind(view, cue)) return false;
            return !speaker.IsEmpty && CanSpeak(view, speaker);
        }

        speaker = NounPhrase.Before(view, cue.First, limit);
        if (!speaker.IsEmpty && !HasRelative(view, speaker)) speaker = BehindVerb(view, speaker);
        if (!speaker.IsEmpty && CanSpeak(view, speaker) && !IsInsidePreposition(view, speaker)) return true;
        bool joined = view.Is(subject - 1, WordClass.Coordinator | WordClass.And) || view.IsComma(subject - 1) || view.Is(subject - 1, WordClass.Preposition);
        bool earlier = candidates.Count > 0 && candidates[^1].Sentence == view.Index && candidates[^1].Cue.First < cue.First;
        source = SpeakerSource.Shared;
        speaker = default;
        if (!joined || earlier) return joined && earlier;

        // "Lavrov menanggapi santai, dan menekankan bahwa …": the subject of the sentence did something else before.
        int start = ClauseStart(view);
        for (int i = start; !SpeakerSigns.BeginsNoun(view, start, cue.First) && i < cue.First && i - start < 12; i++)
        {
            // "Menanggapi hal itu, Lavrov …": the subject stands behind the first comma.
            if (view.IsComma(i)) start = i + 1;
        }

        if (!SpeakerSigns.BeginsNoun(view, start, cue.First)) return false;
        speaker = BeforeVerb(view, NounPhrase.After(view, start, cue.First));
        source = SpeakerSource.Phrase;
        return !speaker.IsEmpty && CanSpeak(view, speaker) && Speaks(view, speaker);
    }

    /// <summary>"para terdakwa | mencari penyandang dana dan meminta …": the subject ends where its other verb stands, told in Indonesian by its prefix.</summary>
    private static TokenRange BeforeVerb(SentenceView view, TokenRange subject)
    {
        for (int i = subject.First + 1; i < subject.End; i++)
        {
            if (SpeakerSigns.IsVerb(view, i)) return subject with { End = i };
        }

        return subject;
    }

    /// <summary>Whether a clause of its own with another cue follows behind a comma.</summary>
    private static bool IsSaidBehind(SentenceView view, Cue cue)
    {
        foreach (Cue other in view.Cues)
        {
            if (other.First <= cue.End || !other.Has(Frame.Clause)) continue;
            for (int i = cue.End; i < other.First; i++)
            {
                if (view.IsComma(i)) return true;
            }
        }

        return false;
    }

    /// <summary>Whether the phrase is something written or said, and nobody's by name.</summary>
    private static bool IsDocument(SentenceView view, TokenRange phrase)
    {
        bool isDocument = false;
        for (int i = phrase.First; i < phrase.End; i++)
        {
            if (view.Parties.SegmentAt(i) >= 0) return false;
            isDocument |= view.Document.TryHit(i, LexKind.People, out Hit hit) && view.Document.Language.People[hit.Entry].Kind == "document";
        }

        return isDocument;
    }

    private static bool HasRelative(SentenceView view, TokenRange phrase)
    {
        for (int i = phrase.First; i < phrase.End; i++)
        {
            if (view.Is(i, WordClass.Relative)) return true;
        }

        return false;
    }

    /// <summary>"saya menerima | pesan yang menyebutkan …": what the verb takes speaks, not whoever took it.</summary>
    private static TokenRange BehindVerb(SentenceView view, TokenRange phrase)
    {
        for (int i = phrase.End - 2; i > phrase.First; i--)
        {
            if (SpeakerSigns.IsVerb(view, i) || (view.Document.TryHit(i - 1, LexKind.Pronoun, out Hit self) && view.Document.Language.Pronouns[self.Entry].Number == "self"))
            {
                int first = i + 1;
                while (first < phrase.End && !SpeakerSigns.BeginsNoun(view, first, phrase.End)) first++;
                return phrase with { First = first };
            }
        }

        return phrase;
    }

    /// <summary>"merilis | laporan …", "merilis | data terbaru", "merilis | 12 orang tewas": a noun of saying, something written, or a count, which say what is told where a thing would not.</summary>
    private static bool IsReportable(SentenceView view, int i)
    {
        if (i >= view.End) return false;
        Document document = view.Document;
        if (document.TryHit(i, LexKind.Reporting, out Hit hit) && (document.Language.Reporting[hit.Entry].Frames & Frame.Noun) != 0) return true;
        if (document.TryHit(i, LexKind.People, out hit)) return document.Language.People[hit.Entry].Kind == "document";
        return document.Tokens[i].Kind == TokenKind.Number || document.Has(i, LexKind.Number) || document.Has(i, LexKind.Hedge);
    }

    /// <summary>"di Kantor Presiden mengatakan": what a preposition governs is no subject.</summary>
    private static bool IsInsidePreposition(SentenceView view, TokenRange phrase)
    {
        int before = phrase.First - 1;
        if (before < view.First || !view.Is(before, WordClass.Preposition) || view.Is(before, WordClass.Connective | WordClass.Conjunction)) return false;
        return view.Document.ClassOf(before, out int count) != WordClass.None && count == 1;
    }

    private static bool Speaks(SentenceView view, TokenRange phrase)
    {
        for (int i = phrase.First; i < phrase.End; i++)
        {
            if (view.Parties.SegmentAt(i) >= 0 || view.Document.TryHit(i, LexKind.People, out _)) return true;
        }

        return false;
    }

    private static bool HasWord(SentenceView view, int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            if (view.Document.Tokens[i].Kind is TokenKind.Word or TokenKind.Number) return true;
        }

        return false;
    }
}
