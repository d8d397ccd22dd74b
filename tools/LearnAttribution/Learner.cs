using Sanad.Language;

namespace Sanad.LearnAttribution;

/// <summary>A choice among several, each with its features; a choice of one is a yes or no.</summary>
internal sealed record Sample(int[][] Options, int Right);

/// <summary>Logistic regression, of yes and no and of one among many, by FTRL-Proximal (McMahan et al. 2013), which leaves most weights at nothing; the order of the samples is fixed.</summary>
internal sealed class Learner
{
    /// <summary>Step length, what softens it, and the two penalties, by the paper's names: alpha, beta, lambda 1 and lambda 2.</summary>
    private const float Alpha = 0.1f, Beta = 1, Sparse = 0.7f, Penalty = 0.1f;

    /// <summary>Errors smaller than this teach nothing worth the time.</summary>
    private const float Small = 0.005f;

    /// <summary>Rounds after which weights are averaged, so that the last samples do not count more than others.</summary>
    private const int Settled = 2;

    private readonly float[] _squares = new float[1 << HashedWeights.Bits], _sums = new float[1 << HashedWeights.Bits];

    public float[] Weights { get; } = new float[1 << HashedWeights.Bits];

    public void Learn(List<Sample> samples, int rounds)
    {
        int[] order = [.. Enumerable.Range(0, samples.Count)];
        uint state = 2463534242;
        float[] chances = new float[1024], mean = new float[Weights.Length];
        for (int round = 0; round < rounds; round++)
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
                if (sample.Options.Length == 1)
                {
                    float error = (1 / (1 + MathF.Exp(-Sum(sample.Options[0])))) - sample.Right;
                    if (MathF.Abs(error) > Small) Step(sample.Options[0], error);
                    continue;
                }

                float top = float.NegativeInfinity, total = 0;
                for (int k = 0; k < sample.Options.Length; k++) top = Math.Max(top, chances[k] = Sum(sample.Options[k]));
                for (int k = 0; k < sample.Options.Length; k++) total += chances[k] = MathF.Exp(chances[k] - top);
                for (int k = 0; k < sample.Options.Length; k++)
                {
                    float error = (chances[k] / total) - (k == sample.Right ? 1 : 0);
                    if (MathF.Abs(error) > Small) Step(sample.Options[k], error);
                }
            }

            for (int slot = 0; slot < mean.Length && round >= Settled; slot++) mean[slot] += Weights[slot] / (rounds - Settled);
        }

        mean.CopyTo(Weights, 0);
    }

    private float Sum(int[] slots)
    {
        float sum = 0;
        foreach (int slot in slots) sum += Weights[slot];
        return sum;
    }

    private void Step(int[] slots, float error)
    {
        foreach (int slot in slots)
        {
            float square = _squares[slot] + (error * error);
            _sums[slot] += error - ((MathF.Sqrt(square) - MathF.Sqrt(_squares[slot])) / Alpha * Weights[slot]);
            _squares[slot] = square;
            float sum = _sums[slot];
            Weights[slot] = MathF.Abs(sum) <= Sparse ? 0 : (MathF.CopySign(Sparse, sum) - sum) / (((Beta + MathF.Sqrt(square)) / Alpha) + Penalty);
        }
    }
}
