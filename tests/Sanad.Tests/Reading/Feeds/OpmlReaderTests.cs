using System.Text;
using Sanad.Reading.Feeds;
using Xunit;

namespace Sanad.Tests.Reading.Feeds;

public sealed class OpmlReaderTests
{
    public static TheoryData<string> Cases() => ListCases.Named("*.opml");

    [Theory, MemberData(nameof(Cases))]
    public void Reads_the_list_of_each_case(string name)
    {
        byte[] bytes = ListCases.Read(name, "*.opml");
        OpmlReading reading = OpmlReader.Read(bytes, null, null);
        var text = new StringBuilder();
        text.Append("title: ").Append(reading.Opml!.Title).Append('\n');
        foreach (OpmlFeed feed in reading.Opml.Feeds) text.Append(string.Join(" / ", feed.Folders)).Append(" | ").Append(feed.Title).Append(" | ").Append(feed.Url).Append(" | ").Append(feed.Site).Append('\n');
        if (reading.Remark is not null) text.Append("remark: ").Append(reading.Remark).Append('\n');
        ListCases.AssertExpected(name, text.ToString());
        Assert.Equal(ListKind.Opml, ListFormat.Of(bytes));
    }

    [Fact]
    public void What_is_no_list_gives_a_reason() => Assert.Equal(new OpmlReading(null, "no OPML"), OpmlReader.Read("<html><outline xmlUrl='https://muara.example/rss'/></html>"u8, "text/x-opml", null));

    [Fact]
    public void Folders_without_end_are_entered_only_so_deep()
    {
        string text = "<opml><body>" + string.Concat(Enumerable.Repeat("<outline>", 100_000)) + "<outline xmlUrl='https://muara.example/rss'/>";
        OpmlReading reading = OpmlReader.Read(Encoding.UTF8.GetBytes(text), null, null);
        Assert.Empty(reading.Opml!.Feeds);
        Assert.Contains("cut off", reading.Remark);
    }
}
