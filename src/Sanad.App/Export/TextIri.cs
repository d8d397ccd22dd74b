using System.Buffers.Text;
using Sanad.App.Cli.Commands.Brief;
using Sanad.Text;

namespace Sanad.App.Export;

/// <summary>Names of texts and articles for linked data.</summary>
internal static class TextIri
{
    /// <summary>The text's name by its hash, as RFC 6920 has it: <c>ni:///sha-256;…</c>.</summary>
    public static string Of(TextHash hash) => "ni:///sha-256;" + Base64Url.EncodeToString(Convert.FromHexString(hash.Value.AsSpan("sha256:".Length)));

    /// <summary>The article's web address, else the name of its text.</summary>
    public static string Of(Article article) => WebAddress.Of(article.Url) ?? Of(article.Hash);

    /// <summary>A name within the document itself: <c>#kind/part</c>, escaped.</summary>
    public static string Local(params ReadOnlySpan<string> parts) => "#" + string.Join('/', parts.ToArray().Select(Uri.EscapeDataString));
}
