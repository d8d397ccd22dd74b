using Sanad.App.Fetching;
using Xunit;

namespace Sanad.App.Tests.Fetching;

public sealed class WebTargetTests
{
    [Theory]
    [InlineData("ftp://arga.example/a", "only http and https")]
    [InlineData("file:///etc/passwd", "not an address|only http and https")]
    [InlineData("gopher://arga.example/", "only http and https")]
    [InlineData("http://user:secret@arga.example/", "user name or password")]
    [InlineData("http://user@arga.example/", "user name or password")]
    [InlineData("http:///nothing", "not an address")]
    [InlineData("http://arga.example:99999/", "not an address")]
    public void What_is_not_fetched_has_a_reason(string address, string reason)
    {
        Assert.True(WebTarget.IsAddress(address));
        Assert.Null(WebTarget.Read(address, out string? told));
        Assert.Matches(reason, told!);
    }

    [Theory]
    [InlineData("HTTPS://Arga.Example/a#part", "https://arga.example/a")]
    [InlineData("http://arga.example", "http://arga.example/")]
    [InlineData("http://arga.example/berita utama?x=1&y=é#z", "http://arga.example/berita%20utama?x=1&y=%C3%A9")]
    public void The_fragment_stays_at_home(string address, string expected) => Assert.Equal(expected, WebTarget.Read(address, out _)!.AbsoluteUri);

    [Theory]
    [InlineData("http://2130706433/", "127.0.0.1")]
    [InlineData("http://0x7f.1/", "127.0.0.1")]
    [InlineData("http://0177.0.0.1/", "127.0.0.1")]
    [InlineData("http://[::ffff:127.0.0.1]/", "::ffff:127.0.0.1")]
    public void An_address_in_disguise_is_known_for_what_it_is(string address, string literal) => Assert.Equal(literal, WebTarget.LiteralOf(WebTarget.Read(address, out _)!)!.ToString());

    [Fact]
    public void An_address_without_end_is_refused()
    {
        Assert.Null(WebTarget.Read("http://arga.example/" + new string('a', 10_000), out string? reason));
        Assert.Contains("longer than", reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("C:\\berita\\a.txt")]
    [InlineData("berita/a.txt")]
    [InlineData("-")]
    [InlineData("://x")]
    public void Files_are_no_addresses(string name) => Assert.False(WebTarget.IsAddress(name));
}
