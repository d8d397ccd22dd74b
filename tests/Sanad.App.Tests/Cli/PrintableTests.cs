using Sanad.App.Cli;
using Xunit;

namespace Sanad.App.Tests.Cli;

/// <summary>Words of an article as they are printed.</summary>
public sealed class PrintableTests
{
    [Theory]
    [InlineData("“Kami siap,” kata Rana", "“‘Kami siap,’ kata Rana”")]
    [InlineData("kata Rana, \"siap\" (\"sudah\")", "“kata Rana, ‘siap’ (‘sudah’)”")]
    [InlineData("tidak ada tanda kutip", "“tidak ada tanda kutip”")]
    public void Quoted_words_that_hold_quotation_marks_are_not_marked_twice(string words, string printed) => Assert.Equal(printed, Printable.Quoted(words, 100));
}
