using System.Diagnostics;
using System.Globalization;
using Sanad.App.Input;
using Sanad.App.Pipeline;
using Sanad.App.Storage;
using Sanad.App.Storage.Sqlite;
using Sanad.Language;
using Sanad.Reading.Archives;

namespace Sanad.App.Cli.Commands.Add;

/// <summary>One run of adding, with its counts.</summary>
internal sealed class Adding(SqliteLedger ledger, LanguageSet languages, ArchiveReading archives, Surroundings surroundings)
{
    /// <summary>
    /// Articles of one transaction, and milliseconds that it is open, at most: what is written once for many articles costs each of them less, but whoever else wants to write waits.
    /// </summary>
    private const int Batch = 2048, LongestBatch = 4000;

    /// <summary>Articles of grown stories that are read again at the end of a run, at most: a round of news is summarised at once, an archive when its stories are listed.</summary>
    private const int MostReadAgain = 256;

    private Tally _done, _kept;
    private int _unchanged;
    private ArchiveMark? _reached;
    private int _withoutArticle;

    public required int Jobs { get; init; }

    public string? Language { get; init; }

    /// <summary>Called for each article that is in the ledger now, in the transaction that put it there; may write to the same ledger.</summary>
    public Action<InputItem>? Kept { get; init; }

    /// <summary>Called as <see cref="Kept"/> is, with what adding the article did.</summary>
    public Action<ArticleResult, Added>? Told { get; init; }

    /// <summary>Called when a transaction has put articles into the ledger for all to see.</summary>
    public Action? Committed { get; init; }

    /// <summary>Called for what its server said to be as it was, and what is therefore not read.</summary>
    public Action<InputItem>? Unchanged { get; init; }

    /// <summary>Ends the run; without it being stopped ends it.</summary>
    public CancellationToken Stop { get; init; } = surroundings.Stop.Token;

    public int New => _done.New;

    public int Changed => _done.Versions;

    /// <summary>Those that the ledger held as they are.</summary>
    public int Known => _done.Known + _unchanged;

    /// <exception cref="OperationCanceledException">A stop was asked for; what was analysed until then is kept.</exception>
    /// <exception cref="LedgerException">The ledger cannot be written; earlier batches are kept.</exception>
    public void Run(IEnumerable<InputItem> inputs)
    {
        CancellationToken stop = Stop;
        var watch = Stopwatch.StartNew();
        var open = Stopwatch.StartNew();
        using (LedgerWriter writer = ledger.Writer())
        {
            var pipeline = new ArticlePipeline(languages, surroundings.Complaints) { Jobs = Jobs, Language = Language, WithFeatures = true, Reached = Keep, Passed = Unchanged };

            void Keep(ArchiveMark mark)
            {
                // The mark of one archive's end must not be lost to the next one's; those on the way replace each other until there is something to commit.
                if (!mark.IsOfFile) return;
                _reached = mark;
                if (mark.IsFinished) KeepReached();
            }

            void KeepReached()
            {
                if (_reached is not null) writer.Keep(_reached);
                _reached = null;
            }

            void Commit()
            {
                KeepReached();
                writer.Commit();
                if (_done != _kept) Committed?.Invoke();
                _kept = _done;
                open.Restart();
                if (writer.IsToBeSettled) writer.Settle(Today);
                ShowProgress();
            }

            void ShowProgress()
            {
                _withoutArticle = pipeline.WithoutArticle;
                surroundings.Complaints.Progress(archives.Progress() is { } progress ? $"{progress} · {Counts()}" : Summary());
                watch.Restart();
            }

            try
            {
                foreach (ArticleResult result in pipeline.Run(inputs, borrow: false, stop, whileWaiting: Commit))
                {
                    Add(writer, result);
                    _unchanged = pipeline.Unchanged;
                    // As soon as there is enough to settle, so that what is grouped together does not depend on how fast the machine is.
                    if (_done.Total - _kept.Total >= Batch || open.ElapsedMilliseconds >= LongestBatch || writer.IsToBeSettled) Commit();
                    if (watch.ElapsedMilliseconds >= 200) ShowProgress();
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
                _withoutArticle = pipeline.WithoutArticle;
                surroundings.Complaints.ProgressDone();
            }

            Commit();
            writer.Settle(Today);
            _unchanged = pipeline.Unchanged;
            surroundings.Complaints.ProgressDone();
        }

        new StoryReader(ledger, languages, Jobs).Refresh(Today, stop, MostReadAgain);
    }

    public string Summary() => $"{Counts()} · {ledger.Path}";

    private DateOnly Today => DateOnly.FromDateTime(surroundings.Time.GetLocalNow().DateTime);

    private string Counts()
    {
        string summary = string.Create(CultureInfo.InvariantCulture, $"{_done.New:N0} added");
        if (_done.Versions > 0) summary += string.Create(CultureInfo.InvariantCulture, $", {_done.Versions:N0} changed");
        if (Known > 0) summary += string.Create(CultureInfo.InvariantCulture, $", {Known:N0} known already");
        if (surroundings.Complaints.Failures > 0) summary += string.Create(CultureInfo.InvariantCulture, $", {surroundings.Complaints.Failures:N0} failed");
        if (_withoutArticle > 0) summary += string.Create(CultureInfo.InvariantCulture, $", {_withoutArticle:N0} pages without an article");
        ArchiveTally tally = archives.Tally;
        if (tally.OtherTypes > 0) summary += string.Create(CultureInfo.InvariantCulture, $", {tally.OtherTypes:N0} files that are no pages");
        if (tally.OtherAnswers > 0) summary += string.Create(CultureInfo.InvariantCulture, $", {tally.OtherAnswers:N0} redirects and errors");
        return summary;
    }

    private void Add(LedgerWriter writer, ArticleResult result)
    {
        Added added = writer.Add(result.Analysis!, result.Features!, result.Input.Address, Today, result.Input.Supplied!.Metadata.Fetched);
        _done = added switch
        {
            Added.New => _done with { New = _done.New + 1 },
            Added.Version => _done with { Versions = _done.Versions + 1 },
            _ => _done with { Known = _done.Known + 1 },
        };
        if (result.Input.Visit is { } visit) writer.Remember(visit);
        Kept?.Invoke(result.Input);
        Told?.Invoke(result, added);
    }

    private readonly record struct Tally(int New, int Versions, int Known)
    {
        public int Total => New + Versions + Known;
    }
}
