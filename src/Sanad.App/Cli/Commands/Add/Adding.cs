using System.Diagnostics;
using System.Globalization;
using Sanad.App.Input;
using Sanad.App.Pipeline;
using Sanad.App.Storage;
using Sanad.App.Storage.Sqlite;
using Sanad.Language;

namespace Sanad.App.Cli.Commands.Add;

/// <summary>One run of adding, with its counts.</summary>
internal sealed class Adding(SqliteLedger ledger, LanguageSet languages, Surroundings surroundings)
{
    /// <summary>Articles of one transaction, at most.</summary>
    private const int Batch = 128;

    private Tally _done, _kept;
    private int _unchanged;

    public required int Jobs { get; init; }

    public string? Language { get; init; }

    /// <summary>Called for each article that is in the ledger now, in the transaction that put it there; may write to the same ledger.</summary>
    public Action<InputItem>? Kept { get; init; }

    public int New => _done.New;

    public int Changed => _done.Versions;

    /// <summary>Those that the ledger held as they are.</summary>
    public int Known => _done.Known + _unchanged;

    /// <exception cref="OperationCanceledException">A stop was asked for; what was analysed until then is kept.</exception>
    /// <exception cref="LedgerException">The ledger cannot be written; earlier batches are kept.</exception>
    public void Run(IEnumerable<InputItem> inputs)
    {
        CancellationToken stop = surroundings.Stop.Token;
        var pipeline = new ArticlePipeline(languages, surroundings.Complaints) { Jobs = Jobs, Language = Language, WithFeatures = true };
        var watch = Stopwatch.StartNew();
        using (LedgerWriter writer = ledger.Writer())
        {
            void Commit()
            {
                writer.Commit();
                _kept = _done;
            }

            try
            {
                foreach (ArticleResult result in pipeline.Run(inputs, borrow: false, stop, whileWaiting: Commit))
                {
                    Add(writer, result);
                    _unchanged = pipeline.Unchanged;
                    if (_done.Total - _kept.Total >= Batch) Commit();
                    if (watch.ElapsedMilliseconds < 200) continue;
                    surroundings.Complaints.Progress(Summary());
                    watch.Restart();
                }
            }
            catch (OperationCanceledException)
            {
                // What was done stays.
                Commit();
                surroundings.Complaints.Remark("stopped", Summary());
                throw;
            }
            catch (LedgerException)
            {
                // Of the batch that was under way nothing is kept.
                _done = _kept;
                surroundings.Complaints.Remark("stopped", Summary());
                throw;
            }
            finally
            {
                surroundings.Complaints.ProgressDone();
            }

            Commit();
            _unchanged = pipeline.Unchanged;
        }

        new StoryReader(ledger, languages, Jobs).Refresh(stop);
    }

    public string Summary()
    {
        string summary = string.Create(CultureInfo.InvariantCulture, $"{_done.New:N0} added");
        if (_done.Versions > 0) summary += string.Create(CultureInfo.InvariantCulture, $", {_done.Versions:N0} changed");
        if (Known > 0) summary += string.Create(CultureInfo.InvariantCulture, $", {Known:N0} known already");
        if (surroundings.Complaints.Failures > 0) summary += string.Create(CultureInfo.InvariantCulture, $", {surroundings.Complaints.Failures:N0} failed");
        return $"{summary} · {ledger.Path}";
    }

    private void Add(LedgerWriter writer, ArticleResult result)
    {
        DateOnly today = DateOnly.FromDateTime(surroundings.Time.GetLocalNow().DateTime);
        _done = writer.Add(result.Analysis!, result.Features!, result.Input.Address, today) switch
        {
            Added.New => _done with { New = _done.New + 1 },
            Added.Version => _done with { Versions = _done.Versions + 1 },
            _ => _done with { Known = _done.Known + 1 },
        };
        if (result.Input.Visit is { } visit) writer.Remember(visit);
        Kept?.Invoke(result.Input);
    }

    private readonly record struct Tally(int New, int Versions, int Known)
    {
        public int Total => New + Versions + Known;
    }
}
