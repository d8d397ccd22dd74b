using System.Security.Cryptography;
using System.Text;

namespace Sanad.Text;

/// <summary>The identity of a frozen text: SHA-256 over its UTF-8 bytes, written <c>sha256:</c> and 64 hexadecimal digits.</summary>
public readonly record struct TextHash(string Value)
{
    public static TextHash Of(string text)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        byte[] bytes = System.Buffers.ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            int count = Encoding.UTF8.GetBytes(text, bytes);
            SHA256.HashData(bytes.AsSpan(0, count), digest);
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(bytes);
        }

        return new TextHash("sha256:" + Convert.ToHexStringLower(digest));
    }

    public override string ToString() => Value;
}
