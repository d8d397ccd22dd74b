using System.Text;
using System.Text.Json;
using Xunit;

namespace Sanad.App.Tests;

public sealed class ReadTests
{
    [Fact]
    public void Prints_every_field_that_scripts_rely_on()
    {
        using var folder = new TemporaryFolder();
        Outcome outcome = SanadProgram.Run("read", "--format", "json", folder.Write("a.txt", Articles.Indonesian));
        Assert.Equal(0, outcome.Code);
        JsonElement article = Assert.Single(outcome.Lines.Select(static line => JsonDocument.Parse(line).RootElement));
        Assert.Equal(
            ["source", "url", "title", "outlet", "byline", "published", "publishedInferred", "updated", "language", "languageDeclared", "stub", "text", "textHash", "parts", "paths", "credits", "parties", "mentions", "times", "figures", "statements"],
            article.EnumerateObject().Select(static field => field.Name));
        Assert.Equal("id", article.GetProperty("language").GetString());
        JsonElement statement = article.GetProperty("statements").EnumerateArray().First(static statement => statement.GetProperty("act").GetString() == "deny" && !statement.GetProperty("headline").GetBoolean());
        foreach (string field in (string[])["id", "speaker", "cue", "content", "kind", "act", "said", "via", "inside", "confidence", "foundBy"]) Assert.True(statement.TryGetProperty(field, out _), field);
        JsonElement figure = article.GetProperty("figures").EnumerateArray().First();
        Assert.Equal(1200, figure.GetProperty("low").GetDouble());
        Assert.Equal("at_least", figure.GetProperty("bound").GetString());
        Assert.Contains(article.GetProperty("times").EnumerateArray(), static time => time.GetProperty("value").GetString() == "2025-03-13" && time.GetProperty("basis").GetString() == "absolute");
    }

    [Theory]
    [InlineData("\r\nJudul\r\n\r\n  Isi berita.\r\n\t\r\n")]
    [InlineData("Judul 😀\n\n“Isi” berita — dengan tanda.")]
    public void Gives_back_the_text_character_for_character(string text)
    {
        using var folder = new TemporaryFolder();
        Outcome outcome = SanadProgram.Run("read", "--format", "json", folder.Write("a.txt", text));
        Assert.Equal(text, JsonDocument.Parse(outcome.Output).RootElement.GetProperty("text").GetString());
        Outcome line = SanadProgram.Run(["read", "--format", "json", "-"], Encoding.UTF8.GetBytes(Articles.Line("a", text)));
        Assert.Equal(text, JsonDocument.Parse(line.Output).RootElement.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("1")]
    [InlineData("7")]
    public void Keeps_the_order_of_the_input_with_any_number_of_jobs(string jobs)
    {
        Outcome outcome = SanadProgram.Run(["read", "--jobs", jobs, "--format", "json", "-"], Articles.Lines(300));
        Assert.Equal(Enumerable.Range(0, 300).Select(static i => $"article-{i}"), outcome.Lines.Select(static line => JsonDocument.Parse(line).RootElement.GetProperty("source").GetString()));
    }

    [Fact]
    public void Reads_a_folder_in_the_order_of_names_with_what_stands_beside_the_texts()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["b"]);
        folder.Write("c.txt", Articles.English);
        folder.Write("a.txt", Articles.Indonesian);
        folder.Write("a.meta.json", """{"outlet": "Suara Arga", "url": "https://arga.example/1", "published": "2025-03-13T08:00:00+07:00", "title": "Judul Lain"}""");
        folder.Write("b/lines.jsonl", Articles.Line("in-lines", Articles.Numbered(1)));
        folder.Write("b/picture.png", [0x89, 0x50]);
        Outcome outcome = SanadProgram.Run("read", "--format", "json", folder.Path);
        Assert.Equal((0, ""), (outcome.Code, outcome.Errors));
        JsonElement[] articles = [.. outcome.Lines.Select(static line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal([folder["a.txt"], "in-lines", folder["c.txt"]], articles.Select(static article => article.GetProperty("source").GetString()));
        Assert.Equal("Suara Arga", articles[0].GetProperty("outlet").GetString());
        Assert.Equal("Judul Lain", articles[0].GetProperty("title").GetString());
        Assert.Equal("2025-03-13T08:00:00+07:00", articles[0].GetProperty("published").GetString());
        Assert.Equal("en", articles[2].GetProperty("language").GetString());
    }

    [Fact]
    public void A_day_beside_a_text_that_is_none_is_remarked_on_and_passed_over()
    {
        using var folder = new TemporaryFolder();
        string text = folder.Write("a.txt", Articles.Indonesian);
        string beside = folder.Write("a.meta.json", """{"outlet": "Suara Arga", "published": "kemarin"}""");
        Outcome outcome = SanadProgram.Run("read", "--format", "json", text);
        Assert.Equal(0, outcome.Code);
        Assert.Contains($"{beside}: 'published' is no ISO day or time ('kemarin') and was passed over", outcome.Errors, StringComparison.Ordinal);
        Assert.Equal("Suara Arga", JsonDocument.Parse(Assert.Single(outcome.Lines)).RootElement.GetProperty("outlet").GetString());
    }

    [Fact]
    public void Reads_compressed_lines()
    {
        using var folder = new TemporaryFolder();
        using (var file = new System.IO.Compression.GZipStream(File.Create(folder["a.jsonl.gz"]), System.IO.Compression.CompressionLevel.Fastest)) file.Write(Articles.Lines(3));
        Assert.Equal(3, SanadProgram.Run("read", "--format", "json", folder["a.jsonl.gz"]).Lines.Length);
    }

    [Fact]
    public void Takes_standard_input_for_one_text_where_it_does_not_begin_with_a_brace()
    {
        Outcome outcome = SanadProgram.Run(["read", "-"], Encoding.UTF8.GetBytes(Articles.Indonesian));
        Assert.Equal(0, outcome.Code);
        Assert.Contains("Menteri Bantah Bendungan Retak", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("denies", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', outcome.Output);
    }

    [Fact]
    public void Dates_an_undated_article_by_a_sibling_of_the_same_input()
    {
        const string quote = "\"Kami menemukan sebelas lubang bor di tanggul sisi timur dan semuanya sudah ditutup beton,\" kata Kepala Balai Sungai Arga Yulius Tandi";
        byte[] lines = Encoding.UTF8.GetBytes(Articles.Line("undated", $"Lubang Ditutup\n\n{quote}, Selasa.\n") + Articles.Line("dated", $"Lubang di Tanggul\n\n{quote}, Selasa (11/3/2025).\n", published: "2025-03-11"));
        Outcome outcome = SanadProgram.Run(["read", "--format", "json", "-"], lines);
        JsonElement undated = JsonDocument.Parse(outcome.Lines[0]).RootElement;
        Assert.Equal("undated", undated.GetProperty("source").GetString());
        Assert.Equal("2025-03-11", undated.GetProperty("publishedInferred").GetProperty("earliest").GetString());
        Assert.Contains(undated.GetProperty("times").EnumerateArray(), static time => time.GetProperty("value").GetString() == "2025-03-11" && time.GetProperty("basis").GetString() == "inferred");
    }
}
