using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Sanad.App.Server.Access;
using Sanad.App.Server.Api;

namespace Sanad.App.Server.Mcp;

/// <summary><c>/mcp</c>: the tools over HTTP, one request at a time without a session. Who may add pages has the tool for it.</summary>
internal static class McpEndpoint
{
    public static void AddLedgerTools(this IServiceCollection services)
    {
        services.AddSingleton<LedgerTools>().AddSingleton<PageAdding>();
        services.AddMcpServer().WithHttpTransport(static options =>
        {
            options.Stateless = true;
            options.ConfigureSessionOptions = static (http, session, _) =>
            {
                Visitor visitor = AccessGate.Of(http);
                if (!visitor.Allows(Scopes.Add)) return Task.CompletedTask;
                PageAdding pages = http.RequestServices.GetRequiredService<PageAdding>();
                session.ToolCollection = http.RequestServices.GetRequiredService<LedgerTools>().Tools((url, stop) => pages.AddAsync(url, visitor.Name, stop));
                return Task.CompletedTask;
            };
        });
        services.AddSingleton<IConfigureOptions<McpServerOptions>>(static provider => new ConfigureOptions<McpServerOptions>(options => Describe(options, provider.GetRequiredService<LedgerTools>().Tools())));
    }

    public static void Map(WebApplication app)
    {
        app.MapMcp("/mcp");
        // There are no messages but answers: a client that asks for a stream of them is told so, as the protocol has it.
        app.MapMethods("/mcp", [HttpMethods.Get, HttpMethods.Head, HttpMethods.Delete], static (HttpContext http) =>
        {
            http.Response.Headers.Allow = HttpMethods.Post;
            return new Problem(StatusCodes.Status405MethodNotAllowed);
        });
    }

    public static void Describe(McpServerOptions options, McpServerPrimitiveCollection<McpServerTool> tools)
    {
        options.ServerInfo = new Implementation { Name = "sanad", Title = "Sanad", Version = typeof(McpEndpoint).Assembly.GetName().Version!.ToString(3) };
        options.ServerInstructions = LedgerTools.Instructions;
        options.ToolCollection = tools;
        ToolArguments.Check(options);
    }
}
