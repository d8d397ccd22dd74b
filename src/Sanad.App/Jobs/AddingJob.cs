using Sanad.App.Cli;
using Sanad.App.Input;
using Sanad.App.Pipeline;
using Sanad.App.Storage.Sqlite;
using Sanad.Text;

namespace Sanad.App.Jobs;

/// <summary>How far a job has come.</summary>
public enum JobState
{
    Waiting,
    Running,

    /// <summary>It came to its end, whatever single articles came to.</summary>
    Done,

    /// <summary>Somebody ended it; what was added until then stays.</summary>
    Cancelled,

    /// <summary>It came to nothing, or could not go on; <see cref="JobReport.Reason"/> tells why.</summary>
    Failed,
}

/// <summary>What became of one article or address.</summary>
public enum JobOutcome
{
    Added,

    /// <summary>A changed text of an article that was there.</summary>
    Changed,
    Known,
    Failed,
}

/// <param name="Source">Where it came from: its address.</param>
/// <param name="Text">The text that is kept; null where there is none, or where it was not read since nothing has changed.</param>
/// <param name="Reason">Why there is none.</param>
public sealed record JobEntry(string Source, JobOutcome Outcome, string? Title, TextHash? Text, string? Reason);

/// <summary>A job as it stands.</summary>
/// <param name="Revision">Grows with everything that happens to it.</param>
/// <param name="By">Who asked for it; empty for somebody at this machine.</param>
/// <param name="Expected">Articles that are to be read, as far as known.</param>
/// <param name="Entries">What was read, in that order.</param>
/// <param name="Notes">What of the address was left out or guessed.</param>
/// <param name="Reason">Why it failed; null where it did not.</param>
public sealed record JobReport(long Number, int Revision, string Url, bool IsWatched, string By, DateTimeOffset Asked, JobState State, int Expected, IReadOnlyList<JobEntry> Entries, IReadOnlyList<string> Notes, string? Reason)
{
    public bool IsOver => State is not (JobState.Waiting or JobState.Running);

    public int Count(JobOutcome outcome) => Entries.Count(entry => entry.Outcome == outcome);
}

/// <summary>An address that is fetched and added in the background. Safe to use from many threads.</summary>
internal sealed class AddingJob : IDisposable
{
    /// <summary>Articles and failures that are told of, at most; a job ends when it has come to so many.</summary>
    public const int MostEntries = 1000;

    private const int MostNotes = 50, LongestWords = 300;

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _cancel;
    private readonly List<JobEntry> _entries = [];
    private readonly List<string> _notes = [];
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private JobState _state = JobState.Waiting;
    private string? _reason;
    private int _revision, _expected;
    private bool _isCancelled, _isFull, _isWatched;

    public AddingJob(long number, string url, bool watches, string by, DateTimeOffset asked, CancellationToken end)
    {
        (Number, Url, Watches, By, Asked) = (number, url, watches, by, asked);
        _cancel = CancellationTokenSource.CreateLinkedTokenSource(end);
        Stop = _cancel.Token;
    }

    public long Number { get; }

    public string Url { get; }

    /// <summary>Whether the address is to be watched from now on.</summary>
    public bool Watches { get; }

    public string By { get; }

    public DateTimeOffset Asked { get; }

    public CancellationToken Stop { get; }

    /// <summary>Ends when the job does, however.</summary>
    public Task Over => _over.Task;

    public JobReport Report()
    {
        lock (_lock) return new JobReport(Number, _revision, Url, _isWatched, By, Asked, _state, Math.Max(_expected, _entries.Count), [.. _entries], [.. _notes], _reason);
    }

    /// <summary>Ends when the job's revision is another one than that; at once where it is.</summary>
    public Task ChangedAsync(int revision, CancellationToken stop)
    {
        lock (_lock) return _revision != revision ? Task.CompletedTask : _changed.Task.WaitAsync(stop);
    }

    /// <summary>Ends the job; what was added stays. Nothing where it is over.</summary>
    public void Cancel()
    {
        lock (_lock)
        {
            if (_state is not (JobState.Waiting or JobState.Running)) return;
            _isCancelled = true;
            _cancel.Cancel();
        }
    }

    public void Begin() => Change(() => _state = JobState.Running);

    public void Expect(int articles) => Change(() => _expected += articles);

    public void KeepWatched() => Change(() => _isWatched = true);

    /// <summary>An article that is in the ledger now.</summary>
    public void Keep(ArticleResult result, Added added) => Enter(new JobEntry(result.Input.Source, added switch
    {
        Added.New => JobOutcome.Added,
        Added.Version => JobOutcome.Changed,
        _ => JobOutcome.Known,
    }, result.Analysis!.Article.Title, result.Analysis.Article.Hash, null));

    /// <summary>An article of which the server said that it is as it was.</summary>
    public void PassOver(InputItem item) => Enter(new JobEntry(item.Source, JobOutcome.Known, null, null, null));

    /// <summary>What was read until now is in the ledger from here on.</summary>
    public void Commit() => Change(static () => { });

    /// <summary>What of the job is complained of. After a stop that is the stop itself, which is no news.</summary>
    public void Hear(Complaint complaint)
    {
        if (Stop.IsCancellationRequested) return;
        string reason = Printable.Line(complaint.Reason, LongestWords);
        if (complaint.IsFailure) Enter(new JobEntry(complaint.Source, JobOutcome.Failed, null, null, reason));
        else Note(complaint.Source == Url ? reason : $"{Printable.Line(complaint.Source, LongestWords)}: {reason}");
    }

    public void Note(string note) => Change(() =>
    {
        if (_notes.Count < MostNotes) _notes.Add(note);
    });

    /// <param name="reason">Why it could not go on; null where it came to its end or was stopped.</param>
    public void End(string? reason)
    {
        Change(() =>
        {
            bool isBarren = _entries.All(static entry => entry.Outcome == JobOutcome.Failed) && !_isWatched;
            _state = _isCancelled ? JobState.Cancelled : reason is not null || (Stop.IsCancellationRequested && !_isFull) || isBarren ? JobState.Failed : JobState.Done;
            if (_state == JobState.Failed) _reason = reason ?? _entries.FirstOrDefault()?.Reason;
        });
        _over.TrySetResult();
    }

    public void Dispose() => _cancel.Dispose();

    private void Enter(JobEntry entry)
    {
        Change(() =>
        {
            if (_isFull) return;
            _entries.Add(entry);
            _isFull = _entries.Count == MostEntries;
            if (!_isFull) return;
            _notes.Add($"ended after {MostEntries} articles");
            _cancel.Cancel();
        });
    }

    private void Change(Action change)
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            change();
            _revision++;
            changed = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.SetResult();
    }
}
