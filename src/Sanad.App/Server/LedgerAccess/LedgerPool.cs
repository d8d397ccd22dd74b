using System.Collections.Concurrent;
using Sanad.App.Storage.Sqlite;

namespace Sanad.App.Server.LedgerAccess;

/// <summary>Open connections to one ledger. A connection serves one request at a time; how many there are follows how many are asked for at once.</summary>
internal sealed class LedgerPool(string path) : IDisposable
{
    /// <summary>Connections that stay open when nobody needs them.</summary>
    private const int Kept = 8;

    private readonly ConcurrentBag<SqliteLedger> _idle = [];
    private readonly Lock _watching = new();
    private SqliteLedger? _watch;

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

    /// <summary>A number that is another one whenever anybody has written to the ledger since it was last asked for; asking takes microseconds.</summary>
    /// <exception cref="Storage.LedgerException">The ledger cannot be opened or read.</exception>
    public long Version()
    {
        lock (_watching) return (_watch ??= SqliteLedger.Open(path, create: false)).DataVersion();
    }

    public void Dispose()
    {
        _watch?.Dispose();
        while (_idle.TryTake(out SqliteLedger? ledger)) ledger.Dispose();
    }
}
