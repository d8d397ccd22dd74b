using ModelContextProtocol.Server;
using Sanad.App.Server.LedgerAccess;
using Sanad.App.Server.Mcp;
using Sanad.App.Storage.Sqlite;

namespace Sanad.App.Cli.Commands.Mcp;

/// <summary>Runs the tools over standard input and output until the other side leaves.</summary>
internal static class McpServing
{
    /// <param name="adding">Adds pages; null where that is not allowed.</param>
    /// <exception cref="Storage.LedgerException">The ledger cannot be opened.</exception>
    public static int Run(string path, PageAdding? adding, Surroundings surroundings)
    {
        SqliteLedger.Open(path, create: adding is not null).Dispose();
        RunAsync(path, adding, surroundings).GetAwaiter().GetResult();
        return ExitCode.Done;
    }

    private static async Task RunAsync(string path, PageAdding? adding, Surroundings surroundings)
    {
        using var pool = new LedgerPool(path);
        using var stories = new StoryCache(pool, Languages.All);
        using var drafts = new DraftDesk(pool, stories, Languages.All);
        var options = new McpServerOptions();
        McpEndpoint.Describe(options, new LedgerTools(pool, stories, drafts, Languages.All).Tools(adding is null ? null : adding.Add));
        await using var transport = new StdioServerTransport(options);
        await using McpServer server = McpServer.Create(transport, options);
        await server.RunAsync(surroundings.Stop.Token);
    }
}
