using Sanad.Reading.Html;

namespace Sanad.LearnBlocks;

/// <summary>
/// Gradient boosting of small regression trees for the logistic loss (Friedman 2001), with second-order leaves and an L2 penalty (Chen and Guestrin 2016). Measures are
/// cut into bins at their quantiles; the order of everything is fixed, so the same samples give the same trees.
/// </summary>
internal sealed class TreeLearner
{
    private const int Bins = 48;

    private readonly IReadOnlyList<MeasuredSample> _samples;
    private readonly int _measures;
    private readonly float[][] _cuts;
    private readonly byte[][] _binned;
    private readonly float[] _sums, _gradients, _curvatures;
    private readonly TreeSettings _settings;

    private TreeLearner(IReadOnlyList<MeasuredSample> samples, TreeSettings settings)
    {
        (_samples, _settings) = (samples, settings);
        _measures = samples[0].Measures.Length;
        _cuts = new float[_measures][];
        _binned = new byte[_measures][];
        for (int m = 0; m < _measures; m++)
        {
            _cuts[m] = CutsOf(m);
            _binned[m] = [.. samples.Select(sample => BinOf(_cuts[m], sample.Measures[m]))];
        }

        _sums = [.. samples.Select(static sample => sample.Base)];
        _gradients = new float[samples.Count];
        _curvatures = new float[samples.Count];
    }

    public static TreeEnsemble Learn(IReadOnlyList<MeasuredSample> samples, TreeSettings settings)
    {
        var learner = new TreeLearner(samples, settings);
        var trees = new List<TreeNode[]>();
        for (int i = 0; i < settings.Trees; i++) trees.Add(learner.Grow(i));
        return new TreeEnsemble(trees);
    }

    private TreeNode[] Grow(int round)
    {
        for (int i = 0; i < _sums.Length; i++)
        {
            float chance = BlockModel.Logistic(_sums[i]), weight = _samples[i].Weight;
            _gradients[i] = (chance - (_samples[i].IsArticle ? 1 : 0)) * weight;
            _curvatures[i] = Math.Max(chance * (1 - chance), 1e-6f) * weight;
        }

        var nodes = new List<TreeNode>();
        Split(nodes, [.. Enumerable.Range(0, _sums.Length)], 0, round);
        return [.. nodes];
    }

    /// <summary>Adds the node of these samples and all below it; returns its place.</summary>
    private int Split(List<TreeNode> nodes, int[] members, int depth, int round)
    {
        int place = nodes.Count;
        nodes.Add(default);
        float gradient = 0, curvature = 0;
        foreach (int i in members)
        {
            gradient += _gradients[i];
            curvature += _curvatures[i];
        }

        if (depth < _settings.Depth && Best(members, gradient, curvature, round) is { } best)
        {
            int[] left = [.. members.Where(i => _binned[best.Measure][i] <= best.Bin)], right = [.. members.Where(i => _binned[best.Measure][i] > best.Bin)];
            int low = Split(nodes, left, depth + 1, round), high = Split(nodes, right, depth + 1, round);
            nodes[place] = new TreeNode(best.Measure, _cuts[best.Measure][best.Bin], low, high, 0);
            return place;
        }

        float value = -_settings.Rate * gradient / (curvature + _settings.Penalty);
        foreach (int i in members) _sums[i] += value;
        nodes[place] = new TreeNode(-1, 0, 0, 0, value);
        return place;
    }

    private (int Measure, int Bin)? Best(int[] members, float gradient, float curvature, int round)
    {
        float gain = _settings.LeastGain, whole = gradient * gradient / (curvature + _settings.Penalty);
        (int, int)? best = null;
        Span<float> gradients = stackalloc float[Bins + 1], curvatures = stackalloc float[Bins + 1];
        for (int m = 0; m < _measures; m++)
        {
            // Each round looks at a part of the measures only, so that trees differ.
            if (_cuts[m].Length == 0 || (m + round) % _settings.Shares == 0) continue;
            gradients.Clear();
            curvatures.Clear();
            byte[] bins = _binned[m];
            foreach (int i in members)
            {
                gradients[bins[i]] += _gradients[i];
                curvatures[bins[i]] += _curvatures[i];
            }

            float g = 0, h = 0;
            for (int bin = 0; bin < _cuts[m].Length; bin++)
            {
                g += gradients[bin];
                h += curvatures[bin];
                if (h < _settings.LeastCurvature || curvature - h < _settings.LeastCurvature) continue;
                float found = (g * g / (h + _settings.Penalty)) + ((gradient - g) * (gradient - g) / (curvature - h + _settings.Penalty)) - whole;
                if (found <= gain) continue;
                gain = found;
                best = (m, bin);
            }
        }

        return best;
    }

    /// <summary>Values between which the measure is cut: a value belongs to the first bin whose cut it does not exceed.</summary>
    private float[] CutsOf(int measure)
    {
        float[] values = [.. _samples.Select(sample => sample.Measures[measure]).Order()];
        var cuts = new List<float>();
        for (int bin = 1; bin < Bins; bin++)
        {
            float low = values[(int)((long)bin * values.Length / Bins)];
            int above = Array.FindIndex(values, value => value > low);
            if (above < 0) break;
            float cut = MathF.Round((low + values[above]) / 2, 4);
            if (cut >= low && cut < values[above] && (cuts.Count == 0 || cut > cuts[^1])) cuts.Add(cut);
        }

        return [.. cuts];
    }

    private static byte BinOf(float[] cuts, float value)
    {
        int bin = Array.BinarySearch(cuts, value);
        return (byte)(bin < 0 ? ~bin : bin);
    }
}

/// <param name="Shares">In each round one measure of so many is left out.</param>
internal sealed record TreeSettings(int Trees, int Depth, float Rate, float Penalty, float LeastCurvature, float LeastGain, int Shares);

/// <param name="Base">What the sum begins with.</param>
internal sealed record MeasuredSample(float[] Measures, float Base, bool IsArticle, float Weight);
