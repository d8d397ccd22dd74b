using System.Text;
using System.Text.Json;
using Xunit;

namespace Sanad.App.Tests;

public sealed class AddTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder["ledger.db"];

    public void Dispose() => _folder.Dispose();

    private Outcome Add(params string[] lines) => SanadProgram.Run(["add", "--db", Path, "-"], Encoding.UTF8.GetBytes(string.Concat(lines)));

    [Fact]
    public void The_same_again_changes_nothing()
    {
        byte[] lines = Articles.Lines(40);
        Assert.Equal(0, SanadProgram.Run(["add", "--db", Path, "-"], lines).Code);
        string before = Ledger.Dump(Path);
        Outcome again = SanadProgram.Run(["add", "--db", Path, "-"], lines);
        Assert.Equal(0, again.Code);
        Assert.StartsWith("0 added, 40 known already", again.Output, StringComparison.Ordinal);
        Assert.Equal(before, Ledger.Dump(Path));
        Assert.Equal(40, Ledger.Count(Path, "article"));
    }

    [Fact]
    public void The_same_text_under_another_name_changes_nothing()
    {
        Add(Articles.Line("one", Articles.Indonesian, url: "https://arga.example/1"));
        string before = Ledger.Dump(Path);
        Add(Articles.Line("two", Articles.Indonesian), Articles.Line("three", Articles.Indonesian, url: "https://arga.example/1?from=feed"));
        Assert.Equal(before, Ledger.Dump(Path));
    }

    [Fact]
    public void The_same_text_of_another_outlet_is_another_article()
    {
        Add(Articles.Line("one", Articles.Indonesian, outlet: "Suara Arga"), Articles.Line("two", Articles.Indonesian, outlet: "Kabar Hulu"));
        Assert.Equal(2, Ledger.Count(Path, "article"));
    }

    [Fact]
    public void A_changed_text_under_one_address_is_a_new_version_and_the_old_one_is_kept()
    {
        const string url = "https://arga.example/1";
        Add(Articles.Line("one", Articles.Indonesian, url));
        Outcome changed = Add(Articles.Line("one", Articles.Indonesian.Replace("1.200", "1.350", StringComparison.Ordinal), url));
        Assert.StartsWith("0 added, 1 changed", changed.Output, StringComparison.Ordinal);
        Assert.Equal((1, 2), (Ledger.Count(Path, "article"), Ledger.Count(Path, "version")));
        Assert.Equal(1, Ledger.Number(Path, "SELECT count(*) FROM version WHERE text LIKE '%1.200%' AND number = 1"));
        Assert.Contains("1.350", SanadProgram.Run("search", "warga", "--kind", "figure", "--db", Path).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("1.200", SanadProgram.Run("search", "warga", "--kind", "figure", "--db", Path).Output, StringComparison.Ordinal);
        Assert.Contains("\"kind\":\"changed\"", SanadProgram.Run("changes", "--db", Path, "--format", "json").Output, StringComparison.Ordinal);

        // What it said before comes again, as from an old copy of the feed: that version is known.
        string before = Ledger.Dump(Path);
        Add(Articles.Line("one", Articles.Indonesian, url));
        Assert.Equal(before, Ledger.Dump(Path));
        Ledger.IsWhole(Path);
    }

    [Fact]
    public void A_text_that_was_changed_at_its_address_says_so_on_its_storys_page()
    {
        using var folder = new TemporaryFolder();
        string path = folder["ledger.db"];
        foreach (string text in (string[])[Articles.Indonesian, Articles.Indonesian.Replace("1.200", "1.500", StringComparison.Ordinal)])
        {
            Assert.Equal(0, SanadProgram.Run(["add", "--db", path, "-"], Encoding.UTF8.GetBytes(Articles.Line("dam", text, "https://kabar.test/bendungan"))).Code);
        }

        Assert.Contains("text changed, version 2", SanadProgram.Run("show", "1", "--db", path).Output, StringComparison.Ordinal);
        Assert.Contains("1 teks diubah setelah terbit", SanadProgram.Run("brief", "1", "--db", path).Output, StringComparison.Ordinal);
        Assert.Equal(2, JsonDocument.Parse(SanadProgram.Run("show", "1", "--db", path, "--format", "json").Output).RootElement.GetProperty("articles")[0].GetProperty("versions").GetInt32());
    }

    [Fact]
    public void A_file_that_was_changed_is_a_new_version()
    {
        string file = _folder.Write("a.txt", Articles.Indonesian);
        SanadProgram.Run("add", "--db", Path, file);
        _folder.Write("a.txt", Articles.Indonesian + "\nBerita ini telah diperbarui.\n");
        SanadProgram.Run("add", "--db", Path, file);
        Assert.Equal((1, 2), (Ledger.Count(Path, "article"), Ledger.Count(Path, "version")));
    }

    [Fact]
    public void Articles_of_one_name_are_told_apart()
    {
        Add(Articles.Line("kabar", Articles.Numbered(1)), Articles.Line("kabar", Articles.Numbered(2)));
        Assert.Equal(["kabar", "kabar#2"], Ledger.Stories(Path).SelectMany(static story => story.GetProperty("articles").EnumerateArray()).Select(static source => source.GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Articles_of_one_event_in_two_languages_are_one_story()
    {
        Add(Articles.Line("id", Articles.Indonesian, outlet: "Suara Arga", published: "2025-03-13"), Articles.Line("en", Articles.English, outlet: "Arga Post", published: "2025-03-13"), Articles.Line("other", Articles.Numbered(3)));
        JsonElement story = Ledger.Stories(Path).Single(static story => story.GetProperty("articles").GetArrayLength() == 2);
        Assert.Equal(["id", "title", "articles", "outlets", "origins", "first", "last", "languages"], story.EnumerateObject().Select(static field => field.Name));
        Assert.Equal((2, "2025-03-13", "2025-03-13"), (story.GetProperty("outlets").GetInt32(), story.GetProperty("first").GetString(), story.GetProperty("last").GetString()));
        Assert.Equal(["en", "id"], story.GetProperty("languages").EnumerateArray().Select(static language => language.GetString()));
    }

    [Fact]
    public void The_number_of_jobs_changes_nothing_in_the_ledger()
    {
        byte[] lines = Articles.Lines(200);
        SanadProgram.Run(["add", "--jobs", "1", "--db", Path, "-"], lines);
        SanadProgram.Run(["add", "--jobs", "5", "--db", _folder["other.db"], "-"], lines);
        Assert.Equal(Ledger.Dump(Path), Ledger.Dump(_folder["other.db"]));
    }

    [Fact]
    public void Bad_input_is_named_and_the_rest_is_kept()
    {
        Outcome outcome = Add("broken\n", Articles.Line("one", Articles.Indonesian));
        Assert.Equal(1, outcome.Code);
        Assert.Contains("sanad: -: line 1: ", outcome.Errors, StringComparison.Ordinal);
        Assert.StartsWith("1 added, 1 failed", outcome.Output, StringComparison.Ordinal);
        Ledger.IsWhole(Path);
    }

    [Fact]
    public void Two_that_add_at_once_both_finish()
    {
        Outcome outcome = SanadProgram.Shell($"\"$SANAD\" add --db {Path} a.jsonl & \"$SANAD\" add --db {Path} b.jsonl; code=$?; wait $! && exit $code", WithLines());
        Assert.Equal((0, ""), (outcome.Code, outcome.Errors));
        Assert.Equal(300, Ledger.Count(Path, "article"));
        Ledger.IsWhole(Path);

        string WithLines()
        {
            byte[] lines = Articles.Lines(300);
            int middle = Array.IndexOf(lines, (byte)'\n', lines.Length / 2) + 1;
            _folder.Write("a.jsonl", lines[..middle]);
            _folder.Write("b.jsonl", lines[middle..]);
            return _folder.Path;
        }
    }
}
