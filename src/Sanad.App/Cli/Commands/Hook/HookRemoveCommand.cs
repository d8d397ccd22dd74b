using System.CommandLine;
using Sanad.App.Storage.Sqlite;

namespace Sanad.App.Cli.Commands.Hook;

/// <summary><c>sanad hook remove</c>.</summary>
internal static class HookRemoveCommand
{
    public static Command Create(Surroundings surroundings)
    {
        Argument<string> id = HookCommand.Id();
        Option<string?> database = Options.Database();
        var command = new ExampleCommand("remove", "Tell an address no longer; what waits for it is dropped.", "sanad hook remove 1f2e3d4c") { id, database };
        command.SetAction(parsed =>
        {
            using SqliteLedger ledger = SqliteLedger.Open(Options.PathOf(parsed.GetValue(database)), create: false);
            return ledger.Hooks().Remove(parsed.GetValue(id)!) ? ExitCode.Done : HookCommand.Unknown(parsed.GetValue(id)!, surroundings);
        });
        return command;
    }
}
