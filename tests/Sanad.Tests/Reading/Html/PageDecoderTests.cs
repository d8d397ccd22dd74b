using System.Text;
using Sanad.Reading.Html;
using Sanad.Reading.Plain;
using Xunit;

namespace Sanad.Tests.Reading.Html;

public sealed class PageDecoderTests
{
    private const string Words = "<html><head>{0}</head><body>Café “Wairang” – naïve</body></html>";

    private static byte[] Bytes(string head, string encoding) =>
        (encoding == "utf-8" ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(encoding)!).GetBytes(Words.Replace("{0}", head, StringComparison.Ordinal));

    [Theory]
    [InlineData("", "windows-1252", "text/html; charset=ISO-8859-1")]
    [InlineData("<meta charset=windows-1252>", "windows-1252", null)]
    [InlineData("<meta http-equiv=Content-Type content=\"text/html; charset=iso-8859-1\">", "windows-1252", "text/html")]
    [InlineData("", "windows-1252", null)]
    [InlineData("", "utf-8", null)]
    [InlineData("<meta charset=\"utf-16\">", "utf-8", null)]
    [InlineData("<meta charset=\"no-such\">", "utf-8", "text/html; charset=\"also-none\"")]
    public void Bytes_are_read_in_their_encoding(string head, string encoding, string? contentType) =>
        Assert.Contains("Café “Wairang” – naïve", PageDecoder.Decode(Bytes(head, encoding), contentType).Text, StringComparison.Ordinal);

    [Fact]
    public void A_declaration_is_not_believed_against_whole_utf8()
    {
        DecodedText text = PageDecoder.Decode(Bytes("<meta charset=iso-8859-1>", "utf-8"), null);
        Assert.Contains("Café “Wairang”", text.Text, StringComparison.Ordinal);
        Assert.Contains("is UTF-8", text.Remark, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_text_has_a_reason() => Assert.Null(PageDecoder.Decode("%PDF-1.7\n"u8, "text/html; charset=windows-1252").Text);

    [Theory]
    [InlineData("text/html; charset=UTF-8", "UTF-8")]
    [InlineData("text/html;charset = 'latin1' ; x", "latin1")]
    [InlineData("text/html", null)]
    [InlineData("charset=", null)]
    public void The_charset_of_a_content_type_is_found(string contentType, string? charset) => Assert.Equal(charset, PageDecoder.CharsetOf(contentType));
}
