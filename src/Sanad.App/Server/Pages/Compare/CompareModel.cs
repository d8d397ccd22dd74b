using Sanad.App.Server.LedgerAccess;

namespace Sanad.App.Server.Pages.Compare;

public sealed record CompareModel(OpenStory Story, Analysis First, Analysis Second);
