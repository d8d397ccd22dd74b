using System.Text;
using Sanad.Reading.Robots;
using Xunit;

namespace Sanad.Tests.Reading.Robots;

public sealed class RobotsRulesTests
{
    [Theory]
    // The examples of RFC 9309, section 5.
    [InlineData("User-agent: *\nDisallow: *.gif$\nDisallow: /example/\nAllow: /publications/", "/a.gif", false)]
    [InlineData("User-agent: *\nDisallow: *.gif$\nDisallow: /example/\nAllow: /publications/", "/a.gif?x", true)]
    [InlineData("User-agent: sanad\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif", "/example/page/disallowed.gif", false)]
    [InlineData("User-agent: sanad\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif", "/example/page/", true)]
    // The longest match decides; of equals the one that allows.
    [InlineData("User-agent: *\nDisallow: /\nAllow: /berita", "/berita/1", true)]
    [InlineData("User-agent: *\nDisallow: /\nAllow: /berita", "/", false)]
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /robots", "/robots.txt", true)]
    [InlineData("", "/a", true)]
    // Signs.
    [InlineData("User-agent: *\nDisallow: /*/cetak$", "/a/b/cetak", false)]
    [InlineData("User-agent: *\nDisallow: /*/cetak$", "/a/b/cetak/", true)]
    [InlineData("User-agent: *\nDisallow: /*.php", "/a.php?b", false)]
    [InlineData("User-agent: *\nDisallow: /a*b*c$", "/axxbxxcxxc", false)]
    [InlineData("User-agent: *\nDisallow: /ab*ba$", "/aba", true)]
    [InlineData("User-agent: *\nDisallow: /**x", "/yx", false)]
    [InlineData("User-agent: *\nDisallow: /a$b", "/a$bc", false)]
    [InlineData("User-agent: *\nDisallow: $", "/", true)]
    [InlineData("User-agent: *\nDisallow: /*?", "/a", true)]
    // Percent-encoding (section 2.2.2).
    [InlineData("User-agent: *\nDisallow: /foo/bar/ツ", "/foo/bar/%E3%83%84", false)]
    [InlineData("User-agent: *\nDisallow: /foo/bar/%E3%83%84", "/foo/bar/ツ", false)]
    [InlineData("User-agent: *\nDisallow: /foo/bar/%62%61%7A", "/foo/bar/baz", false)]
    [InlineData("User-agent: *\nDisallow: /foo/bar?baz=https://foo.bar", "/foo/bar?baz=https%3A%2F%2Ffoo.bar", true)]
    [InlineData("User-agent: *\nDisallow: /a%2fb", "/a%2Fb", false)]
    [InlineData("User-agent: *\nDisallow: /a%2A", "/a*", false)]
    [InlineData("User-agent: *\nDisallow: /a%2A", "/ab", true)]
    [InlineData("User-agent: *\nDisallow: /a b", "/a%20b", false)]
    // Groups.
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: Sanad\nDisallow: /x", "/a", true)]
    [InlineData("User-agent: SANAD/2.0 (+https://x.example)\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: sanadbot\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: sanad\nDisallow: /a\n\nUser-agent: other\nDisallow: /b\n\nUser-agent: sanad\nDisallow: /c", "/c", false)]
    [InlineData("User-agent: sanad\nDisallow: /a\n\nUser-agent: other\nDisallow: /b\n\nUser-agent: sanad\nDisallow: /c", "/b", true)]
    [InlineData("User-agent: other\nUser-agent: sanad\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: other\nCrawl-delay: 5\nUser-agent: sanad\nSitemap: https://x.example/s\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: sanad", "/a", true)]
    [InlineData("Disallow: /a", "/a", true)]
    // Ways of writing.
    [InlineData("\uFEFFUser-Agent:*\r\nDISALLOW:/a#b\r\n", "/a", false)]
    [InlineData("user-agent : *\rdisallow\t:\t/a\t", "/a", false)]
    [InlineData("User-agent: *\nDisallow /a", "/a", true)]
    [InlineData("<html><body>User-agent: *<br>Disallow: /</body>", "/a", true)]
    public void Allows_what_the_file_allows(string file, string path, bool isAllowed) => Assert.Equal(isAllowed, Parse(file).Allows(path));

    [Fact]
    public void Of_an_address_path_and_query_count()
    {
        RobotsRules rules = Parse("User-agent: *\nDisallow: /cari?q=");
        Assert.False(rules.Allows(new Uri("https://muara.example/cari?q=banjir#hasil")));
        Assert.True(rules.Allows(new Uri("https://muara.example")));
    }

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 10", 10.0)]
    [InlineData("User-agent: *\nCrawl-delay: 0.5\nDisallow: /", 0.5)]
    [InlineData("User-agent: sanad\nCrawl-delay: 2\nUser-agent: x\nDisallow: /\nUser-agent: sanad\nCrawl-delay: 3", 3.0)]
    [InlineData("User-agent: *\nCrawl-delay: 1e300", 86400.0)]
    [InlineData("User-agent: *\nCrawl-delay: -1", null)]
    [InlineData("User-agent: *\nCrawl-delay: NaN", null)]
    [InlineData("User-agent: *\nCrawl-delay: soon", null)]
    [InlineData("User-agent: other\nCrawl-delay: 10", null)]
    public void Reads_how_long_to_wait(string file, double? seconds) => Assert.Equal(seconds, Parse(file).CrawlDelay?.TotalSeconds);

    [Fact]
    public void Names_the_sitemaps_of_all() => Assert.Equal(["https://muara.example/a.xml", "https://muara.example/b.xml"],
        Parse("Sitemap: https://muara.example/a.xml\nUser-agent: other\nDisallow: /\nsitemap:https://muara.example/b.xml\nSitemap: /relatif.xml").Sitemaps);

    [Fact]
    public void What_lies_beyond_the_limit_is_not_read_nor_is_the_line_that_it_cuts()
    {
        string file = "User-agent: *\nDisallow: /a\n" + new string('#', RobotsRules.MostBytes - 40) + "\nDisallow: /b-and-more-that-the-limit-cuts\nDisallow: /c";
        RobotsRules rules = Parse(file);
        Assert.False(rules.Allows("/a"));
        Assert.True(rules.Allows("/b"));
        Assert.True(rules.Allows("/c"));
    }

    [Fact]
    public void Known_answers_are_what_they_say()
    {
        Assert.True(RobotsRules.AllowAll.Allows("/a"));
        Assert.False(RobotsRules.DisallowAll.Allows("/a"));
    }

    [Theory]
    [InlineData("a*", "a")]
    [InlineData("*aaaaaaaaab", "a")]
    [InlineData("ab*", "ab")]
    public void A_match_takes_a_number_of_steps_that_grows_with_path_and_pattern_only(string pattern, string path)
    {
        const int Times = 4000;
        RobotsRules rules = Parse("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat(pattern, Times)) + "z$");
        long work = 0;
        string address = "/" + string.Concat(Enumerable.Repeat(path, Times));
        rules.Allows(address, ref work);
        Assert.InRange(work, 1, 3 * (address.Length + (pattern.Length * Times)));
    }

    private static RobotsRules Parse(string file) => RobotsRules.Parse(Encoding.UTF8.GetBytes(file), "Sanad");
}
