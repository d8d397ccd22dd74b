using System.CommandLine;
using System.Globalization;
using Sanad.App.Storage.Sqlite;

namespace Sanad.App.Cli.Commands.Hook;

/// <summary><c>sanad hook retry</c>.</summary>
internal static class HookRetryCommand
{
    public static Command Create(Surroundings surroundings)
    {
        Argument<string> id = HookCommand.Id();
        Option<string?> database = Options.Database();
        var command = new ExampleCommand("retry", "Try messages again that were given up, and tell a hook again that had ended.", "sanad hook retry 1f2e3d4c") { id, database };
        command.SetAction(parsed =>
        {
            using SqliteLedger ledger = SqliteLedger.Open(Options.PathOf(parsed.GetValue(database)), create: false);
            if (ledger.Hooks().Find(parsed.GetValue(id)!) is not { } hook) return HookCommand.Unknown(parsed.GetValue(id)!, surroundings);
            int count = ledger.Hooks().Retry(hook.Id);
            using var page = new Page(surroundings.Output);
            page.Line(string.Create(CultureInfo.InvariantCulture, $"{count:N0} waiting again"));
            return ExitCode.Done;
        });
        return command;
    }
}
