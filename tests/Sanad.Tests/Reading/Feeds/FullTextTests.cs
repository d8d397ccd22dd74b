using Sanad.Reading.Feeds;
using Xunit;

namespace Sanad.Tests.Reading.Feeds;

public sealed class FullTextTests
{
    private static readonly string Paragraph = $"<p>{string.Concat(Enumerable.Repeat("Jembatan itu dibuka kembali setelah diperbaiki selama tiga bulan. ", 10))}</p>";

    [Theory]
    [InlineData("")]
    [InlineData("<p>Laporan ini pertama kali terbit di <a href=\"https://muara.example/\">Harian Muara</a>.</p>")]
    [InlineData("<p>\"Sudah selesai ...\" katanya. Warga senang.</p>")]
    public void A_content_of_many_sentences_that_does_not_break_off_is_the_article(string end)
    {
        var item = new FeedItem { Content = Paragraph + end };
        Assert.Equal(item.Content, item.FullText);
    }

    [Theory]
    [InlineData("<p>Namun warga …</p>")]
    [InlineData("<p>Namun warga [&#8230;]</p>")]
    [InlineData("<p>Namun warga...</p>")]
    [InlineData("<p>Namun warga ... <a href=\"https://muara.example/1\">Harian Muara</a></p>")]
    [InlineData("<p><a class=\"more\" href=\"https://muara.example/1\">Baca selengkapnya</a></p>")]
    [InlineData("<p><a href=\"https://muara.example/1\">Continue reading <span>\"Jembatan\"</span></a></p></div>")]
    public void A_content_that_breaks_off_or_leads_on_is_a_teaser(string end) => Assert.Null(new FeedItem { Content = Paragraph + end }.FullText);

    [Theory]
    [InlineData("Jembatan dibuka. Warga senang. Bupati hadir. Cuaca cerah.")]
    [InlineData(null)]
    public void A_short_content_is_a_teaser(string? content) => Assert.Null(new FeedItem { Content = content }.FullText);

    [Fact]
    public void A_summary_is_the_article_only_where_it_is_long_and_there_is_no_content()
    {
        Assert.Null(new FeedItem { Summary = Paragraph }.FullText);
        Assert.NotNull(new FeedItem { Summary = Paragraph + Paragraph }.FullText);
        Assert.Null(new FeedItem { Summary = Paragraph + Paragraph, Content = "Jembatan dibuka." }.FullText);
    }
}
