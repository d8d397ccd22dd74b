using Sanad.App.Storage.Sqlite;

namespace Sanad.App.Server.Pages;

/// <param name="More">Kinds of which there are more finds than are shown.</param>
/// <param name="Number">From 1; beyond it only where one kind is asked for.</param>
/// <param name="Outlets">Names to choose from.</param>
/// <param name="Milliseconds">What the search took.</param>
public sealed record SearchModel(SearchQuery Query, IReadOnlyList<SearchFind> Finds, IReadOnlyList<string> More, int Number, IReadOnlyList<string> Outlets, double Milliseconds);
