using Sanad.App.Server.LedgerAccess;
using Sanad.App.Storage.Sqlite;
using Sanad.Ledger.Corrections;
using Sanad.Text;

namespace Sanad.App.Server.Pages.Articles;

/// <param name="Corrections">Those of its text that hold, by time.</param>
/// <param name="Here">The stretch that the page was opened at; null for none.</param>
/// <param name="Changed">How many entries a correction changed that the reader just made; null where he made none.</param>
public sealed record ArticleModel(ArticlePlace Place, OpenStory Story, Analysis Analysis, IReadOnlyList<Correction> Corrections, TextSpan? Here, long? Changed);
