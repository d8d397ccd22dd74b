using System.Text;
using Sanad.Reading.Feeds;
using Xunit;

namespace Sanad.Tests.Reading.Feeds;

public sealed class SitemapReaderTests
{
    private static readonly SitemapReader Sitemaps = new(Reader.Languages);

    private static readonly Uri Address = new("https://muara.example/peta/sitemap.xml");

    public static TheoryData<string> Cases() => ListCases.Named("sitemap.*");

    [Theory, MemberData(nameof(Cases))]
    public void Reads_the_sitemap_of_each_case(string name)
    {
        byte[] bytes = ListCases.Read(name, "sitemap.*");
        ListCases.AssertExpected(name, Print(Sitemaps.Read(bytes, null, Address).Sitemap!));
        Assert.Equal(ListKind.Sitemap, ListFormat.Of(bytes));
    }

    [Theory]
    [InlineData("<rss/>")]
    [InlineData("Lihat https://muara.example/1")]
    [InlineData("https://muara.example/1 adalah alamat kami")]
    public void What_is_no_sitemap_gives_a_reason(string text)
    {
        SitemapReading reading = Sitemaps.Read(Encoding.UTF8.GetBytes(text), "text/xml", Address);
        Assert.Null(reading.Sitemap);
        Assert.Equal("no sitemap", reading.Reason);
    }

    [Fact]
    public void Lines_that_are_no_address_are_counted()
    {
        Sitemap sitemap = Sitemaps.Read("https://muara.example/1\nbukan alamat\n/relatif"u8, null, Address).Sitemap!;
        Assert.Equal(["https://muara.example/1"], sitemap.Entries.Select(static entry => entry.Url));
        Assert.Equal("lines that are no address that can be followed: 2", sitemap.Remark);
    }

    [Theory]
    [InlineData("<url><loc>https://muara.example/1</loc></url>", "<urlset>", "</urlset>")]
    [InlineData("https://muara.example/1\n", "", "")]
    public void Entries_beyond_what_the_protocol_allows_are_left_out_and_said_to_be(string entry, string head, string foot)
    {
        string text = head + string.Concat(Enumerable.Repeat(entry, SitemapReader.MostEntries + 1)) + foot;
        Sitemap sitemap = Sitemaps.Read(Encoding.UTF8.GetBytes(text), null, Address).Sitemap!;
        Assert.Null(sitemap.Remark);
        Assert.Equal(SitemapReader.MostEntries, sitemap.Entries.Count());
        Assert.Equal("more than 50000 entries; the rest is left out", sitemap.Remark);
    }

    private static string Print(Sitemap sitemap)
    {
        var text = new StringBuilder();
        text.Append("kind: ").Append(sitemap.Kind).Append('\n');
        foreach (SitemapEntry entry in sitemap.Entries)
        {
            text.Append(entry.Url).Append(" | ").Append(entry.Modified);
            if (entry.News is { } news) text.Append(" | ").Append(news.Outlet).Append(" | ").Append(news.Language).Append(" | ").Append(news.Title).Append(" | ").Append(news.Published);
            if (entry.Remark is { } remark) text.Append(" | remark: ").Append(remark);
            text.Append('\n');
        }

        if (sitemap.Remark is not null) text.Append("remark: ").Append(sitemap.Remark).Append('\n');
        return text.ToString();
    }
}
