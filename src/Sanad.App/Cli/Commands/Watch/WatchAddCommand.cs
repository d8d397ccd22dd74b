using System.CommandLine;
using Sanad.App.Fetching;
using Sanad.App.Storage.Sqlite;
using Sanad.App.Watching;

namespace Sanad.App.Cli.Commands.Watch;

/// <summary><c>sanad watch add</c>: puts feeds on the list.</summary>
internal static class WatchAddCommand
{
    public static Command Create(Surroundings surroundings)
    {
        Argument<string[]> feeds = WatchCommand.Feeds("The address of a feed, a sitemap or an OPML list, or an OPML file.", ArgumentArity.OneOrMore);
        Option<string?> database = Options.Database();
        Option<string?> every = WatchCommand.Every();
        var fetching = new FetchOptions();
        var command = new ExampleCommand("add", "Watch feeds and sitemaps from now on; each is looked at once to see that it is one.", "sanad watch add https://www.antaranews.com/rss/terkini.xml", "sanad watch add feeds.opml --every 30m")
        {
            feeds, database, every,
        };
        fetching.AddTo(command, canBeOffline: false);
        command.SetAction(parsed =>
        {
            if (fetching.SettingsOf(parsed, surroundings.Complaints) is not { } settings) return ExitCode.WrongUsage;
            using SqliteLedger ledger = SqliteLedger.Open(Options.PathOf(parsed.GetValue(database)), create: true);
            Add(ledger, parsed.GetValue(feeds)!, WatchCommand.EveryOf(parsed.GetValue(every)), settings, surroundings);
            return surroundings.ExitCode;
        });
        return command;
    }

    public static void Add(SqliteLedger ledger, IReadOnlyList<string> feeds, TimeSpan? every, FetchSettings settings, Surroundings surroundings)
    {
        if (feeds.Count == 0) return;
        using var web = new WebAccess(settings, surroundings) { Limit = 1 };
        var list = new WatchList(ledger.Watches(), web.Reader, surroundings.Complaints, surroundings.Time);
        foreach (string feed in feeds) list.Add(feed, every);
        using var page = new Page(surroundings.Output);
        foreach (string address in list.Added) page.Line($"watched: {Page.Safe(address)}");
        foreach (string address in list.Known) page.Line($"watched already: {Page.Safe(address)}");
    }
}
