using System.CommandLine;
using System.Globalization;
using System.Text;
using Sanad.App.Server.Access;
using Sanad.App.Storage.Sqlite;

namespace Sanad.App.Cli.Commands.Token;

/// <summary><c>sanad token</c>: who may ask a served ledger from elsewhere, or correct it over HTTP.</summary>
internal static class TokenCommand
{
    public static Command Create(Surroundings surroundings) => new ExampleCommand("token", "Give, list and revoke tokens for a served ledger.", "sanad token add 'Ratna, desk' --scope correct --expires 90d", "sanad token list", "sanad token revoke 1f2e3d4c")
    {
        CreateAdd(surroundings), CreateList(surroundings), CreateRevoke(surroundings),
    };

    private static ExampleCommand CreateAdd(Surroundings surroundings)
    {
        Argument<string> name = new("name") { Description = "Whose it is; what is corrected with it bears this name.", HelpName = "NAME" };
        Option<string[]> scopes = new("--scope") { Description = "What it lets him do; each lets him read too. Without it: read.", HelpName = string.Join('|', Scopes.All), AllowMultipleArgumentsPerToken = true };
        scopes.AcceptOnlyFromAmong([.. Scopes.All]);
        Option<string?> expires = new("--expires") { Description = "How long it holds: 12h, 90d; without it until it is revoked.", HelpName = "SPAN" };
        expires.Validators.Add(static result =>
        {
            if (result.Tokens.Count > 0 && !TimeSpans.TryRead(result.Tokens[0].Value, out _)) result.AddError("--expires is a span like 12h or 90d, a year at most");
        });
        Option<string?> database = Options.Database();
        var command = new ExampleCommand("add", "Give a token. It is printed once and kept as a hash only.", "sanad token add 'Ratna, desk' --scope correct --expires 90d") { name, scopes, expires, database };
        command.SetAction(parsed =>
        {
            string whose = parsed.GetValue(name)!.Trim();
            if (whose.Length is 0 or > 100)
            {
                surroundings.Complaints.Remark("usage", "a token's name has 1 to 100 characters");
                return ExitCode.WrongUsage;
            }

            using SqliteLedger ledger = SqliteLedger.Open(Options.PathOf(parsed.GetValue(database)), create: false);
            DateTimeOffset now = surroundings.Time.GetUtcNow();
            (string id, string secret) = AccessToken.NewSecret();
            string[] given = parsed.GetValue(scopes) is { Length: > 0 } some ? [.. some.Distinct(StringComparer.Ordinal)] : [Scopes.Read];
            DateTimeOffset? end = parsed.GetValue(expires) is { } span && TimeSpans.TryRead(span, out TimeSpan holds) ? now + holds : null;
            ledger.Tokens().Add(new AccessToken(id, whose, given, now, end, null), secret);
            surroundings.Output.Write(Encoding.UTF8.GetBytes(secret + "\n"));
            if (surroundings.Complaints.IsTerminal) surroundings.Complaints.Remark("token", "it is not shown again");
            return ExitCode.Done;
        });
        return command;
    }

    private static ExampleCommand CreateList(Surroundings surroundings)
    {
        Option<string?> database = Options.Database();
        var command = new ExampleCommand("list", "List the tokens; their secrets are not kept.", "sanad token list") { database };
        command.SetAction(parsed =>
        {
            using SqliteLedger ledger = SqliteLedger.Open(Options.PathOf(parsed.GetValue(database)), create: false);
            DateTimeOffset now = surroundings.Time.GetUtcNow();
            using var page = new Page(surroundings.Output);
            IReadOnlyList<AccessToken> tokens = ledger.Tokens().All();
            page.Rows([.. tokens.Select(token => (string[])[$"[bold]{token.Id}[/]", StateOf(token, now), Page.Safe(string.Join(' ', token.TokenScopes)), Page.Safe(token.Name)])], indent: 0);
            if (tokens.Count == 0) page.Line("No tokens: only this machine can read the ledger.");
            return ExitCode.Done;
        });
        return command;
    }

    private static ExampleCommand CreateRevoke(Surroundings surroundings)
    {
        Argument<string> id = new("id") { Description = "As `sanad token list` prints it.", HelpName = "ID" };
        Option<string?> database = Options.Database();
        var command = new ExampleCommand("revoke", "Let a token hold no longer, at once.", "sanad token revoke 1f2e3d4c") { id, database };
        command.SetAction(parsed =>
        {
            using SqliteLedger ledger = SqliteLedger.Open(Options.PathOf(parsed.GetValue(database)), create: false);
            if (ledger.Tokens().Revoke(parsed.GetValue(id)!, surroundings.Time.GetUtcNow())) return ExitCode.Done;
            surroundings.Complaints.Fail($"token {parsed.GetValue(id)}", "there is none of that id, or it is revoked already");
            return ExitCode.SomeFailed;
        });
        return command;
    }

    private static string StateOf(AccessToken token, DateTimeOffset now)
    {
        if (token.Revoked is { } revoked) return "revoked " + Day(revoked);
        return token.Expires is not { } expires ? "holds" : expires > now ? "holds to " + Day(expires) : "expired " + Day(expires);
    }

    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
