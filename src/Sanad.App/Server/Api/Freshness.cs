using System.Globalization;
using Microsoft.AspNetCore.Http;
using Sanad.App.Storage.Sqlite;

namespace Sanad.App.Server.Api;

/// <summary>Tells whether who asks has the answer already: an answer is the same as long as the ledger and the program are.</summary>
internal static class Freshness
{
    private static readonly string Program = typeof(Freshness).Module.ModuleVersionId.ToString("N")[..8];

    public static string TagOf(LedgerVersion version) => string.Create(CultureInfo.InvariantCulture, $"\"{version.Texts:x}-{version.Changes:x}-{version.Corrections:x}-{Program}\"");

    public static bool IsKnown(HttpRequest request, string tag)
    {
        foreach (string? line in request.Headers.IfNoneMatch)
        {
            foreach (string part in (line ?? "").Split(','))
            {
                string known = part.Trim();
                if (known == "*" || (known.StartsWith("W/", StringComparison.Ordinal) ? known[2..] : known) == tag) return true;
            }
        }

        return false;
    }
}
