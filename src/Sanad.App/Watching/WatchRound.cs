using Sanad.App.Cli;
using Sanad.App.Cli.Commands.Add;
using Sanad.App.Fetching;
using Sanad.App.Input;
using Sanad.App.Storage.Sqlite;
using Sanad.Reading.Plain;

namespace Sanad.App.Watching;

/// <summary>What one round came to.</summary>
internal sealed record RoundCount(int Lists, int Unchanged, int Failed, int Added, int Changed, int Known);

/// <summary>
/// Looks once at the lists that are due, and adds what is new in them. A link is done with in the transaction that adds its article, so a round that is broken off
/// anywhere loses nothing and fetches nothing twice but what was under way.
/// </summary>
internal sealed class WatchRound(WatchStore store, WebReader web, Adding adding, FetchMemory memory, Complaints complaints, TimeProvider time)
{
    /// <summary>For how long a list is taken by one Sanad; when that was killed, the list comes due again after it.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, List<Look>> _lookByKey = new(StringComparer.Ordinal);

    /// <summary>Overrides the pace of the lists, for this run of the program; null for none.</summary>
    public TimeSpan? Every { get; init; }

    /// <exception cref="OperationCanceledException">A stop was asked for; what was added is kept, and the lists that were not finished are due as before.</exception>
    public RoundCount Run(IReadOnlyList<WatchedList> due, int limit)
    {
        DateTimeOffset now = time.GetUtcNow();
        List<Look> looks = [.. due.Where(list => store.Claim(list, now + Lease)).Select(static list => new Look(list))];
        try
        {
            foreach ((Look look, Opened opened) in looks.Zip(web.Open([.. looks.Select(static look => new WebQuestion(look.List.Url, look.List.Known, new Metadata()))]))) Choose(look, opened, limit);
            List<InputItem> items = [.. looks.SelectMany(static look => look.Items)];
            List<ListedLink> links = [.. looks.SelectMany(static look => look.New.Taken).DistinctBy(static link => link.Url)];
            if (items.Count + links.Count > 0) adding.Run(items.Concat(web.ReadArticles(links)));
        }
        catch (OperationCanceledException)
        {
            store.Together(() => looks.ForEach(look => store.Save(look.List with { Brought = look.List.Brought + look.Brought })));
            throw;
        }

        store.Together(() => looks.ForEach(Finish));
        return new RoundCount(looks.Count, looks.Count(static look => look.Opened is { Answer.IsUnchanged: true }), looks.Count(static look => look.Failure is not null), adding.New, adding.Changed, adding.Known);
    }

    /// <summary>Called in the transaction that keeps the article.</summary>
    public void Kept(InputItem item)
    {
        string key = KeyOf(item);
        if (!_lookByKey.TryGetValue(key, out List<Look>? looks)) return;
        foreach (Look look in looks)
        {
            store.Mark(look.List, LinkHash.Of(key), null);
            look.Done.Add(key);
            look.Brought++;
        }
    }

    /// <summary>What a list's article is remembered by: its link or, where the list carries its text, that text under its address, so that a changed one is news.</summary>
    private static string KeyOf(InputItem item) => item.Visit?.Url ?? $"{item.Address}\n{item.Supplied?.Text}";

    private void Choose(Look look, Opened opened, int limit)
    {
        look.Opened = opened;
        look.Failure = opened.Failure ?? (opened.Listing is { } listing ? NotAList(listing) : null);
        if (look.Failure is not null || opened.Listing is null) return;
        look.Seen = store.LinksOf(look.List);
        // What of a list could not be read is told at the first look; it would be told at each.
        look.Items = [.. opened.Listing.Items.Where(item => item.Supplied is null ? look.List.Looked is null : !look.Seen.ContainsKey(LinkHash.Of(KeyOf(item))))];
        look.New = NewLinks.Of(opened.Listing.Links, look.Seen, look.List.Looked is null, opened.Listing.Lists.Count > 0 ? look.List.Looked : null, limit, url => memory.Find(url) is not null);
        if (look.List.Looked is null && look.New.Taken.Count == limit && look.New.Passed.Count > 0) complaints.Remark(look.List.Url, $"names more articles than the {limit} that are read at the first look (--limit); the others are passed over");
        foreach (ListedLink link in look.New.Taken) Await(link.Url, look);
        foreach (InputItem item in look.Items) Await(KeyOf(item), look);
    }

    private void Await(string key, Look look)
    {
        if (!_lookByKey.TryGetValue(key, out List<Look>? looks)) _lookByKey.Add(key, looks = []);
        looks.Add(look);
    }

    private static FetchFailure? NotAList(Listing listing) => listing switch
    {
        { IsOutline: true } => new FetchFailure("an OPML list; `sanad watch add` adds the feeds that it names"),
        { Links.Count: 0, Items: [{ Supplied: null, Reason: { } reason }] } => new FetchFailure(reason),
        { IsList: true } => null,
        _ => new FetchFailure("neither a feed nor a sitemap"),
    };

    private void Finish(Look look)
    {
        DateTimeOffset now = time.GetUtcNow();
        WatchedList list = look.List;
        if (look.Failure is { } failure)
        {
            int failures = list.Failures + 1;
            complaints.Fail(list.Url, failure.Reason);
            store.Save(list with { Failures = failures, Error = failure.Reason, Due = Rhythm.DueAfterFailure(now, Every ?? list.Every ?? list.Rhythm, failures, failure.RetryAt) });
            return;
        }

        // A sitemap index may be as it was while its sitemaps are not.
        bool isComplete = look.New.Left == 0 && look.Opened!.Listing is null or { Lists.Count: 0 };
        foreach (ListedLink link in look.New.Passed) store.Mark(list, LinkHash.Of(link.Url), null);
        foreach (ListedLink link in look.New.Taken)
        {
            if (look.Done.Contains(link.Url)) continue;
            long hash = LinkHash.Of(link.Url);
            int failures = (look.Seen.GetValueOrDefault(hash) ?? 0) + 1;
            store.Mark(list, hash, failures);
            if (failures < NewLinks.MostFailures) isComplete = false;
        }

        // What a list names no longer will not be asked for again, so the memory stays as long as the list is. Not so of a sitemap index, of which other parts are read at
        // other times.
        if (look.Opened!.Listing is { Lists.Count: 0 } listing)
        {
            HashSet<long> named = [.. listing.Links.Select(static link => LinkHash.Of(link.Url)), .. listing.Items.Select(static item => LinkHash.Of(KeyOf(item)))];
            foreach (long link in look.Seen.Keys)
            {
                if (!named.Contains(link)) store.Forget(list, link);
            }
        }

        TimeSpan rhythm = Rhythm.After(list.Rhythm, look.Brought > 0);
        WebAnswer answer = look.Opened!.Answer!;
        store.Save(list with
        {
            Looked = now, Failures = 0, Error = null, Rhythm = rhythm, Brought = list.Brought + look.Brought, Due = Rhythm.Due(now, Every ?? list.Every ?? rhythm, answer.FreshFor),
            // An unchanged answer would hide the links that are left to be read.
            Known = isComplete && !answer.Validators.IsEmpty ? answer.Validators : null,
        });
    }

    /// <summary>One list in this round.</summary>
    private sealed class Look(WatchedList list)
    {
        public WatchedList List => list;

        public Opened? Opened { get; set; }

        public FetchFailure? Failure { get; set; }

        public IReadOnlyList<InputItem> Items { get; set; } = [];

        public NewLinks New { get; set; } = new([], [], 0);

        public Dictionary<long, int?> Seen { get; set; } = [];

        public HashSet<string> Done { get; } = new(StringComparer.Ordinal);

        public int Brought { get; set; }
    }
}
