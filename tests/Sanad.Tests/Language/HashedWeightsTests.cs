using Sanad.Language;
using Xunit;

namespace Sanad.Tests.Language;

public sealed class HashedWeightsTests
{
    [Fact]
    public void Weights_are_read_as_they_were_written()
    {
        var list = new FeatureList(stackalloc uint[3], model: 1);
        list.Add(1, FeatureList.Of("said"));
        list.Add(2, FeatureList.Of("Said"), 7);
        list.Add(3);
        uint[] features = [.. list.Hashes];
        float[] weights = new float[1 << HashedWeights.Bits];
        (weights[HashedWeights.SlotOf(features[0])], weights[HashedWeights.SlotOf(features[1])]) = (0.5f, -0.25f);
        using var stream = new MemoryStream();
        HashedWeights.Of(weights, 0.25f).Write(stream);
        stream.Position = 0;
        HashedWeights read = HashedWeights.Read(stream, "test");
        Assert.Equal(0.5f, read.Sum(features.AsSpan(0, 1)));
        Assert.Equal(0.25f, read.Sum(features));
        Assert.Equal(0, read.Sum(features.AsSpan(2)));
    }

    [Fact]
    public void Words_hash_alike_in_capitals_and_small_letters() => Assert.Equal(FeatureList.Of("Émile said"), FeatureList.Of("émile SAID"));

    [Fact]
    public void Bytes_that_are_no_weights_are_refused() =>
        Assert.Throws<LanguageFileException>(static () => HashedWeights.Read(new MemoryStream([1, 2, 3, 4, 5, 6, 7, 8, 9]), "test"));
}
