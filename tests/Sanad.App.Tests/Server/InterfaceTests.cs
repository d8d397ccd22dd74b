using System.Text.RegularExpressions;
using Sanad.App.Server.Interface;
using Sanad.Language;
using Xunit;

namespace Sanad.App.Tests.Server;

public sealed partial class InterfaceTests
{
    private static readonly InterfaceLanguages Languages = new(LanguageSet.Load());

    [Fact]
    public void All_languages_have_the_same_words_with_the_same_holes()
    {
        InterfaceLanguage english = Languages.All.Single(static language => language.Code == "en");
        foreach (InterfaceLanguage language in Languages.All)
        {
            Assert.Equal(english.Keys.Order(StringComparer.Ordinal), language.Keys.Order(StringComparer.Ordinal));
            foreach (string key in english.Keys) Assert.Equal((key, Holes(english[key])), (key, Holes(language[key])));
        }
    }

    [Fact]
    public void Numbers_and_days_have_the_form_of_the_language()
    {
        InterfaceLanguage indonesian = Languages.All.Single(static language => language.Code == "id"), english = Languages.All.Single(static language => language.Code == "en");
        Assert.Equal(("1.234,5", "1,234.5"), (indonesian.Number(1234.5), english.Number(1234.5)));
        Assert.Equal(("17 Agustus 2025", "17 August 2025"), (indonesian.Day("2025-08-17"), english.Day("2025-08-17")));
        Assert.Equal(("17 Agu", "17 Aug"), (indonesian.ShortDay(new DateOnly(2025, 8, 17)), english.ShortDay(new DateOnly(2025, 8, 17))));
        Assert.Equal(("1 outlet", "2 outlets", "2 media"), (english.Count("count.outlets", 1), english.Count("count.outlets", 2), indonesian.Count("count.outlets", 2)));
    }

    private static string Holes(string text) => string.Join(' ', Hole().Matches(text).Select(static hole => hole.Value).Order(StringComparer.Ordinal));

    [GeneratedRegex("\\{[a-z]+\\}")]
    private static partial Regex Hole();
}
