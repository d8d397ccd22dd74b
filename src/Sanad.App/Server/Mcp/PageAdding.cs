using System.Text;
using System.Text.Json;
using ModelContextProtocol;
using Sanad.App.Jobs;
using Sanad.App.Json;
using Sanad.App.Server.LedgerAccess;

namespace Sanad.App.Server.Mcp;

/// <summary>Adds pages that a model asks for, and waits until they are there.</summary>
internal sealed class PageAdding(AddingDesk desk, LedgerPool pool)
{
    /// <param name="by">Who asks for it.</param>
    /// <returns>The job as JSON: what was added, and where it stands.</returns>
    /// <exception cref="McpException">It was not added; the message says why.</exception>
    public async Task<string> AddAsync(string url, string by, CancellationToken stop)
    {
        if (desk.Start(url, watches: false, by, out string? refusal) is not { } job) throw new McpException(refusal!);
        try
        {
            await job.Over.WaitAsync(stop);
        }
        catch (OperationCanceledException)
        {
            job.Cancel();
            throw;
        }

        JobReport report = job.Report();
        if (report.State != JobState.Done) throw new McpException(report.Reason ?? "nothing was found there");
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonFields.Options)) JobJson.Write(json, report, pool.Use(ledger => ledger.PlacesOf(report)));
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
