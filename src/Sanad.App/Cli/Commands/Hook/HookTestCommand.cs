using System.CommandLine;
using System.Globalization;
using Sanad.App.Fetching;
using Sanad.App.Hooks;
using Sanad.App.Storage.Sqlite;

namespace Sanad.App.Cli.Commands.Hook;

/// <summary><c>sanad hook test</c>.</summary>
internal static class HookTestCommand
{
    public static Command Create(Surroundings surroundings)
    {
        Argument<string> id = HookCommand.Id();
        Option<string?> database = Options.Database();
        var fetching = new FetchOptions();
        var command = new ExampleCommand("test", "Send one message of the type test now, and tell how it was taken.", "sanad hook test 1f2e3d4c") { id, database };
        fetching.AddGuardTo(command);
        command.SetAction(parsed =>
        {
            if (fetching.SettingsOf(parsed, surroundings.Complaints) is not { } settings) return ExitCode.WrongUsage;
            using SqliteLedger ledger = SqliteLedger.Open(Options.PathOf(parsed.GetValue(database)), create: false);
            if (ledger.Hooks().Find(parsed.GetValue(id)!) is not { } hook) return HookCommand.Unknown(parsed.GetValue(id)!, surroundings);
            using var sender = new HookSender(settings, ProxyChoice.FromEnvironment(), surroundings.Time);
            HookAnswer answer = sender.SendAsync(hook, HookMessage.OfTest(hook, ledger.Identity(), surroundings.Time.GetUtcNow()), surroundings.Stop.Token).GetAwaiter().GetResult();
            if (answer.Error is { } error)
            {
                surroundings.Complaints.Fail(hook.Url, error);
                return ExitCode.SomeFailed;
            }

            using var page = new Page(surroundings.Output);
            page.Line(string.Create(CultureInfo.InvariantCulture, $"taken ({answer.Status})"));
            return ExitCode.Done;
        });
        return command;
    }
}
