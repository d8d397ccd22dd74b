using Sanad.App.Server.LedgerAccess;
using Sanad.Ledger.DraftChecks;

namespace Sanad.App.Server.Pages.Checking;

/// <param name="Text">What was pasted; empty before anything was.</param>
/// <param name="Report">Null where nothing was checked yet.</param>
/// <param name="Stories">Those that the text was held against, and others that were looked at.</param>
/// <param name="IsTooLong">Nothing was checked, since the text is longer than a draft may be.</param>
public sealed record CheckModel(string Text, DraftReport? Report, IReadOnlyList<OpenStory> Stories, bool IsTooLong);
