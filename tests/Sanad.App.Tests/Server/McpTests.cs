using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Sanad.App.Tests.Fetching;
using Xunit;

namespace Sanad.App.Tests.Server;

/// <summary>The tools, asked by the protocol's own client over both transports.</summary>
public sealed class McpTests(SampleServer sample) : IClassFixture<SampleServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Transports => ["stdio", "http"];

    private Task<McpClient> ConnectAsync(string transport, params string[] options) => McpClient.CreateAsync(
        transport == "http"
            ? new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(sample.Server.Client.BaseAddress!, "/mcp"), TransportMode = HttpTransportMode.StreamableHttp }, sample.Server.Client, ownsHttpClient: false)
            : new StdioClientTransport(new StdioClientTransportOptions { Name = "sanad", Command = SanadProgram.FileName, Arguments = ["mcp", "--db", sample.Path, .. options] }),
        cancellationToken: Stop);

    private static async Task<string> CallAsync(McpClient client, string tool, params (string Name, object? Value)[] arguments)
    {
        CallToolResult result = await client.CallToolAsync(tool, arguments.ToDictionary(static argument => argument.Name, static argument => argument.Value), cancellationToken: Stop);
        string text = Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
        Assert.False(result.IsError ?? false, text);
        return text;
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Tells_what_there_is_and_that_it_only_reads(string transport)
    {
        await using McpClient client = await ConnectAsync(transport);
        Assert.Equal("sanad", client.ServerInfo!.Name);
        Assert.Contains("Cite", client.ServerInstructions!, StringComparison.Ordinal);
        IList<McpClientTool> tools = await client.ListToolsAsync(cancellationToken: Stop);
        Assert.Equal(["check", "list_stories", "read_article", "read_story", "search"], tools.Select(static tool => tool.Name).Order());
        Assert.All(tools, static tool => Assert.True(tool.ProtocolTool.Annotations!.ReadOnlyHint));
    }

    [Theory]
    [InlineData("\n"), InlineData("")]
    public void Who_asks_and_closes_at_once_is_answered(string end)
    {
        const string Text = """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}
            {"jsonrpc":"2.0","method":"notifications/initialized"}
            nonsense
            {"jsonrpc":"2.0","id":{},"method":"none"}
            {"jsonrpc":"2.0","id":"b","method":"tools/call","params":{"name":"search","arguments":{"words":"tanggul"}}}
            {"jsonrpc":"2.0","id":3,"method":"no/method"}
            """;
        Outcome result = SanadProgram.Run(["mcp", "--db", sample.Path], System.Text.Encoding.UTF8.GetBytes(Text + end));
        string[] ids = [.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonDocument.Parse(line).RootElement.GetProperty("id").ToString())];
        Assert.Equal((0, ""), (result.Code, result.Errors));
        Assert.Equal(["1", "3", "b"], ids.Order(StringComparer.Ordinal));
        Assert.Equal((0, ""), (SanadProgram.Run(["mcp", "--db", sample.Path], []).Code, SanadProgram.Run(["mcp", "--db", sample.Path], []).Output));
    }

    [Theory]
    [InlineData("stdio", "search", "wrds", "tanggul", "'wrds' is no argument of search"), InlineData("http", "search", "wrds", "tanggul", "'wrds' is no argument of search")]
    [InlineData("http", "search", "words", 5, "'words' is a string"), InlineData("http", "search", "limit", "many", "'limit' is a whole number"), InlineData("http", "search", "limit", 99999999999L, "'limit' is a whole number")]
    [InlineData("http", "list_stories", "limit", null, "'limit' is a whole number"), InlineData("http", "read_story", "part", "brief", "'story' is missing"), InlineData("stdio", "read_story", "story", null, "'story' is a string")]
    public async Task What_is_wrong_with_an_argument_is_told(string transport, string tool, string name, object? value, string wrong)
    {
        await using McpClient client = await ConnectAsync(transport);
        CallToolResult result = await client.CallToolAsync(tool, new Dictionary<string, object?> { [name] = value }, cancellationToken: Stop);
        Assert.True(result.IsError);
        Assert.StartsWith(wrong, Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_HTTP_there_is_no_stream_to_ask_for()
    {
        using HttpResponseMessage answer = await sample.Server.GetAsync("/mcp", Stop, "Accept", "text/event-stream");
        Assert.Equal(System.Net.HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Who_has_said_this_is_answered_with_the_words(string transport)
    {
        await using McpClient client = await ConnectAsync(transport);
        JsonElement report = JsonDocument.Parse(await CallAsync(client, "check", ("text", "\"Semua sensor hijau pada Minggu malam,\" kata Dewi Ranakusuma."))).RootElement;
        JsonElement finding = Assert.Single(report.GetProperty("findings").EnumerateArray());
        Assert.Equal("borne_out", finding.GetProperty("verdict").GetString());
        JsonElement witness = finding.GetProperty("witnesses")[0];
        Assert.Equal(("Dewi Ranakusuma", "2025-03-11", "Suara Pulau"), (witness.GetProperty("by").GetString(), witness.GetProperty("on").GetString(), witness.GetProperty("outlet").GetString()));
        Assert.Contains("Semua sensor hijau", witness.GetProperty("citation").GetProperty("quote").GetString(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task Every_answer_cites_the_text_it_rests_on(string transport)
    {
        await using McpClient client = await ConnectAsync(transport);
        JsonElement finds = JsonDocument.Parse(await CallAsync(client, "search", ("words", "tanggul"), ("limit", 5))).RootElement.GetProperty("items");
        Assert.True(finds.GetArrayLength() > 5);
        foreach (JsonElement find in finds.EnumerateArray())
        {
            JsonElement article = JsonDocument.Parse(await CallAsync(client, "read_article", ("article", find.GetProperty("article").GetString()))).RootElement;
            int[] span = [.. find.GetProperty("spans")[0].EnumerateArray().Select(static end => end.GetInt32())];
            Assert.Equal(article.GetProperty("textHash").GetString(), find.GetProperty("textHash").GetString());
            Assert.StartsWith(article.GetProperty("text").GetString()![span[0]..span[1]], find.GetProperty("quote").GetString(), StringComparison.Ordinal);
        }

        string story = JsonDocument.Parse(await CallAsync(client, "list_stories")).RootElement.GetProperty("items")[0].GetProperty("id").GetString()!;
        JsonElement brief = JsonDocument.Parse(await CallAsync(client, "read_story", ("story", story))).RootElement;
        Assert.All(brief.GetProperty("lines").EnumerateArray(), static line => Assert.True(line.GetProperty("citations").GetArrayLength() > 0));
        JsonElement lines = JsonDocument.Parse(await CallAsync(client, "read_story", ("story", story), ("part", "figureLines"))).RootElement;
        Assert.Contains(lines.EnumerateArray(), static line => line.GetProperty("points")[0].GetProperty("citation").GetProperty("quote").GetString()!.Length > 0);
    }

    [Theory, MemberData(nameof(Transports))]
    public async Task What_cannot_be_answered_is_told(string transport)
    {
        await using McpClient client = await ConnectAsync(transport);
        foreach ((string tool, (string, object?)[] arguments) in (IEnumerable<(string, (string, object?)[])>)[("search", []), ("search", [("words", "a"), ("act", "fly")]), ("read_story", [("story", "99")]), ("read_story", [("story", "1"), ("part", "x")]), ("read_article", [("article", "x")])])
        {
            CallToolResult result = await client.CallToolAsync(tool, arguments.ToDictionary(static argument => argument.Item1, static argument => argument.Item2), cancellationToken: Stop);
            Assert.True(result.IsError);
            Assert.NotEqual("", Assert.IsType<TextContentBlock>(result.Content[0]).Text);
        }
    }

    [Fact]
    public async Task A_page_is_added_only_where_that_is_allowed()
    {
        using var folder = new TemporaryFolder();
        await using McpClient client = await McpClient.CreateAsync(
            new StdioClientTransport(new StdioClientTransportOptions { Name = "sanad", Command = SanadProgram.FileName, Arguments = ["mcp", "--db", folder["new.db"], "--allow-add"] }), cancellationToken: Stop);
        Assert.Contains(await client.ListToolsAsync(cancellationToken: Stop), static tool => tool.Name == "add_page" && tool.ProtocolTool.Annotations!.ReadOnlyHint == false);
        foreach (string url in (string[])["http://127.0.0.1:1/", "/etc/passwd", "file:///etc/passwd"])
        {
            CallToolResult refused = await client.CallToolAsync("add_page", new Dictionary<string, object?> { ["url"] = url }, cancellationToken: Stop);
            Assert.True(refused.IsError);
        }

        using WebServer web = new WebServer().Gives("/page", $"<html lang=id><head><title>Menteri Bantah Bendungan Retak</title></head><body><article><h1>Menteri Bantah Bendungan Retak</h1>{string.Concat(Articles.Indonesian.Split("\n\n").Skip(1).Select(static paragraph => $"<p>{paragraph}</p>"))}</article></body></html>");
        await using McpClient inside = await McpClient.CreateAsync(
            new StdioClientTransport(new StdioClientTransportOptions { Name = "sanad", Command = SanadProgram.FileName, Arguments = ["mcp", "--db", folder["new.db"], "--allow-add", "--allow-private"] }), cancellationToken: Stop);
        JsonElement added = JsonDocument.Parse(await CallAsync(inside, "add_page", ("url", web["/page"]))).RootElement;
        Assert.Equal(1, added.GetProperty("added").GetInt32());
        Assert.Contains("Rahman Lesmana", await CallAsync(inside, "read_article", ("article", added.GetProperty("articles")[0].GetProperty("id").GetString())), StringComparison.Ordinal);
    }
}
