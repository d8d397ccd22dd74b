using Sanad.App.Storage.Sqlite;

namespace Sanad.App.Server.Pages;

/// <param name="Outlets">Names to choose from.</param>
/// <param name="Milliseconds">What the search took.</param>
public sealed record SearchModel(SearchQuery Query, IReadOnlyList<SearchFind> Finds, IReadOnlyList<string> Outlets, double Milliseconds);
