using System.Text;
using System.Text.Json;
using Xunit;

namespace Sanad.App.Tests;

/// <summary>A ledger that holds one story of two articles; tests only read it.</summary>
public sealed class TwoArticles : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TwoArticles()
    {
        string lines = Articles.Line("id", Articles.Indonesian, "https://arga.example/1", "Suara Arga", "2025-03-13") + Articles.Line("en", Articles.English, "https://post.example/1", "Arga Post", "2025-03-13");
        SanadProgram.Run(["add", "--db", Path, "-"], Encoding.UTF8.GetBytes(lines));
    }

    public string Path => _folder["ledger.db"];

    public void Dispose() => _folder.Dispose();
}

public sealed class CommandTests(TwoArticles ledger) : IClassFixture<TwoArticles>
{
    private string Path => ledger.Path;

    [Theory]
    [InlineData("read")]
    [InlineData("add")]
    [InlineData("stories")]
    [InlineData("show")]
    [InlineData("brief")]
    [InlineData("search")]
    [InlineData("changes")]
    [InlineData("export")]
    [InlineData("import")]
    [InlineData("correct")]
    [InlineData("corrections")]
    [InlineData("watch")]
    [InlineData("doctor")]
    [InlineData("demo")]
    public void Every_command_shows_an_example(string command)
    {
        Outcome outcome = SanadProgram.Run(command, "--help");
        Assert.Equal((0, ""), (outcome.Code, outcome.Errors));
        Assert.Matches($@"Examples?:\n  (.*\| )?sanad {command}", outcome.Output);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("read")]
    [InlineData("read", "--format", "yaml", "-")]
    [InlineData("read", "--language", "xx", "-")]
    [InlineData("read", "--jobs", "0", "-")]
    [InlineData("show", "first")]
    [InlineData("search")]
    [InlineData("search", "--from", "yesterday")]
    [InlineData("search", "x", "--act", "mumble")]
    [InlineData("changes", "--since", "31/10/2024")]
    public void Wrong_usage(params string[] arguments)
    {
        Outcome outcome = SanadProgram.Run(arguments, []);
        Assert.Equal((2, ""), (outcome.Code, outcome.Output));
        Assert.StartsWith("sanad: usage: ", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Show_prints_every_part_that_scripts_rely_on()
    {
        Outcome outcome = SanadProgram.Run("show", "1", "--db", Path, "--format", "json");
        JsonElement story = JsonDocument.Parse(outcome.Output).RootElement;
        foreach (string part in (string[])["id", "title", "articles", "dates", "copies", "utterances", "figureLines", "positions", "conflicts", "sums", "timeline", "corrections"]) Assert.True(story.TryGetProperty(part, out _), part);
        Assert.Equal(2, story.GetProperty("articles").GetArrayLength());
        Assert.Equal(["source", "url", "outlet", "title", "published", "language", "textHash", "versions"], story.GetProperty("articles")[0].EnumerateObject().Select(static field => field.Name));
        JsonElement point = story.GetProperty("figureLines").EnumerateArray().SelectMany(static line => line.GetProperty("points").EnumerateArray()).First(static point => point.GetProperty("low").GetDouble() == 1200);
        Assert.Equal("at_least", point.GetProperty("bound").GetString());
        Assert.NotEmpty(story.GetProperty("positions").EnumerateArray());
    }

    /// <summary>Walks the whole of show's output: every citation in it is the stretch of the text that it names.</summary>
    [Fact]
    public void Every_citation_is_found_in_its_article()
    {
        var texts = SanadProgram.Run(["read", "--format", "json", "-"], Encoding.UTF8.GetBytes(Articles.Line("id", Articles.Indonesian) + Articles.Line("en", Articles.English))).Lines
            .Select(static line => JsonDocument.Parse(line).RootElement).ToDictionary(static article => article.GetProperty("textHash").GetString()!, static article => article.GetProperty("text").GetString()!);
        int count = 0;
        Walk(JsonDocument.Parse(SanadProgram.Run("show", "1", "--db", Path, "--format", "json").Output).RootElement);
        Walk(JsonDocument.Parse(SanadProgram.Run("brief", "1", "--db", Path, "--format", "json").Output).RootElement);
        Assert.True(count > 5);

        void Walk(JsonElement element)
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (JsonElement item in element.EnumerateArray()) Walk(item);
            }

            if (element.ValueKind != JsonValueKind.Object) return;
            foreach (JsonProperty field in element.EnumerateObject()) Walk(field.Value);
            if (!element.TryGetProperty("quote", out JsonElement quote)) return;
            string text = texts[element.GetProperty("textHash").GetString()!];
            Assert.Equal(quote.GetString(), text[element.GetProperty("span")[0].GetInt32()..element.GetProperty("span")[1].GetInt32()]);
            count++;
        }
    }

    [Theory]
    [InlineData("show")]
    [InlineData("brief")]
    public void A_story_that_is_not_there(string command)
    {
        Outcome outcome = SanadProgram.Run(command, "77", "--db", Path);
        Assert.Equal((1, ""), (outcome.Code, outcome.Output));
        Assert.Contains("sanad: story 77: there is none", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_into_a_pipe_holds_no_codes_and_no_blanks_at_its_ends()
    {
        foreach (string[] command in (string[][])[["stories"], ["show", "1"], ["brief", "1"], ["search", "arga"], ["changes"], ["doctor"]])
        {
            Outcome outcome = SanadProgram.Run([.. command, "--db", Path]);
            Assert.Equal((0, ""), (outcome.Code, outcome.Errors));
            Assert.NotEmpty(outcome.Output);
            Assert.DoesNotContain('\e', outcome.Output);
            Assert.DoesNotContain(" \n", outcome.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_brief_comes_as_text_markdown_and_page()
    {
        Assert.Contains("[1]", SanadProgram.Run("brief", "1", "--db", Path).Output, StringComparison.Ordinal);
        Assert.Contains("[^1]: ", SanadProgram.Run("brief", "1", "--db", Path, "--format", "markdown").Output, StringComparison.Ordinal);
        string page = SanadProgram.Run("brief", "1", "--db", Path, "--format", "html").Output;
        Assert.StartsWith("<!doctype html>", page, StringComparison.Ordinal);
        Assert.Contains("<li id=\"c1\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public void No_word_of_an_article_becomes_markup_of_the_page()
    {
        string text = Articles.Indonesian.Replace("Tidak ada retakan sama sekali", "Tidak ada <script>alert(1)</script> retakan & sama \" sekali", StringComparison.Ordinal).Replace("Menteri Bantah", "<img src=x onerror=alert(1)> Bantah", StringComparison.Ordinal);
        using var folder = new TemporaryFolder();
        string path = folder["hostile.db"];
        SanadProgram.Run(["add", "--db", path, "-"], Encoding.UTF8.GetBytes(Articles.Line("<b>", text, url: "javascript:alert(1)", outlet: "\"><script>")));
        string page = SanadProgram.Run("brief", "1", "--db", path, "--format", "html").Output;
        Assert.Contains("onerror", page, StringComparison.Ordinal);
        foreach (string evil in (string[])["<script", "<img", "<b>", "href=\"javascript"]) Assert.DoesNotContain(evil, page, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("retakan", "id")]
    [InlineData("\"no cracks\"", "en")]
    [InlineData("crack*", "en")]
    [InlineData("--speaker lesmana --act deny", "id")]
    public void Finds_statements(string asked, string source)
    {
        string[] arguments = asked.StartsWith("--", StringComparison.Ordinal) ? asked.Split(' ') : [asked];
        Outcome outcome = SanadProgram.Run(["search", .. arguments, "--kind", "statement", "--db", Path, "--format", "json"]);
        JsonElement[] finds = [.. outcome.Lines.Select(static line => JsonDocument.Parse(line).RootElement)];
        Assert.Contains(finds, find => find.GetProperty("source").GetString() == source && find.GetProperty("quote").GetString()!.Length > 0);
    }

    [Theory]
    [InlineData("AND OR NOT")]
    [InlineData("a\" OR 1=1 --")]
    [InlineData("NEAR(")]
    [InlineData("* ^ : ( )")]
    [InlineData("'; DROP TABLE article; --")]
    public void No_sign_in_the_words_is_an_operator(string words)
    {
        Outcome outcome = SanadProgram.Run("search", words, "--db", Path);
        Assert.InRange(outcome.Code, 0, 2);
        Assert.DoesNotContain("Exception", outcome.Errors, StringComparison.Ordinal);
        Assert.Equal(2, Ledger.Count(Path, "article"));
    }

    [Fact]
    public void Days_bound_what_is_found()
    {
        Assert.NotEmpty(SanadProgram.Run("search", "--act", "deny", "--from", "2025-03-13", "--to", "2025-03-13", "--db", Path, "--format", "json").Lines);
        Assert.Empty(SanadProgram.Run("search", "--act", "deny", "--from", "2025-03-14", "--db", Path, "--format", "json").Lines);
    }

    [Fact]
    public void Changes_tell_what_came_and_what_was_denied()
    {
        Outcome outcome = SanadProgram.Run("changes", "--db", Path, "--format", "json");
        JsonElement[] changes = [.. outcome.Lines.Select(static line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(["added", "joined"], changes.Select(static change => change.GetProperty("kind").GetString()).Where(static kind => kind is "added" or "joined"));
        Assert.Contains(changes, static change => change.GetProperty("kind").GetString() == "denied" && change.GetProperty("text").GetString()!.Contains("Rahman Lesmana", StringComparison.Ordinal));
        Assert.Empty(SanadProgram.Run("changes", "--since", "9999-01-01", "--db", Path, "--format", "json").Lines);
    }
}
