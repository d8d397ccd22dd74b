using ModelContextProtocol.Server;
using Sanad.App.Fetching;
using Sanad.App.Jobs;
using Sanad.App.Server.LedgerAccess;
using Sanad.App.Server.Mcp;
using Sanad.App.Storage.Sqlite;

namespace Sanad.App.Cli.Commands.Mcp;

/// <summary>Runs the tools over standard input and output until the other side leaves.</summary>
internal static class McpServing
{
    /// <param name="adding">How pages are fetched that are added, and how many articles of a list; null where adding is not allowed.</param>
    /// <exception cref="Storage.LedgerException">The ledger cannot be opened.</exception>
    public static int Run(string path, (FetchSettings Settings, int Limit)? adding, Surroundings surroundings)
    {
        SqliteLedger.Open(path, create: adding is not null).Dispose();
        RunAsync(path, adding, surroundings).GetAwaiter().GetResult();
        return ExitCode.Done;
    }

    private static async Task RunAsync(string path, (FetchSettings Settings, int Limit)? adding, Surroundings surroundings)
    {
        using var pool = new LedgerPool(path);
        using var stories = new StoryCache(pool, Languages.All);
        using var drafts = new DraftDesk(pool, stories, Languages.All);
        await using AddingDesk? desk = adding is { } allowed ? new AddingDesk(path, Languages.All, allowed.Settings, allowed.Limit, surroundings, surroundings.Stop.Token) : null;
        PageAdding? pages = desk is null ? null : new PageAdding(desk, pool);
        var options = new McpServerOptions();
        McpEndpoint.Describe(options, new LedgerTools(pool, stories, drafts, Languages.All).Tools(pages is null ? null : (url, stop) => pages.AddAsync(url, "", stop)));
        var open = new OpenRequests();
        await using var transport = new StreamServerTransport(new WatchedStream(Console.OpenStandardInput(), open.Came, () => open.None), new WatchedStream(Console.OpenStandardOutput(), open.Went), options.ServerInfo!.Name);
        await using McpServer server = McpServer.Create(transport, options);
        await server.RunAsync(surroundings.Stop.Token);
    }
}
