using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sanad.App.Tests.Fetching;
using Sanad.App.Tests.Server;
using Xunit;

namespace Sanad.App.Tests.Hooks;

/// <summary>The real program tells a real receiver.</summary>
public sealed class HookTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public HookTests() => Add("one", Articles.Indonesian);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Path => _folder["ledger.db"];

    public void Dispose() => _folder.Dispose();

    private void Add(string source, string text) => Assert.Equal(0, SanadProgram.Run(["add", "--db", Path, "-"], Encoding.UTF8.GetBytes(Articles.Line(source, text))).Code);

    private (string Id, string Secret) Hook(string url, params string[] options)
    {
        Outcome made = WebPages.Run(["hook", "add", url, "--db", Path, .. options]);
        Assert.Equal((0, ""), (made.Code, made.Errors));
        return (made.Lines[0], made.Lines[1]);
    }

    /// <param name="patience">Seconds that a receiver has; far more than any needs but the one that is slow on purpose.</param>
    private Outcome Deliver(string patience = "14") => WebPages.Run(["hook", "deliver", "--db", Path], ("SANAD_FETCH_GRACE", patience), ("SANAD_FETCH_CONNECT", patience), ("SANAD_FETCH_TIME", "60"));

    /// <summary>As if all that has to be waited for were over.</summary>
    private void Hurry() => Ledger.Run(Path, "UPDATE delivery SET due = 0; UPDATE hook SET rests = 0");

    private JsonElement[] Log(params string[] options) => [.. JsonDocument.Parse(SanadProgram.Run(["hook", "log", "--db", Path, "--format", "json", .. options]).Output).RootElement.EnumerateArray()];

    private static void IsSigned(string secret, Received message)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{message.Id}.{message.Timestamp}."), .. message.Body];
        Assert.Equal("v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), signed)), message.Signature);
        Assert.InRange(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - long.Parse(message.Timestamp, CultureInfo.InvariantCulture), 0, 300);
    }

    [Fact]
    public async Task What_comes_in_is_told_signed_while_it_is_served()
    {
        await using HookReceiver receiver = await HookReceiver.StartAsync(Stop);
        (_, string secret) = Hook(receiver.Address + "/sanad");
        await using ServedLedger server = await ServedLedger.StartAsync(Path, Stop, "--allow-private");
        Add("two", Articles.English);
        int changes = (int)Ledger.Number(Path, "SELECT count(*) FROM delivery");
        Assert.Equal(Ledger.Number(Path, "SELECT count(*) FROM change WHERE version = 2"), changes);
        await receiver.CameAsync(changes, Stop);
        var description = new ApiDescription(JsonNode.Parse(await server.Client.GetStringAsync("/api/openapi.json", Stop))!.AsObject());
        JsonObject message = description.Document["webhooks"]!["change"]!["post"]!["requestBody"]!.AsObject();
        Assert.All(receiver.All, received =>
        {
            IsSigned(secret, received);
            Assert.Equal(("/sanad", "application/json", ""), (received.Path, received.ContentType, description.WrongBody(message, received.Text)));
        });
        JsonElement denied = Assert.Single(receiver.All.Select(static received => JsonDocument.Parse(received.Text).RootElement), static told => told.GetProperty("type").GetString() == "denied");
        using HttpResponseMessage listed = await server.GetAsync("/api/changes", Stop);
        JsonElement change = JsonDocument.Parse(await listed.Content.ReadAsStringAsync(Stop)).RootElement.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("number").GetInt64() == denied.GetProperty("data").GetProperty("number").GetInt64());
        Assert.True(JsonElement.DeepEquals(change, denied.GetProperty("data")));
    }

    [Fact]
    public async Task What_happened_while_nothing_ran_is_told_later_and_once()
    {
        await using HookReceiver receiver = await HookReceiver.StartAsync(Stop);
        (string id, _) = Hook(receiver.Address);
        Add("two", Articles.English);
        long changes = Ledger.Number(Path, "SELECT count(*) FROM change WHERE version = 2");
        Assert.Equal(($"{changes} delivered, 0 failed\n", 0), (Deliver() is var first ? first.Output : "", first.Code));
        Assert.Equal("0 delivered, 0 failed\n", Deliver().Output);
        Assert.Equal(changes, receiver.All.Count);
        Assert.All(Log(id), static delivery => Assert.Equal(("delivered", 1, 204), (delivery.GetProperty("state").GetString(), delivery.GetProperty("tries").GetInt32(), delivery.GetProperty("status").GetInt32())));
    }

    [Fact]
    public async Task Only_the_kinds_and_the_story_asked_for_are_told()
    {
        await using HookReceiver receiver = await HookReceiver.StartAsync(Stop);
        Hook(receiver.Address + "/denied", "--kind", "denied");
        Hook(receiver.Address + "/story", "--story", "1", "--kind", "joined", "denied");
        Add("other", Articles.Numbered(3));
        Add("two", Articles.English);
        Assert.Equal(0, Deliver().Code);
        Assert.Equal(["/denied denied", "/story denied", "/story joined"], receiver.All.Select(static received => $"{received.Path} {JsonDocument.Parse(received.Text).RootElement.GetProperty("type").GetString()}").Order());
        Assert.Equal(1, WebPages.Run(["hook", "add", receiver.Address, "--db", Path, "--story", "99"]).Code);
        Assert.Equal(2, WebPages.Run(["hook", "add", receiver.Address, "--db", Path, "--kind", "everything"]).Code);
    }

    [Fact]
    public async Task An_article_that_comes_over_tells_its_new_story_what_it_brought()
    {
        Add("other", Articles.Numbered(3));
        await using HookReceiver receiver = await HookReceiver.StartAsync(Stop);
        Hook(receiver.Address, "--story", "1");
        Assert.Equal(0, SanadProgram.Run("correct", "story", "one", "other", "--same", "--reason", "test", "--by", "tester", "--db", Path).Code);
        Assert.Equal(0, Deliver().Code);
        Assert.Contains(receiver.All, static received => received.Text.Contains("\"source\":\"other\"", StringComparison.Ordinal) && received.Text.Contains("\"story\":\"1\"", StringComparison.Ordinal));
        Assert.Equal(receiver.All.Count, receiver.All.Select(static received => received.Id).Distinct().Count());
    }

    [Fact]
    public async Task What_is_not_taken_is_sent_again_later_the_same_and_with_a_time_of_its_own()
    {
        await using HookReceiver receiver = (await HookReceiver.StartAsync(Stop)).Statuses(500, 204);
        (string id, string secret) = Hook(receiver.Address, "--kind", "joined");
        Add("two", Articles.English);
        Assert.Equal(("0 delivered, 1 failed\n", 1), (Deliver() is var first ? first.Output : "", first.Code));
        JsonElement waiting = Assert.Single(Log(id));
        Assert.Equal(("waiting", 1, 500, "it answers 500"), (waiting.GetProperty("state").GetString(), waiting.GetProperty("tries").GetInt32(), waiting.GetProperty("status").GetInt32(), waiting.GetProperty("error").GetString()));
        Assert.NotEqual(JsonValueKind.Null, waiting.GetProperty("due").ValueKind);
        // Not before its time.
        Assert.Equal("0 delivered, 0 failed\n", Deliver().Output);
        Hurry();
        Assert.Equal(0, Deliver().Code);
        Assert.Equal(2, receiver.All.Count);
        Assert.Equal((receiver.All[0].Id, receiver.All[0].Text), (receiver.All[1].Id, receiver.All[1].Text));
        IsSigned(secret, receiver.All[1]);
        Assert.Equal("delivered", Assert.Single(Log(id)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_receiver_that_is_down_is_not_asked_for_every_message_in_a_row()
    {
        await using HookReceiver receiver = (await HookReceiver.StartAsync(Stop)).Statuses(503);
        Hook(receiver.Address);
        Add("two", Articles.English);
        Assert.True(Log().Length > 1);
        Assert.Equal("0 delivered, 1 failed\n", Deliver().Output);
        Assert.Single(receiver.All);
    }

    [Fact]
    public async Task A_receiver_that_is_slow_counts_as_none()
    {
        await using HookReceiver receiver = await HookReceiver.StartAsync(Stop);
        receiver.Answer = static (http, _) => Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
        (string id, _) = Hook(receiver.Address, "--kind", "joined");
        Add("two", Articles.English);
        Assert.Equal(1, Deliver(patience: "1").Code);
        JsonElement waiting = Assert.Single(Log(id));
        Assert.Equal(JsonValueKind.Null, waiting.GetProperty("status").ValueKind);
        Assert.Contains("no answer within", waiting.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receiver_that_wants_nothing_more_is_told_nothing_more()
    {
        await using HookReceiver receiver = (await HookReceiver.StartAsync(Stop)).Statuses(410);
        (string id, _) = Hook(receiver.Address);
        Add("two", Articles.English);
        Assert.Equal(1, Deliver().Code);
        Assert.All(Log(id, "--dead"), static delivery => Assert.Contains("410", delivery.GetProperty("error").GetString(), StringComparison.Ordinal));
        int dead = Log(id, "--dead").Length;
        Add("three", Articles.Numbered(3));
        Assert.Equal((dead, dead), (Log(id).Length, Log(id, "--dead").Length));
        Hurry();
        Assert.Equal("0 delivered, 0 failed\n", Deliver().Output);
        Assert.Single(receiver.All);
        Assert.Contains("ended", SanadProgram.Run("hook", "list", "--db", Path).Output, StringComparison.Ordinal);
        receiver.Statuses(204);
        Assert.Equal($"{dead} waiting again\n", SanadProgram.Run("hook", "retry", id, "--db", Path).Output);
        Assert.Equal($"{dead} delivered, 0 failed\n", Deliver().Output);
    }

    [Fact]
    public async Task After_as_many_tries_as_there_are_a_message_is_dead_and_can_be_tried_again()
    {
        await using HookReceiver receiver = (await HookReceiver.StartAsync(Stop)).Statuses(500);
        (string id, _) = Hook(receiver.Address, "--kind", "joined");
        Add("two", Articles.English);
        Ledger.Run(Path, "UPDATE delivery SET tries = 10");
        for (int i = 0; i < 2; i++)
        {
            Hurry();
            Assert.Equal("0 delivered, 1 failed\n", Deliver().Output);
        }

        Hurry();
        Assert.Equal("0 delivered, 0 failed\n", Deliver().Output);
        Assert.Equal(2, receiver.All.Count);
        Assert.Equal(12, Assert.Single(Log(id, "--dead")).GetProperty("tries").GetInt32());
        Assert.Contains("1 dead", SanadProgram.Run("hook", "list", "--db", Path).Output, StringComparison.Ordinal);
        receiver.Statuses(204);
        Assert.Equal("1 waiting again\n", SanadProgram.Run("hook", "retry", id, "--db", Path).Output);
        Assert.Equal("1 delivered, 0 failed\n", Deliver().Output);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using HookReceiver receiver = await HookReceiver.StartAsync(Stop);
        receiver.Answer = (http, _) =>
        {
            http.Response.StatusCode = (int)HttpStatusCode.TemporaryRedirect;
            http.Response.Headers.Location = receiver.Address + "/elsewhere";
            return Task.CompletedTask;
        };
        (string id, _) = Hook(receiver.Address, "--kind", "joined");
        Add("two", Articles.English);
        Assert.Equal(1, Deliver().Code);
        Assert.Equal("/", Assert.Single(receiver.All).Path);
        Assert.Contains("redirect", Assert.Single(Log(id)).GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task This_machine_is_told_nothing_unless_that_is_allowed()
    {
        await using HookReceiver receiver = await HookReceiver.StartAsync(Stop);
        foreach (string url in (string[])[receiver.Address, "http://169.254.169.254/x", "http://[::1]/", "ftp://example.org/", "/etc/passwd", "http://user:word@example.org/"])
        {
            Outcome refused = SanadProgram.Run(["hook", "add", url, "--db", Path], null, null, WebPages.Hurried);
            Assert.Equal((url, 1, ""), (url, refused.Code, refused.Output));
        }

        (string id, _) = Hook(receiver.Address, "--kind", "joined");
        (string named, _) = Hook(receiver.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal), "--kind", "joined");
        Add("two", Articles.English);
        Assert.Equal(1, SanadProgram.Run(["hook", "deliver", "--db", Path], null, null, WebPages.Hurried).Code);
        Assert.Empty(receiver.All);
        foreach (string hook in (string[])[id, named]) Assert.Contains("loopback", Assert.Single(Log(hook)).GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hook_is_tested_listed_and_removed()
    {
        await using HookReceiver receiver = (await HookReceiver.StartAsync(Stop)).Statuses(204, 404);
        (string id, string secret) = Hook(receiver.Address);
        Assert.Equal("taken (204)\n", WebPages.Run(["hook", "test", id, "--db", Path]).Output);
        IsSigned(secret, receiver.All[0]);
        Assert.Equal("test", JsonDocument.Parse(receiver.All[0].Text).RootElement.GetProperty("type").GetString());
        Outcome failed = WebPages.Run(["hook", "test", id, "--db", Path]);
        Assert.Equal((1, ""), (failed.Code, failed.Output));
        Assert.Contains("404", failed.Errors, StringComparison.Ordinal);
        string listed = SanadProgram.Run("hook", "list", "--db", Path, "--format", "json").Output;
        Assert.DoesNotContain(secret, listed, StringComparison.Ordinal);
        Add("two", Articles.English);
        Assert.Equal(0, SanadProgram.Run("hook", "remove", id, "--db", Path).Code);
        Assert.Equal((1, 0L), (SanadProgram.Run("hook", "remove", id, "--db", Path).Code, Ledger.Count(Path, "delivery")));
        Ledger.IsWhole(Path);
    }

    [Fact]
    public async Task Whoever_keeps_the_ledger_keeps_hooks_over_HTTP_and_nobody_else()
    {
        await using HookReceiver receiver = await HookReceiver.StartAsync(Stop);
        string admin = SanadProgram.Run("token", "add", "Ratna", "--scope", "admin", "--db", Path).Output.Trim(), corrector = SanadProgram.Run("token", "add", "Budi", "--scope", "correct", "add", "--db", Path).Output.Trim();
        await using ServedLedger server = await ServedLedger.StartAsync(Path, Stop, "--allow-private");
        var description = new ApiDescription(JsonNode.Parse(await server.Client.GetStringAsync("/api/openapi.json", Stop))!.AsObject());

        async Task<JsonElement> AskAsync(HttpMethod method, string path, string pattern, int status, string? token, object? body = null)
        {
            using var request = new HttpRequestMessage(method, path);
            if (token is not null) request.Headers.Authorization = new System.Net.Http.Headers.AuthenticationHeaderValue("Bearer", token);
            if (body is not null) request.Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
            using HttpResponseMessage answer = await server.Client.SendAsync(request, Stop);
            string text = await answer.Content.ReadAsStringAsync(Stop);
            Assert.Equal((method, path, status), (method, path, (int)answer.StatusCode));
            if (status == 204) return default;
            Assert.Equal("", description.Wrong(description.Document["paths"]![pattern]![method.Method.ToLowerInvariant()]!.AsObject(), status, answer.Content.Headers.ContentType!.MediaType!, text));
            return JsonDocument.Parse(text).RootElement;
        }

        foreach ((string? token, int status) in (IEnumerable<(string?, int)>)[(null, 401), (corrector, 403)])
        {
            await AskAsync(HttpMethod.Get, "/api/hooks", "/api/hooks", status, token);
            await AskAsync(HttpMethod.Post, "/api/hooks", "/api/hooks", status, token, new { url = receiver.Address });
        }

        await AskAsync(HttpMethod.Post, "/api/hooks", "/api/hooks", 400, admin, new { story = "1" });
        await AskAsync(HttpMethod.Post, "/api/hooks", "/api/hooks", 400, admin, new { url = receiver.Address, kinds = (string[])["all"] });
        await AskAsync(HttpMethod.Post, "/api/hooks", "/api/hooks", 422, admin, new { url = receiver.Address, story = "99" });
        await AskAsync(HttpMethod.Post, "/api/hooks", "/api/hooks", 422, admin, new { url = "http://169.254.169.254/" });
        JsonElement made = await AskAsync(HttpMethod.Post, "/api/hooks", "/api/hooks", 201, admin, new { url = receiver.Address, story = "1", kinds = (string[])["denied", "joined"] });
        string path = "/api/hooks/" + made.GetProperty("id").GetString();
        Assert.DoesNotContain("secret", (await AskAsync(HttpMethod.Get, path, "/api/hooks/{hook}", 200, admin)).GetRawText(), StringComparison.Ordinal);
        Assert.Equal(204, (await AskAsync(HttpMethod.Post, path + "/test", "/api/hooks/{hook}/test", 200, admin)).GetProperty("status").GetInt32());
        Add("two", Articles.English);
        await receiver.CameAsync(3, Stop);
        IsSigned(made.GetProperty("secret").GetString()!, receiver.All[2]);
        Assert.True((await AskAsync(HttpMethod.Get, path + "/deliveries", "/api/hooks/{hook}/deliveries", 200, admin)).GetProperty("items").GetArrayLength() == 2);
        await AskAsync(HttpMethod.Get, path + "/deliveries?state=lost", "/api/hooks/{hook}/deliveries", 400, admin);
        await AskAsync(HttpMethod.Post, path + "/retry", "/api/hooks/{hook}/retry", 200, admin);
        Assert.Equal(1, (await AskAsync(HttpMethod.Get, "/api/hooks", "/api/hooks", 200, admin)).GetProperty("items").GetArrayLength());
        await AskAsync(HttpMethod.Delete, path, "/api/hooks/{hook}", 204, admin);
        await AskAsync(HttpMethod.Get, path, "/api/hooks/{hook}", 404, admin);
        await AskAsync(HttpMethod.Delete, path, "/api/hooks/{hook}", 404, admin);
    }

    [Fact]
    public async Task A_page_elsewhere_cannot_have_a_browser_send_anything_here()
    {
        string admin = SanadProgram.Run("token", "add", "Ratna", "--scope", "admin", "--db", Path).Output.Trim();
        await using ServedLedger server = await ServedLedger.StartAsync(Path, Stop);
        string own = server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

        async Task<HttpStatusCode> SendAsync(params (string Name, string Value)[] headers)
        {
            using var request = new HttpRequestMessage(HttpMethod.Delete, "/api/hooks/none");
            request.Headers.TryAddWithoutValidation("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("ratna:" + admin)));
            foreach ((string name, string value) in headers) request.Headers.TryAddWithoutValidation(name, value);
            using HttpResponseMessage answer = await server.Client.SendAsync(request, Stop);
            return answer.StatusCode;
        }

        foreach ((string Name, string Value)[] passes in (IEnumerable<(string, string)[]>)[[], [("Origin", own)], [("Sec-Fetch-Site", "same-origin"), ("Origin", own)]]) Assert.Equal(HttpStatusCode.NotFound, await SendAsync(passes));
        foreach ((string Name, string Value)[] refused in (IEnumerable<(string, string)[]>)[[("Origin", "http://elsewhere.example")], [("Origin", "null")], [("Origin", "http://127.0.0.1:1")], [("Sec-Fetch-Site", "cross-site")], [("Sec-Fetch-Site", "same-site"), ("Origin", own)]])
            Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(refused));
    }
}
