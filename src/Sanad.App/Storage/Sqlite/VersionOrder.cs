using Microsoft.Data.Sqlite;

namespace Sanad.App.Storage.Sqlite;

/// <summary>Keeps the versions of an article numbered as they were fetched.</summary>
internal sealed class VersionOrder(SqliteConnection connection) : IDisposable
{
    private readonly Prepared _firstAfter = new(connection, "SELECT min(number) FROM version WHERE article = ?1 AND fetched > ?2");

    // In two steps, since a number is free only when the one that has it has moved.
    private readonly Prepared _lift = new(connection, "UPDATE version SET number = -number WHERE article = ?1 AND number >= ?2");
    private readonly Prepared _lower = new(connection, "UPDATE version SET number = 1 - number WHERE article = ?1 AND number < 0");

    /// <summary>Moves those that were fetched later up by one.</summary>
    /// <param name="fetched">A time before that of the newest version.</param>
    /// <returns>The number that is free for a version of that time.</returns>
    public long MakeRoom(long article, string fetched)
    {
        long number = (long)_firstAfter.Value(article, fetched)!;
        _lift.Run(article, number);
        _lower.Run(article);
        return number;
    }

    public void Dispose()
    {
        _firstAfter.Dispose();
        _lift.Dispose();
        _lower.Dispose();
    }
}
