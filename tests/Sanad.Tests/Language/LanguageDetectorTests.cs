using Sanad.Language;
using Xunit;

namespace Sanad.Tests.Language;

public sealed class LanguageDetectorTests
{
    private static readonly string[] Words = ["yang", "dan", "di", "itu", "the", "of", "and", "Wairang", "pasar", "berjualan", "katanya", "14", "Rana", "’s", "—", "traders", "a", "i"];

    /// <summary>The short way only ever says yes where the long one does.</summary>
    [Fact]
    public void A_text_is_surely_of_a_language_only_where_a_whole_tokenisation_finds_so()
    {
        int sure = 0;
        for (int seed = 0; seed < 2000; seed++)
        {
            var dice = new Random(seed);
            string text = string.Join(' ', Enumerable.Range(0, dice.Next(1, 500)).Select(_ => Words[dice.Next(dice.Next(1, Words.Length))]));
            foreach (LanguagePack pack in Reader.Languages.All)
            {
                if (!LanguageDetector.IsSurely(text, pack)) continue;
                sure++;
                Assert.True(LanguageDetector.ShareOf(text, pack) >= LanguageDetector.SureShare, text);
            }
        }

        Assert.InRange(sure, 500, 4000);
    }

    [Theory]
    [InlineData("Sedikitnya 140 pedagang kembali berjualan di pasar itu dan mereka tidak menunggu bantuan yang dijanjikan.", "id", true)]
    [InlineData("The crossing reopened on Tuesday, and the authority said that it had checked all of the ramps.", "en", true)]
    [InlineData("The crossing reopened on Tuesday, and the authority said that it had checked all of the ramps.", "id", false)]
    public void A_sentence_is_enough(string text, string code, bool expected) => Assert.Equal(expected, LanguageDetector.IsSurely(text, Reader.Languages[code]));
}
