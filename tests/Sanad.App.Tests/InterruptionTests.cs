using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Sanad.App.Tests;

public sealed class InterruptionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder["ledger.db"];

    public void Dispose() => _folder.Dispose();

    /// <summary>Starts to add from a pipe that stays open, and waits until the ledger holds some.</summary>
    private Process AddHalf(byte[] lines, long until)
    {
        Process process = SanadProgram.Start(SanadProgram.FileName, ["add", "--db", Path, "-"]);
        process.StandardInput.BaseStream.Write(lines);
        process.StandardInput.BaseStream.Flush();
        var watch = Stopwatch.StartNew();
        while (Held() < until)
        {
            Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), "nothing is kept while the pipe is open");
            Assert.False(process.HasExited);
        }

        return process;
    }

    private long Held()
    {
        try
        {
            return File.Exists(Path) ? Ledger.Count(Path, "article") : 0;
        }
        catch (SqliteException)
        {
            // The tables are not there yet.
            return 0;
        }
    }

    private static void Send(Process process, string signal)
    {
        using Process kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    [Fact]
    public void What_comes_through_a_slow_pipe_is_kept_while_it_waits_for_more()
    {
        using Process process = AddHalf(Articles.Lines(5), until: 5);
        process.StandardInput.Close();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public void Asked_to_stop_half_way_it_keeps_what_was_done(string signal, int code)
    {
        byte[] lines = Articles.Lines(400);
        int middle = Array.IndexOf(lines, (byte)'\n', lines.Length / 2) + 1;
        using Process process = AddHalf(lines[..middle], until: 1);
        Send(process, signal);
        process.WaitForExit();
        Assert.Equal(code, process.ExitCode);
        Assert.StartsWith("sanad: stopped: ", process.StandardError.ReadToEnd(), StringComparison.Ordinal);
        Ledger.IsWhole(Path);
        Assert.InRange(Ledger.Count(Path, "article"), 1, 399);

        Outcome rest = SanadProgram.Run(["add", "--db", Path, "-"], lines);
        Assert.Equal(0, rest.Code);
        Assert.Equal(400, Ledger.Count(Path, "article"));
    }

    [Fact]
    public void Killed_half_way_the_ledger_holds_whole_articles_only()
    {
        byte[] lines = Articles.Lines(1500);
        int middle = Array.IndexOf(lines, (byte)'\n', lines.Length / 2) + 1;
        using (Process process = AddHalf(lines[..middle], until: 100))
        {
            process.Kill();
            process.WaitForExit();
        }

        Ledger.IsWhole(Path);
        Assert.Equal(0, SanadProgram.Run(["add", "--db", Path, "-"], lines).Code);
        Assert.Equal(1500, Ledger.Count(Path, "article"));
        SanadProgram.Run(["add", "--db", _folder["whole.db"], "-"], lines);
        Assert.Equal(1500, Ledger.Stories(Path).Sum(static story => story.GetProperty("articles").GetArrayLength()));
        Ledger.IsWhole(Path);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(400)]
    [InlineData(1500)]
    public void On_a_full_disk_it_ends_with_a_reason_and_a_ledger_that_opens(int kilobytes)
    {
        _folder.Write("lines.jsonl", Articles.Lines(1500));
        Outcome full = SanadProgram.Shell($"ulimit -f {kilobytes}; exec \"$SANAD\" add --db ledger.db lines.jsonl", _folder.Path);
        Assert.Equal(3, full.Code);
        Assert.Contains("sanad: ledger.db: ", full.Errors, StringComparison.Ordinal);
        Assert.Contains("disk may be full", full.Errors, StringComparison.Ordinal);
        Ledger.IsWhole(Path);
        Assert.Equal(0, SanadProgram.Run("add", "--db", Path, _folder["lines.jsonl"]).Code);
        Assert.Equal(1500, Ledger.Count(Path, "article"));
    }

    [Fact]
    public void A_reader_that_goes_ends_it_in_silence()
    {
        _folder.Write("lines.jsonl", Articles.Lines(2000));
        Outcome outcome = SanadProgram.Shell("\"$SANAD\" read --format json lines.jsonl | head -n 1 | wc -l; echo ${PIPESTATUS[0]}", _folder.Path);
        Assert.Equal(("1\n0\n", ""), (outcome.Output.Replace(" ", "", StringComparison.Ordinal), outcome.Errors));
    }

    [Fact]
    public void Output_that_cannot_be_written_is_a_failure()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no /dev/full here");
        _folder.Write("a.txt", Articles.Indonesian);
        Outcome outcome = SanadProgram.Shell("\"$SANAD\" read a.txt > /dev/full", _folder.Path);
        Assert.Equal(1, outcome.Code);
        Assert.StartsWith("sanad: standard output: ", outcome.Errors, StringComparison.Ordinal);
    }
}
