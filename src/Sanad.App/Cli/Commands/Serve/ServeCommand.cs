using System.CommandLine;
using Sanad.App.Server;
using Sanad.App.Server.Hardening;

namespace Sanad.App.Cli.Commands.Serve;

/// <summary><c>sanad serve</c>: the ledger as pages for people and answers for programs.</summary>
internal static class ServeCommand
{
    private const string UsualUrl = "http://127.0.0.1:8787";

    public static Command Create(Surroundings surroundings)
    {
        Option<string?> database = Options.Database();
        Option<string> url = new("--urls") { Description = "Where to listen: an address of this machine. Port 0 takes a free one.", HelpName = "URL", DefaultValueFactory = static _ => UsualUrl };
        var command = new ExampleCommand("serve", "Open the ledger to a browser on this machine.", "sanad serve", "sanad serve --urls http://127.0.0.1:9000") { database, url };
        command.SetAction(parsed =>
        {
            if (ListenAddress.Refusal(parsed.GetValue(url)!) is { } refusal)
            {
                surroundings.Complaints.Remark("serve", refusal);
                return ExitCode.WrongUsage;
            }

            return Serving.Run(new ServerSettings(Options.PathOf(parsed.GetValue(database)), parsed.GetValue(url)!), surroundings);
        });
        return command;
    }
}
