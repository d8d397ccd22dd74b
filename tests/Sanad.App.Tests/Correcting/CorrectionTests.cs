using System.Text;
using System.Text.Json;
using Xunit;

namespace Sanad.App.Tests.Correcting;

/// <summary>Corrections as their makers meet them: the real program over a ledger of two articles of one story and one of another.</summary>
public sealed class CorrectionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CorrectionTests() => Add(Path);

    private string Path => _folder["ledger.db"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_corrected_speaker_is_shown_everywhere_with_author_and_reason()
    {
        Outcome made = Correct("speaker", "id", StatementId("id", "Tidak ada"), "Tita Morala", "--by", "Ana", "--reason", "she said it");
        Assert.Equal((0, ""), (made.Code, made.Errors));
        Assert.Matches(@"This changed \d+ entr(y|ies): 1 statement", made.Output);

        JsonElement statement = Statement("id", "Tidak ada");
        Assert.Equal(("Tita Morala", "person:tita-morala"), (statement.GetProperty("speaker").GetProperty("name").GetString(), statement.GetProperty("speaker").GetProperty("party").GetString()));
        JsonElement corrected = statement.GetProperty("corrected");
        Assert.Equal(("Ana", "she said it", "Rahman Lesmana"), (corrected.GetProperty("by").GetString(), corrected.GetProperty("reason").GetString(), corrected.GetProperty("was").GetString()));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", corrected.GetProperty("at").GetString());

        JsonElement find = Json(SanadProgram.Run("search", "retakan", "--kind", "statement", "--db", Path, "--format", "json").Lines[0]);
        Assert.Equal(("Tita Morala", "Ana"), (find.GetProperty("speaker").GetString(), find.GetProperty("corrected").GetProperty("by").GetString()));
        Assert.Contains("corrected by Ana: she said it (was Rahman Lesmana)", SanadProgram.Run("search", "retakan", "--db", Path).Output, StringComparison.Ordinal);
        Assert.Empty(SanadProgram.Run("search", "retakan", "--speaker", "Rahman", "--kind", "statement", "--db", Path, "--format", "json").Lines);
    }

    [Fact]
    public void A_corrected_act_moves_the_position_and_the_brief_tells_of_it()
    {
        string id = StatementId("id", "retak");
        Assert.Equal("deny", Statement("id", "retak").GetProperty("act").GetString());
        Correct("act", "id", id, "confirm", "--by", "Ana", "--reason", "he did not deny it");
        JsonElement move = Moves().First(move => move.GetProperty("source").GetString() == "id" && move.GetProperty("statement").GetString() == id);
        Assert.Equal(("confirm", "Ana"), (move.GetProperty("act").GetString(), move.GetProperty("corrected").GetProperty("by").GetString()));

        string brief = SanadProgram.Run("brief", "1", "--db", Path, "--language", "id").Output;
        Assert.Contains("membenarkan", brief, StringComparison.Ordinal);
        Assert.Contains("*1 dikoreksi oleh Ana: he did not deny it", brief, StringComparison.Ordinal);
        Assert.Contains("[^k1]: ", SanadProgram.Run("brief", "1", "--db", Path, "--format", "markdown").Output, StringComparison.Ordinal);
        Assert.Contains("<p id=\"k1\">", SanadProgram.Run("brief", "1", "--db", Path, "--format", "html").Output, StringComparison.Ordinal);
        Assert.Contains(Json(SanadProgram.Run("brief", "1", "--db", Path, "--format", "json").Output).GetProperty("lines").EnumerateArray(), static line => line.TryGetProperty("corrected", out _));
    }

    [Fact]
    public void A_figure_is_read_as_it_was_said_to_be_or_not_at_all()
    {
        Correct("figure", "id", FigureId("id", 1200), "--value", "1300", "--bound", "about", "--what", "warga", "--reason", "misread");
        JsonElement figure = Figures("id").First(static figure => figure.GetProperty("low").GetDouble() == 1300);
        Assert.Equal(("about", 1300.0, "at_least 1200 warga"), (figure.GetProperty("bound").GetString(), figure.GetProperty("high").GetDouble(), figure.GetProperty("corrected").GetProperty("was").GetString()![..19]));

        Correct("figure", "en", FigureId("en", 1200), "--not-a-figure", "--reason", "no figure");
        Assert.DoesNotContain(Figures("en"), static figure => figure.GetProperty("low").ValueKind == JsonValueKind.Number && figure.GetProperty("low").GetDouble() == 1200);
        Assert.Empty(SanadProgram.Run("search", "residents", "--kind", "figure", "--db", Path, "--format", "json").Lines);
        JsonElement[] listed = [.. Json(Show()).GetProperty("corrections").EnumerateArray()];
        Assert.Equal(["holds", "holds"], listed.Select(static correction => correction.GetProperty("standing").GetString()));
        Assert.Contains(" is no figure (was at_least 1200", SanadProgram.Run("show", "1", "--db", Path).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_statement_is_struck_out_or_has_the_words_that_it_is_said_to_have()
    {
        string id = StatementId("id", "Tidak ada");
        Outcome made = Correct("statement", "id", id, "--not-a-statement", "--by", "Ana", "--reason", "nobody said so");
        Assert.Equal((0, ""), (made.Code, made.Errors));
        Assert.Contains("is no statement", made.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Read("id").GetProperty("statements").EnumerateArray(), statement => statement.GetProperty("id").GetString() == id);
        Assert.Empty(SanadProgram.Run("search", "\"Tidak ada\"", "--kind", "statement", "--db", Path, "--format", "json").Lines);
        Assert.Equal(("statement", false), (Corrections()[0].GetProperty("kind").GetString(), Corrections()[0].GetProperty("isStatement").GetBoolean()));

        string other = StatementId("id", "retak");
        Correct("statement", "id", other, "--words", "retak", "--reason", "only that");
        Assert.Equal(1, Correct("statement", "id", other, "--words", "not in the article", "--reason", "x").Code);
        Assert.Equal(2, Correct("statement", "id", other, "--reason", "x").Code);
        JsonElement statement = Read("id").GetProperty("statements").EnumerateArray().First(statement => statement.GetProperty("id").GetString() == other);
        JsonElement[] ends = [.. Assert.Single(statement.GetProperty("content").EnumerateArray()).EnumerateArray()];
        Assert.Equal("retak".Length, ends[1].GetInt32() - ends[0].GetInt32());
        Assert.Equal("only that", statement.GetProperty("corrected").GetProperty("reason").GetString());
    }

    [Fact]
    public void Undone_all_is_as_it_was()
    {
        string before = Entries(), search = SanadProgram.Run("search", "warga", "--db", Path, "--format", "json").Output;
        Correct("act", "id", StatementId("id", "retak"), "warn", "--reason", "a");
        Correct("figure", "id", FigureId("id", 1200), "--value", "7", "--reason", "b");
        Correct("party", "id", "Rahman Lesmana", "en", "Rahman Lesmana", "--different", "--reason", "c");
        Correct("copy", "en", "id", "--is", "--reason", "d");
        Correct("statement", "id", StatementId("id", "Tidak ada"), "--not-a-statement", "--reason", "e");
        Correct("statement", "id", StatementId("id", "retak"), "--words", "retak", "--reason", "f");
        Assert.NotEqual(before, Entries());
        foreach (string id in Corrections().Select(static correction => correction.GetProperty("id").GetString()!))
        {
            Outcome undone = SanadProgram.Run("corrections", "undo", id[..8], "--db", Path, "--by", "Ben", "--reason", "it was right");
            Assert.Equal((0, ""), (undone.Code, undone.Errors));
            Assert.Contains("This changed ", undone.Output, StringComparison.Ordinal);
        }

        Assert.Equal(before, Entries());
        Assert.Equal(search, SanadProgram.Run("search", "warga", "--db", Path, "--format", "json").Output);
        Assert.Equal([.. Enumerable.Repeat("undone", 6), .. Enumerable.Repeat("holds", 6)], Corrections().Select(static correction => correction.GetProperty("standing").GetString()));
        Ledger.IsWhole(Path);
    }

    [Fact]
    public void Of_two_that_contradict_the_later_holds_and_says_so()
    {
        string id = StatementId("id", "retak");
        Correct("act", "id", id, "warn", "--by", "Ana", "--reason", "a");
        Outcome second = Correct("act", "id", id, "announce", "--by", "Ben", "--reason", "b");
        Assert.Contains("It contradicts ", second.Output, StringComparison.Ordinal);
        Assert.Contains(" by Ana ", second.Output, StringComparison.Ordinal);
        Assert.Equal("announce", Statement("id", "retak").GetProperty("act").GetString());
        JsonElement[] corrections = Corrections();
        Assert.Equal(("overruled", corrections[1].GetProperty("id").GetString()), (corrections[0].GetProperty("standing").GetString(), corrections[0].GetProperty("through").GetString()));
        SanadProgram.Run("corrections", "undo", corrections[1].GetProperty("id").GetString()!, "--db", Path, "--reason", "c");
        Assert.Equal("warn", Statement("id", "retak").GetProperty("act").GetString());
    }

    [Fact]
    public void Two_stories_stay_apart_and_one_story_together_however_often_they_are_grouped()
    {
        Assert.Equal(["en id", "rice"], Stories());
        Outcome made = Correct("story", "id", "en", "--different", "--reason", "two dams");
        Assert.Contains("article's story", made.Output, StringComparison.Ordinal);
        Assert.Equal(["en", "id", "rice"], Stories());
        Correct("story", "rice", "en", "--same", "--reason", "one famine");
        Assert.Equal(["en rice", "id"], Stories());
        SanadProgram.Run("stories", "--settle", "--db", Path);
        SanadProgram.Run(["add", "--db", Path, "-"], Encoding.UTF8.GetBytes(Articles.Line("en2", Articles.English + "\nMore follows.", "https://other.example/2", "Other", "2025-03-13")));
        string[] stories = Stories();
        Assert.Contains("id", stories);
        Assert.Contains(stories, static story => story.Contains("rice", StringComparison.Ordinal) && story.Contains("en", StringComparison.Ordinal));
        foreach (JsonElement correction in Corrections().Reverse()) SanadProgram.Run("corrections", "undo", correction.GetProperty("id").GetString()!, "--db", Path, "--reason", "no");
        Assert.Equal(["en en2 id", "rice"], Stories());
    }

    /// <summary>A correction is one of the words and not of the ledger: it holds in another, also for an article that comes only later, and rests until then.</summary>
    [Fact]
    public void Corrections_are_taken_over_by_another_ledger_and_rest_there_until_their_words_come()
    {
        Correct("act", "id", StatementId("id", "retak"), "warn", "--by", "Ana", "--reason", "a");
        Correct("figure", "en", FigureId("en", 1200), "--value", "7", "--by", "Ana", "--reason", "b");
        Correct("story", "rice", "en", "--same", "--by", "Ana", "--reason", "c");
        Outcome exported = SanadProgram.Run("corrections", "export", "--db", Path);
        string file = _folder.Write("corrections.jsonl", exported.Output), other = _folder["other.db"];
        Outcome imported = SanadProgram.Run("corrections", "import", file, "--db", other);
        Assert.Equal((0, ""), (imported.Code, imported.Errors));
        Assert.StartsWith("3 corrections taken over, 0 known already.", imported.Output, StringComparison.Ordinal);
        Assert.Equal(["resting", "resting", "resting"], Corrections(other).Select(static correction => correction.GetProperty("standing").GetString()));
        Add(other);
        Assert.Equal(["holds", "holds", "holds"], Corrections(other).Select(static correction => correction.GetProperty("standing").GetString()));
        foreach (string story in (string[])["1", "2"]) Assert.Equal(Show(story), Show(story, other));
        Assert.StartsWith("0 corrections taken over, 3 known already.", SanadProgram.Run(["corrections", "import", "-", "--db", other], Encoding.UTF8.GetBytes(exported.Output)).Output, StringComparison.Ordinal);
        Assert.Equal(exported.Output, SanadProgram.Run("corrections", "export", "--db", other).Output);
    }

    [Fact]
    public void Reading_lays_over_what_was_corrected_in_the_ledger_that_is_named()
    {
        Correct("act", "id", StatementId("id", "retak"), "warn", "--reason", "a");
        byte[] line = Encoding.UTF8.GetBytes(Articles.Line("again", Articles.Indonesian));
        string plain = SanadProgram.Run(["read", "--format", "json", "-"], line).Output, corrected = SanadProgram.Run(["read", "--format", "json", "--db", Path, "-"], line).Output;
        Assert.DoesNotContain("\"corrected\"", plain, StringComparison.Ordinal);
        Assert.Contains("\"act\":\"warn\"", corrected, StringComparison.Ordinal);
        Assert.Contains("corrected by ", SanadProgram.Run(["read", "--db", Path, "-"], line).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_can_be_named_by_the_stretch_that_is_shown_and_an_article_by_its_address()
    {
        JsonElement point = Json(Show()).GetProperty("figureLines").EnumerateArray().SelectMany(static line => line.GetProperty("points").EnumerateArray()).First(static point => point.GetProperty("source").GetString() == "id");
        JsonElement span = point.GetProperty("citation").GetProperty("span");
        Outcome made = Correct("figure", "https://arga.example/1", $"[{span[0]},{span[1]})", "--value", "3", "--reason", "a");
        Assert.Equal((0, ""), (made.Code, made.Errors));
        Assert.Contains($" {point.GetProperty("figure").GetString()} [{span[0]},{span[1]}) corrected by ", SanadProgram.Run("show", "1", "--db", Path).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_tells_what_is_corrected_most()
    {
        string foundBy = Statement("id", "retak").GetProperty("foundBy").GetString()!;
        Correct("act", "id", StatementId("id", "retak"), "warn", "--reason", "a");
        Correct("figure", "id", FigureId("id", 1200), "--value", "7", "--reason", "b");
        Correct("figure", "en", FigureId("en", 1200), "--value", "7", "--reason", "c");
        JsonElement[] rules = [.. SanadProgram.Run("corrections", "--report", "--db", Path, "--format", "json").Lines.Select(Json)];
        Assert.Equal([("figure", "figures", 2), ("act", foundBy, 1)], rules.Select(static rule => (rule.GetProperty("kind").GetString()!, rule.GetProperty("foundBy").GetString()!, rule.GetProperty("count").GetInt32())));
        Assert.StartsWith("2  figure  figures", SanadProgram.Run("corrections", "--report", "--db", Path).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_in_the_list_can_be_changed_or_taken_out()
    {
        Correct("act", "id", StatementId("id", "retak"), "warn", "--reason", "a");
        foreach (string sql in (string[])["DELETE FROM correction", "UPDATE correction SET body = ''"])
            Assert.Contains("only ever added", Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => Ledger.Run(Path, sql)).Message, StringComparison.Ordinal);
        Ledger.Run(Path, "DROP TRIGGER correction_stays; UPDATE correction SET body = replace(body, 'warn', 'deny')");
        Outcome doctor = SanadProgram.Run("doctor", "--db", Path);
        Assert.Equal(3, doctor.Code);
        Assert.Contains("is not the one that was kept", doctor.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "no article of", "act", "nowhere", "s1", "deny")]
    [InlineData(1, "has no statement 's99'", "act", "id", "s99", "deny")]
    [InlineData(1, "has no figure", "figure", "id", "[0,1)", "--value", "1")]
    [InlineData(1, "names no 'Napoleon'", "party", "id", "Napoleon", "en", "Rahman Lesmana", "--same")]
    [InlineData(2, "", "act", "id", "s1", "mumble")]
    [InlineData(2, "--value is a number", "figure", "id", "f1", "--value", "many")]
    [InlineData(2, "or --not-a-figure", "figure", "id", "f1")]
    [InlineData(2, "say either --same or --different", "story", "id", "en")]
    [InlineData(2, "both are one article", "story", "id", "id", "--same")]
    [InlineData(2, "", "colour", "id", "s1", "red")]
    public void What_cannot_be_meant_is_said(int code, string complaint, params string[] arguments)
    {
        Outcome outcome = Correct([.. arguments, "--reason", "a"]);
        Assert.Equal((code, ""), (outcome.Code, outcome.Output));
        Assert.Contains(complaint, outcome.Errors, StringComparison.Ordinal);
        Assert.Empty(Corrections());
    }

    /// <summary>Each example of the help, in a ledger of the samples.</summary>
    [Fact]
    public void The_examples_work_as_typed()
    {
        string path = _folder["samples.db"];
        SanadProgram.Run("add", "--db", path, Samples());
        string[] examples = [.. ((string[])["speaker", "act", "figure", "party", "story", "copy"]).SelectMany(static kind => SanadProgram.Run("correct", kind, "--help").Lines).Select(static line => line.Trim()).Where(static line => line.StartsWith("sanad correct ", StringComparison.Ordinal) && line.Contains(" --reason '", StringComparison.Ordinal))];
        Assert.Equal(8, examples.Length);
        foreach (string example in examples)
        {
            Outcome outcome = SanadProgram.Shell($"\"$SANAD\" {example["sanad ".Length..]} --db samples.db", _folder.Path);
            Assert.Equal((0, ""), (outcome.Code, outcome.Errors));
        }

        Assert.Equal(8, Ledger.Count(path, "correction"));
        Assert.DoesNotContain(Corrections(path), static correction => correction.GetProperty("standing").GetString() != "holds");
    }

    [Fact]
    public void A_correction_needs_a_reason()
    {
        Assert.Equal(2, SanadProgram.Run("correct", "act", "id", "s1", "deny", "--db", Path).Code);
        Assert.Equal(2, SanadProgram.Run("correct", "act", "id", "s1", "deny", "--db", Path, "--reason", " ").Code);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"kind":"act"}""")]
    [InlineData("""{"kind":"colour","by":"a","at":"2025-01-01","reason":"r"}""")]
    [InlineData("""{"kind":"act","by":"a","at":"soon","reason":"r","target":{},"act":"deny"}""")]
    [InlineData("""{"kind":"act","by":"a","at":"2025-01-01","reason":"r","target":{"textHash":"sha256:x","source":"s","span":[0,1],"words":"w"},"act":"deny"}""")]
    [InlineData("""{"kind":"act","by":"a","at":"2025-01-01","reason":"r","target":{"textHash":"sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","source":"s","span":[5,1],"words":"w"},"act":"deny"}""")]
    [InlineData("""{"kind":"act","by":"a","at":"2025-01-01","reason":"r","target":{"textHash":"sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","source":"s","span":null,"words":"w"},"act":"deny"}""")]
    [InlineData("""{"kind":"act","by":"a","at":"2025-01-01","reason":"r","target":{"textHash":"sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","source":"s","span":[0,1],"words":"w"},"act":7}""")]
    public void A_line_that_is_no_correction_is_named_and_the_others_are_taken(string line)
    {
        Correct("act", "id", StatementId("id", "retak"), "warn", "--reason", "a");
        string good = SanadProgram.Run("corrections", "export", "--db", Path).Output;
        Outcome outcome = SanadProgram.Run(["corrections", "import", "-", "--db", _folder["other.db"]], Encoding.UTF8.GetBytes(line + "\n" + good));
        Assert.Equal(1, outcome.Code);
        Assert.StartsWith("sanad: -, line 1: ", outcome.Errors, StringComparison.Ordinal);
        Assert.StartsWith("1 correction taken over", outcome.Output, StringComparison.Ordinal);
    }

    private static void Add(string path) => SanadProgram.Run(["add", "--db", path, "-"], Encoding.UTF8.GetBytes(
        Articles.Line("id", Articles.Indonesian, "https://arga.example/1", "Suara Arga", "2025-03-13") + Articles.Line("en", Articles.English, "https://post.example/1", "Arga Post", "2025-03-13")
        + Articles.Line("rice", "Rice Gets Dearer\n\nTrader Tita Morala said rice now costs 15,000 rupiah a kilogram in Sampon.", "https://post.example/2", "Arga Post", "2025-03-14")));

    /// <summary>The folder of samples in the checkout that the tests were built in.</summary>
    private static string Samples()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder!.FullName, "Sanad.slnx"))) folder = folder.Parent;
        return System.IO.Path.Combine(folder.FullName, "samples");
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private Outcome Correct(params string[] arguments) => SanadProgram.Run(["correct", .. arguments, "--db", Path]);

    private string Show(string story = "1", string? path = null) => SanadProgram.Run("show", story, "--db", path ?? Path, "--format", "json").Output;

    /// <summary>What <c>show</c> prints but for the list of corrections, in which what is undone stays.</summary>
    private string Entries() => string.Join('\n', Json(Show()).EnumerateObject().Where(static field => field.Name != "corrections").Select(static field => field.ToString()));

    private JsonElement[] Corrections(string? path = null) => [.. SanadProgram.Run("corrections", "--db", path ?? Path, "--format", "json").Lines.Select(Json)];

    /// <summary>The articles of each story.</summary>
    private string[] Stories() => [.. Ledger.Stories(Path).Select(static story => string.Join(' ', story.GetProperty("articles").EnumerateArray().Select(static source => source.GetString()).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal)];

    private IEnumerable<JsonElement> Moves() => Json(Show()).GetProperty("positions").EnumerateArray().SelectMany(static position => position.GetProperty("moves").EnumerateArray());

    private JsonElement Read(string article) =>
        Json(SanadProgram.Run(["read", "--format", "json", "--db", Path, "-"], Encoding.UTF8.GetBytes(Articles.Line(article, article == "id" ? Articles.Indonesian : Articles.English, published: "2025-03-13"))).Output);

    /// <summary>The statement of the body whose content holds the words.</summary>
    private JsonElement Statement(string article, string words)
    {
        JsonElement read = Read(article);
        string text = read.GetProperty("text").GetString()!;
        return read.GetProperty("statements").EnumerateArray().First(statement => !statement.GetProperty("headline").GetBoolean()
            && statement.GetProperty("content").EnumerateArray().Any(span => text[span[0].GetInt32()..span[1].GetInt32()].Contains(words, StringComparison.Ordinal)));
    }

    private string StatementId(string article, string words) => Statement(article, words).GetProperty("id").GetString()!;

    private IEnumerable<JsonElement> Figures(string article) => Read(article).GetProperty("figures").EnumerateArray();

    private string FigureId(string article, double low) =>
        Figures(article).First(figure => figure.GetProperty("low").ValueKind == JsonValueKind.Number && figure.GetProperty("low").GetDouble() == low).GetProperty("id").GetString()!;
}
