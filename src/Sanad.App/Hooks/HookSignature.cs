using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Sanad.App.Hooks;

/// <summary>Signs messages as the Standard Webhooks convention has it: HMAC-SHA256 over <c>id.timestamp.body</c>.</summary>
internal static class HookSignature
{
    private const string Prefix = "whsec_";

    /// <summary>A new secret of 192 random bits: <c>whsec_</c> and their base64.</summary>
    public static string NewSecret() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(24));

    /// <summary>The value of <c>webhook-signature</c>: <c>v1,</c> and the base64 of the code.</summary>
    /// <param name="id">The message's, the same at every try.</param>
    /// <param name="at">When it is sent; receivers refuse what is too old to have just been sent.</param>
    public static string Of(string secret, string id, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        using var code = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Convert.FromBase64String(secret[Prefix.Length..]));
        code.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{at.ToUnixTimeSeconds()}.")));
        code.AppendData(body);
        return "v1," + Convert.ToBase64String(code.GetHashAndReset());
    }
}
