using Sanad.Language;
using Xunit;

namespace Sanad.Tests;

public sealed class LanguagePackTests
{
    [Fact]
    public void Every_language_loads() => Assert.Equal(["en", "id"], LanguageSet.Load().All.Select(pack => pack.Code));
}
