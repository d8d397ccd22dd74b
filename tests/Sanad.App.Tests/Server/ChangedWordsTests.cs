using CsCheck;
using Sanad.App.Server.Pages.Versions;
using Sanad.Text;
using Xunit;

namespace Sanad.App.Tests.Server;

public sealed class ChangedWordsTests
{
    [Theory]
    [InlineData("a b c", "a b c", "")]
    [InlineData("a b c", "a x c", "b>x")]
    [InlineData("a b c", "a c", "b>")]
    [InlineData("a c", "a b c", ">b")]
    [InlineData("", "a", ">a")]
    [InlineData("a", "", "a>")]
    [InlineData("21 orang tewas.", "26 orang tewas, dua anak.", "21>26|>, dua anak")]
    [InlineData("a b c d e", "x b y d z", "a>x|c>y|e>z")]
    [InlineData("a  b", "a\nb", "")]
    public void Only_words_that_went_or_came_are_told(string first, string second, string changes) =>
        Assert.Equal(changes, string.Join('|', ChangedWords.Find(first, second).Select(change => $"{change.Gone.Of(first)}>{change.Came.Of(second)}")));

    [Fact]
    public void What_went_and_came_makes_the_one_text_of_the_other() =>
        Gen.Select(Words, Words).Sample(static pair =>
        {
            (string first, string second) = (string.Join(' ', pair.Item1), string.Join(' ', pair.Item2));
            IReadOnlyList<WordChange> changes = ChangedWords.Find(first, second);
            Assert.Equal(Rest(first, changes.Select(static change => change.Gone)), Rest(second, changes.Select(static change => change.Came)));
        });

    [Fact]
    public void Texts_that_share_nothing_are_told_in_one_change_and_in_time()
    {
        string first = string.Join(' ', Enumerable.Range(0, 20_000)), second = string.Join(' ', Enumerable.Range(30_000, 20_000));
        WordChange change = Assert.Single(ChangedWords.Find(first, second));
        Assert.Equal((first.Length, second.Length), (change.Gone.Length, change.Came.Length));
    }

    private static Gen<string[]> Words => Gen.Int[0, 3].Select(static letter => ((char)(97 + letter)).ToString()).Array[0, 12];

    private static string Rest(string text, IEnumerable<TextSpan> taken)
    {
        char[] letters = text.ToCharArray();
        foreach (TextSpan span in taken) letters.AsSpan(span.Start, span.Length).Fill(' ');
        return string.Join(' ', new string(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
