using Microsoft.Data.Sqlite;
using Sanad.Text;

namespace Sanad.App.Storage.Sqlite;

/// <summary>Tells whether an article is in the ledger already: by its address, and by its text where nothing speaks against it.</summary>
internal sealed class KnownArticles(SqliteConnection connection) : IDisposable
{
    private readonly Prepared _byAddress = new(connection, "SELECT id FROM article WHERE address = ?1");
    private readonly Prepared _version = new(connection, "SELECT id FROM version WHERE article = ?1 AND hash = ?2");
    private readonly Prepared _byHash = new(connection, "SELECT article, url, outlet FROM version WHERE hash = ?1 ORDER BY id");

    /// <summary>The article that stands under the address, or null.</summary>
    public long? At(string? address) => address is null ? null : (long?)_byAddress.Value(address);

    public bool HasVersion(long article, TextHash hash) => _version.Value(article, hash.Value) is not null;

    /// <summary>
    /// Whether the same text is there from the same outlet, or from an outlet that one of the two does not tell. The same text of another
    /// outlet is another article: that two outlets print the same is what a reader of the ledger wants to know.
    /// </summary>
    public bool HasSame(Article article)
    {
        using Cursor row = _byHash.Rows(article.Hash.Value);
        while (row.Read())
        {
            if (!IsOtherOutlet(article.Outlet, article.Url, row.Text(2), row.Text(1))) return true;
        }

        return false;
    }

    public void Dispose()
    {
        _byAddress.Dispose();
        _version.Dispose();
        _byHash.Dispose();
    }

    private static bool IsOtherOutlet(string? outlet, string? url, string? otherOutlet, string? otherUrl)
    {
        if (outlet is not null && otherOutlet is not null) return !outlet.Equals(otherOutlet, StringComparison.OrdinalIgnoreCase);
        return HostOf(url) is { } host && HostOf(otherUrl) is { } other && host != other;
    }

    private static string? HostOf(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) || uri.Host.Length == 0) return null;
        return uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host;
    }
}
