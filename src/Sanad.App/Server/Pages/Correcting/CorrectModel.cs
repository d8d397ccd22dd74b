using Sanad.App.Server.LedgerAccess;
using Sanad.Attribution;
using Sanad.Figures;
using Sanad.Ledger.Corrections;

namespace Sanad.App.Server.Pages.Correcting;

/// <summary>A correction that is about to be made, and what is still missing from it.</summary>
/// <param name="Number">Of the article.</param>
/// <param name="Statement">What is corrected, where that is a statement.</param>
/// <param name="Figure">What is corrected, where that is a figure; with neither it is the article as a whole.</param>
/// <param name="Undoes">What is undone; null where something is corrected.</param>
/// <param name="Sent">What the reader sent, by the names of the form's fields; empty where nothing was sent yet.</param>
/// <param name="Author">Whose token the reader came with; null where he has to give one.</param>
/// <param name="Wrong">Key of the words that say what is missing; null where nothing was sent yet.</param>
public sealed record CorrectModel(OpenStory Story, Analysis Analysis, long Number, Statement? Statement, Figure? Figure, Correction? Undoes, IReadOnlyDictionary<string, string> Sent, string? Author, string? Wrong)
{
    /// <summary>The name by which an address asks for the article as a whole.</summary>
    public const string Whole = "article";

    public string Choice => Field("choice");

    public string Reason => Field("reason");

    /// <summary>What was sent in a field, else what it holds at first.</summary>
    public string Field(string name, string atFirst = "") => Sent.GetValueOrDefault(name, atFirst);
}
