using Sanad.Language;
using Sanad.Parties;
using Xunit;

namespace Sanad.Tests.Parties;

public sealed class WordSetTests
{
    [Theory]
    [InlineData(StringComparison.Ordinal, false)]
    [InlineData(StringComparison.OrdinalIgnoreCase, true)]
    public void Stretches_are_found_by_their_letters(StringComparison comparison, bool alike)
    {
        var set = new WordSet("Budi Santosa, budi", comparison);
        set.Add(0, 4);
        Assert.True(set.Contains("Budi"));
        Assert.Equal(alike, set.Contains("BUDI"));
        Assert.False(set.Contains("Santosa"));
    }

    [Fact]
    public void It_holds_as_many_as_are_put_in()
    {
        string text = string.Join(' ', Enumerable.Range(0, 1000).Select(static number => $"kata{number}"));
        var set = new WordSet(text, StringComparison.Ordinal);
        int start = 0;
        foreach (string word in text.Split(' '))
        {
            set.Add(FeatureList.Of(word), start, word.Length);
            start += word.Length + 1;
        }

        Assert.All(text.Split(' '), word => Assert.True(set.Contains(word)));
        Assert.False(set.Contains("kata1000"));
    }
}
