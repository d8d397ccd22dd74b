using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Sanad.App.Server.Access;

/// <summary>What a token lets its bearer do. Each lets him read as well.</summary>
internal static class Scopes
{
    public const string Read = "read", Add = "add", Correct = "correct", Admin = "admin";

    public static IReadOnlyList<string> All { get; } = [Read, Add, Correct, Admin];
}

/// <summary>A token as the ledger keeps it: not the secret itself.</summary>
/// <param name="Id">By which it is listed and revoked; the secret begins with it.</param>
/// <param name="Name">Whose it is: the author of what is corrected with it.</param>
internal sealed record AccessToken(string Id, string Name, IReadOnlyList<string> TokenScopes, DateTimeOffset Made, DateTimeOffset? Expires, DateTimeOffset? Revoked)
{
    private const string Prefix = "sanad_";

    public bool Holds(DateTimeOffset now) => Revoked is null && (Expires is null || Expires > now);

    /// <summary>A new secret of 256 random bits, and its id.</summary>
    public static (string Id, string Secret) NewSecret()
    {
        string id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        return (id, $"{Prefix}{id}_{WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32))}");
    }

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
