using System.Text;
using Sanad.Reading.Feeds;
using Xunit;

namespace Sanad.Tests.Reading.Feeds;

public sealed class FeedReaderTests
{
    private static readonly FeedReader Feeds = new(Reader.Languages);

    private static readonly Uri Address = new("https://pesisir.example/umpan/semua.xml");

    /// <summary>A folder a format and a case: <c>feed.xml</c> or <c>feed.json</c>, and beside it what is to be read.</summary>
    public static TheoryData<string> Cases() => ListCases.Named("feed.*");

    [Theory, MemberData(nameof(Cases))]
    public void Reads_the_feed_of_each_case(string name)
    {
        byte[] bytes = ListCases.Read(name, "feed.*");
        // What a sender says of a feed's kind is not believed.
        ListCases.AssertExpected(name, Print(Feeds.Read(bytes, "text/html", Address)));
        Assert.Equal(ListKind.Feed, ListFormat.Of(bytes));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("Kabar hari ini", "no feed: neither RSS, Atom nor JSON Feed")]
    [InlineData("<html><body><rss><channel/></rss></body></html>", "no feed: neither RSS, Atom nor JSON Feed")]
    [InlineData("{\"version\": \"2\", \"items\": []}", "no feed: neither RSS, Atom nor JSON Feed")]
    [InlineData("{\"version\": ", "no feed: neither RSS, Atom nor JSON Feed")]
    public void What_is_no_feed_gives_a_reason(string text, string reason)
    {
        FeedReading reading = Feeds.Read(Encoding.UTF8.GetBytes(text), "application/rss+xml", Address);
        Assert.Null(reading.Feed);
        Assert.Equal(reason, reading.Remark);
    }

    [Fact]
    public void More_items_than_a_feed_has_are_left_out_and_said_to_be()
    {
        string items = string.Concat(Enumerable.Repeat("<item><title>x</title></item>", FeedReader.MostItems + 1));
        FeedReading reading = Feeds.Read(Encoding.UTF8.GetBytes($"<rss><channel>{items}</channel></rss>"), null, null);
        Assert.Equal(FeedReader.MostItems, reading.Feed!.Items.Count);
        Assert.Contains("left out", reading.Remark);
    }

    /// <summary>Where a feed is a file, the site that it names is what its relative addresses are relative to.</summary>
    [Fact]
    public void Relative_addresses_of_a_feed_without_an_address_are_resolved_against_its_site()
    {
        FeedReading reading = Feeds.Read("<rss><channel><link>https://muara.example/id/</link><item><link>satu</link></item></channel></rss>"u8, null, null);
        Assert.Equal("https://muara.example/id/satu", reading.Feed!.Items[0].Url);
    }

    private static string Print(FeedReading reading)
    {
        var text = new StringBuilder();
        void Line(string indent, string name, object? value)
        {
            if (value is not null) text.Append(indent).Append(name).Append(": ").Append(value.ToString()!.Replace("\n", "\\n", StringComparison.Ordinal)).Append('\n');
        }

        Line("", "remark", reading.Remark);
        Feed feed = reading.Feed!;
        Line("", "title", feed.Title);
        Line("", "address", feed.Address);
        Line("", "language", feed.Language);
        Line("", "updated", feed.Updated);
        foreach (FeedItem item in feed.Items)
        {
            text.Append("item\n");
            Line("  ", "id", item.Id);
            Line("  ", "url", item.Url);
            Line("  ", "title", item.Title);
            Line("  ", "published", item.Published);
            Line("  ", "updated", item.Updated);
            Line("  ", "summary", item.Summary);
            Line("  ", "content", item.Content);
            foreach (string author in item.Authors) Line("  ", "author", author);
            foreach (string category in item.Categories) Line("  ", "category", category);
            if (item.Source is { } source) Line("  ", "source", $"{source.Name} <{source.Url}>");
            Line("  ", "language", item.Language);
            foreach (FeedPicture picture in item.Pictures) Line("  ", "picture", $"{picture.Url} | {picture.Credit} | {picture.Description}");
            Line("  ", "remark", item.Remark);
        }

        return text.ToString();
    }
}
