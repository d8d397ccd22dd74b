using System.Globalization;
using Sanad.Language;

namespace Sanad.Reading.Html;

/// <summary>
/// Tells the chance of each block to be the article's, in two rounds. The first looks at a block and its markup: logistic regression over
/// <see cref="BlockFeatures"/>, weights in <c>languages/blocks.tsv</c> (<c>feature TAB weight</c>). The second looks at what the first made of the page:
/// regression trees over <see cref="BlockMeasures"/>, in <c>languages/blocktrees.tsv</c>. Both are learned from labelled pages by <c>tools/LearnBlocks</c>.
/// </summary>
internal sealed class BlockModel(BlockFeatures features, float[] weights, TreeEnsemble trees)
{
    /// <summary>How much of the first round's sum the trees begin with: they correct it, and need not find it again.</summary>
    public const float Kept = 0.5f;

    public static BlockModel Load(BlockFeatures features)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < features.Count; i++) numbers[features.NameOf(i)] = i;
        float[] weights = new float[features.Count];
        foreach (LanguageRow row in LanguageFile.Rows("", "blocks.tsv", trim: false))
        {
            if (!numbers.TryGetValue(row.Required(0, "feature"), out int number)) throw row.Error($"no feature '{row[0]}'; learn the weights anew");
            if (!float.TryParse(row.Fields[1], CultureInfo.InvariantCulture, out float weight)) throw row.Error($"'{row.Fields[1]}' is no number");
            weights[number] = weight;
        }

        return new BlockModel(features, weights, TreeEnsemble.Load(BlockMeasures.Names));
    }

    /// <returns>One chance a block, 0 to 1.</returns>
    public float[] Chances(Page page, PageStatistics statistics)
    {
        float[] chances = new float[page.Blocks.Count];
        Span<int> room = stackalloc int[BlockFeatures.Most];
        for (int i = 0; i < chances.Length; i++)
        {
            var active = new ActiveFeatures(room);
            features.Find(page, statistics, i, ref active);
            float sum = 0;
            foreach (int feature in active.Numbers) sum += weights[feature];
            chances[i] = Logistic(sum);
        }

        var verdict = new FirstVerdict(page, chances);
        float[] final = new float[chances.Length];
        Span<float> measures = stackalloc float[BlockMeasures.Count];
        for (int i = 0; i < final.Length; i++)
        {
            BlockMeasures.Measure(page, statistics, verdict, i, measures);
            final[i] = Logistic((Kept * verdict.SumOf(i)) + trees.Sum(measures));
        }

        return final;
    }

    public static float Logistic(float sum) => 1 / (1 + MathF.Exp(-sum));
}
