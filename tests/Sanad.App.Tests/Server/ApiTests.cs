using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using Xunit;

namespace Sanad.App.Tests.Server;

public sealed class ApiTests(SampleServer sample) : IClassFixture<SampleServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<ApiDescription> DescriptionAsync() => new(JsonNode.Parse(await sample.Server.Client.GetStringAsync("/api/openapi.json", Stop))!.AsObject());

    private async Task<JsonElement> JsonAsync(string path)
    {
        using HttpResponseMessage answer = await sample.Server.GetAsync(path, Stop);
        string body = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {body}");
        return JsonDocument.Parse(body).RootElement;
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    [Fact]
    public async Task Every_path_of_the_description_answers_as_its_schema_says()
    {
        ApiDescription description = await DescriptionAsync();
        Assert.Equal("3.1.0", description.Document["openapi"]!.ToString());
        int asked = 0;
        foreach ((string path, string method, JsonObject operation) in description.Operations)
        {
            if (method != "get" || operation["security"] is not null || operation["responses"]!["200"]!["content"]!["application/json"] is null) continue;
            string address = ApiDescription.AddressOf(path, operation);
            using HttpResponseMessage answer = await sample.Server.GetAsync(address, Stop);
            string body = await answer.Content.ReadAsStringAsync(Stop);
            Assert.Equal((address, HttpStatusCode.OK), (address, answer.StatusCode));
            Assert.Equal("", description.Wrong(operation, 200, answer.Content.Headers.ContentType!.MediaType!, body));
            asked++;
        }

        Assert.True(asked >= 9);
    }

    [Theory]
    [InlineData("/api/stories?limt=5", "limt", "limit"), InlineData("/api/stories/1?part=brief", "part", "there is none"), InlineData("/feeds/changes.atom?story=1", "story", "there is none"), InlineData("/api/search?q=tanggul&speeker=x", "speeker", "speaker")]
    [InlineData("/api/stories/1/charts/1.png?lang=id", "lang", "language"), InlineData("/API/Changes?page=2", "page", "cursor"), InlineData("/api/events?since=3", "since", "after")]
    public async Task A_parameter_that_is_none_is_told_and_not_passed_over(string path, string name, string known)
    {
        using HttpResponseMessage answer = await sample.Server.GetAsync(path, Stop);
        string detail = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).RootElement.GetProperty("detail").GetString()!;
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.StartsWith($"'{name}' is no parameter here", detail, StringComparison.Ordinal);
        Assert.Contains(known, detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_compressed_or_in_other_letters_is_refused()
    {
        foreach ((string name, string value) in ((string, string)[])[("Content-Encoding", "gzip"), ("Content-Type", "application/json; charset=utf-16")])
        {
            using var content = Json("""{"text": "24 orang tewas."}""");
            content.Headers.Remove(name);
            content.Headers.TryAddWithoutValidation(name, value);
            using HttpResponseMessage answer = await sample.Server.Client.PostAsync("/api/check", content, Stop);
            Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Places_carry_their_words_and_none_is_drawn_that_is_not_known()
    {
        JsonElement places = (await JsonAsync("/api/stories/1/places")).GetProperty("places");
        Assert.NotEmpty(places.EnumerateArray());
        foreach (JsonElement entry in places.EnumerateArray().SelectMany(static place => place.GetProperty("entries").EnumerateArray()).Where(static entry => entry.GetProperty("kind").GetString() == "figure"))
        {
            string text = (await JsonAsync($"/api/articles/{entry.GetProperty("article").GetString()}")).GetProperty("analysis").GetProperty("text").GetString()!;
            JsonElement span = Assert.Single(entry.GetProperty("spans").EnumerateArray());
            Assert.Equal(entry.GetProperty("quote").GetString(), text[span[0].GetInt32()..span[1].GetInt32()]);
        }

        // The sample's places are invented.
        Assert.All(places.EnumerateArray(), static place => Assert.Equal(JsonValueKind.Null, place.GetProperty("latitude").ValueKind));
        using HttpResponseMessage map = await sample.Server.GetAsync("/api/stories/1/maps/1.png", Stop);
        Assert.Equal(HttpStatusCode.NotFound, map.StatusCode);
    }

    [Fact]
    public async Task A_map_is_a_picture_that_leads_to_its_list()
    {
        using var folder = new TemporaryFolder();
        string path = folder["ledger.db"];
        Assert.Equal(0, SanadProgram.Run(["add", "--db", path, "-"], Encoding.UTF8.GetBytes(Articles.Line("one", "Gempa Guncang Cianjur\n\nSedikitnya 12 orang tewas di Kabupaten Cianjur akibat gempa, kata Kepala Badan Penanggulangan Bencana Daerah Jawa Barat Rudi Halimawan."))).Code);
        await using ServedLedger server = await ServedLedger.StartAsync(path, Stop);
        using HttpResponseMessage png = await server.GetAsync("/api/stories/1/maps/1.png", Stop), svg = await server.GetAsync("/api/stories/1/maps/1.svg?language=en", Stop), none = await server.GetAsync("/api/stories/1/maps/3.svg", Stop);
        Assert.Equal((HttpStatusCode.OK, "image/png", HttpStatusCode.NotFound), (png.StatusCode, png.Content.Headers.ContentType!.MediaType, none.StatusCode));
        byte[] bytes = await png.Content.ReadAsByteArrayAsync(Stop);
        Assert.Equal((1520, 868), (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)), System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20))));
        var drawn = System.Xml.Linq.XDocument.Parse(await svg.Content.ReadAsStringAsync(Stop));
        Assert.Contains(drawn.Descendants(), element => element.Attribute("href")?.Value == $"{server.Client.BaseAddress}stories/1/places#place-1");
    }

    [Theory]
    [InlineData("articles"), InlineData("dates"), InlineData("copies"), InlineData("utterances"), InlineData("figureLines"), InlineData("positions"), InlineData("conflicts"), InlineData("sums"), InlineData("timeline")]
    public async Task A_part_of_a_story_is_that_of_the_whole(string part)
    {
        JsonElement whole = await JsonAsync("/api/stories/1"), one = await JsonAsync($"/api/stories/1/{part}");
        Assert.Equal(JsonValueKind.Array, whole.GetProperty(part).ValueKind);
        Assert.True(JsonElement.DeepEquals(whole.GetProperty(part), one.GetProperty(part)));
        ApiDescription description = await DescriptionAsync();
        Assert.Equal("", description.Wrong(description.Document["paths"]!["/api/stories/{story}/{part}"]!["get"]!.AsObject(), 200, "application/json", one.GetRawText()));
    }

    [Fact]
    public async Task Every_article_and_every_speaker_answers_as_described()
    {
        ApiDescription description = await DescriptionAsync();
        JsonObject paths = description.Document["paths"]!.AsObject();
        JsonElement story = await JsonAsync("/api/stories/1");
        var parties = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonElement listed in story.GetProperty("articles").EnumerateArray())
        {
            JsonElement article = await JsonAsync("/api/articles/" + listed.GetProperty("id").GetString());
            Assert.Equal(listed.GetProperty("source").GetString(), article.GetProperty("analysis").GetProperty("source").GetString());
            Assert.Equal("", description.Wrong(paths["/api/articles/{article}"]!["get"]!.AsObject(), 200, "application/json", article.GetRawText()));
            foreach (JsonElement statement in article.GetProperty("analysis").GetProperty("statements").EnumerateArray())
            {
                if (statement.GetProperty("speaker").GetProperty("party").GetString() is { } party) parties.Add(party);
            }
        }

        Assert.True(parties.Count > 5);
        foreach (string party in parties)
        {
            JsonElement record = await JsonAsync("/api/parties/" + Uri.EscapeDataString(party) + "?limit=1");
            Assert.Equal(party, record.GetProperty("id").GetString());
            Assert.Equal("", description.Wrong(paths["/api/parties/{party}"]!["get"]!.AsObject(), 200, "application/json", record.GetRawText()));
        }
    }

    [Fact]
    public async Task The_story_is_that_which_the_program_shows()
    {
        JsonNode shown = JsonNode.Parse(SanadProgram.Run("show", "1", "--db", sample.Path, "--format", "json").Output)!;
        JsonNode told = JsonNode.Parse((await JsonAsync("/api/stories/1")).GetRawText())!;
        foreach (JsonNode? article in told["articles"]!.AsArray()) article!.AsObject().Remove("id");
        Assert.True(JsonNode.DeepEquals(shown, told));
    }

    [Fact]
    public async Task A_brief_comes_in_the_language_asked_for()
    {
        Assert.Equal("id", (await JsonAsync("/api/stories/1/brief")).GetProperty("language").GetString());
        JsonElement english = await JsonAsync("/api/stories/1/brief?language=en");
        Assert.Equal("en", english.GetProperty("language").GetString());
        Assert.Contains(english.GetProperty("lines").EnumerateArray(), static line => line.GetProperty("text").GetString()!.Contains("denies", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_chart_is_a_file_to_keep()
    {
        foreach ((string file, string type) in ((string, string)[])[("1.png", "image/png"), ("1.svg", "image/svg+xml")])
        {
            using HttpResponseMessage answer = await sample.Server.GetAsync("/api/stories/1/charts/" + file, Stop);
            Assert.Equal((HttpStatusCode.OK, type, "sanad-1-" + file), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName));
            Assert.NotNull(answer.Headers.ETag);
        }

        string id = await sample.Server.Client.GetStringAsync("/api/stories/1/charts/1.svg?language=id", Stop), en = await sample.Server.Client.GetStringAsync("/api/stories/1/charts/1.svg?language=en", Stop);
        Assert.Contains("10 Maret 2025: sedikitnya 14", id, StringComparison.Ordinal);
        Assert.Contains("10 March 2025: at least 14", en, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/changes?limit=4"), InlineData("/api/search?q=tanggul&kind=statement&limit=3"), InlineData("/api/parties/person:gunadi-tarakani?limit=1")]
    public async Task Pages_of_a_list_are_the_whole_list(string path)
    {
        List<string> all = [.. (await JsonAsync(path.Split("limit=")[0] + "limit=100")).GetProperty("items").EnumerateArray().Select(static item => item.GetRawText())];
        var paged = new List<string>();
        string? next = null;
        do
        {
            JsonElement page = await JsonAsync(path + (next is null ? "" : "&cursor=" + next));
            paged.AddRange(page.GetProperty("items").EnumerateArray().Select(static item => item.GetRawText()));
            next = page.GetProperty("next").GetString();
        }
        while (next is not null);
        Assert.True(all.Count > 1);
        Assert.Equal(all, paged);
    }

    [Fact]
    public async Task Changes_can_be_followed_from_a_number_on()
    {
        JsonElement[] all = [.. (await JsonAsync("/api/changes?limit=500")).GetProperty("items").EnumerateArray()];
        long middle = all[all.Length / 2].GetProperty("number").GetInt64();
        JsonElement[] later = [.. (await JsonAsync($"/api/changes?limit=500&after={middle}")).GetProperty("items").EnumerateArray()];
        Assert.Equal(all.Take(all.Length / 2).Reverse().Select(static change => change.GetRawText()), later.Select(static change => change.GetRawText()));
    }

    [Fact]
    public async Task What_is_known_already_is_not_sent_again()
    {
        using HttpResponseMessage first = await sample.Server.GetAsync("/api/stories/1", Stop);
        string tag = Assert.Single(first.Headers.GetValues("ETag"));
        foreach (string path in (string[])["/api/stories/1", "/api/stories", "/api/changes"])
        {
            using HttpResponseMessage again = await sample.Server.GetAsync(path, Stop, "If-None-Match", $"\"other\", W/{tag}");
            Assert.Equal((HttpStatusCode.NotModified, ""), (again.StatusCode, await again.Content.ReadAsStringAsync(Stop)));
        }

        using HttpResponseMessage other = await sample.Server.GetAsync("/api/stories/1", Stop, "If-None-Match", "\"other\"");
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Theory]
    [InlineData(404, "/api/stories/99"), InlineData(404, "/api/stories/x"), InlineData(404, "/api/stories/1/nothing"), InlineData(404, "/api/articles/99"), InlineData(404, "/api/parties/nobody"), InlineData(404, "/api/nowhere")]
    [InlineData(400, "/api/stories?limit=0"), InlineData(400, "/api/stories?limit=9999"), InlineData(400, "/api/stories?cursor=x"), InlineData(400, "/api/stories?cursor=YXxifGM"), InlineData(400, "/api/search")]
    [InlineData(404, "/api/stories/1/charts/99.png"), InlineData(404, "/api/stories/1/charts/1.gif"), InlineData(404, "/api/stories/9/charts/1.png"), InlineData(400, "/api/stories/1/charts/1.png?language=xx")]
    [InlineData(400, "/api/search?q=%22"), InlineData(400, "/api/search?q=a&act=fly"), InlineData(400, "/api/search?q=a&from=2025-02-30"), InlineData(400, "/api/changes?story=x"), InlineData(400, "/api/stories/1/brief?language=xx")]
    [InlineData(400, "/api/changes?after=1&cursor=Nw")]
    public async Task What_cannot_be_answered_is_told_as_a_problem(int status, string path)
    {
        using HttpResponseMessage answer = await sample.Server.GetAsync(path, Stop);
        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        JsonElement problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).RootElement;
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.False(answer.Headers.Contains("ETag"));
    }

    [Fact]
    public async Task A_draft_is_checked_as_described()
    {
        ApiDescription description = await DescriptionAsync();
        JsonObject operation = description.Document["paths"]!["/api/check"]!["post"]!.AsObject();
        string example = operation["requestBody"]!["content"]!["application/json"]!["example"]!.ToJsonString();
        using StringContent body = Json(example);
        using HttpResponseMessage answer = await sample.Server.Client.PostAsync("/api/check", body, Stop);
        string text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.Equal((HttpStatusCode.OK, ""), (answer.StatusCode, description.Wrong(operation, 200, "application/json", text)));
        Assert.Contains(JsonDocument.Parse(text).RootElement.GetProperty("findings").EnumerateArray(), static finding => finding.GetProperty("verdict").GetString() == "borne_out");
    }

    [Theory]
    [InlineData(400, "{"), InlineData(400, "[]"), InlineData(400, "{}"), InlineData(400, "{\"text\":1}"), InlineData(400, "{\"text\":\"\\ud800\"}"), InlineData(400, "{\"text\":\"a\",\"language\":\"xx\"}"), InlineData(404, "{\"text\":\"a\",\"story\":\"99\"}")]
    public async Task A_body_that_is_wrong_is_told(int status, string body)
    {
        using StringContent content = Json(body);
        using HttpResponseMessage answer = await sample.Server.Client.PostAsync("/api/check", content, Stop);
        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task A_body_too_long_of_another_type_or_by_another_method_is_refused()
    {
        using StringContent tooLong = Json(JsonSerializer.Serialize(new { text = new string('x', 100_001) }));
        using StringContent far = Json(JsonSerializer.Serialize(new { text = new string('x', 1 << 20) }));
        using var form = new FormUrlEncodedContent([new("text", "a")]);
        foreach ((HttpContent content, int status) in (IEnumerable<(HttpContent, int)>)[(tooLong, 413), (far, 413), (form, 415)])
        {
            using HttpResponseMessage answer = await sample.Server.Client.PostAsync("/api/check", content, Stop);
            Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        }

        using HttpResponseMessage deleted = await sample.Server.Client.DeleteAsync("/api/stories", Stop);
        Assert.Equal((405, "application/problem+json"), ((int)deleted.StatusCode, deleted.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task The_page_lists_every_operation_and_its_links_lead_somewhere()
    {
        ApiDescription description = await DescriptionAsync();
        IHtmlDocument page = await sample.Server.PageAsync("/api", Stop);
        string[] headings = [.. page.QuerySelectorAll("h2").Select(static heading => heading.TextContent)];
        Assert.Equal(description.Operations.Select(static operation => $"{operation.Method.ToUpperInvariant()} {operation.Path}"), headings);
        foreach (string link in page.QuerySelectorAll("main a").Select(static link => link.GetAttribute("href")!).Where(static link => !link.Contains("/events", StringComparison.Ordinal)))
        {
            using HttpResponseMessage answer = await sample.Server.GetAsync(link, Stop);
            Assert.True(answer.IsSuccessStatusCode, link);
        }
    }

    [Fact]
    public async Task A_correction_shows_at_once()
    {
        using var folder = new TemporaryFolder();
        string path = folder["ledger.db"];
        SanadProgram.Run(["add", "--db", path, "-"], Encoding.UTF8.GetBytes(Articles.Line("one", Articles.Indonesian)));
        await using ServedLedger server = await ServedLedger.StartAsync(path, Stop);
        using HttpResponseMessage before = await server.GetAsync("/api/articles/1", Stop);
        Assert.Equal(0, SanadProgram.Run("correct", "speaker", "one", "s1", "Ratna Wulandari", "--reason", "test", "--by", "tester", "--db", path).Code);
        using HttpResponseMessage after = await server.GetAsync("/api/articles/1", Stop, "If-None-Match", before.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Contains("Ratna Wulandari", await after.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        JsonElement correction = Assert.Single(JsonDocument.Parse(await server.Client.GetStringAsync("/api/stories/1", Stop)).RootElement.GetProperty("corrections").EnumerateArray());
        Assert.Equal(("tester", "holds"), (correction.GetProperty("by").GetString(), correction.GetProperty("standing").GetString()));
    }
}
