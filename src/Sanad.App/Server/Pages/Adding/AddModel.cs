using Sanad.App.Jobs;
using Sanad.App.Storage.Sqlite;

namespace Sanad.App.Server.Pages.Adding;

/// <param name="MayAdd">Whether who asks may add; else he is told how he could.</param>
/// <param name="Url">What he typed before, where that was wrong.</param>
/// <param name="Wrong">What is wrong with it; null where nothing is.</param>
/// <param name="Jobs">Newest first.</param>
public sealed record AddModel(bool MayAdd, string Url, bool Watch, string? Wrong, IReadOnlyList<JobReport> Jobs);

/// <param name="Places">Where the articles of the job stand, by their places in its entries.</param>
public sealed record JobModel(JobReport Job, IReadOnlyList<TextPlace?> Places);
