using System.Text;
using CsCheck;
using Sanad.Reading.Plain;
using Xunit;

namespace Sanad.Tests.Reading.Plain;

public sealed class JsonLinesReaderTests
{
    private static List<JsonLine> Read(string lines, Encoding? encoding = null) => [.. JsonLinesReader.Read(new MemoryStream([.. (encoding ?? new UTF8Encoding(false)).GetPreamble(), .. (encoding ?? Encoding.UTF8).GetBytes(lines)]), "in")];

    [Fact]
    public void Reads_all_that_is_known_of_an_article()
    {
        JsonLine line = Assert.Single(Read("""{"other": {"text": 1}, "source": "s", "text": "t\u00e9", "url": "u", "outlet": " o ", "title": "", "published": null, "language": "id"}"""));
        Assert.Equal(new JsonLine(1, new SuppliedText("s", "té", new Metadata { Url = "u", Outlet = "o", Language = "id" }), null), line);
    }

    [Fact]
    public void A_line_without_a_source_goes_by_its_number() => Assert.Equal(["in:2", "in:4"], Read("\n{\"text\":\"a\"}\r\n\n{\"text\":\"b\",\"source\":\" \"}").Select(static line => line.Supplied!.Source));

    [Theory]
    [InlineData("teks biasa", "not JSON at byte 1")]
    [InlineData("[]", "not a JSON object")]
    [InlineData("\"text\"", "not a JSON object")]
    [InlineData("{\"text\": \"a\"", "not JSON at byte 12")]
    [InlineData("{\"text\": \"a\"} x", "not JSON at byte 14")]
    [InlineData("{\"text\": [\"a\"]}", "'text' is not a string")]
    [InlineData("{\"text\": \"a\", \"published\": 20241031}", "'published' is not a string")]
    [InlineData("{}", "has neither 'text' nor 'html'")]
    [InlineData("{\"text\": \" \\n\"}", "'text' is empty")]
    [InlineData("{\"text\": \"\\udc00\"}", "holds half of a surrogate pair, which is no character")]
    public void A_bad_line_costs_only_itself(string bad, string reason)
    {
        List<JsonLine> lines = Read($"{{\"text\":\"a\"}}\n{bad}\n{{\"text\":\"b\"}}\n");
        Assert.Equal(["a", null, "b"], lines.Select(static line => line.Supplied?.Text));
        Assert.Equal(new JsonLine(2, null, reason), lines[1]);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Reads_lines_behind_a_byte_order_mark(string encoding) => Assert.Equal(["é", "b"], Read("{\"text\":\"é\"}\n{\"text\":\"b\"}\n", Encoding.GetEncoding(encoding)).Select(static line => line.Supplied!.Text));

    [Theory]
    [InlineData("kemarin")]
    [InlineData("29 Mei 2026")]
    [InlineData("2026-13-01")]
    public void A_day_of_publication_that_is_none_is_said_to_be_passed_over_and_costs_nothing_else(string published)
    {
        JsonLine line = Assert.Single(Read($"{{\"text\":\"a\",\"outlet\":\"b\",\"published\":\"{published}\"}}"));
        Assert.Equal($"'published' is no ISO day or time ('{published}') and was passed over", line.Remark);
        Assert.Equal((null, "b"), (line.Supplied!.Metadata.Published, line.Supplied.Metadata.Outlet));
    }

    [Theory]
    [InlineData("2026-05-29")]
    [InlineData(" 2026-05-29T22:02:00+07:00 ")]
    public void An_ISO_day_or_time_is_taken(string published)
    {
        JsonLine line = Assert.Single(Read($"{{\"text\":\"a\",\"published\":\"{published}\"}}"));
        Assert.Equal((null, published.Trim()), (line.Remark, line.Supplied!.Metadata.Published));
    }

    [Fact]
    public void A_line_beyond_the_limit_is_passed_over()
    {
        List<JsonLine> lines = Read("{\"text\":\"a\"}\n{\"text\":\"" + new string('x', JsonLinesReader.LongestLine) + "\"}\n{\"text\":\"b\"}\n" + new string('y', JsonLinesReader.LongestLine + 1));
        Assert.Equal(["a", null, "b", null], lines.Select(static line => line.Supplied?.Text));
        Assert.Equal([1, 2, 3, 4], lines.Select(static line => line.Number));
    }

    /// <summary>However the bytes arrive, the lines are the same.</summary>
    [Fact]
    public void The_size_of_reads_changes_nothing() => Gen.Select(Gen.Int[0, 200_000].Array[0, 4], Gen.Int[1, 5000]).Sample((lengths, size) =>
    {
        string lines = string.Concat(lengths.Select(static (length, i) => $"{{\"source\":\"{i}\",\"text\":\"{new string('x', length + 1)}\"}}\n"));
        using var stream = new ShortReads(Encoding.UTF8.GetBytes(lines), size);
        Assert.Equal(lengths.Select(static length => length + 1), JsonLinesReader.Read(stream, "in").Select(static line => line.Supplied!.Text.Length));
    }, iter: 50);

    private sealed class ShortReads(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, size));
    }
}
