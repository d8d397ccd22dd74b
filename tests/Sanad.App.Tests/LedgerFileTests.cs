using System.Text;
using Sanad.App.Storage.Sqlite;
using Sanad.Stories;
using Xunit;

namespace Sanad.App.Tests;

public sealed class LedgerFileTests : IDisposable
{
    /// <summary>Takes out what ledgers have had since hooks.</summary>
    private const string BeforeHooks = "DROP TABLE delivery; DROP TABLE hook; ALTER TABLE story DROP COLUMN seen; ";

    private readonly TemporaryFolder _folder = new();

    private string Path => _folder["ledger.db"];

    public void Dispose() => _folder.Dispose();

    private static void IsRefused(string path, string reason, params string[] command)
    {
        Outcome outcome = SanadProgram.Run([.. command, "--db", path], []);
        Assert.Equal((3, ""), (outcome.Code, outcome.Output));
        Assert.StartsWith($"sanad: {path}: ", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains(reason, outcome.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stories")]
    [InlineData("show", "1")]
    [InlineData("brief", "1")]
    [InlineData("search", "x")]
    [InlineData("changes")]
    [InlineData("doctor")]
    [InlineData("corrections")]
    [InlineData("correct", "act", "a", "s1", "deny", "--reason", "r")]
    [InlineData("export", "--all", "--format", "jsonl")]
    public void Reading_makes_no_ledger(params string[] command)
    {
        IsRefused(Path, "there is no ledger yet", command);
        Assert.False(File.Exists(Path));
    }

    [Theory]
    [InlineData("stories")]
    [InlineData("add", "-")]
    public void A_file_that_is_no_ledger(params string[] command)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Ini bukan basis data. ", 100)));
        IsRefused(_folder.Write("ledger.db", bytes), "is not a ledger", command);
        Assert.Equal(bytes, File.ReadAllBytes(Path));
    }

    [Theory]
    [InlineData("stories")]
    [InlineData("add", "-")]
    public void A_database_of_another_program(params string[] command)
    {
        Ledger.Run(Path, "CREATE TABLE bookmarks (url TEXT)");
        IsRefused(Path, "is a database of another program", command);
    }

    [Fact]
    public void A_ledger_from_before_corrections_takes_them()
    {
        SanadProgram.Run(["add", "--db", Path, "-"], Articles.Lines(1));
        Ledger.Run(Path, "DROP TABLE correction; ALTER TABLE statement DROP COLUMN corrected; ALTER TABLE figure DROP COLUMN corrected; DROP INDEX statement_party; DROP INDEX change_version; DROP INDEX version_outlet; DROP TABLE token; PRAGMA user_version = 4; " + BeforeHooks + FormerFeatures("article-0"));
        Outcome outcome = SanadProgram.Run("correct", "act", "article-0", "s1", "deny", "--reason", "a", "--db", Path);
        Assert.Equal((0, ""), (outcome.Code, outcome.Errors));
        Assert.Equal(1, Ledger.Count(Path, "correction"));
        Ledger.IsWhole(Path);
    }

    [Fact]
    public void A_ledger_that_knows_features_by_their_names_knows_them_by_number_afterwards()
    {
        SanadProgram.Run(["add", "--db", Path, "-"], Articles.Lines(2));
        Ledger.Run(Path, $"PRAGMA user_version = 8; {BeforeHooks}{FormerFeatures("article-0", "w:banjir", "place:arga")}");
        Assert.Equal(0, SanadProgram.Run("stories", "--db", Path).Code);
        foreach (string name in (string[])["w:banjir", "place:arga"])
        {
            string row = $"FROM feature WHERE number = {StoryFeatures.NumberOf(name)}";
            Assert.Equal(3, Ledger.Number(Path, $"SELECT holders {row}"));
            HolderList holders = HolderList.Of(Convert.FromHexString(Ledger.Text(Path, $"SELECT hex(recent) {row}")));
            Assert.Equal([1, 2], Enumerable.Range(0, holders.Count).Select(i => holders[i]));
        }

        StoryFeatures features = FeatureBlob.Read(Convert.FromHexString(Ledger.Text(Path, "SELECT hex(features) FROM article WHERE source = 'article-0'")), out double length);
        Assert.Equal(new[] { StoryFeatures.NumberOf("w:banjir"), StoryFeatures.NumberOf("place:arga") }.Order(), features.Numbers.ToArray());
        Assert.Equal((new DateOnly(2025, 6, 18), 2.5), (features.Day, length));
        Assert.All(features.Weights.ToArray(), static weight => Assert.Equal(1.5, (double)weight));
        Assert.Equal(0, SanadProgram.Run(["add", "--db", Path, "-"], Articles.Lines(5)).Code);
        Ledger.IsWhole(Path);
    }

    [Fact]
    public void A_ledger_of_a_newer_program()
    {
        SanadProgram.Run(["add", "--db", Path, "-"], Articles.Lines(1));
        Ledger.Run(Path, "PRAGMA user_version = 99");
        IsRefused(Path, "written by a newer Sanad", "stories");
    }

    [Fact]
    public void A_damaged_ledger()
    {
        SanadProgram.Run(["add", "--db", Path, "-"], Articles.Lines(200));
        byte[] bytes = File.ReadAllBytes(Path);
        for (int i = 8192; i < bytes.Length; i += 97) bytes[i] ^= 0x5A;
        File.WriteAllBytes(Path, bytes);
        Outcome outcome = SanadProgram.Run("stories", "--db", Path);
        Assert.Equal(3, outcome.Code);
        Assert.StartsWith($"sanad: {Path}: ", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Doctor_finds_a_text_that_was_altered()
    {
        SanadProgram.Run(["add", "--db", Path, "-"], Articles.Lines(3));
        Ledger.Run(Path, "UPDATE version SET text = text || '!' WHERE id = 2");
        Outcome outcome = SanadProgram.Run("doctor", "--db", Path);
        Assert.Equal(3, outcome.Code);
        Assert.Contains("article-1, version 1: the text is not the one that was kept", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_no_ledger() => IsRefused(_folder.Path, "is a folder", "stories");

    [Fact]
    public void The_environment_names_the_ledger_and_the_option_goes_before_it()
    {
        SanadProgram.Run(["add", "-"], Articles.Lines(1), null, ("SANAD_DB", _folder["named.db"]));
        Assert.True(File.Exists(_folder["named.db"]));
        SanadProgram.Run(["add", "--db", Path, "-"], Articles.Lines(1), null, ("SANAD_DB", _folder["other.db"]));
        Assert.True(File.Exists(Path));
        Assert.False(File.Exists(_folder["other.db"]));
    }

    [Fact]
    public void Without_either_it_lies_in_the_data_folder_of_its_user()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || OperatingSystem.IsMacOS(), "the data folder is given otherwise here");
        SanadProgram.Run(["add", "-"], Articles.Lines(1), null, ("XDG_DATA_HOME", _folder.Path));
        Assert.True(File.Exists(_folder["sanad/sanad.db"]));
    }

    /// <summary>SQL that puts a ledger back to where features were known by name: those of one article, and no others.</summary>
    private static string FormerFeatures(string source, params string[] names)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write7BitEncodedInt(new DateOnly(2025, 6, 18).DayNumber);
        writer.Write7BitEncodedInt(names.Length);
        foreach (string name in names)
        {
            writer.Write(name);
            writer.Write(1.5);
        }

        writer.Write(2.5);
        writer.Flush();
        string rows = string.Concat(names.Select(static name => $"INSERT INTO feature VALUES ('{name}', 3, x'01000000000000000200000000000000');"));
        return $"""
            DROP TABLE feature; CREATE TABLE feature (name TEXT PRIMARY KEY, holders INTEGER NOT NULL, recent BLOB NOT NULL) WITHOUT ROWID; {rows}
            UPDATE article SET features = x'0000'; UPDATE article SET features = x'{Convert.ToHexString(stream.ToArray())}' WHERE source = '{source}'
            """;
    }
}
