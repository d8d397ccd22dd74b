using Sanad.App.Fetching;
using Xunit;

namespace Sanad.App.Tests.Fetching;

public sealed class FetchSettingsTests
{
    private static FetchSettings Read(out string? complaint, params (string Name, string Value)[] variables) =>
        FetchSettings.Read(name => variables.FirstOrDefault(variable => variable.Name == name).Value, allowPrivate: false, out complaint);

    [Fact]
    public void Names_itself_and_where_its_keeper_is_found()
    {
        Assert.Equal("Sanad/0.1 (news ledger)", Read(out _).UserAgent);
        Assert.Equal("Sanad/0.1 (news ledger; +https://arga.example/about)", Read(out string? complaint, ("SANAD_CONTACT", "https://arga.example/about")).UserAgent);
        Assert.Null(complaint);
    }

    [Theory]
    [InlineData("https://arga.example/\r\nCookie: x")]
    [InlineData("https://arga.example/)")]
    [InlineData("https://é.example/")]
    public void A_contact_that_would_break_the_header_is_refused(string contact)
    {
        Assert.Equal("Sanad/0.1 (news ledger)", Read(out string? complaint, ("SANAD_CONTACT", contact)).UserAgent);
        Assert.StartsWith("$SANAD_CONTACT is", complaint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SANAD_FETCH_TIME", "soon")]
    [InlineData("SANAD_FETCH_INTERVAL", "-1")]
    [InlineData("SANAD_FETCH_WAIT", "1e9")]
    public void A_wrong_number_is_named(string name, string value)
    {
        Read(out string? complaint, (name, value));
        Assert.StartsWith($"${name} is a number of seconds", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_are_seconds_with_a_point()
    {
        FetchSettings settings = Read(out string? complaint, ("SANAD_FETCH_INTERVAL", "0.5"), ("SANAD_ALLOW_PRIVATE", "1"));
        Assert.Equal((null, TimeSpan.FromSeconds(0.5), true), (complaint, settings.Courtesy.Interval, settings.AllowPrivate));
    }
}
