using Sanad.App.Storage.Sqlite;

namespace Sanad.App.Server.Pages;

/// <param name="All">Whether stories of one article are listed too.</param>
/// <param name="Number">From 1.</param>
/// <param name="Example">The story on which the sample ledger is explained; null for any other ledger.</param>
public sealed record FrontModel(IReadOnlyList<StoryHead> Stories, bool All, int Number, bool HasMore, long? Example);
