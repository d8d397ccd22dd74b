using Sanad.Reading.Html;

namespace Sanad.LearnBlocks;

/// <summary>Logistic regression by AdaGrad (Duchi, Hazan and Singer 2011) with an L2 penalty; the order of the samples is fixed.</summary>
internal static class Learner
{
    private const int Rounds = 40;
    private const float Rate = 0.1f, Penalty = 1e-3f;

    public static float[] Learn(IReadOnlyList<Sample> samples, int features)
    {
        float[] weights = new float[features], squares = new float[features];
        int[] order = [.. Enumerable.Range(0, samples.Count)];
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

            foreach (int at in order)
            {
                Sample sample = samples[at];
                float sum = 0;
                foreach (int feature in sample.Features) sum += weights[feature];
                float error = (BlockModel.Logistic(sum) - (sample.IsArticle ? 1 : 0)) * sample.Weight;
                foreach (int feature in sample.Features)
                {
                    float gradient = error + (Penalty * weights[feature]);
                    squares[feature] += gradient * gradient;
                    weights[feature] -= Rate * gradient / (MathF.Sqrt(squares[feature]) + 1e-6f);
                }
            }
        }

        return weights;
    }
}

internal sealed record Sample(int[] Features, bool IsArticle, float Weight);
