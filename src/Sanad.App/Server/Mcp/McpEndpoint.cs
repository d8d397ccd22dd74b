using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Sanad.App.Server.Mcp;

/// <summary><c>/mcp</c>: the tools over HTTP, one request at a time without a session. It only reads.</summary>
internal static class McpEndpoint
{
    public static void AddLedgerTools(this IServiceCollection services)
    {
        services.AddSingleton<LedgerTools>();
        services.AddMcpServer().WithHttpTransport(static options => options.Stateless = true);
        services.AddSingleton<IConfigureOptions<McpServerOptions>>(static provider => new ConfigureOptions<McpServerOptions>(options => Describe(options, provider.GetRequiredService<LedgerTools>().Tools())));
    }

    public static void Map(WebApplication app) => app.MapMcp("/mcp");

    public static void Describe(McpServerOptions options, McpServerPrimitiveCollection<McpServerTool> tools)
    {
        options.ServerInfo = new Implementation { Name = "sanad", Title = "Sanad", Version = typeof(McpEndpoint).Assembly.GetName().Version!.ToString(3) };
        options.ServerInstructions = LedgerTools.Instructions;
        options.ToolCollection = tools;
    }
}
