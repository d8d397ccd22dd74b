using System.Text;
using System.Text.Json;
using Xunit;

namespace Sanad.App.Tests;

public sealed class HostileInputTests
{
    private static string TextOf(Outcome outcome) => JsonDocument.Parse(Assert.Single(outcome.Lines)).RootElement.GetProperty("text").GetString()!;

    /// <summary>The bad file is named with its reason, the good one beside it is read.</summary>
    private static void IsRefused(byte[] bytes, string reason, string name = "bad.txt")
    {
        using var folder = new TemporaryFolder();
        string bad = folder.Write(name, bytes);
        Outcome outcome = SanadProgram.Run("read", "--format", "json", bad, folder.Write("good.txt", Articles.Indonesian));
        Assert.Equal(1, outcome.Code);
        Assert.Equal(Articles.Indonesian, TextOf(outcome));
        Assert.StartsWith($"sanad: {bad}: ", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains(reason, outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file() => IsRefused([], "empty");

    [Fact]
    public void A_file_of_blanks() => IsRefused("  \n\t \n"u8.ToArray(), "empty");

    [Fact]
    public void A_program() => IsRefused(File.ReadAllBytes(SanadProgram.FileName), "not text");

    [Fact]
    public void Random_bytes()
    {
        byte[] bytes = new byte[5000];
        uint state = 7;
        for (int i = 0; i < bytes.Length; i++) bytes[i] = (byte)((state = (state * 1664525) + 1013904223) >> 24);
        IsRefused(bytes, "not text");
    }

    [Fact]
    public void Fifty_megabytes()
    {
        byte[] bytes = new byte[50_000_000];
        bytes.AsSpan().Fill((byte)'a');
        IsRefused(bytes, "an article has at most 1,000,000 characters");
    }

    [Fact]
    public void A_line_of_ten_million_characters() => IsRefused(Encoding.UTF8.GetBytes("Judul\n" + new string('x', 10_000_000)), "an article has at most");

    [Fact]
    public void A_text_of_the_longest_kind_is_read_in_bounded_memory()
    {
        using var folder = new TemporaryFolder();
        var text = new StringBuilder();
        while (text.Length < 990_000) text.Append(Articles.Numbered(text.Length));
        Outcome outcome = SanadProgram.Run(["read", "--format", "json", folder.Write("long.txt", text.ToString())], null, null, ("DOTNET_GCHeapHardLimit", "0x10000000"));
        Assert.Equal((0, ""), (outcome.Code, outcome.Errors));
        Assert.Equal(text.ToString(), TextOf(outcome));
    }

    [Fact]
    public void Windows_1252_is_read_and_remarked()
    {
        using var folder = new TemporaryFolder();
        Outcome outcome = SanadProgram.Run("read", "--format", "json", folder.Write("a.txt", [.. "Kata dia: "u8, 0x93, .. "caf"u8, 0xE9, 0x94, .. " di kota itu."u8]));
        Assert.Equal(0, outcome.Code);
        Assert.Equal("Kata dia: “café” di kota itu.", TextOf(outcome));
        Assert.Contains("Windows-1252", outcome.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(true, false)]
    public void Utf_16_is_read_with_and_without_a_mark(bool bigEndian, bool mark)
    {
        using var folder = new TemporaryFolder();
        var encoding = new UnicodeEncoding(bigEndian, mark);
        Outcome outcome = SanadProgram.Run("read", "--format", "json", folder.Write("a.txt", [.. encoding.GetPreamble(), .. encoding.GetBytes(Articles.Indonesian)]));
        Assert.Equal((0, ""), (outcome.Code, outcome.Errors));
        Assert.Equal(Articles.Indonesian, TextOf(outcome));
    }

    [Fact]
    public void Damaged_utf_8_is_read_and_remarked()
    {
        using var folder = new TemporaryFolder();
        Outcome outcome = SanadProgram.Run("read", "--format", "json", folder.Write("a.txt", [.. "“Kata” dia – "u8, 0xE2, 0x80, .. " lalu “pergi”."u8]));
        Assert.Equal(0, outcome.Code);
        Assert.Equal("“Kata” dia – \uFFFD lalu “pergi”.", TextOf(outcome));
        Assert.Contains("damaged UTF-8: 1 places", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_that_are_not_json_are_named_by_number_and_skipped()
    {
        string lines = string.Concat("not json\n", Articles.Line("one", Articles.Indonesian), "\n", "[1]\n", """{"text": 5}""", "\n", """{"source": "x"}""", "\n", """{"text": "  "}""", "\n", """{"text": "\ud800"}""", "\n",
            """{"text": "a"} {"text": "b"}""", "\n", new string('[', 100_000), "\n", """{"html": "<p>x</p>"}""", "\n", Articles.Line("two", Articles.English));
        using var folder = new TemporaryFolder();
        string file = folder.Write("a.jsonl", lines);
        Outcome outcome = SanadProgram.Run("read", "--format", "json", file);
        Assert.Equal(1, outcome.Code);
        Assert.Equal(["one", "two"], outcome.Lines.Select(static line => JsonDocument.Parse(line).RootElement.GetProperty("source").GetString()));
        foreach (int number in (int[])[1, 4, 5, 6, 7, 8, 9, 10, 11]) Assert.Contains($"sanad: {file}: line {number}: ", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_longer_than_any_article_costs_only_itself()
    {
        string lines = Articles.Line("one", Articles.Indonesian) + "{\"text\": \"" + new string('x', 40_000_000) + "\"}\n" + Articles.Line("two", Articles.English);
        Outcome outcome = SanadProgram.Run(["read", "--format", "json", "-"], Encoding.UTF8.GetBytes(lines));
        Assert.Equal((1, 2), (outcome.Code, outcome.Lines.Length));
        Assert.Contains("sanad: -: line 2: longer than 32 MB", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_compressed_file_that_breaks_off_gives_what_stands_before_the_break()
    {
        using var folder = new TemporaryFolder();
        using var bytes = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(bytes, System.IO.Compression.CompressionLevel.NoCompression, leaveOpen: true)) gzip.Write(Articles.Lines(2000));
        Outcome outcome = SanadProgram.Run("read", "--format", "json", folder.Write("a.jsonl.gz", bytes.ToArray()[..(int)(bytes.Length / 2)]));
        Assert.Equal(1, outcome.Code);
        Assert.InRange(outcome.Lines.Length, 100, 1999);
        Assert.Contains("a.jsonl.gz", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_and_an_address()
    {
        Outcome outcome = SanadProgram.Run("read", "--offline", "/nowhere/at/all.txt", "https://arga.example/");
        Assert.Equal((1, ""), (outcome.Code, outcome.Output));
        Assert.Contains("sanad: /nowhere/at/all.txt: no such file", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("sanad: https://arga.example/: not fetched, as --offline asks", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_rights()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["closed"]);
        folder.Write("good.txt", Articles.Indonesian);
        // Nobody's rights bind root: the program then runs as nobody, where that can be done and the program be reached.
        string nobody = Environment.IsPrivilegedProcess ? "setpriv --reuid=65534 --clear-groups" : "env";
        Assert.SkipUnless(SanadProgram.Shell($"{nobody} \"$SANAD\" --version", folder.Path).Code == 0, "root cannot run the program as nobody here");
        Outcome outcome = SanadProgram.Shell($"chmod 755 . && chmod 644 good.txt && chmod 0 closed && {nobody} \"$SANAD\" read --format json .; code=$?; chmod 700 closed; exit $code", folder.Path);
        Assert.Equal(1, outcome.Code);
        Assert.Equal(Articles.Indonesian, TextOf(outcome));
        Assert.Contains("sanad: ./closed: no right to read it", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Control_codes_of_an_article_do_not_reach_the_terminal()
    {
        Outcome outcome = SanadProgram.Run(["read", "-"], "Judul \e]0;pwned\a \e[2J besar\n\nMenteri Budi Santosa mengatakan \"\e[31mmerah\u0007\" di kota."u8.ToArray());
        Assert.DoesNotContain('\e', outcome.Output);
        Assert.DoesNotContain('\a', outcome.Output);
    }
}
