using Sanad.Language;

namespace Sanad.Attribution.Learned;

/// <summary>An attribution as the tagger reads it. Ranges are empty for what is none.</summary>
/// <param name="Further">Sentences behind that go on with the quotation.</param>
/// <param name="Chance">That it is one and its content right, by the tagger's own reckoning.</param>
internal readonly record struct Tagged(int Cue, TokenRange Source, TokenRange Left, TokenRange Right, TokenRange Further, float Chance);

/// <summary>
/// Reads attributions by learned weights in three steps: which tokens may be the heart of a cue (logistic regression); for each of them where
/// source and content begin and end (one softmax over boundaries a question, each asked with the answers before in sight); and, all
/// proposals of the sentence side by side, which of them stand (logistic regression again).
/// </summary>
internal sealed class AttributionTagger(HashedWeights weights)
{
    /// <summary>Log odds below which a token is looked at no further.</summary>
    private const float Faint = -2.4f;

    /// <summary>Attributions that are weighed in one sentence: several times what any has. A sentence of nothing but cues would take its length squared for each.</summary>
    private const int Most = 16;

    public static readonly Question[] Order = [Question.SourceStart, Question.SourceEnd, Question.LeftEnd, Question.LeftStart, Question.RightStart, Question.RightEnd];

    public void Read(Signs signs, RuleSigns rules, List<Tagged> found)
    {
        var proposals = new List<Proposal>();
        Propose(signs, rules, proposals);
        Span<uint> room = stackalloc uint[VerdictFeatures.Most];
        TokenRange further = QuoteRun.After(signs.View.Document, signs.View.Index);
        for (int i = 0; i < proposals.Count; i++)
        {
            var list = VerdictFeatures.Start(room);
            VerdictFeatures.Read(signs, rules, proposals, i, ref list);
            float chance = 1 / (1 + MathF.Exp(-weights.Sum(list.Hashes)));
            found.Add(TaggedOf(signs, proposals[i], further, chance));
        }
    }

    /// <param name="further">What <see cref="QuoteRun"/> finds behind the sentence; goes with a quotation only.</param>
    public static Tagged TaggedOf(Signs signs, in Proposal proposal, TokenRange further, float chance)
    {
        bool quotes = Quotes(signs, proposal.Left) || Quotes(signs, proposal.Right);
        return new Tagged(proposal.Cue, proposal.SourceRange, proposal.Left, proposal.Right, quotes ? further : default, chance);
    }

    private static bool Quotes(Signs signs, TokenRange piece) => !piece.IsEmpty && (signs[piece.End - 1].Tag == Tag.CloseQuote || signs[piece.First].Tag == Tag.OpenQuote);

    public void Propose(Signs signs, RuleSigns rules, List<Proposal> proposals)
    {
        Span<uint> room = stackalloc uint[Math.Max(CueFeatures.Most, BoundaryFeatures.Most)];
        var boundaries = new List<int>(64);
        var sums = new List<float>(64);
        for (int i = signs.First, weighed = 0; i < signs.End && weighed < Most; i++)
        {
            if (!CueFeatures.MayBe(signs, i)) continue;
            var list = CueFeatures.Start(room);
            CueFeatures.Read(signs, rules, i, ref list);
            float heart = weights.Sum(list.Hashes);
            if (heart < Faint) continue;
            weighed++;
            var answers = new Answers(i);
            float source = 1, content = 1;
            bool answered = true;
            foreach (Question question in Order)
            {
                if (!answers.Asks(question)) continue;
                BoundaryFeatures.Candidates(signs, question, answers, boundaries);
                answered = boundaries.Count > 0;
                if (!answered) break;
                int best = Best(signs, rules, question, answers, boundaries, sums, room, out float share);
                answers.Set(question, boundaries[best]);
                if (question <= Question.SourceEnd) source *= share;
                else content *= share;
            }

            if (answered && (answers.LeftEnd >= 0 || answers.RightEnd >= 0)) proposals.Add(new Proposal(answers, heart, source, content));
        }
    }

    private int Best(Signs signs, RuleSigns rules, Question question, in Answers answers, List<int> boundaries, List<float> sums, Span<uint> room, out float share)
    {
        sums.Clear();
        int best = 0;
        for (int k = 0; k < boundaries.Count; k++)
        {
            var list = new FeatureList(room, (uint)question);
            BoundaryFeatures.Read(signs, rules, question, answers, boundaries[k], ref list);
            sums.Add(weights.Sum(list.Hashes));
            if (sums[k] > sums[best]) best = k;
        }

        float total = 0;
        for (int k = 0; k < sums.Count; k++) total += MathF.Exp(sums[k] - sums[best]);
        share = 1 / total;
        return best;
    }
}
