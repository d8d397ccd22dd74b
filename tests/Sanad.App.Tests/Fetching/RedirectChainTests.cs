using Sanad.App.Fetching;
using Xunit;

namespace Sanad.App.Tests.Fetching;

public sealed class RedirectChainTests
{
    private static RedirectChain Chain() => new(new Uri("http://arga.example/a"), 10);

    [Theory]
    [InlineData("/b?c=d#e", "http://arga.example/b?c=d")]
    [InlineData("b", "http://arga.example/b")]
    [InlineData("//hulu.example/b", "http://hulu.example/b")]
    [InlineData(" https://hulu.example/b ", "https://hulu.example/b")]
    [InlineData("/berita/é", "http://arga.example/berita/%C3%A9")]
    public void Follows_what_a_location_means(string location, string expected)
    {
        RedirectChain chain = Chain();
        chain.Follow(location);
        Assert.Equal((expected, true), (chain.Current.AbsoluteUri, chain.HasMoved));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("http://")]
    public void A_location_that_says_nothing_is_named(string? location) => Assert.Contains("redirects to nowhere", Assert.Throws<FetchException>(() => Chain().Follow(location)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://user:secret@hulu.example/")]
    [InlineData("data:text/html,x")]
    public void A_location_that_is_not_fetched_is_refused(string location) => Assert.True(Assert.Throws<FetchException>(() => Chain().Follow(location)).IsRefused);

    [Fact]
    public void A_circle_is_named()
    {
        RedirectChain chain = Chain();
        chain.Follow("/b");
        chain.Follow("/c");
        Assert.Equal("redirects in a circle: http://arga.example/b -> http://arga.example/c -> http://arga.example/b", Assert.Throws<FetchException>(() => chain.Follow("/b#again")).Message);
    }

    [Fact]
    public void Ten_redirects_are_followed_and_no_more()
    {
        RedirectChain chain = Chain();
        for (int i = 1; i <= 10; i++) chain.Follow($"/{i}");
        Assert.Contains("more than 10 times", Assert.Throws<FetchException>(() => chain.Follow("/11")).Message, StringComparison.Ordinal);
    }
}
