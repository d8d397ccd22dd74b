using System.CommandLine;

namespace Sanad.App.Cli.Commands.Mcp;

/// <summary><c>sanad mcp</c>: the ledger as tools for a model, over standard input and output.</summary>
internal static class McpCommand
{
    public static Command Create(Surroundings surroundings)
    {
        Option<string?> database = Options.Database();
        var adding = new Option<bool>("--allow-add") { Description = "Offer a tool that fetches pages and keeps them in the ledger." };
        var fetching = new FetchOptions();
        var command = new ExampleCommand("mcp", "Offer the ledger to a model (Model Context Protocol, over standard input and output): search, read, check a sentence.",
            "sanad mcp", "claude mcp add sanad -- sanad mcp --db news.db") { database, adding };
        fetching.AddTo(command, canBeOffline: false);
        command.SetAction(parsed =>
        {
            if (fetching.SettingsOf(parsed, surroundings.Complaints) is not { } settings) return ExitCode.WrongUsage;
            return McpServing.Run(Options.PathOf(parsed.GetValue(database)), parsed.GetValue(adding) ? (settings, fetching.LimitOf(parsed)) : null, surroundings);
        });
        return command;
    }
}
