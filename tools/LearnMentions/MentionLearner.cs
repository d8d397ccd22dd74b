using Sanad.Language;
using Sanad.Parties;

namespace Sanad.LearnMentions;

/// <summary>Learns the weights of <see cref="MentionTagger"/>: softmax regression by AdaGrad (Duchi, Hazan and Singer 2011), averaged; the order of the samples is fixed.</summary>
internal static class MentionLearner
{
    private const int Rounds = 20, Settled = 5;
    private const float Rate = 0.05f, Penalty = 1e-3f, Scale = 0.02f;

    private sealed record Sample(int[] Rows, int Before, int Right);

    public static HashedWeights Learn(List<LabelledText> texts, WordKinds kinds)
    {
        List<Sample> samples = [.. texts.SelectMany(text => SamplesOf(text, kinds))];
        float[] weights = new float[1 << HashedWeights.Bits], squares = new float[weights.Length], mean = new float[weights.Length];
        int[] order = [.. Enumerable.Range(0, samples.Count)];
        uint state = 2463534242;
        float[] sums = new float[MentionTagger.Labels];
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

            foreach (int at in order) Step(samples[at], sums, weights, squares);
            for (int i = 0; i < mean.Length && round >= Settled; i++) mean[i] += weights[i] / (Rounds - Settled);
        }

        return HashedWeights.Of(mean, Scale);
    }

    private static void Step(Sample sample, float[] sums, float[] weights, float[] squares)
    {
        Array.Clear(sums);
        foreach (int row in sample.Rows)
        {
            for (int label = 0; label < sums.Length; label++) sums[label] += weights[row + label];
        }

        float top = float.NegativeInfinity, total = 0;
        for (int label = 0; label < sums.Length; label++)
        {
            if (MentionTagger.Follows(sample.Before, label)) top = Math.Max(top, sums[label]);
        }

        for (int label = 0; label < sums.Length; label++) total += sums[label] = MentionTagger.Follows(sample.Before, label) ? MathF.Exp(sums[label] - top) : 0;
        for (int label = 0; label < sums.Length; label++)
        {
            float error = (sums[label] / total) - (label == sample.Right ? 1 : 0);
            if (MathF.Abs(error) < 0.003f) continue;
            foreach (int row in sample.Rows)
            {
                float gradient = error + (Penalty * weights[row + label]);
                squares[row + label] += gradient * gradient;
                weights[row + label] -= Rate * gradient / (MathF.Sqrt(squares[row + label]) + 1e-6f);
            }
        }
    }

    private static List<Sample> SamplesOf(LabelledText text, WordKinds kinds)
    {
        Document document = text.Document;
        int[] labels = new int[document.Tokens.Length];
        foreach (TaggedName name in text.Names)
        {
            int label = (int)(name.Kind switch { MentionKind.Person => NameLabel.Person, MentionKind.Body => NameLabel.Body, _ => NameLabel.Place });
            for (int i = name.First; i < name.End; i++) labels[i] = i == name.First ? label : label + 1;
        }

        var features = new MentionFeatures(document, kinds, text.Segments);
        var samples = new List<Sample>();
        Span<uint> room = stackalloc uint[MentionFeatures.Most];
        foreach (Sentence sentence in document.Sentences)
        {
            int before = 0;
            for (int i = sentence.First; i < sentence.End; i++)
            {
                int right = MentionTagger.Follows(before, labels[i]) ? labels[i] : 0;
                if (!MentionTagger.MayName(document, i, before != 0))
                {
                    before = 0;
                    continue;
                }

                var list = MentionFeatures.Start(room);
                features.Read(i, sentence.First, sentence.End, ref list);
                MentionTagger.AddBefore(before, FeatureList.Of(document.WordAt(i)), MentionTagger.LooksOf(document.Tokens[i]), ref list);
                int[] rows = new int[list.Hashes.Length];
                for (int k = 0; k < rows.Length; k++) rows[k] = HashedWeights.RowOf(list.Hashes[k]);
                samples.Add(new Sample(rows, before, right));
                before = right;
            }
        }

        return samples;
    }
}
