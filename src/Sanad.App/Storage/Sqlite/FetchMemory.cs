using Microsoft.Data.Sqlite;
using Sanad.App.Fetching;

namespace Sanad.App.Storage.Sqlite;

/// <summary>Looks up what a ledger knows of fetched pages, beside the one that adds to it. Safe to use from many threads.</summary>
internal sealed class FetchMemory(string ledger) : IDisposable
{
    private readonly SqliteConnection _connection = LedgerFile.Open(ledger, create: false);
    private readonly Lock _lock = new();

    /// <summary>Null for a page that was not fetched into the ledger.</summary>
    /// <exception cref="LedgerException">The ledger cannot be read.</exception>
    public Validators? Find(string url)
    {
        lock (_lock)
        {
            try
            {
                return FetchedRows.Find(_connection, url);
            }
            catch (SqliteException e)
            {
                throw new LedgerException(ledger, LedgerFile.ReasonOf(e), e);
            }
        }
    }

    public void Dispose()
    {
        lock (_lock) _connection.Dispose();
    }
}
