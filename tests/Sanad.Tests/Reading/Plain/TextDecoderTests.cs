using System.Text;
using Sanad.Reading.Plain;
using Xunit;

namespace Sanad.Tests.Reading.Plain;

public sealed class TextDecoderTests
{
    private const string Sample = "Menteri: “Tidak ada retakan”, kata Rahman – di Jakarta.\r\n\tÉtat d'urgence.";

    public static TheoryData<string> Encodings => ["utf-8", "utf-16", "utf-16BE", "utf-32", "utf-32BE"];

    [Theory, MemberData(nameof(Encodings))]
    public void Reads_what_its_byte_order_mark_names(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        Assert.Equal(new DecodedText(Sample, null), TextDecoder.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(Sample)]));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Reads_without_a_mark(string name) => Assert.Equal(new DecodedText(Sample, null), TextDecoder.Decode(Encoding.GetEncoding(name).GetBytes(Sample)));

    [Fact]
    public void Reads_all_of_windows_1252()
    {
        (string? text, string? remark) = TextDecoder.Decode([.. "kata dia, pada hari itu juga: "u8, 0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x99, 0xA9, 0xE9, 0xFC, .. " selesai dan tidak lebih dari itu"u8]);
        Assert.Equal("kata dia, pada hari itu juga: €…‘’“”–—™©éü selesai dan tidak lebih dari itu", text);
        Assert.Contains("Windows-1252", remark, StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_what_is_sound_of_damaged_utf_8()
    {
        (string? text, string? remark) = TextDecoder.Decode([.. "“satu” "u8, 0xE2, .. " dua "u8, 0xC3, 0x28, .. " “tiga”"u8]);
        Assert.Equal("“satu” \uFFFD dua \uFFFD( “tiga”", text);
        Assert.Contains("2 places, the first at byte 11", remark, StringComparison.Ordinal);
    }

    public static TheoryData<byte[], string> Refused => new()
    {
        { [], "empty" },
        { [0xEF, 0xBB, 0xBF], "empty" },
        { "\r\n \t"u8.ToArray(), "empty" },
        { "%PDF-1.7 stream"u8.ToArray(), "a PDF document, not text" },
        { [0x50, 0x4B, 3, 4, 20, 0], "a ZIP archive or an office document, not text" },
        { [0x1F, 0x8B, 8, 0], "compressed (gzip), not text" },
        { "satu\0dua tiga"u8.ToArray(), "binary data, not text" },
        { [1, 2, 3, 4, 5, 6, 7, 8, 65, 66, 67], "binary data, not text" },
        { [0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8], "begins like utf-16 and is not" },
        { Enumerable.Repeat((byte)0xBE, 400).ToArray(), "in an encoding that is neither UTF-8, UTF-16 nor Windows-1252" },
    };

    [Theory, MemberData(nameof(Refused))]
    public void Refuses_with_a_reason(byte[] bytes, string reason) => Assert.Equal(new DecodedText(null, reason), TextDecoder.Decode(bytes));
}
