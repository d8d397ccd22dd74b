namespace Sanad.App.Storage;

/// <summary>A ledger cannot be opened, read or written. The message is the reason, for its user.</summary>
internal sealed class LedgerException(string ledger, string reason, Exception? cause = null) : Exception(reason, cause)
{
    /// <summary>The file or connection.</summary>
    public string Ledger => ledger;
}
