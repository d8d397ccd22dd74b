using Xunit;

namespace Sanad.Tests.Reading.Html;

public sealed class PageCaseTests
{
    public static TheoryData<string> Cases() => PageCases.Named();

    [Theory, MemberData(nameof(Cases))]
    public void Reads_the_page_of_each_case(string name) => PageCases.AssertExpected(name, PageCases.Read(name));
}
