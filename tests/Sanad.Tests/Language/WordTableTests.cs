using Sanad.Language;
using Xunit;

namespace Sanad.Tests.Language;

public sealed class WordTableTests
{
    [Theory]
    [InlineData("Said", 1)]
    [InlineData("ÉMILE", 2)]
    [InlineData("μg", 3)] // Greek mu: the same capital as the micro sign, another small letter
    [InlineData("sai", 0)]
    [InlineData("émil", 0)]
    public void Words_are_found_regardless_of_case(string word, int number)
    {
        var table = new WordTable(new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["said"] = 1, ["émile"] = 2, ["µg"] = 3 });
        Assert.Equal(number, table.Find(word, FeatureList.Of(word)));
    }
}
