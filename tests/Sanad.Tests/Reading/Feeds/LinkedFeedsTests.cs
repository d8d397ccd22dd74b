using Sanad.Reading.Feeds;
using Xunit;

namespace Sanad.Tests.Reading.Feeds;

public sealed class LinkedFeedsTests
{
    private static readonly Uri Address = new("https://muara.example/berita/satu.html");

    [Theory]
    [InlineData("<link rel=\"alternate\" type=\"application/rss+xml\" title=\"Muara &raquo; Umpan\" href=\"/feed\">", "https://muara.example/feed Muara » Umpan")]
    [InlineData("<LINK HREF=atom.xml TYPE=application/atom+xml REL='home alternate'>", "https://muara.example/berita/atom.xml ")]
    [InlineData("<base href=\"https://www.muara.example/\"><link rel=alternate type=application/feed+json href=feed.json />", "https://www.muara.example/feed.json ")]
    [InlineData("<link rel=alternate type=application/rss+xml href=/a><link rel=alternate type=application/rss+xml href=/a title=Lagi>", "https://muara.example/a ")]
    public void Finds_a_feed_that_a_page_announces(string html, string expected)
    {
        LinkedFeed feed = Assert.Single(LinkedFeeds.Find($"<!doctype html><html><head><title>a < b</title>{html}</head><body>", Address));
        Assert.Equal(expected, $"{feed.Url} {feed.Title}");
    }

    [Theory]
    [InlineData("<link rel=alternate hreflang=en href=/en>")]
    [InlineData("<link rel=stylesheet type=application/rss+xml href=/feed>")]
    [InlineData("<!-- <link rel=alternate type=application/rss+xml href=/feed> -->")]
    [InlineData("<script>var a = '<link rel=alternate type=application/rss+xml href=/feed>';</script>")]
    [InlineData("<body><p><link rel=alternate type=application/rss+xml href=/feed>")]
    [InlineData("<link rel=alternate type=application/rss+xml href=javascript:x>")]
    [InlineData("<link rel=alternate type=application/rss+xml href=/feed")]
    public void Finds_none_in_what_announces_none(string html) => Assert.Empty(LinkedFeeds.Find(html, Address));
}
