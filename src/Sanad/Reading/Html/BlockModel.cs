using System.Globalization;
using Sanad.Language;

namespace Sanad.Reading.Html;

/// <summary>
/// Tells the chance of each block to be the article's own text: logistic regression in two rounds over <see cref="BlockFeatures"/>. The weights are
/// learned from labelled pages by <c>tools/learn-blocks</c> and stand in <c>languages/blocks.tsv</c>: <c>round TAB feature TAB weight</c>.
/// </summary>
internal sealed class BlockModel(BlockFeatures features, float[] first, float[] second)
{
    public static BlockModel Load(BlockFeatures features)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < features.Count; i++) numbers[features.NameOf(i)] = i;
        float[] first = new float[features.Count], second = new float[features.Count];
        foreach (LanguageRow row in LanguageFile.Rows("", "blocks.tsv", trim: false))
        {
            if (!numbers.TryGetValue(row.Required(1, "feature"), out int number)) throw row.Error($"no feature '{row[1]}'; learn the weights anew");
            if (!float.TryParse(row.Fields[2], CultureInfo.InvariantCulture, out float weight)) throw row.Error($"'{row.Fields[2]}' is no number");
            (row[0] == "1" ? first : second)[number] = weight;
        }

        return new BlockModel(features, first, second);
    }

    /// <returns>One chance a block, 0 to 1.</returns>
    public float[] Chances(Page page)
    {
        var statistics = new PageStatistics(page);
        float[] chances = new float[page.Blocks.Count], sums = new float[page.Blocks.Count];
        Span<int> room = stackalloc int[BlockFeatures.Most];
        for (int i = 0; i < chances.Length; i++)
        {
            var active = new ActiveFeatures(room);
            features.FirstRound(page, statistics, i, ref active);
            chances[i] = Logistic(Sum(first, active.Numbers));
            sums[i] = Sum(second, active.Numbers);
        }

        var verdict = new FirstVerdict(page, chances);
        float[] final = new float[chances.Length];
        for (int i = 0; i < final.Length; i++)
        {
            var active = new ActiveFeatures(room);
            features.SecondRound(page, verdict, i, ref active);
            final[i] = Logistic(sums[i] + Sum(second, active.Numbers));
        }

        return final;
    }

    public static float Logistic(float sum) => 1 / (1 + MathF.Exp(-sum));

    private static float Sum(float[] weights, ReadOnlySpan<int> active)
    {
        float sum = 0;
        foreach (int feature in active) sum += weights[feature];
        return sum;
    }
}
