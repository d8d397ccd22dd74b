using System.Text;
using Xunit;

namespace Sanad.App.Tests.Export;

/// <summary>An exported ledger becomes the same ledger elsewhere.</summary>
public sealed class RoundTripTests : IDisposable
{
    private const string Page = "<!doctype html><html lang=\"id\"><head><title>Bupati: Tanggul Sampon Aman - Kabar Sampon</title><meta property=\"og:site_name\" content=\"Kabar Sampon\"><meta property=\"article:published_time\" content=\"2025-03-12T08:00:00+07:00\"><link rel=\"canonical\" href=\"https://kabar.example/aman\"></head>"
        + "<body><nav><a href=\"/\">Beranda</a> <a href=\"/daerah\">Daerah</a></nav><article><h1>Bupati: Tanggul Sampon Aman</h1><p>SAMPON - Bupati Wairang Rana Sulaiman membantah tanggul Sampon retak. \"Tanggul itu aman dan diperiksa setiap hari oleh petugas,\" kata Rana di Sampon, Rabu (12/3/2025).</p>"
        + "<h2>Warga mengungsi</h2><p>Sedikitnya 300 warga telah mengungsi ke balai desa sejak Senin malam, menurut Badan Penanggulangan Bencana Daerah Wairang.</p></article><footer>Hak cipta Kabar Sampon</footer></body></html>";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void All_of_it_becomes_the_same_ledger()
    {
        string from = Fill("from.db"), to = _folder["to.db"], file = _folder["ledger.jsonl"];
        Assert.Equal((0, ""), ErrorsOf(SanadProgram.Run("export", "--all", "--format", "ledger", "--db", from, "--output", file)));
        Outcome imported = SanadProgram.Run("import", file, "--db", to);
        Assert.Equal((0, ""), ErrorsOf(imported));
        Assert.Contains("0 known already, 5 corrections", imported.Output, StringComparison.Ordinal);

        string stories = SanadProgram.Run("stories", "--format", "json", "--db", from).Output;
        Assert.Equal(stories, SanadProgram.Run("stories", "--format", "json", "--db", to).Output);
        string[] numbers = [.. Ledger.Stories(from).Select(static story => story.GetProperty("id").GetString()!)];
        Assert.True(numbers.Length > 1);
        foreach (string number in numbers)
        {
            foreach (string command in (string[])["show", "brief"]) Assert.Equal(SanadProgram.Run(command, number, "--format", "json", "--db", from).Output, SanadProgram.Run(command, number, "--format", "json", "--db", to).Output);
        }

        foreach (string[] command in (string[][])[["search", "tanggul OR warga", "--format", "json"], ["corrections", "--format", "json"], ["export", "--all", "--format", "ledger"], ["export", "--all", "--format", "jsonl"]])
            Assert.Equal(SanadProgram.Run([.. command, "--db", from]).Output, SanadProgram.Run([.. command, "--db", to]).Output);
        Assert.Equal(Ledger.Count(from, "version"), Ledger.Count(to, "version"));
        Ledger.IsWhole(to);

        // It goes on from there as the other would.
        byte[] more = Encoding.UTF8.GetBytes(Articles.Line("more", Articles.Numbered(9)));
        foreach (string path in (string[])[from, to]) SanadProgram.Run(["add", "--db", path, "-"], more);
        Assert.Equal(SanadProgram.Run("stories", "--format", "json", "--db", from).Output, SanadProgram.Run("stories", "--format", "json", "--db", to).Output);
    }

    [Fact]
    public void One_story_goes_alone_with_its_corrections_through_a_pipe()
    {
        string from = Fill("from.db");
        string number = Ledger.Stories(from).First(static story => story.GetProperty("articles").EnumerateArray().Any(static source => source.GetString() == "en")).GetProperty("id").GetString()!;
        Outcome piped = SanadProgram.Shell($"\"$SANAD\" export {number} --format ledger --db from.db | gzip > story.jsonl.gz && \"$SANAD\" import --db to.db story.jsonl.gz", _folder.Path);
        Assert.Equal((0, ""), ErrorsOf(piped));
        string show = SanadProgram.Run("show", number, "--format", "json", "--db", from).Output;
        Assert.Equal(show, SanadProgram.Run("show", number, "--format", "json", "--db", _folder["to.db"]).Output);
        Assert.Contains("\"corrected\"", show, StringComparison.Ordinal);
        Assert.Single(Ledger.Stories(_folder["to.db"]));
    }

    [Fact]
    public void Taken_over_twice_it_changes_nothing_and_a_ledger_that_holds_something_keeps_it()
    {
        string from = Fill("from.db"), to = _folder["to.db"], file = _folder["ledger.jsonl"];
        SanadProgram.Run(["add", "--db", to, "-"], Encoding.UTF8.GetBytes(Articles.Line("own", Articles.Numbered(7))));
        SanadProgram.Run("export", "--all", "--format", "ledger", "--db", from, "--output", file);
        Assert.Equal((0, ""), ErrorsOf(SanadProgram.Run("import", file, "--db", to)));
        Assert.Equal(Ledger.Count(from, "article") + 1, Ledger.Count(to, "article"));
        Assert.Equal(Ledger.Count(from, "correction"), Ledger.Count(to, "correction"));
        string dump = Ledger.Dump(to);
        Outcome again = SanadProgram.Run("import", file, "--db", to);
        Assert.StartsWith("0 texts taken over, ", again.Output, StringComparison.Ordinal);
        Assert.Contains(", 0 corrections ", again.Output, StringComparison.Ordinal);
        Assert.Equal(dump, Ledger.Dump(to));
        Ledger.IsWhole(to);
    }

    [Theory]
    [InlineData("{", "is no JSON")]
    [InlineData("[1]", "is no object")]
    [InlineData("""{"source":"a","text":"plain article"}""", "is neither an article nor a correction; `sanad add` takes plain articles")]
    [InlineData("""{"type":"ledger","version":99}""", "is of a version that this Sanad does not know; it knows 1")]
    [InlineData("""{"type":"article","story":0,"source":"a","text":"t"}""", "'story' is no number of a story")]
    [InlineData("""{"type":"article","story":1,"source":"a"}""", "'text' is missing")]
    [InlineData("""{"type":"article","story":1,"source":7,"text":"t"}""", "'source' is no text")]
    [InlineData("""{"type":"article","story":1,"source":"a","text":"t","language":"id","reading":"{\"parts\":[\"body 0 99\"],\"paths\":{}}"}""", "'reading' has parts that are not of the text")]
    [InlineData("""{"type":"article","story":1,"source":"a","text":"t","language":"id","reading":"nonsense"}""", "'reading' is none")]
    [InlineData("""{"type":"correction","kind":"act"}""", "'by' is missing")]
    public void A_line_that_is_none_of_a_ledger_is_named_and_the_others_are_taken(string line, string reason)
    {
        string good = """{"type":"article","story":4,"source":"good","text":"Warga Mengungsi\n\nSebanyak 20 warga mengungsi.","language":"id"}""";
        Outcome outcome = SanadProgram.Run(["import", "-", "--db", _folder["to.db"]], Encoding.UTF8.GetBytes(line + "\n\n" + good));
        Assert.Equal((1, $"sanad: -: line 1: {reason}\n"), (outcome.Code, outcome.Errors));
        Assert.StartsWith("1 texts taken over", outcome.Output, StringComparison.Ordinal);
        Assert.Equal("4", Assert.Single(Ledger.Stories(_folder["to.db"])).GetProperty("id").GetString());
    }

    private static (int, string) ErrorsOf(Outcome outcome) => (outcome.Code, outcome.Errors);

    /// <summary>Plain texts, a page, two texts of one address, one text in two outlets, two names that are one, an undated one; some of it corrected and undone.</summary>
    private string Fill(string name)
    {
        string path = _folder[name], page = _folder.Write("page.html", Page);
        SanadProgram.Run(["add", "--db", path, page, "-"], Encoding.UTF8.GetBytes(
            Articles.Line("id", Articles.Indonesian, "https://arga.example/1", "Suara Arga", "2025-03-13") + Articles.Line("en", Articles.English, "https://post.example/1", "Arga Post", "2025-03-13")
            + Articles.Line("id", Articles.Numbered(1) + "😀 \u0001 end", outlet: "Satu") + Articles.Line("two", Articles.Numbered(1) + "😀 \u0001 end", outlet: "Dua") + Articles.Line("undated", Articles.Numbered(2))));
        SanadProgram.Run(["add", "--db", path, "-"], Encoding.UTF8.GetBytes(Articles.Line("id", Articles.Indonesian + "\nDiperbarui.\n", "https://arga.example/1", "Suara Arga", "2025-03-13")));
        SanadProgram.Run("correct", "act", "id", "s1", "warn", "--db", path, "--by", "Ana", "--reason", "a");
        SanadProgram.Run("correct", "figure", "en", "f1", "--value", "1300", "--db", path, "--by", "Ana", "--reason", "b");
        SanadProgram.Run("correct", "story", "page.html", "id", "--same", "--db", path, "--by", "Ben", "--reason", "c");
        SanadProgram.Run("correct", "copy", "en", "id", "--is", "--db", path, "--by", "Ben", "--reason", "d");
        string undone = SanadProgram.Run("corrections", "--db", path).Lines[0].Split(' ')[0];
        SanadProgram.Run("corrections", "undo", undone, "--db", path, "--by", "Ben", "--reason", "e");
        return path;
    }
}
