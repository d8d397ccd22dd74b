using System.Collections.Concurrent;
using Sanad.App.Storage.Sqlite;

namespace Sanad.App.Server.LedgerAccess;

/// <summary>Open connections to one ledger. A connection serves one request at a time; how many there are follows how many are asked for at once.</summary>
internal sealed class LedgerPool(string path) : IDisposable
{
    /// <summary>Connections that stay open when nobody needs them.</summary>
    private const int Kept = 8;

    private readonly ConcurrentBag<SqliteLedger> _idle = [];

    public string Path => path;

    /// <summary>Runs some work on a connection of its own.</summary>
    /// <exception cref="Storage.LedgerException">The ledger cannot be opened or read.</exception>
    public T Use<T>(Func<SqliteLedger, T> work)
    {
        if (!_idle.TryTake(out SqliteLedger? ledger)) ledger = SqliteLedger.Open(path, create: false);
        bool sound = false;
        try
        {
            T result = work(ledger);
            sound = true;
            return result;
        }
        finally
        {
            // One on which something failed is not used again.
            if (sound && _idle.Count < Kept) _idle.Add(ledger);
            else ledger.Dispose();
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out SqliteLedger? ledger)) ledger.Dispose();
    }
}
