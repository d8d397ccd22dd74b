using System.CommandLine;
using Sanad.App.Server.Access;
using Sanad.App.Server.Hardening;

namespace Sanad.App.Cli.Commands.Serve;

/// <summary>The options by which people sign in with accounts of an OpenID provider.</summary>
internal sealed class AccountOptions
{
    /// <summary>The variable that holds the client's secret.</summary>
    public const string SecretVariable = "SANAD_OIDC_SECRET";

    private readonly Option<string?> _issuer = new("--oidc-issuer") { Description = "Let people sign in with accounts of this OpenID provider; everybody has to, then, or bear a token.", HelpName = "URL" };
    private readonly Option<string?> _client = new("--oidc-client") { Description = "What this server is called at the provider.", HelpName = "ID" };
    private readonly Option<FileInfo?> _secret = new("--oidc-secret-file") { Description = $"The file that holds the client's secret (also ${SecretVariable}); without either it has none.", HelpName = "FILE" };
    private readonly Option<string> _claim = new("--oidc-claim") { Description = "The claim that says which roles an account has.", HelpName = "NAME", DefaultValueFactory = static _ => "groups" };
    private readonly Option<string[]> _roles = new("--oidc-role") { Description = "What accounts may that bear this value of the claim, * for all: 'editors=add,correct'. May be given several times.", HelpName = "VALUE=SCOPES" };
    private readonly Option<string[]> _scopes = new("--oidc-scope") { Description = "Asked for at the provider beside openid and profile. May be given several times.", HelpName = "NAME" };

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_issuer, _client, _secret, _claim, _roles, _scopes]) command.Add(option);
    }

    /// <param name="complaint">What is wrong with them; null where nothing is.</param>
    /// <returns>Null where nobody signs in, or where something is wrong.</returns>
    public AccountSettings? Read(ParseResult parsed, out string? complaint)
    {
        complaint = null;
        if (parsed.GetValue(_issuer) is not { } issuer)
        {
            if (parsed.GetValue(_client) is not null || parsed.GetValue(_roles) is { Length: > 0 }) complaint = "--oidc-issuer is missing";
            return null;
        }

        if (!Uri.TryCreate(issuer, UriKind.Absolute, out Uri? address) || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && ListenAddress.IsLoopback(address.DnsSafeHost)))) complaint = $"'{issuer}' is no https address of a provider";
        else if (parsed.GetValue(_client) is not { Length: > 0 }) complaint = "--oidc-client is missing";
        if (complaint is not null || RoleTable.Read(parsed.GetValue(_roles) ?? [], out complaint) is not { } roles) return null;
        string? secret = Environment.GetEnvironmentVariable(SecretVariable) is { Length: > 0 } set ? set : null;
        if (parsed.GetValue(_secret) is { } file)
        {
            try
            {
                secret = File.ReadAllText(file.FullName).Trim();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                complaint = e.Message;
                return null;
            }
        }

        return new AccountSettings(address!, parsed.GetValue(_client)!, secret, parsed.GetValue(_claim)!, parsed.GetValue(_scopes) ?? [], roles);
    }
}
