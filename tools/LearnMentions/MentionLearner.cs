using Sanad.Language;
using Sanad.Parties;

namespace Sanad.LearnMentions;

/// <summary>
/// Learns the weights of <see cref="MentionTagger"/>: the likelihood of the labels of whole sentences (a conditional random field, Lafferty et al. 2001) by AdaGrad
/// (Duchi, Hazan and Singer 2011), averaged; the order of the sentences is fixed.
/// </summary>
internal static class MentionLearner
{
    private const int Rounds = 20, Settled = 5, Labels = MentionTagger.Labels;
    private const float Rate = 0.05f, Penalty = 4e-3f, Scale = 0.02f;

    /// <summary>A token that may be of a name.</summary>
    /// <param name="Rows">Rows of its features.</param>
    /// <param name="Behind">For each label of the token before the rows of the features that it adds.</param>
    private sealed record Position(int[] Rows, int[][] Behind, int Right);

    public static HashedWeights Learn(List<LabelledText> texts, WordKinds kinds)
    {
        List<Position[]> runs = [.. texts.SelectMany(text => RunsOf(text, kinds))];
        float[] weights = new float[1 << HashedWeights.Bits], squares = new float[weights.Length], mean = new float[weights.Length];
        int[] order = [.. Enumerable.Range(0, runs.Count)];
        uint state = 2463534242;
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = order.Length - 1; i > 0; i--)
            {
                state ^= state << 13;
                state ^= state >> 17;
                state ^= state << 5;
                int other = (int)(state % (uint)(i + 1));
                (order[i], order[other]) = (order[other], order[i]);
            }

            foreach (int at in order) Step(runs[at], weights, squares);
            for (int i = 0; i < mean.Length && round >= Settled; i++) mean[i] += weights[i] / (Rounds - Settled);
        }

        return HashedWeights.Of(mean, Scale);
    }

    /// <summary>One step along the gradient of a run's likelihood: what labels are expected against those given.</summary>
    private static void Step(Position[] run, float[] weights, float[] squares)
    {
        // worth[i][before, label]: what the label is worth at token i behind the other.
        var worth = new float[run.Length][,];
        var forward = new float[run.Length][];
        var backward = new float[run.Length][];
        Span<float> sums = stackalloc float[Labels];
        Span<float> terms = stackalloc float[Labels];
        for (int i = 0; i < run.Length; i++)
        {
            worth[i] = new float[Labels, Labels];
            forward[i] = new float[Labels];
            backward[i] = new float[Labels];
            sums.Clear();
            foreach (int row in run[i].Rows)
            {
                for (int label = 0; label < Labels; label++) sums[label] += weights[row + label];
            }

            for (int before = 0; before < Labels; before++)
            {
                for (int label = 0; label < Labels; label++)
                {
                    float total = MentionTagger.Follows(before, label) && (i > 0 || before == 0) ? sums[label] : float.NegativeInfinity;
                    foreach (int row in run[i].Behind[before]) total += weights[row + label];
                    worth[i][before, label] = total;
                }
            }

            for (int label = 0; label < Labels; label++)
            {
                for (int before = 0; before < Labels; before++) terms[before] = (i == 0 ? 0 : forward[i - 1][before]) + worth[i][before, label];
                forward[i][label] = LogSum(terms);
            }
        }

        for (int i = run.Length - 2; i >= 0; i--)
        {
            for (int before = 0; before < Labels; before++)
            {
                for (int label = 0; label < Labels; label++) terms[label] = backward[i + 1][label] + worth[i + 1][before, label];
                backward[i][before] = LogSum(terms);
            }
        }

        float all = LogSum(forward[^1]);
        Span<float> errors = stackalloc float[Labels];
        for (int i = 0; i < run.Length; i++)
        {
            errors.Clear();
            int given = i == 0 ? 0 : run[i - 1].Right;
            for (int before = 0; before < Labels; before++)
            {
                for (int label = 0; label < Labels; label++)
                {
                    float chance = MathF.Exp((i == 0 ? 0 : forward[i - 1][before]) + worth[i][before, label] + backward[i][label] - all);
                    float error = chance - (before == given && label == run[i].Right ? 1 : 0);
                    errors[label] += error;
                    Move(run[i].Behind[before], label, error, weights, squares);
                }
            }

            for (int label = 0; label < Labels; label++) Move(run[i].Rows, label, errors[label], weights, squares);
        }
    }

    private static void Move(int[] rows, int label, float error, float[] weights, float[] squares)
    {
        if (MathF.Abs(error) < 0.003f) return;
        foreach (int row in rows)
        {
            float gradient = error + (Penalty * weights[row + label]);
            squares[row + label] += gradient * gradient;
            weights[row + label] -= Rate * gradient / (MathF.Sqrt(squares[row + label]) + 1e-6f);
        }
    }

    private static float LogSum(ReadOnlySpan<float> terms)
    {
        float top = float.NegativeInfinity, total = 0;
        foreach (float term in terms) top = MathF.Max(top, term);
        if (float.IsNegativeInfinity(top)) return top;
        foreach (float term in terms) total += MathF.Exp(term - top);
        return top + MathF.Log(total);
    }

    /// <summary>The stretches of tokens that may be of names, as <see cref="MentionTagger.Read"/> parts them.</summary>
    private static List<Position[]> RunsOf(LabelledText text, WordKinds kinds)
    {
        Document document = text.Document;
        int[] labels = new int[document.Tokens.Length];
        foreach (TaggedName name in text.Names)
        {
            int label = (int)(name.Kind switch { MentionKind.Person => NameLabel.Person, MentionKind.Body => NameLabel.Body, _ => NameLabel.Place });
            for (int i = name.First; i < name.End; i++) labels[i] = i == name.First ? label : label + 1;
        }

        using var features = new MentionFeatures(document, kinds, text.Segments);
        var runs = new List<Position[]>();
        var run = new List<Position>();
        Span<uint> room = stackalloc uint[MentionFeatures.Most];
        foreach (Sentence sentence in document.Sentences)
        {
            for (int i = sentence.First; i <= sentence.End; i++)
            {
                if (i == sentence.End || !MentionTagger.MayName(document, i, run.Count > 0))
                {
                    if (run.Count > 0) runs.Add([.. run]);
                    run.Clear();
                    continue;
                }

                var list = MentionFeatures.Start(room);
                features.Read(i, sentence.First, sentence.End, ref list);
                int[] rows = RowsOf(list);
                var behind = new int[Labels][];
                for (int before = 0; before < Labels; before++)
                {
                    list.Clear();
                    MentionTagger.AddBefore(before, document.HashAt(i), MentionTagger.LooksOf(document.Tokens[i]), ref list);
                    behind[before] = RowsOf(list);
                }

                run.Add(new Position(rows, behind, MentionTagger.Follows(run.Count == 0 ? 0 : run[^1].Right, labels[i]) ? labels[i] : 0));
            }
        }

        return runs;
    }

    private static int[] RowsOf(FeatureList list)
    {
        int[] rows = new int[list.Hashes.Length];
        for (int k = 0; k < rows.Length; k++) rows[k] = HashedWeights.RowOf(list.Hashes[k]);
        return rows;
    }
}
