using CsCheck;
using Sanad.Reading;
using Xunit;

namespace Sanad.Tests.Reading;

public sealed class PublishedDateTests
{
    private static readonly string[] Pieces =
    [
        "Kam", "31", "Okt", "2024", ",", " ", "18", ":", ".", "43", "WIB", "+", "-", "07", "00", "T", "Z", "p.m.", "/", "(", "GMT", "0", "99", "9999999", "é", "'", "October", "st",
    ];

    [Theory, LanguageExamples("published.tsv")]
    public void Reads_the_date_of_each_example(string language, string[] row)
    {
        Assert.Contains(language, Reader.Languages.All.Select(pack => pack.Code));
        Assert.Equal(row[1], Read(row[0]));
    }

    [Theory]
    [InlineData("2024-10-31", "2024-10-31")]
    [InlineData("2024/10/31", "2024-10-31")]
    [InlineData("20241031", "2024-10-31")]
    [InlineData("2024-10-31T18:43", "2024-10-31T18:43")]
    [InlineData("2024-10-31T18:43:20", "2024-10-31T18:43:20")]
    [InlineData("2024-10-31 18:43:00", "2024-10-31T18:43")]
    [InlineData("2024-10-31T18:43:00Z", "2024-10-31T18:43:00Z")]
    [InlineData("2024-10-31t18:43:00z", "2024-10-31T18:43:00Z")]
    [InlineData("2024-10-31T18:43:00.123456Z", "2024-10-31T18:43:00Z")]
    [InlineData("2024-10-31T18:43:00,5+07:00", "2024-10-31T18:43:00+07:00")]
    [InlineData("2024-10-31T18:43:00+0700", "2024-10-31T18:43:00+07:00")]
    [InlineData("2024-10-31T18:43:00+07", "2024-10-31T18:43:00+07:00")]
    [InlineData("2024-10-31T18:43:00-03:30", "2024-10-31T18:43:00-03:30")]
    [InlineData("2024-10-31T18:43:00+07:00[Asia/Jakarta]", "2024-10-31T18:43:00+07:00")]
    [InlineData("2024-10-31 18:43:00 +0700", "2024-10-31T18:43:00+07:00")]
    [InlineData("2024-10-31T24:00:00Z", "2024-11-01T00:00:00Z")]
    [InlineData("20241031T184300Z", "2024-10-31T18:43:00Z")]
    [InlineData("20241031184300", "2024-10-31T18:43")]
    [InlineData(" 2024-10-31\n", "2024-10-31")]
    [InlineData("1730374980", "2024-10-31T11:43:00Z")]
    [InlineData("1730374980000", "2024-10-31T11:43:00Z")]
    public void Reads_each_cut_of_ISO_8601_and_the_unix_clock(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("2024")]
    [InlineData("2024-10")]
    [InlineData("2024-13-01")]
    [InlineData("2023-02-29")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("-0001-11-30T00:00:00+00:00")]
    [InlineData("9999-12-31T24:00:00")]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("1970-01-01T07:00:00+07:00")]
    [InlineData("1970-01-01")]
    [InlineData("0000000000")]
    [InlineData("2024-10-31/2024-11-02")]
    [InlineData("99999999")]
    public void Reads_nothing_from_what_is_no_day_of_the_press(string text) => Assert.Equal("-", Read(text));

    [Fact]
    public void Reads_a_date_of_three_numbers_day_first_where_its_place_is_known() => Assert.Equal("2024-06-05", Read("05/06/2024", dayFirst: true));

    [Fact]
    public void The_instant_is_known_only_with_time_and_zone()
    {
        Assert.True(PublishedDate.TryRead("2024-10-31T18:43:00+07:00", Reader.Languages, out PublishedValue value));
        Assert.Equal(new DateTimeOffset(2024, 10, 31, 11, 43, 0, TimeSpan.Zero), value.Instant);
        Assert.True(PublishedDate.TryRead("2024-10-31T18:43", Reader.Languages, out value));
        Assert.Null(value.Instant);
    }

    [Fact]
    public void What_is_read_reads_the_same_when_printed() =>
        Gen.Int[0, Pieces.Length - 1].Array[0, 14].Sample(static picks =>
    {
        string printed = Read(string.Concat(picks.Select(pick => Pieces[pick])));
        if (printed != "-") Assert.Equal(printed, Read(printed));
    }, iter: 5000);

    private static string Read(string text, bool dayFirst = false) => PublishedDate.TryRead(text, Reader.Languages, out PublishedValue value, dayFirst) ? value.ToIso() : "-";
}
