using Sanad.App.Server.LedgerAccess;
using Sanad.App.Storage.Sqlite;

namespace Sanad.App.Server.Pages.Story;

/// <param name="Section">The one part that is shown whole; null for the page of all parts.</param>
/// <param name="Since">First day of the changes shown, ISO; null for all.</param>
/// <param name="Changes">The newest changes.</param>
/// <param name="Explains">Whether the page tells a first visitor what it shows: on the sample ledger.</param>
public sealed record StoryModel(OpenStory Story, string? Section, StatementFilter Filter, int Number, string? Since, IReadOnlyList<Change> Changes, bool Explains)
{
    public string Path => Section is null ? Addresses.Story(Story.Number) : Addresses.Section(Story.Number, Section);

    public bool Shows(string section) => Section is null || Section == section;

    /// <summary>How many entries of a part are shown: few on the page of all parts.</summary>
    public int Limit(int few, int many) => Section is null ? few : many;
}
