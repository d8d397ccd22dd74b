using Microsoft.Data.Sqlite;
using Sanad.App.Server.Access;

namespace Sanad.App.Storage.Sqlite;

/// <summary>The tokens of a ledger.</summary>
internal sealed class TokenStore(SqliteConnection connection, string ledger)
{
    private const string Columns = "SELECT id, name, scopes, made, expires, revoked FROM token ";

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<AccessToken> All() => Guarded(() => Read(Columns + "ORDER BY made, id"));

    /// <summary>The token that a secret is; null where it is none. Whether it holds still is not asked.</summary>
    public AccessToken? Find(string secret) => Guarded(() => Read(Columns + "WHERE hash = ?1", AccessToken.HashOf(secret)).FirstOrDefault());

    public void Add(AccessToken token, string secret) => Guarded(() =>
    {
        using var insert = new Prepared(connection, "INSERT INTO token VALUES (?1, ?2, ?3, ?4, ?5, ?6, null)");
        insert.Run(token.Id, token.Name, AccessToken.HashOf(secret), string.Join(' ', token.TokenScopes), token.Made.ToUnixTimeSeconds(), token.Expires?.ToUnixTimeSeconds());
        return true;
    });

    /// <summary>Whether there is one of that id that was not revoked before.</summary>
    public bool Revoke(string id, DateTimeOffset now) => Guarded(() =>
    {
        using var update = new Prepared(connection, "UPDATE token SET revoked = ?2 WHERE id = ?1 AND revoked IS NULL RETURNING id");
        return update.Value(id, now.ToUnixTimeSeconds()) is not null;
    });

    private List<AccessToken> Read(string sql, params ReadOnlySpan<object?> values)
    {
        var tokens = new List<AccessToken>();
        using var select = new Prepared(connection, sql);
        using Cursor row = select.Rows(values);
        while (row.Read()) tokens.Add(new AccessToken(row.String(0), row.String(1), row.String(2).Split(' '), DateTimeOffset.FromUnixTimeSeconds(row.Long(3)), Time(row.Number(4)), Time(row.Number(5))));
        return tokens;
    }

    private static DateTimeOffset? Time(double? seconds) => seconds is { } given ? DateTimeOffset.FromUnixTimeSeconds((long)given) : null;

    private T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException e)
        {
            throw new LedgerException(ledger, LedgerFile.ReasonOf(e), e);
        }
    }
}
