using Sanad.App.Storage.Sqlite;

namespace Sanad.App.Server.Pages;

/// <param name="Since">First day, ISO; null for all.</param>
/// <param name="Before">Where the next older ones go on; null where there are none.</param>
public sealed record ChangesModel(string? Since, IReadOnlyList<Change> Changes, long? Before);
