namespace Sanad.App.Server.Access;

/// <summary>How people sign in with accounts of an OpenID provider.</summary>
/// <param name="Issuer">Where the provider's description is found, at <c>.well-known/openid-configuration</c>.</param>
/// <param name="Client">What this server is called there.</param>
/// <param name="Secret">What it shows there; null for a client without one, which PKCE guards all the same.</param>
/// <param name="Claim">What of an account says which roles it has.</param>
/// <param name="AskedFor">What is asked for beside <c>openid profile</c>.</param>
internal sealed record AccountSettings(Uri Issuer, string Client, string? Secret, string Claim, IReadOnlyList<string> AskedFor, RoleTable Roles);

/// <summary>What an account may, by the values of one claim.</summary>
internal sealed class RoleTable
{
    /// <summary>Stands for every account that the provider lets in.</summary>
    public const string Everybody = "*";

    private readonly Dictionary<string, string[]> _scopes = new(StringComparer.Ordinal);

    /// <param name="rows">Each a value of the claim, "=" and scopes parted by commas: <c>editors=add,correct</c>; the last "=" parts them.</param>
    /// <param name="complaint">What is wrong with a row; null where nothing is.</param>
    public static RoleTable? Read(IEnumerable<string> rows, out string? complaint)
    {
        var table = new RoleTable();
        complaint = null;
        foreach (string row in rows)
        {
            int mark = row.LastIndexOf('=');
            string[] scopes = mark <= 0 ? [] : row[(mark + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (scopes.Length == 0 || !scopes.All(static scope => Scopes.All.Contains(scope))) complaint = $"'{row}' is no role; one is editors=add,correct, of {string.Join(", ", Scopes.All)}";
            else table._scopes[row[..mark]] = scopes;
        }

        if (table._scopes.Count == 0) complaint ??= "nobody could do anything: --oidc-role says what accounts may, as in --oidc-role 'editors=add,correct' or '*=read'";
        return complaint is null ? table : null;
    }

    /// <summary>What an account may that bears these values; empty where it may not even read.</summary>
    public IReadOnlyList<string> ScopesOf(IEnumerable<string> values) =>
        [.. values.Append(Everybody).SelectMany(value => _scopes.GetValueOrDefault(value, [])).Distinct(StringComparer.Ordinal)];
}
