using Sanad.App.Cli;
using Sanad.App.Cli.Commands.Add;
using Sanad.App.Fetching;
using Sanad.App.Input;
using Sanad.App.Storage;
using Sanad.App.Storage.Sqlite;
using Sanad.App.Watching;
using Sanad.Language;

namespace Sanad.App.Jobs;

/// <summary>
/// Adds addresses in the background as <c>sanad add</c> does, a few at a time: for pages, the API and models. All its jobs share one way out, so that a host is asked no more often for several than for one.
/// Jobs are kept in memory, what they added in the ledger.
/// </summary>
internal sealed class AddingDesk(string ledger, LanguageSet languages, FetchSettings settings, int limit, Surroundings surroundings, CancellationToken end) : IAsyncDisposable
{
    /// <summary>Jobs that run at once, that may wait, and that are remembered when they are over.</summary>
    private const int MostRunning = 2, MostWaiting = 20, MostOver = 100;

    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(30);

    private readonly Fetcher _fetcher = new(settings, ProxyChoice.FromEnvironment(), surroundings.Time);
    private readonly SemaphoreSlim _running = new(MostRunning);
    private readonly Lock _lock = new();
    private readonly List<AddingJob> _jobs = [];
    private long _last;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<JobReport> All()
    {
        lock (_lock) return [.. _jobs.AsEnumerable().Reverse().Select(static job => job.Report())];
    }

    public AddingJob? Find(long number)
    {
        lock (_lock) return _jobs.Find(job => job.Number == number);
    }

    /// <summary>Has an address fetched and added.</summary>
    /// <param name="watches">Whether it is to be watched from now on, too.</param>
    /// <param name="by">Who asks for it.</param>
    /// <param name="reason">Why it is not; null where it is.</param>
    public AddingJob? Start(string url, bool watches, string by, out string? reason)
    {
        if (WebTarget.Read(url, out reason) is not { } target) return null;
        AddingJob job;
        lock (_lock)
        {
            if (_jobs.Count(static job => !job.Over.IsCompleted) >= MostRunning + MostWaiting)
            {
                reason = "as many addresses wait to be added as there may be; try again when some are done";
                return null;
            }

            job = new AddingJob(++_last, target.AbsoluteUri, watches, by, surroundings.Time.GetUtcNow(), end);
            _jobs.Add(job);
            while (_jobs.Count > MostOver && _jobs.FindIndex(static job => job.Over.IsCompleted) is >= 0 and var oldest) _jobs.RemoveAt(oldest);
        }

        _ = RunAsync(job);
        return job;
    }

    /// <summary>Ends the jobs under way; what they added is kept.</summary>
    public async ValueTask DisposeAsync()
    {
        List<AddingJob> jobs;
        lock (_lock) jobs = [.. _jobs];
        foreach (AddingJob job in jobs) job.Cancel();
        await Task.WhenAll(jobs.Select(static job => job.Over));
        _fetcher.Dispose();
        _running.Dispose();
        foreach (AddingJob job in jobs) job.Dispose();
    }

    private async Task RunAsync(AddingJob job)
    {
        string? reason = null;
        bool hasTurn = false;
        try
        {
            await _running.WaitAsync(job.Stop).ConfigureAwait(false);
            hasTurn = true;
            job.Begin();
            using var late = new CancellationTokenSource(LongestRun, surroundings.Time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(job.Stop, late.Token);
            // Reading and analysing block; they get a thread of their own.
            await Task.Factory.StartNew(() => Run(job, either.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            if (!job.Stop.IsCancellationRequested) reason = $"not done within {TimeSpans.Of(LongestRun)}";
        }
        catch (LedgerException e)
        {
            reason = $"the ledger: {e.Message}";
        }
        catch (Exception e)
        {
            // The boundary of a job: the server and the other jobs go on.
            surroundings.Complaints.Remark(job.Url, $"could not be added ({e.GetType().Name}: {e.Message})");
            reason = "could not be added; the reason stands where the server runs";
        }
        finally
        {
            if (hasTurn) _running.Release();
            job.End(reason);
        }
    }

    private void Run(AddingJob job, CancellationToken stop)
    {
        var complaints = new Complaints(TextWriter.Null) { Heard = job.Hear };
        using SqliteLedger open = SqliteLedger.Open(ledger, create: false);
        using var memory = new FetchMemory(ledger);
        var reader = new WebReader(_fetcher, settings, complaints, stop) { Limit = limit, Known = memory.Find, Named = job.Expect };
        if (job.Watches) Watch(job, open, stop);
        var archives = ArchiveReading.Fresh();
        var adding = new Adding(open, languages, archives, surroundings with { Complaints = complaints }) { Jobs = 1, Stop = stop, Told = job.Keep, Committed = job.Commit, Unchanged = job.PassOver };
        adding.Run(InputReader.Read([job.Url], archives, reader));
    }

    private void Watch(AddingJob job, SqliteLedger open, CancellationToken stop)
    {
        // That it is no feed is a remark to who asked for a page to be watched: the page is added all the same.
        var complaints = new Complaints(TextWriter.Null) { Heard = complaint => job.Hear(complaint with { Source = job.Url, IsFailure = false }) };
        var list = new WatchList(open.Watches(), new WebReader(_fetcher, settings, complaints, stop) { Limit = 1 }, complaints, surroundings.Time);
        list.Add(job.Url, null);
        if (list.Added.Count + list.Known.Count > 0) job.KeepWatched();
    }
}
