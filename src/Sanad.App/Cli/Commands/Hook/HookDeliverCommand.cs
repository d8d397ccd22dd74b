using System.CommandLine;
using System.Globalization;
using Sanad.App.Fetching;
using Sanad.App.Hooks;
using Sanad.App.Server.LedgerAccess;

namespace Sanad.App.Cli.Commands.Hook;

/// <summary><c>sanad hook deliver</c>: for those who add by cron and serve nothing.</summary>
internal static class HookDeliverCommand
{
    public static Command Create(Surroundings surroundings)
    {
        Option<string?> database = Options.Database();
        var fetching = new FetchOptions();
        var command = new ExampleCommand("deliver", "Send what is due now, once, and end. `sanad serve` does so by itself.", "sanad hook deliver") { database };
        fetching.AddGuardTo(command);
        command.SetAction(parsed =>
        {
            if (fetching.SettingsOf(parsed, surroundings.Complaints) is not { } settings) return ExitCode.WrongUsage;
            using var pool = new LedgerPool(Options.PathOf(parsed.GetValue(database)));
            using var sender = new HookSender(settings, ProxyChoice.FromEnvironment(), surroundings.Time);
            (int delivered, int failed) = new HookDeliverer(pool, sender, surroundings.Complaints, surroundings.Time).DrainAsync(surroundings.Stop.Token).GetAwaiter().GetResult();
            using var page = new Page(surroundings.Output);
            page.Line(string.Create(CultureInfo.InvariantCulture, $"{delivered:N0} delivered, {failed:N0} failed"));
            return failed == 0 ? ExitCode.Done : ExitCode.SomeFailed;
        });
        return command;
    }
}
