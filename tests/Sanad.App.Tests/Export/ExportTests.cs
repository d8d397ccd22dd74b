using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Parquet;
using Parquet.Schema;
using Sanad.App.Export.Tables;
using Xunit;

namespace Sanad.App.Tests.Export;

/// <summary>A ledger of two stories, one of them with hostile words and signs outside the Basic Multilingual Plane; tests only read it.</summary>
public sealed class TwoStories : IDisposable
{
    public const string Hostile = "=cmd|' /C calc'!A0 🌊 Sampon Dilanda Banjir\n\n\"<img src=x onerror=alert(1)> 😀 air naik cepat,\" kata Kepala Desa Sampon Budi Santoso, Senin (10/3/2025).\n\nSekitar 300 warga mengungsi, menurut Badan Penanggulangan Bencana Daerah. Mereka belum dapat pulang karena rumah yang mereka tinggalkan masih terendam air sampai hari ini.";

    private readonly TemporaryFolder _folder = new();

    public TwoStories()
    {
        SanadProgram.Run(["add", "--db", Path, "-"], Encoding.UTF8.GetBytes(
            Articles.Line("id", Articles.Indonesian, "https://arga.example/1", "Suara Arga", "2025-03-13") + Articles.Line("en", Articles.English, "https://post.example/1", "Arga Post", "2025-03-14")
            + Articles.Line("<script>alert(1)</script>", Hostile, "javascript:alert(1)", "\"><script>alert(1)</script>", "2025-03-10")));
        SanadProgram.Run("correct", "act", "id", "s1", "deny", "--db", Path, "--by", "Ana <b>", "--reason", "=so");
    }

    public string Path => _folder["ledger.db"];

    public string this[string name] => _folder[name];

    public void Dispose() => _folder.Dispose();
}

public sealed class ExportTests(TwoStories ledger) : IClassFixture<TwoStories>
{
    [Fact]
    public void A_package_of_tables_describes_every_column_of_every_table()
    {
        Outcome outcome = Export("--all", "--format", "csv", "--output", ledger["csv"]);
        Assert.Equal((0, "", ""), (outcome.Code, outcome.Output, outcome.Errors));
        JsonElement package = Json(File.ReadAllText(Path.Combine(ledger["csv"], "datapackage.json")));
        Assert.Equal("tabular-data-package", package.GetProperty("profile").GetString());
        foreach (JsonElement resource in package.GetProperty("resources").EnumerateArray())
        {
            List<string[]> rows = Rows(File.ReadAllText(Path.Combine(ledger["csv"], resource.GetProperty("path").GetString()!)));
            JsonElement schema = resource.GetProperty("schema");
            JsonElement[] fields = [.. schema.GetProperty("fields").EnumerateArray()];
            Assert.Equal(rows[0], fields.Select(static field => field.GetProperty("name").GetString()!));
            Assert.All(fields, static field => Assert.NotEmpty(field.GetProperty("description").GetString()!));
            Assert.All(rows, row => Assert.Equal(fields.Length, row.Length));
            Assert.True(rows.Count > 1);
            string[] keys = [.. schema.GetProperty("primaryKey").EnumerateArray().Select(static key => key.GetString()!)];
            Assert.Equal(rows.Count - 1, rows.Skip(1).Select(row => string.Join('\n', keys.Select(key => row[Array.IndexOf(rows[0], key)]))).Distinct().Count());
            for (int i = 0; i < fields.Length; i++)
            {
                foreach (string[] row in rows.Skip(1).Where(row => row[i].Length > 0))
                {
                    switch (fields[i].GetProperty("type").GetString())
                    {
                        case "integer": Assert.True(long.TryParse(row[i], out _)); break;
                        case "number": Assert.True(double.TryParse(row[i], System.Globalization.CultureInfo.InvariantCulture, out _)); break;
                        case "boolean": Assert.True(row[i] is "true" or "false"); break;
                        case "date": Assert.True(DateOnly.TryParseExact(row[i], "yyyy-MM-dd", out _)); break;
                    }
                }
            }
        }
    }

    [Fact]
    public void Offsets_of_the_tables_give_the_words_and_the_words_open_no_formula()
    {
        Export("--all", "--format", "csv", "--output", ledger["csv2"]);
        List<string[]> articles = Rows(File.ReadAllText(Path.Combine(ledger["csv2"], "articles.csv"))), figures = Rows(File.ReadAllText(Path.Combine(ledger["csv2"], "figures.csv")));
        int source = Array.IndexOf(articles[0], "source"), text = Array.IndexOf(articles[0], "text"), quote = Array.IndexOf(figures[0], "quote"), start = Array.IndexOf(figures[0], "start");
        foreach (string[] figure in figures.Skip(1))
        {
            string words = articles.First(article => article[source] == figure[1])[text];
            if (words.StartsWith('\'')) words = words[1..];
            Assert.Equal(figure[quote], words[int.Parse(figure[start])..int.Parse(figure[start + 1])]);
        }

        Assert.Contains(articles, article => article[text].StartsWith("'=cmd", StringComparison.Ordinal));
        Assert.DoesNotContain(articles.Concat(figures).SelectMany(static row => row), static cell => cell.Length > 0 && "=+@".Contains(cell[0], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Parquet_holds_the_same_rows_as_the_lines_of_json()
    {
        Export("--all", "--format", "parquet", "--output", ledger["parquet"]);
        JsonElement[] lines = [.. Export("--all", "--format", "jsonl").Lines.Select(Json)];
        foreach (Table table in LedgerTables.All)
        {
            JsonElement[] rows = [.. lines.Where(line => line.GetProperty("table").GetString() == table.Name)];
            await using FileStream file = File.OpenRead(Path.Combine(ledger["parquet"], table.Name + ".parquet"));
            await using ParquetReader reader = await ParquetReader.CreateAsync(file, cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal(table.Columns.Select(static column => column.Name), reader.Schema.DataFields.Select(static field => field.Name));
            using ParquetRowGroupReader group = reader.OpenRowGroupReader(0);
            Assert.Equal(rows.Length, group.RowCount);
            Assert.Equal(1, reader.RowGroupCount);
            for (int i = 0; i < table.Columns.Count; i++)
            {
                Column column = table.Columns[i];
                DataField field = reader.Schema.DataFields[i];
                object?[] cells = column.Type switch
                {
                    ColumnType.Integer => [.. (await Cells<long>(group, field)).Cast<object?>()],
                    ColumnType.Number => [.. (await Cells<double>(group, field)).Cast<object?>()],
                    ColumnType.Boolean => [.. (await Cells<bool>(group, field)).Cast<object?>()],
                    _ => await Texts(group, field),
                };
                Assert.Equal(rows.Select(row => row.TryGetProperty(column.Name, out JsonElement cell) ? cell.ValueKind switch
                {
                    JsonValueKind.String => cell.GetString(),
                    JsonValueKind.Number when column.Type == ColumnType.Integer => cell.GetInt64(),
                    JsonValueKind.Number => cell.GetDouble(),
                    _ => (object?)cell.GetBoolean(),
                } : null), cells);
            }
        }
    }

    [Fact]
    public void One_table_goes_to_the_standard_output()
    {
        Outcome csv = Export("1", "--format", "csv", "--table", "figures");
        Assert.StartsWith("story,article,id,low,high,", csv.Output, StringComparison.Ordinal);
        Assert.All(Rows(csv.Output).Skip(1), static row => Assert.Equal("1", row[0]));
    }

    /// <summary>The annotation data model counts code points: read so, every place gives the words, and the words before and behind them.</summary>
    [Fact]
    public void Annotations_select_their_words_by_code_points()
    {
        var texts = Export("--all", "--format", "jsonl").Lines.Select(Json).Where(static line => line.GetProperty("table").GetString() == "articles").ToDictionary(
            static line => "ni:///sha-256;" + Convert.ToBase64String(Convert.FromHexString(line.GetProperty("text_hash").GetString()!["sha256:".Length..])).TrimEnd('=').Replace('+', '-').Replace('/', '_'),
            static line => line.GetProperty("text").GetString()!.EnumerateRunes().ToArray());
        JsonElement page = Json(Export("--all", "--format", "annotations").Output);
        Assert.Equal(("http://www.w3.org/ns/anno.jsonld", "AnnotationPage"), (page.GetProperty("@context").GetString(), page.GetProperty("type").GetString()));
        int behindEmoji = 0;
        foreach (JsonElement annotation in page.GetProperty("items").EnumerateArray())
        {
            Assert.Equal("Annotation", annotation.GetProperty("type").GetString());
            foreach (JsonElement target in annotation.GetProperty("target").EnumerateArray())
            {
                Rune[] text = texts[target.GetProperty("state").GetProperty("cached").GetString()!];
                Assert.StartsWith(target.GetProperty("source").GetString()!.StartsWith("https:", StringComparison.Ordinal) ? "https://" : "ni:///", target.GetProperty("source").GetString(), StringComparison.Ordinal);
                (JsonElement quote, JsonElement position) = (target.GetProperty("selector")[0], target.GetProperty("selector")[1]);
                Assert.Equal(("TextQuoteSelector", "TextPositionSelector"), (quote.GetProperty("type").GetString(), position.GetProperty("type").GetString()));
                (int start, int end) = (position.GetProperty("start").GetInt32(), position.GetProperty("end").GetInt32());
                Assert.Equal(quote.GetProperty("exact").GetString(), string.Concat(text[start..end]));
                Assert.EndsWith(quote.GetProperty("prefix").GetString()!, string.Concat(text[..start]), StringComparison.Ordinal);
                Assert.StartsWith(quote.GetProperty("suffix").GetString()!, string.Concat(text[end..]), StringComparison.Ordinal);
                if (string.Concat(text[..start]).Length > start) behindEmoji++;
            }
        }

        Assert.True(behindEmoji > 0);
        Assert.Contains(page.GetProperty("items").EnumerateArray(), static annotation => annotation.TryGetProperty("creator", out JsonElement creator) && creator.GetProperty("name").GetString() == "Ana <b>");
    }

    [Fact]
    public void Linked_data_refers_only_to_what_it_holds_and_leads_from_a_statement_to_its_speaker()
    {
        JsonElement document = Json(Export("1", "--format", "jsonld").Output);
        var nodes = document.GetProperty("@graph").EnumerateArray().ToDictionary(static node => node.GetProperty("@id").GetString()!);
        foreach (JsonElement node in nodes.Values)
        {
            foreach (string link in (string[])["prov:wasDerivedFrom", "prov:wasQuotedFrom", "appearance", "isPartOf", "isBasedOn", "author", "spokenByCharacter"])
            {
                if (!node.TryGetProperty(link, out JsonElement target)) continue;
                Assert.All(target.ValueKind == JsonValueKind.Array ? target.EnumerateArray() : Enumerable.Repeat(target, 1), id => Assert.True(nodes.ContainsKey(id.GetString()!), $"{link} {id}"));
            }
        }

        foreach (string type in (string[])["NewsArticle", "Quotation", "Claim", "Person"]) Assert.Contains(nodes.Values, node => node.GetProperty("@type")[0].GetString() == type);
        JsonElement quotation = nodes.Values.First(static node => node.GetProperty("@type")[0].GetString() == "Quotation");
        JsonElement at = quotation;
        while (at.TryGetProperty("prov:wasDerivedFrom", out JsonElement from)) at = nodes[from.GetString()!];
        Assert.Equal(quotation.GetProperty("spokenByCharacter")[0].GetString(), at.GetProperty("prov:wasAttributedTo")[0].GetString());
        Assert.Equal("Rahman Lesmana", nodes[at.GetProperty("prov:wasAttributedTo")[0].GetString()!].GetProperty("name").GetString());
    }

    [Fact]
    public void The_page_opens_offline_leads_to_its_own_places_and_takes_no_markup_from_articles()
    {
        string html = Export("--all", "--format", "html").Output;
        AngleSharp.Html.Dom.IHtmlDocument page = new HtmlParser().ParseDocument(html);
        Assert.Empty(page.QuerySelectorAll("script, img, iframe, object, link, [onerror], [src]"));
        Assert.Contains("default-src 'none'", page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content"), StringComparison.Ordinal);
        string[] ids = [.. page.QuerySelectorAll("[id]").Select(static element => element.Id!)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        HashSet<string> places = [.. ids];
        string[] links = [.. page.QuerySelectorAll("a").Select(static link => link.GetAttribute("href")!)];
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(link.StartsWith("https://", StringComparison.Ordinal) || places.Contains(link.TrimStart('#')), link));
        Assert.Contains("Ana <b>: =so", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(TwoStories.Hostile.Split('\n')[2], page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_is_a_picture_of_its_own()
    {
        Outcome outcome = Export("1", "--format", "svg");
        XElement chart = XElement.Parse(outcome.Output);
        Assert.Equal("http://www.w3.org/2000/svg", chart.Name.NamespaceName);
        Assert.Contains(chart.Descendants(), static element => element.Name.LocalName == "path" && element.Attribute("class")?.Value == "stairs");
        string[] files = [ledger.Path + ".one.png", ledger.Path + ".two.png"];
        foreach (string file in files) Assert.Equal(0, Export("1", "--format", "png", "--output", file).Code);
        Assert.Equal(File.ReadAllBytes(files[0]), File.ReadAllBytes(files[1]));
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], File.ReadAllBytes(files[0])[..4]);
        Outcome missing = Export("1", "--format", "png", "--line", "99");
        Assert.Equal((1, ""), (missing.Code, missing.Output));
        Assert.Contains("there is no line 99", missing.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_is_the_brief()
    {
        Assert.Equal(SanadProgram.Run("brief", "1", "--db", ledger.Path, "--format", "markdown").Output, Export("1", "--format", "markdown").Output);
        Assert.Contains("\n---\n", Export("--all", "--format", "markdown").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--format", "csv")]
    [InlineData("1", "--all", "--format", "jsonl")]
    [InlineData("1", "--format", "csv")]
    [InlineData("1", "--format", "jsonl", "--table", "figures")]
    [InlineData("--all", "--format", "svg")]
    [InlineData("--all", "--format", "png")]
    [InlineData("1", "--format", "docx")]
    [InlineData("first", "--format", "jsonl")]
    [InlineData("1")]
    public void Wrong_usage_is_said(params string[] arguments)
    {
        Outcome outcome = Export(arguments);
        Assert.Equal((2, ""), (outcome.Code, outcome.Output));
        Assert.StartsWith("sanad: usage: ", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_story_that_is_not_there_and_a_folder_that_cannot_be_written_are_named()
    {
        Outcome missing = Export("99", "--format", "jsonl");
        Assert.Equal((1, ""), (missing.Code, missing.Output));
        Assert.Contains("story 99", missing.Errors, StringComparison.Ordinal);
        Outcome blocked = Export("1", "--format", "csv", "--output", ledger.Path + "/x");
        Assert.Equal(1, blocked.Code);
        Assert.StartsWith($"sanad: {ledger.Path}/x: ", blocked.Errors, StringComparison.Ordinal);
    }

    private Outcome Export(params string[] arguments) => SanadProgram.Run(["export", .. arguments, "--db", ledger.Path]);

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private static async Task<T?[]> Cells<T>(ParquetRowGroupReader group, DataField field) where T : struct
    {
        var cells = new T?[group.RowCount];
        await group.ReadAsync<T>(field, cells.AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
        return cells;
    }

    private static async Task<object?[]> Texts(ParquetRowGroupReader group, DataField field)
    {
        string?[] cells = new string?[group.RowCount];
        await group.ReadAsync(field, cells.AsMemory(), cancellationToken: TestContext.Current.CancellationToken);
        return cells;
    }

    /// <summary>The rows of a CSV as RFC 4180 has it.</summary>
    private static List<string[]> Rows(string csv)
    {
        var rows = new List<string[]>();
        var row = new List<string>();
        var cell = new StringBuilder();
        bool quoted = false;
        for (int i = 0; i < csv.Length; i++)
        {
            char c = csv[i];
            if (quoted && c == '"' && i + 1 < csv.Length && csv[i + 1] == '"') cell.Append(csv[++i]);
            else if (c == '"') quoted = !quoted;
            else if (quoted || c is not (',' or '\r' or '\n')) cell.Append(c);
            else if (c != '\r')
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (c != '\n') continue;
                rows.Add([.. row]);
                row.Clear();
            }
        }

        return rows;
    }
}
