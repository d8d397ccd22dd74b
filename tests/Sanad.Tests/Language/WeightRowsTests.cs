using Sanad.Language;
using Xunit;

namespace Sanad.Tests.Language;

public sealed class WeightRowsTests
{
    [Fact]
    public void Rows_give_each_label_what_its_slot_is_worth()
    {
        uint[] features = [0, 7u << 13, 64u << 13, uint.MaxValue];
        float[] weights = new float[1 << HashedWeights.Bits];
        for (int i = 1; i < features.Length; i++)
        {
            for (int label = 0; label < HashedWeights.Labels; label++) weights[HashedWeights.RowOf(features[i]) + label] = i * (label - 3);
        }

        WeightRows rows = HashedWeights.Of(weights, 1).ToRows();
        float[] sums = [1, 1, 1, 1, 1, 1, 1, 1];
        rows.Add(features, sums);
        Assert.Equal([-17, -11, -5, 1, 7, 13, 19, 25], sums);
    }
}
