using Sanad.Attribution.Learned;
using Sanad.Attribution.Rules;
using Sanad.Figures;
using Sanad.Language;
using Sanad.Parties;
using Sanad.Text;
using Sanad.Time;

namespace Sanad.Attribution;

/// <summary>What <see cref="StatementFinder"/> finds: statements in reading order, credits, and the sources without a name that speak.</summary>
public sealed record Attributions(IReadOnlyList<Statement> Statements, IReadOnlyList<Credit> Credits, IReadOnlyList<Party> Unnamed);

/// <summary>
/// Finds who said what. Rules propose candidates sentence by sentence; here they are trimmed, their speakers resolved in
/// reading order, nested, dated, credited and weighed.
/// </summary>
public sealed class StatementFinder(Confidence confidence)
{
    /// <param name="expressions">All that names a time, resolved or not: none of it is anybody's name or words.</param>
    public Attributions Find(Document document, PartyIndex parties, IReadOnlyList<TimeExpression> expressions, IReadOnlyList<TimeMention> times)
    {
        bool[] time = TimeTokens(document, expressions);
        List<Candidate> candidates = Propose(document, parties, time);
        List<FoundCredit> credits = CreditFinder.Find(document, parties);
        var discourse = new Discourse(document, parties);
        var resolver = new SpeakerResolver(document, parties, discourse);
        var dates = new SayingDays(document, times, candidates);
        var relays = new Relays(credits, document);
        var found = new List<(Candidate Candidate, Speaker Speaker)>();
        var heard = new List<(Candidate Candidate, Speaker Speaker)>();

        // Speakers of nothing that can be quoted: "Hal itu disampaikan Budi, Senin" still tells when he spoke.
        var silent = new Queue<(Candidate Candidate, Speaker Speaker)>();
        int at = -1;
        foreach (Candidate candidate in candidates)
        {
            at++;
            if (heard.Count > 0 && heard[^1].Candidate.Sentence != candidate.Sentence) heard.Clear();
            if (resolver.Resolve(candidate, SharedBy(heard, candidate)) is not { } speaker) continue;
            heard.Add((candidate, speaker));
            // "As owner admits leak": the text does not go on from whom its title leaves without a name.
            bool unnamed = speaker.PartyId is { } party && party.StartsWith("unnamed:", StringComparison.Ordinal) && document.PartOf(document.Sentences[candidate.Sentence]) == PartKind.Title;
            if (!IsWithin(candidates, at) && candidate.From != SpeakerSource.Nobody && !unnamed) discourse.Add(speaker, candidate.Sentence);
            if (candidate.Spans.Count > 0) found.Add((candidate, speaker));
            else if (candidate.Content.Count == 0) silent.Enqueue((candidate, speaker));
        }

        var statements = new List<Statement>(found.Count);
        int[] inside = Nesting.Of(found.ConvertAll(pair => pair.Candidate));
        // "Budi mengatakan pihaknya belum bisa memastikan …": one statement, not one inside the other.
        var kept = new List<(Candidate Candidate, Speaker Speaker)>(found.Count);
        for (int i = 0; i < found.Count; i++)
        {
            if (inside[i] < 0 || found[i].Candidate.Chance is not null || found[i].Speaker.PartyId != found[inside[i]].Speaker.PartyId) kept.Add(found[i]);
        }

        found = kept;
        inside = Nesting.Of(found.ConvertAll(pair => pair.Candidate));
        for (int i = 0; i < found.Count; i++)
        {
            (Candidate candidate, Speaker speaker) = found[i];
            while (silent.TryPeek(out (Candidate Candidate, Speaker Speaker) other) && other.Candidate.Sentence < candidate.Sentence)
            {
                silent.Dequeue();
                dates.Of(other.Candidate, other.Speaker, false);
            }

            TextSpan? cue = candidate.Cue.IsEmpty ? null : CueSpan(document, candidate.Cue);
            string? outer = inside[i] < 0 ? null : "s" + (inside[i] + 1);
            statements.Add(new Statement(
                "s" + (i + 1), speaker, cue, candidate.Spans, candidate.Kind, ActReader.Read(document, candidate), dates.Of(candidate, speaker, outer is not null),
                relays.Of(candidate, speaker), outer, confidence.Of(candidate.Rule, candidate.Kind, candidate.Chance), candidate.Rule)
            {
                Chance = candidate.Chance,
                Headline = document.PartOf(document.Sentences[candidate.Sentence]) == PartKind.Title,
            });
        }

        return new Attributions(statements, credits.ConvertAll(credit => new Credit(credit.Name, credit.Span)), resolver.Unnamed);
    }

    /// <summary>Whether the candidate's cue stands in the content of another of its sentence: what somebody is quoted as saying of others changes not who "ia" is.</summary>
    private static bool IsWithin(List<Candidate> candidates, int at)
    {
        Candidate candidate = candidates[at];
        if (candidate.Cue.IsEmpty) return false;
        for (int step = -1; step <= 1; step += 2)
        {
            for (int i = at + step; i >= 0 && i < candidates.Count && candidates[i].Sentence == candidate.Sentence; i += step)
            {
                foreach (TokenRange piece in candidates[i].Content)
                {
                    if (piece.Contains(candidate.Cue.First)) return true;
                }
            }
        }

        return false;
    }

    /// <summary>
    /// Whose clause the candidate goes on from: of those in the sentence whose content ends right before its cue the outermost,
    /// so that in "A said that B warned X, and accused Y" it is A who accused.
    /// </summary>
    private static Speaker? SharedBy(List<(Candidate Candidate, Speaker Speaker)> heard, Candidate candidate)
    {
        if (candidate.From != SpeakerSource.Shared || heard.Count == 0) return null;
        (Candidate Candidate, Speaker Speaker) best = heard[^1];
        foreach ((Candidate Candidate, Speaker Speaker) before in heard)
        {
            if (before.Candidate.Content.Count == 0 || before.Candidate.ContentEnd > candidate.Cue.First) continue;
            bool fits = best.Candidate.Content.Count > 0 && best.Candidate.ContentEnd <= candidate.Cue.First;
            if (!fits || before.Candidate.ContentEnd > best.Candidate.ContentEnd + 1
                || (before.Candidate.ContentEnd >= best.Candidate.ContentEnd - 1 && before.Candidate.ContentFirst < best.Candidate.ContentFirst)) best = before;
        }

        return best.Speaker;
    }

    /// <summary>"38 people confirmed dead": the word between those counted and their state makes none of them a speaker.</summary>
    private static bool IsCount(Document document, QuantityWords words, Candidate candidate)
    {
        if (candidate.Cue.IsEmpty || candidate.Speaker.IsEmpty || candidate.Content.Count == 0 || candidate.Content[0].First != candidate.Cue.End || candidate.Cue.First != candidate.Speaker.End) return false;
        int first = candidate.Speaker.First;
        if (document.Tokens[first].Kind != TokenKind.Number && !document.Has(first, LexKind.Number) && !document.Has(first, LexKind.Hedge)) return false;
        foreach (Hit hit in document.HitsAt(candidate.Cue.End, LexKind.Figure))
        {
            if (hit.Kind == LexKind.Figure && words.Roles[hit.Entry] == FigureRole.State) return true;
        }

        return false;
    }

    private static List<Candidate> Propose(Document document, PartyIndex parties, bool[] time)
    {
        var all = new List<Candidate>();
        var learned = LearnedReading.Of(document.Language);
        QuantityWords words = QuantityWords.Of(document.Language);
        for (int s = 0; s < document.Sentences.Length; s++)
        {
            if (document.PartOf(document.Sentences[s]) is not (PartKind.Body or PartKind.Title)) continue;
            var view = new SentenceView(document, parties, time, s);
            int before = all.Count;
            foreach (AttributionRule rule in AttributionRule.All) rule.Propose(view, all);
            learned?.Complete(view, all, before);
            for (int i = all.Count - 1; i >= before; i--)
            {
                if (IsCount(document, words, all[i])) all.RemoveAt(i);
            }

            for (int i = before; i < all.Count; i++)
            {
                if (all[i].Content.Count == 0) continue;
                SentenceView home = all[i].Content[0].First < view.First ? new SentenceView(document, parties, time, s - 1) : view;
                List<TokenRange> here = all[i].Content.FindAll(piece => piece.First < view.End);
                all[i].Spans = ContentReader.Trim(home, here, out StatementKind kind);
                for (int k = here.Count; k < all[i].Content.Count; k++)
                {
                    // One sentence a piece: see LearnedReading.
                    all[i].Spans.AddRange(ContentReader.Trim(new SentenceView(document, parties, time, s + 1 + k - here.Count), [all[i].Content[k]], out StatementKind further));
                    if (further != kind && !all[i].Cue.IsEmpty) kind = StatementKind.Mixed;
                }

                all[i].Kind = IsInQuotation(view, all[i]) ? StatementKind.Indirect : kind;
                if (all[i].Kind == StatementKind.Indirect && (SaysOnlyWhen(home, here) || OnlyPoints(home, here))) all[i].Spans.Clear();
            }

            all.Sort(before, all.Count - before, Comparer<Candidate>.Create(static (a, b) => Order(a).CompareTo(Order(b))));
        }

        return all;
    }

    /// <summary>"belum memberikan keterangan hingga Senin petang": when somebody did or did not speak is nothing that was said.</summary>
    private static bool SaysOnlyWhen(SentenceView view, List<TokenRange> pieces)
    {
        bool when = false;
        foreach (TokenRange piece in pieces)
        {
            for (int i = piece.First; i < piece.End; i++)
            {
                if (view.IsTime(i)) when = true;
                else if (view.Document.Tokens[i].Kind == TokenKind.Word && !view.Document.Has(i, LexKind.Calendar) && !view.Is(i, WordClass.Preposition)) return false;
            }
        }

        return when;
    }

    /// <summary>"membantah hal tersebut", "disputed that": of a word that only points at something told elsewhere nobody can be said to have said it.</summary>
    private static bool OnlyPoints(SentenceView view, List<TokenRange> pieces)
    {
        if (pieces.Count != 1) return false;
        int end = pieces[0].End;
        while (end > pieces[0].First && view.Document.Tokens[end - 1].Kind == TokenKind.Punctuation) end--;
        return view.Document.TryHit(pieces[0].First, LexKind.Grammar, out Hit hit, end) && hit.End == end && (view.Document.Language.Grammar[hit.Entry].Classes & WordClass.Pointer) != 0;
    }

    /// <summary>Whether cue and content stand in one quotation: what somebody quoted says of others is in that person's words.</summary>
    private static bool IsInQuotation(SentenceView view, Candidate candidate) =>
        !candidate.Cue.IsEmpty && view.TryQuotation(candidate.Cue.First, out Quotation quotation) && candidate.ContentFirst > quotation.Open && candidate.ContentEnd <= quotation.Close + 1;

    /// <summary>Candidates of a sentence are resolved in the order of their cues, so that shared subjects follow the one they share.</summary>
    private static int Order(Candidate candidate) => candidate.Cue.IsEmpty ? candidate.ContentFirst : candidate.Cue.First;

    private static TextSpan CueSpan(Document document, TokenRange cue)
    {
        Token last = document.Tokens[cue.End - 1];
        return new TextSpan(document.Tokens[cue.First].Start, last.HasClitic ? last.Start + last.StemLength : last.End);
    }

    internal static bool[] TimeTokens(Document document, IReadOnlyList<TimeExpression> expressions)
    {
        var marked = new bool[document.Tokens.Length];
        int token = 0;
        foreach (TimeExpression time in expressions)
        {
            while (token < marked.Length && document.Tokens[token].End <= time.Span.Start) token++;
            for (int i = token; i < marked.Length && document.Tokens[i].Start < time.Span.End; i++) marked[i] = true;
        }

        return marked;
    }
}
