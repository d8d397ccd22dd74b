using Sanad.Attribution.Rules;
using Sanad.Language;

namespace Sanad.Attribution.Learned;

/// <summary>
/// Reads each sentence once more, by learned weights, with what the rules found in sight: adds attributions that no rule knows and takes back
/// those of the rules that labelled articles speak against. For the languages that have weights.
/// </summary>
internal sealed class LearnedReading
{
    /// <summary>What <see cref="Candidate.Rule"/> says of attributions that no rule proposed.</summary>
    public const string Name = "learned";

    /// <summary>Chance from which on an attribution stands: where the F1 over labelled articles is highest.</summary>
    private const float Stands = 0.37f;

    /// <summary>The same for a word of a headline that no list knows for reporting: the labelled articles hold few headlines, where every word has a capital.</summary>
    private const float StandsInTitle = 0.6f;

    /// <summary>Chance below which what a rule proposed falls.</summary>
    private const float Falls = 0.15f;

    /// <summary>Stands for the chance of a rule's candidate of which the weights have a reading of their own.</summary>
    private const float Replaced = -1;

    /// <summary>Tokens of a hedge before the one at which content may wrongly begin, at most.</summary>
    private const int LongestHedge = 3;

    private readonly AttributionTagger _tagger;
    private readonly WordKinds _kinds;

    private LearnedReading(HashedWeights weights, WordKinds kinds) => (_tagger, _kinds) = (new AttributionTagger(weights), kinds);

    /// <summary>Null when the language has no weights.</summary>
    public static LearnedReading? Of(LanguagePack language) => language.AttributionWeights is { } weights ? new LearnedReading(weights, language.Kinds) : null;

    /// <param name="before">Number of candidates that belong to the sentences before.</param>
    public void Complete(SentenceView view, List<Candidate> candidates, int before)
    {
        var signs = new Signs(view, _kinds);
        var tagged = new List<Tagged>();
        _tagger.Read(signs, new RuleSigns(view, candidates), tagged);
        int rules = candidates.Count;
        foreach (Tagged item in tagged)
        {
            string rule = Name;
            bool pointed = false;
            for (int i = before; i < rules; i++)
            {
                if (!candidates[i].Cue.Contains(item.Cue)) continue;
                if (pointed = candidates[i].Content.Count > 0 && candidates[i].ContentFirst < view.First) break;
                rule = candidates[i].Rule;
                candidates[i].Chance = item.Chance >= Stands || candidates[i].Chance == Replaced ? Replaced : Math.Max(candidates[i].Chance ?? 0, item.Chance);
            }

            if (rule == Name && view.IsTitle && item.Chance < StandsInTitle && !view.Document.Has(item.Cue, LexKind.Reporting)) continue;

            // "This was said by …": what was said stands in the sentence before, which the weights do not see.
            if (pointed || item.Chance < Stands || view.IsUnrated(item.Cue) || view.IsSilent(item.Cue) || view.IsNobody(item.Source)) continue;
            if (rule == Name && IsLeadIn(view, item)) continue;
            Candidate candidate = CandidateOf(view, item, rule);

            // "would neither confirm nor deny": one cue with two hearts.
            int same = candidates.FindIndex(rules, other => other.Cue == candidate.Cue);
            if (same < 0) candidates.Add(candidate);
            else if (candidates[same].Chance < candidate.Chance) candidates[same] = candidate;
        }

        // A rule's candidate stays where the weights only doubt it, and where it has no cue to be judged by.
        int kept = before;
        for (int i = before; i < candidates.Count; i++)
        {
            bool stays = i >= rules || (candidates[i].Cue.IsEmpty ? !IsContinuation(candidates, before, view) : IsPhrase(candidates[i]) || IsRating(view, candidates[i]) || candidates[i].Chance >= Falls || (candidates[i].Content.Count > 0 && candidates[i].ContentFirst < view.First));
            if (stays) candidates[kept++] = candidates[i];
        }

        candidates.RemoveRange(kept, candidates.Count - kept);
    }

    /// <summary>"Beliu told the council: / “…”": what was said stands in the next line, and nothing of it before the colon.</summary>
    private static bool IsLeadIn(SentenceView view, in Tagged item)
    {
        Document document = view.Document;
        if (!item.Left.IsEmpty || !document.IsMark(view.End - 1, ':') || view.Index + 1 >= document.Sentences.Length || document.Tokens[view.End].Kind != TokenKind.Quote) return false;
        foreach (Cue cue in view.Cues)
        {
            if (cue.First <= item.Cue && item.Cue < cue.End) return cue.Act == Act.Say && cue.Has(Frame.Clause);
        }

        return false;
    }

    /// <summary>A cue of several words is in the lists for what it says as a whole; where the weights, which look at words, have no reading of their own, it stays.</summary>
    private static bool IsPhrase(Candidate candidate) => candidate.Cue.End - candidate.Cue.First >= 3 && candidate.Chance != Replaced;

    /// <summary>"Credits the crew with 14": the weights know the word, and not the frame with the number that makes it a cue.</summary>
    private static bool IsRating(SentenceView view, Candidate candidate)
    {
        if (candidate.Chance == Replaced) return false;
        foreach (Cue cue in view.Cues)
        {
            if (cue.First == candidate.Cue.First && cue.Has(Frame.Rating)) return true;
        }

        return false;
    }

    /// <summary>Whether the statement before has taken this sentence for its own.</summary>
    private static bool IsContinuation(List<Candidate> candidates, int before, SentenceView view)
    {
        for (int i = before - 1; i >= 0 && view.Index - candidates[i].Sentence <= QuoteRun.Longest; i--)
        {
            if (candidates[i].Content.Count > 0 && candidates[i].ContentEnd > view.First) return true;
        }

        return false;
    }

    private static Candidate CandidateOf(SentenceView view, in Tagged item, string rule)
    {
        var cue = new TokenRange(item.Cue, item.Cue + 1);
        Act act = Act.Say;
        foreach (Cue listed in view.Cues)
        {
            if (listed.First > item.Cue || listed.End <= item.Cue) continue;
            (cue, act) = (new TokenRange(listed.First, listed.End), listed.Act);
        }

        TokenRange source = WithoutPossessive(view, item.Source);
        if (source.End <= item.Cue && !source.IsEmpty) source = BehindSemicolon(view, source, item.Cue);
        if (view.IsTitle && source.End <= item.Cue && !source.IsEmpty) source = source with { First = view.ClauseBefore(source.First, source.End) };
        var content = new List<TokenRange>(3);
        if (!item.Left.IsEmpty) content.Add(item.Left.First == view.First ? item.Left with { First = Math.Min(AttributionRule.AfterDateline(view), item.Left.End - 1) } : item.Left);
        TokenRange right = item.Right.Contains(cue.End - 1) && cue.End < item.Right.End ? item.Right with { First = cue.End } : item.Right;
        if (!right.IsEmpty) right = right with { First = HedgeStart(view, right.First, cue.End) };
        if (!right.IsEmpty) content.Add(WithoutComplementizer(view, InRelative(view, item.Cue, BeforeAnother(view, right))));
        for (int s = view.Index + 1; s < view.Document.Sentences.Length && view.Document.Sentences[s].End <= item.Further.End; s++) content.Add(new TokenRange(view.Document.Sentences[s].First, view.Document.Sentences[s].End));
        return new Candidate
        {
            Rule = rule, Sentence = view.Index, Cue = cue, Act = act, From = item.Source.IsEmpty ? SpeakerSource.Nobody : SpeakerSource.Phrase, Speaker = source, Content = content, Chance = item.Chance,
        };
    }

    /// <summary>"the mayor's claim": the ending is no part of who.</summary>
    private static TokenRange WithoutPossessive(SentenceView view, TokenRange source) =>
        source.End - source.First > 1 && view.Document.WordAt(source.End - 1) is "'s" or "’s" ? source with { End = source.End - 1 } : source;

    /// <summary>"Veldane says X; Basarnas says Y": behind the semicolon another speaks.</summary>
    private static TokenRange BeforeAnother(SentenceView view, TokenRange right)
    {
        for (int i = right.First + 1; i < right.End; i++)
        {
            if (!view.Document.IsMark(i, ';') || view.IsQuoted(i)) continue;
            foreach (Cue other in view.Cues)
            {
                if (other.First > i && other.First < right.End && !other.Quoted && (other.Has(Frame.Clause) || other.Has(Frame.Object)) && NounPhrase.Before(view, other.First, i + 1) is { IsEmpty: false } speaker && speaker.First == i + 1) return right with { End = i };
            }

            break;
        }

        return right;
    }

    /// <summary>"Veldane says X; | Basarnas, the search agency, says Y": who stands behind the semicolon, if anybody, else <paramref name="source"/>.</summary>
    private static TokenRange BehindSemicolon(SentenceView view, TokenRange source, int cue)
    {
        for (int i = cue - 1; i > source.First; i--)
        {
            if (!view.Document.IsMark(i, ';') || view.IsQuoted(i)) continue;
            return NounPhrase.Before(view, cue, i + 1) is { IsEmpty: false } speaker ? speaker : source.End > i ? source with { First = i + 1 } : source;
        }

        return source;
    }

    /// <summary>"The operator, which had first said that X, admitted Y": what a relative clause tells ends with the clause, where the verb of the sentence stands behind its comma.</summary>
    private static TokenRange InRelative(SentenceView view, int cue, TokenRange right)
    {
        int subject = NounPhrase.SkipAdverbsLeft(view, cue, view.First);
        if (!view.Is(subject - 1, WordClass.Relative) || !view.IsComma(subject - 2)) return right;
        foreach (Cue other in view.Cues)
        {
            if (!other.Quoted && other.First - 1 > right.First && other.First < right.End && view.IsComma(other.First - 1)) return right with { End = other.First - 1 };
        }

        // "…, who called it “a gift to the rich,” | left before the vote": the comma that closes the clause stands inside the marks.
        for (int i = right.First + 1; i + 1 < right.End; i++)
        {
            if (view.TryQuotation(i, out Quotation quotation) && quotation.Close == i && view.IsComma(i - 1) && view.Document.Tokens[i + 1].Kind == TokenKind.Word && !view.Is(i + 1, WordClass.And | WordClass.Conjunction | WordClass.Coordinator)) return right with { End = i + 1 };
        }

        return right;
    }

    /// <summary>"said | at least 40": no content begins inside a hedge.</summary>
    private static int HedgeStart(SentenceView view, int first, int floor)
    {
        for (int i = first - 1; i >= floor && first - i <= LongestHedge; i--)
        {
            if (view.Document.TryHit(i, LexKind.Hedge, out Hit hedge, view.End) && hedge.End > first) return i;
        }

        return first;
    }

    private static TokenRange WithoutComplementizer(SentenceView view, TokenRange piece) =>
        piece.End - piece.First > 2 && view.Is(piece.First, WordClass.Complementizer) ? new TokenRange(piece.First + 1, piece.End) : piece;
}
