using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Sanad.App.Tests.Server;

public sealed class AccessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public AccessTests() => Assert.Equal(0, SanadProgram.Run(["add", "--db", Path, "-"], Encoding.UTF8.GetBytes(Articles.Line("one", Articles.Indonesian))).Code);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Path => _folder["ledger.db"];

    public void Dispose() => _folder.Dispose();

    private string Token(params string[] options)
    {
        Outcome given = SanadProgram.Run(["token", "add", "Ratna", "--db", Path, .. options]);
        Assert.Equal((0, ""), (given.Code, given.Errors));
        return given.Output.Trim();
    }

    private static async Task<HttpStatusCode> StatusAsync(ServedLedger server, string path, params string[] headers)
    {
        using HttpResponseMessage answer = await server.GetAsync(path, Stop, headers);
        return answer.StatusCode;
    }

    private async Task<(int Status, JsonElement Body)> CorrectAsync(ServedLedger server, string? token, Action<JsonObject>? change = null)
    {
        using HttpResponseMessage asked = await server.GetAsync("/api/articles/1", Stop);
        JsonElement analysis = JsonDocument.Parse(await asked.Content.ReadAsStringAsync(Stop)).RootElement.GetProperty("analysis");
        JsonElement content = analysis.GetProperty("statements")[0].GetProperty("content")[0];
        var body = new JsonObject
        {
            ["kind"] = "speaker", ["reason"] = "the minister himself", ["speaker"] = "Ratna Wulandari", ["by"] = "somebody else",
            ["target"] = new JsonObject
            {
                ["textHash"] = analysis.GetProperty("textHash").GetString(), ["source"] = "one", ["span"] = JsonNode.Parse(content.GetRawText()),
                ["words"] = analysis.GetProperty("text").GetString()![content[0].GetInt32()..content[1].GetInt32()],
            },
        };
        change?.Invoke(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/corrections") { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using HttpResponseMessage answer = await server.Client.SendAsync(request, Stop);
        return ((int)answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).RootElement.Clone());
    }

    [Fact]
    public void A_token_is_kept_as_a_hash_listed_and_revoked()
    {
        string secret = Token("--scope", "correct", "add", "--expires", "1d"), id = secret.Split('_')[1];
        string kept = Ledger.Text(Path, "SELECT id || name || hash || scopes FROM token");
        Assert.DoesNotContain(secret.Split('_', 3)[2], kept, StringComparison.Ordinal);
        Assert.Contains("correct add", SanadProgram.Run("token", "list", "--db", Path).Output, StringComparison.Ordinal);
        Assert.Equal(0, SanadProgram.Run("token", "revoke", id, "--db", Path).Code);
        Assert.Equal(1, SanadProgram.Run("token", "revoke", id, "--db", Path).Code);
        Assert.Contains("revoked", SanadProgram.Run("token", "list", "--db", Path).Output, StringComparison.Ordinal);
        Assert.Equal(2, SanadProgram.Run("token", "add", "x", "--scope", "everything", "--db", Path).Code);
        Assert.Equal(2, SanadProgram.Run("token", "add", "x", "--expires", "soon", "--db", Path).Code);
    }

    [Fact]
    public async Task Where_others_reach_it_every_request_needs_a_token()
    {
        string secret = Token(), gone = Token();
        Assert.Equal(0, SanadProgram.Run("token", "revoke", gone.Split('_')[1], "--db", Path).Code);
        string late = Token("--expires", "1h");
        Ledger.Run(Path, $"UPDATE token SET expires = 1 WHERE id = '{late.Split('_')[1]}'");
        await using ServedLedger server = await ServedLedger.StartAsync(Path, Stop, "--urls", "http://0.0.0.0:0");
        server.Client.BaseAddress = new Uri($"http://127.0.0.1:{server.Client.BaseAddress!.Port}");
        foreach (string path in (string[])["/", "/stories/1", "/web/sanad.css", "/api/stories", "/api/openapi.json", "/feeds/changes.atom", "/api/events", "/mcp", "/nowhere"])
        {
            Assert.Equal((path, HttpStatusCode.Unauthorized), (path, await StatusAsync(server, path)));
        }

        foreach (string wrong in (string[])[gone, late, secret + "x", secret[..^1], "", "sanad_", "' OR 1=1 --"]) Assert.Equal((wrong, HttpStatusCode.Unauthorized), (wrong, await StatusAsync(server, "/api/stories", "Authorization", "Bearer " + wrong)));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(server, "/api/stories", "Authorization", "Bearer " + secret));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(server, "/stories/1", "Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("ratna:" + secret))));
        using HttpResponseMessage page = await server.GetAsync("/", Stop);
        Assert.Contains(page.Headers.WwwAuthenticate, static scheme => scheme.Scheme == "Basic");
        Assert.Equal(0, SanadProgram.Run("token", "revoke", secret.Split('_')[1], "--db", Path).Code);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(server, "/api/stories", "Authorization", "Bearer " + secret));
    }

    [Fact]
    public void Without_a_token_that_holds_it_does_not_listen_elsewhere()
    {
        string secret = Token();
        Assert.Equal(0, SanadProgram.Run("token", "revoke", secret.Split('_')[1], "--db", Path).Code);
        Outcome refused = SanadProgram.Run("serve", "--db", Path, "--urls", "http://0.0.0.0:0");
        Assert.Equal((2, ""), (refused.Code, refused.Output));
        Assert.Contains("sanad token add", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_this_machine_everybody_reads_and_a_wrong_token_is_told()
    {
        await using ServedLedger server = await ServedLedger.StartAsync(Path, Stop);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(server, "/api/stories"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(server, "/api/stories", "Authorization", "Bearer wrong"));
    }

    [Fact]
    public async Task Corrects_only_with_a_token_that_may_and_in_its_name()
    {
        string reader = Token(), corrector = Token("--scope", "correct");
        await using ServedLedger server = await ServedLedger.StartAsync(Path, Stop);
        Assert.Equal(401, (await CorrectAsync(server, null)).Status);
        Assert.Equal(403, (await CorrectAsync(server, reader)).Status);
        Assert.Equal(0, Ledger.Count(Path, "correction"));
        (int status, JsonElement made) = await CorrectAsync(server, corrector);
        Assert.Equal((201, "Ratna"), (status, made.GetProperty("by").GetString()));
        Assert.NotEqual(0, made.GetProperty("changed").GetArrayLength());
        using HttpResponseMessage article = await server.GetAsync("/api/articles/1", Stop);
        JsonElement statement = JsonDocument.Parse(await article.Content.ReadAsStringAsync(Stop)).RootElement.GetProperty("analysis").GetProperty("statements")[0];
        Assert.Equal(("Ratna Wulandari", "Ratna"), (statement.GetProperty("speaker").GetProperty("name").GetString(), statement.GetProperty("corrected").GetProperty("by").GetString()));
        string id = made.GetProperty("id").GetString()!;
        Assert.Equal(201, (await CorrectAsync(server, corrector, body => { body["kind"] = "undo"; body["undoes"] = id; })).Status);
        using HttpResponseMessage list = await server.GetAsync("/api/corrections", Stop);
        string listed = await list.Content.ReadAsStringAsync(Stop);
        Assert.Equal(["undone", "holds"], JsonDocument.Parse(listed).RootElement.GetProperty("items").EnumerateArray().Select(static item => item.GetProperty("standing").GetString()));
        var description = new ApiDescription(JsonNode.Parse(await server.Client.GetStringAsync("/api/openapi.json", Stop))!.AsObject());
        JsonObject paths = description.Document["paths"]!["/api/corrections"]!.AsObject();
        Assert.Equal(("", ""), (description.Wrong(paths["get"]!.AsObject(), 200, "application/json", listed), description.Wrong(paths["post"]!.AsObject(), 201, "application/json", made.GetRawText())));
    }

    [Fact]
    public async Task A_correction_of_what_is_not_here_is_refused()
    {
        string corrector = Token("--scope", "correct");
        await using ServedLedger server = await ServedLedger.StartAsync(Path, Stop);
        Assert.Equal(422, (await CorrectAsync(server, corrector, static body => body["target"]!["words"] = "others")).Status);
        Assert.Equal(422, (await CorrectAsync(server, corrector, static body => body["target"]!["textHash"] = "sha256:" + new string('0', 64))).Status);
        Assert.Equal(422, (await CorrectAsync(server, corrector, static body => body["target"]!["span"] = new JsonArray(5, 99999))).Status);
        Assert.Equal(422, (await CorrectAsync(server, corrector, static body => { body["kind"] = "undo"; body["undoes"] = "none"; })).Status);
        Assert.Equal(422, (await CorrectAsync(server, corrector, static body => body["speaker"] = new string('x', 301))).Status);
        Assert.Equal(422, (await CorrectAsync(server, corrector, static body => body["target"]!["source"] = new string('x', 5000))).Status);
        foreach (string kind in (string[])["story", "copy"])
        {
            Assert.Equal(422, (await CorrectAsync(server, corrector, body =>
            {
                JsonNode whole = body["target"]!.DeepClone();
                whole["span"] = null;
                (body["kind"], body["same"], body["isCopy"]) = (kind, true, true);
                foreach (string end in (string[])["first", "second", "copy", "origin"]) body[end] = whole.DeepClone();
            })).Status);
        }

        Assert.Equal(422, (await CorrectAsync(server, corrector, static body => (body["kind"], body["isFigure"], body["low"], body["high"]) = ("figure", true, 9, 7))).Status);
        Assert.Equal(400, (await CorrectAsync(server, corrector, static body => body["kind"] = "nothing")).Status);
        Assert.Equal(400, (await CorrectAsync(server, corrector, static body => body.Remove("reason"))).Status);
        Assert.Equal(0, Ledger.Count(Path, "correction"));
    }
}
