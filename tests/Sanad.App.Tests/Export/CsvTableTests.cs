using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Sanad.App.Export.Tables;
using Xunit;

namespace Sanad.App.Tests.Export;

public sealed class CsvTableTests
{
    private static readonly Table Three = new("t", "T", ["a"], [new("a", ColumnType.Text, ""), new("b", ColumnType.Number, ""), new("c", ColumnType.Text, "")]);

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+62 21", "\"'+62 21\"")]
    [InlineData("-5", "\"'-5\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("＝1", "\"'＝1\"")]
    [InlineData("'=1", "\"''=1\"")]
    [InlineData("'kata", "\"'kata\"")]
    [InlineData("a=1", "a=1")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("", "\"\"")]
    public void A_text_is_never_a_formula(string text, string cell) => Assert.Equal($"a,b,c\r\n{cell},-5.5,\r\n", Written([[text, -5.5, null]]));

    /// <summary>What a reader who follows the package's description gets back, whatever the text.</summary>
    [Fact]
    public void Every_text_comes_back_word_for_word()
    {
        string[] pieces = ["=", "'", "\"", "+", "-", "@", ",", ";", "\r", "\n", "\t", " ", "a", "é", "＝", "😀"];
        Gen.Int[0, pieces.Length - 1].Array[0, 8].Select(picked => string.Concat(picked.Select(i => pieces[i]))).Sample(Holds);
    }

    private static void Holds(string text)
    {
        string written = Written([[text, 1.0, "end"]])["a,b,c\r\n".Length..];
        string cell = written[..^",1,end\r\n".Length];
        if (cell.StartsWith('"')) cell = cell[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal);
        if (Regex.IsMatch(cell, CsvTable.Escaped)) cell = cell[1..];
        Assert.Equal(text, cell);
    }

    private static string Written(IEnumerable<object?[]> rows)
    {
        using var stream = new MemoryStream();
        using (var table = new CsvTable(stream, Three))
        {
            foreach (object?[] row in rows) table.Write(row);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
