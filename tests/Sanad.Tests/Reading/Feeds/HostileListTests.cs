using System.Text;
using CsCheck;
using Sanad.Reading.Feeds;
using Sanad.Reading.Feeds.Markup;
using Sanad.Reading.Robots;
using Xunit;

namespace Sanad.Tests.Reading.Feeds;

/// <summary>No list, however broken, makes a reader throw, and none costs more than a small multiple of its length.</summary>
public sealed class HostileListTests
{
    private static readonly FeedReader Feeds = new(Reader.Languages);

    private static readonly SitemapReader Sitemaps = new(Reader.Languages);

    private static readonly Uri Address = new("https://muara.example/feed");

    private static readonly byte[][] Lists = [.. ListCases.All()];

    private static readonly string[] Pieces =
    [
        "<", ">", "</", "/>", "<a", "<a ", "<item>", "</item>", "<item", "<rss><channel>", "<feed>", "<entry>", "<urlset><url>", "<loc>", "<title>", "</title>", "</", "=", "=\"", "\"", "='", "'", " ", "<![CDATA[", "]]>",
        "<!--", "-->", "<?", "?>", "<!DOCTYPE x [", "]>", "]", "&", "&amp;", "&#", "&#x41;", "&#xD800;", "&nbsp", ";", "x", "xmlns:a=\"", "a:b", ":", "https://", "\u0000", "\ud83d", "é", "<opml><body><outline xmlUrl=\"", "\n", "{", "[", "}", ",",
    ];

    [Fact]
    public void Bytes_that_were_flipped_or_cut_never_make_a_reader_throw() =>
        Gen.Select(Gen.Int[0, Lists.Length - 1], Gen.Int[0, 4000], Gen.Select(Gen.Int[0, 4000], Gen.Byte).Array[0, 12]).Sample(static (pick, cut, flips) =>
        {
            byte[] bytes = Lists[pick].AsSpan(0, cut < 3000 ? Math.Min(cut, Lists[pick].Length) : Lists[pick].Length).ToArray();
            foreach ((int at, byte value) in flips)
            {
                if (bytes.Length > 0) bytes[at % bytes.Length] = value;
            }

            ReadAll(bytes);
        }, iter: 2000);

    [Fact]
    public void Pieces_of_markup_in_any_order_never_make_a_reader_throw() =>
        Gen.Int[0, Pieces.Length - 1].Array[0, 60].Sample(static picks => ReadAll(Encoding.UTF8.GetBytes(string.Concat(picks.Select(pick => Pieces[pick])))), iter: 2000);

    /// <summary>Every pair of pieces, thousands of times over: where one of them made the reader look ahead in vain, it would do so each time.</summary>
    [Fact]
    public void The_characters_looked_at_grow_with_the_length_only()
    {
        const int Times = 2000;
        foreach (string one in Pieces)
        {
            foreach (string other in Pieces)
            {
                string text = string.Concat(Enumerable.Repeat(one + other, Times));
                var reader = new MarkupReader(text) { NeverNested = "item" };
                int tags = 0;
                while (reader.Read()) tags++;
                Assert.True(reader.Work <= 8 * text.Length, $"'{one}{other}': {reader.Work} for {text.Length}");
                Assert.InRange(tags, 0, text.Length);
            }
        }
    }

    [Fact]
    public void Elements_without_end_inside_each_other_are_read_to_the_end()
    {
        foreach (string tag in (string[])["<channel>", "<item>", "<media:group>", "<media:content>", "<source>", "<x>", "<item><title>"])
        {
            byte[] bytes = Encoding.UTF8.GetBytes("<rss><channel>" + string.Concat(Enumerable.Repeat(tag, 50_000)));
            Assert.Contains("left out", Feeds.Read(bytes, null, Address).Remark);
        }
    }

    private static void ReadAll(byte[] bytes)
    {
        ListFormat.Of(bytes);
        if (Feeds.Read(bytes, null, Address).Feed is { } feed) Assert.All(feed.Items, static item => AssertAddress(item.Url));
        if (Sitemaps.Read(bytes, null, Address).Sitemap is { } sitemap) Assert.All(sitemap.Entries, static entry => AssertAddress(entry.Url));
        if (OpmlReader.Read(bytes, null, Address).Opml is { } opml) Assert.All(opml.Feeds, static feed => AssertAddress(feed.Url));
        Assert.All(LinkedFeeds.Find(Encoding.Latin1.GetString(bytes), Address), static feed => AssertAddress(feed.Url));
        RobotsRules.Parse(bytes, "sanad").Allows("/a");
    }

    private static void AssertAddress(string? url)
    {
        if (url is not null) Assert.StartsWith("http", new Uri(url).Scheme);
    }
}
