using System.Globalization;
using Sanad.App.Cli;
using Sanad.App.Cli.Commands.Add;
using Sanad.App.Fetching;
using Sanad.App.Input;
using Sanad.App.Storage.Sqlite;
using Sanad.Language;

namespace Sanad.App.Watching;

/// <summary>Looks at the watched lists when they are due, until it is told to stop.</summary>
internal sealed class Watcher(SqliteLedger ledger, LanguageSet languages, FetchSettings settings, Surroundings surroundings)
{
    /// <summary>After this it looks whether another Sanad has changed what is watched.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);

    private readonly WatchStore _store = ledger.Watches();

    public required int Jobs { get; init; }

    /// <summary>Articles read of one list in one round, at most.</summary>
    public required int Limit { get; init; }

    /// <summary>From one look at a list to the next, for this run; null to go by what each list has.</summary>
    public TimeSpan? Every { get; init; }

    /// <summary>Whether one round is all.</summary>
    public bool Once { get; init; }

    /// <returns>A code of <see cref="ExitCode"/>.</returns>
    public int Run()
    {
        using var memory = new FetchMemory(ledger.Path);
        using var web = new WebAccess(settings, surroundings) { Limit = Limit };
        try
        {
            while (true)
            {
                IReadOnlyList<WatchedList> lists = _store.All();
                if (lists.Count == 0) return NothingWatched();
                DateTimeOffset now = surroundings.Time.GetUtcNow();
                List<WatchedList> due = [.. lists.Where(list => list.Due <= now)];
                if (due.Count > 0) Look(due, web.Reader, memory);
                else if (Once) Say($"nothing is due before {Clock(lists.Min(static list => list.Due))}");
                if (Once) return surroundings.ExitCode;
                Sleep();
            }
        }
        catch (OperationCanceledException) when (surroundings.Stop.Requested)
        {
            // Being stopped is how watching ends.
            return ExitCode.Done;
        }
    }

    private void Look(List<WatchedList> due, WebReader web, FetchMemory memory)
    {
        WatchRound? round = null;
        var adding = new Adding(ledger, languages, ArchiveReading.Fresh(), surroundings) { Jobs = Jobs, Kept = item => round!.Kept(item) };
        round = new WatchRound(_store, web, adding, memory, surroundings.Complaints, surroundings.Time) { Every = Every };
        RoundCount count = round.Run(due, Limit);
        string next = _store.All() is { Count: > 0 } lists ? $" · next look {Clock(lists.Min(static list => list.Due))}" : "";
        Say(string.Create(CultureInfo.InvariantCulture, $"{count.Lists:N0} looked at{Part(count.Unchanged, "unchanged")}{Part(count.Failed, "failed")} · {count.Added:N0} added{Part(count.Changed, "changed")}{Part(count.Known, "known already")}{next}"));
    }

    private void Sleep()
    {
        TimeSpan wait = _store.All() is { Count: > 0 } lists ? lists.Min(static list => list.Due) - surroundings.Time.GetUtcNow() : TimeSpan.Zero;
        if (wait > LongestSleep) wait = LongestSleep;
        if (wait > TimeSpan.Zero) Task.Delay(wait, surroundings.Time, surroundings.Stop.Token).GetAwaiter().GetResult();
    }

    private int NothingWatched()
    {
        surroundings.Complaints.Remark("usage", "nothing is watched yet; `sanad watch add URL` adds a feed or sitemap");
        return ExitCode.WrongUsage;
    }

    private void Say(string line)
    {
        using (var page = new Page(surroundings.Output)) page.Line(Page.Safe($"{Clock(surroundings.Time.GetUtcNow())} · {line}"));
        surroundings.Output.Flush();
    }

    private string Clock(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, surroundings.Time.LocalTimeZone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Part(int count, string what) => count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {count:N0} {what}");
}
