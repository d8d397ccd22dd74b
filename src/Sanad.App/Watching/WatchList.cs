using Sanad.App.Cli;
using Sanad.App.Fetching;
using Sanad.App.Input;
using Sanad.App.Storage.Sqlite;
using Sanad.Reading.Plain;

namespace Sanad.App.Watching;

/// <summary>Puts feeds, sitemaps and the feeds of OPML lists on the list of what is watched.</summary>
internal sealed class WatchList(WatchStore store, WebReader web, Complaints complaints, TimeProvider time)
{
    /// <summary>Addresses that were not watched before.</summary>
    public List<string> Added { get; } = [];

    /// <summary>Addresses that are watched already.</summary>
    public List<string> Known { get; } = [];

    /// <param name="name">An address, or a file that holds an OPML list.</param>
    /// <param name="every">From one look to the next; null to find out.</param>
    public void Add(string name, TimeSpan? every)
    {
        if (!WebTarget.IsAddress(name)) AddLists(name, InputReader.ReadFile(name, ArchiveReading.Fresh()), every);
        else if (WebTarget.Read(name, out string? reason) is not { } target) complaints.Fail(name, reason!);
        else if (store.All().Any(list => list.Url == target.AbsoluteUri)) Keep(target.AbsoluteUri, every);
        else AddFetched(target.AbsoluteUri, every);
    }

    /// <summary>Whether it was watched.</summary>
    public static bool Remove(WatchStore store, string name) => store.Remove(WebTarget.Read(name, out _)?.AbsoluteUri ?? name);

    private void AddFetched(string address, TimeSpan? every)
    {
        Opened opened = web.Open(new WebQuestion(address, null, new Metadata()));
        if (opened.Failure is { IsFinal: true } final)
        {
            complaints.Fail(address, final.Reason);
        }
        else if (opened.Failure is { } passing)
        {
            // It may be well again at the first look.
            complaints.Remark(address, passing.Reason);
            Keep(address, every);
        }
        else if (opened.Listing is { IsOutline: true } outline)
        {
            foreach (ListedLink list in outline.Lists) Keep(list.Url, every);
        }
        else if (opened.Listing is { IsList: true } and not { Links.Count: 0, Items: [{ Supplied: null }] })
        {
            Keep(address, every);
        }
        else
        {
            complaints.Fail(address, opened.Listing is { Items: [{ Reason: { } reason }] } ? reason : "neither a feed nor a sitemap");
        }
    }

    private void AddLists(string name, IEnumerable<InputItem> items, TimeSpan? every)
    {
        string? reason = null;
        bool any = false;
        foreach (InputItem item in items)
        {
            reason ??= item.Reason;
            if (item.Link is not { Target: LinkTarget.List } list) continue;
            Keep(list.Url, every);
            any = true;
        }

        if (!any) complaints.Fail(name, reason ?? "neither an address nor an OPML list");
    }

    private void Keep(string address, TimeSpan? every) => (store.Add(address, every, time.GetUtcNow()) ? Added : Known).Add(address);
}
