using System.CommandLine;
using Sanad.App.Server;
using Sanad.App.Server.Hardening;
using Sanad.App.Storage.Sqlite;

namespace Sanad.App.Cli.Commands.Serve;

/// <summary><c>sanad serve</c>: the ledger as pages for people and answers for programs.</summary>
internal static class ServeCommand
{
    private const string UsualUrl = "http://127.0.0.1:8787";

    public static Command Create(Surroundings surroundings)
    {
        Option<string?> database = Options.Database();
        Option<string> url = new("--urls") { Description = "Where to listen. Port 0 takes a free one. Where others reach it too, it asks everybody for a token (`sanad token add`).", HelpName = "URL", DefaultValueFactory = static _ => UsualUrl };
        Option<bool> adding = new("--allow-add") { Description = "Let whoever asks from this machine add pages and feeds without a token." };
        var command = new ExampleCommand("serve", "Open the ledger to a browser on this machine.", "sanad serve", "sanad serve --urls http://127.0.0.1:9000", "sanad serve --allow-add") { database, url, adding };
        var fetching = new FetchOptions();
        fetching.AddTo(command, canBeOffline: false);
        command.SetAction(parsed =>
        {
            if (ListenAddress.Refusal(parsed.GetValue(url)!, () => HasToken(Options.PathOf(parsed.GetValue(database)), surroundings.Time)) is { } refusal)
            {
                surroundings.Complaints.Remark("serve", refusal);
                return ExitCode.WrongUsage;
            }

            if (fetching.SettingsOf(parsed, surroundings.Complaints) is not { } settings) return ExitCode.WrongUsage;
            return Serving.Run(new ServerSettings(Options.PathOf(parsed.GetValue(database)), parsed.GetValue(url)!, settings, fetching.LimitOf(parsed)) { LetsAdd = parsed.GetValue(adding) }, surroundings);
        });
        return command;
    }

    private static bool HasToken(string path, TimeProvider time)
    {
        using SqliteLedger ledger = SqliteLedger.Open(path, create: false);
        return ledger.Tokens().All().Any(token => token.Holds(time.GetUtcNow()));
    }
}
