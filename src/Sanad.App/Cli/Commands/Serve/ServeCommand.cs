using System.CommandLine;
using System.Net;
using Sanad.App.Server;
using Sanad.App.Server.Access;
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
        Option<string?> given = new("--public-url") { Description = "The address by which others reach it, where a server that speaks TLS stands before it. Everybody has to sign in or bear a token, then.", HelpName = "URL" };
        Option<bool> adding = new("--allow-add") { Description = "Let whoever asks from this machine add pages and feeds without a token." };
        Option<string[]> trusted = new("--trust-proxy") { Description = "Believe the server at this address, or at those of a network (10.0.0.0/24), who asks it, as X-Forwarded-For says. Without it all that comes through one counts as one sender, who may ask so often. May be given several times.", HelpName = "ADDRESS" };
        var command = new ExampleCommand("serve", "Open the ledger to a browser on this machine.", "sanad serve", "sanad serve --urls http://127.0.0.1:9000", "sanad serve --allow-add",
            "sanad serve --public-url https://sanad.example.org --oidc-issuer https://id.example.org --oidc-client sanad --oidc-role '*=read' --oidc-role 'editors=add,correct'") { database, url, given, trusted, adding };
        var accounts = new AccountOptions();
        accounts.AddTo(command);
        var fetching = new FetchOptions();
        fetching.AddTo(command, canBeOffline: false);
        command.SetAction(parsed =>
        {
            AccountSettings? signingIn = accounts.Read(parsed, out string? complaint);
            Uri? address = complaint is null ? PublicOf(parsed.GetValue(given), out complaint) : null;
            IReadOnlyList<IPNetwork> proxies = TrustedProxies.Read(parsed.GetValue(trusted) ?? [], out string? wrong);
            complaint ??= wrong ?? ListenAddress.Refusal(parsed.GetValue(url)!, () => signingIn is not null || HasToken(Options.PathOf(parsed.GetValue(database)), surroundings.Time));
            if (complaint is null && signingIn is not null && address is null && !ListenAddress.IsOwn(parsed.GetValue(url)!)) complaint = "--public-url is missing: the provider has to lead people back to it";
            if (complaint is not null)
            {
                surroundings.Complaints.Remark("serve", complaint);
                return ExitCode.WrongUsage;
            }

            if (fetching.SettingsOf(parsed, surroundings.Complaints) is not { } settings) return ExitCode.WrongUsage;
            return Serving.Run(new ServerSettings(Options.PathOf(parsed.GetValue(database)), parsed.GetValue(url)!, settings, fetching.LimitOf(parsed)) { LetsAdd = parsed.GetValue(adding), Public = address, Trusted = proxies, Accounts = signingIn }, surroundings);
        });
        return command;
    }

    private static Uri? PublicOf(string? given, out string? complaint)
    {
        complaint = null;
        if (given is null) return null;
        if (Uri.TryCreate(given, UriKind.Absolute, out Uri? address) && address.Scheme is "https" or "http" && address.PathAndQuery == "/" && address.UserInfo.Length == 0) return address;
        complaint = $"'{given}' is no address of a server; one is https://sanad.example.org";
        return null;
    }

    private static bool HasToken(string path, TimeProvider time)
    {
        using SqliteLedger ledger = SqliteLedger.Open(path, create: false);
        return ledger.Tokens().All().Any(token => token.Holds(time.GetUtcNow()));
    }
}
