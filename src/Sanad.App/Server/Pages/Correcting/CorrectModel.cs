using Sanad.App.Server.LedgerAccess;
using Sanad.Attribution;
using Sanad.Ledger.Corrections;

namespace Sanad.App.Server.Pages.Correcting;

/// <summary>A correction that is about to be made, and what is still missing from it.</summary>
/// <param name="Number">Of the article.</param>
/// <param name="Statement">What is corrected; null where a correction is undone.</param>
/// <param name="Undoes">What is undone; null where a statement is corrected.</param>
/// <param name="Choice"><c>none</c> or <c>words</c>; empty where nothing was chosen yet.</param>
/// <param name="Author">Whose token the reader came with; null where he has to give one.</param>
/// <param name="Wrong">Key of the words that say what is missing; null where nothing was sent yet.</param>
public sealed record CorrectModel(OpenStory Story, Analysis Analysis, long Number, Statement? Statement, Correction? Undoes, string Choice, string Words, string Reason, string? Author, string? Wrong);
