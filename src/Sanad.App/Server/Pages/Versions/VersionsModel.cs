using Sanad.App.Server.LedgerAccess;
using Sanad.App.Storage.Sqlite;

namespace Sanad.App.Server.Pages.Versions;

/// <summary>Two versions of an article's text.</summary>
/// <param name="First">The earlier one.</param>
public sealed record VersionsModel(ArticlePlace Place, OpenStory Story, Analysis Analysis, VersionText First, VersionText Second);
