using Sanad.Ledger.Corrections;

namespace Sanad.App.Server.Pages.Correcting;

/// <param name="Article">Number of the first article here that it is about; null where none is.</param>
public sealed record ListedCorrection(LoggedCorrection Logged, long? Article);

/// <summary>All that people said against what was found.</summary>
/// <param name="Listed">Newest first, of the page asked for.</param>
/// <param name="Rules">What is corrected most.</param>
/// <param name="Number">Of the page, from 1.</param>
public sealed record CorrectionsModel(IReadOnlyList<ListedCorrection> Listed, IReadOnlyList<CorrectedRule> Rules, int Number, bool HasMore);
