using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Sanad.App.Watching;

/// <summary>A link as the ledger remembers it.</summary>
internal static class LinkHash
{
    /// <summary>The first 64 bits of SHA-256 of the address in UTF-8. Two links of one list share them by chance once in a billion lists of 50,000.</summary>
    public static long Of(string url) => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(url)));
}
