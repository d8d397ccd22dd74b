using System.CommandLine;
using Sanad.App.Storage.Sqlite;
using Sanad.App.Watching;

namespace Sanad.App.Cli.Commands.Watch;

/// <summary><c>sanad watch</c>: keeps adding what feeds and sitemaps bring.</summary>
internal static class WatchCommand
{
    public static Command Create(Surroundings surroundings)
    {
        Argument<string[]> feeds = Feeds("Also watched from now on, as `sanad watch add` does it.", ArgumentArity.ZeroOrMore);
        Option<string?> database = Options.Database();
        Option<string?> every = Every();
        Option<bool> once = new("--once") { Description = "One round over what is due, then end." };
        Option<int> jobs = Options.Jobs();
        var fetching = new FetchOptions();
        var command = new ExampleCommand("watch", "Keep adding what watched feeds and sitemaps bring, until Ctrl-C. The list is kept in the ledger; what feeds bring often is looked at often.",
            "sanad watch https://www.antaranews.com/rss/terkini.xml", "sanad watch add https://www.antaranews.com/rss/terkini.xml --every 15m", "sanad watch list", "sanad watch --once")
        {
            feeds, database, every, once, jobs, WatchAddCommand.Create(surroundings), WatchListCommand.Create(surroundings), WatchRemoveCommand.Create(surroundings),
        };
        fetching.AddTo(command, canBeOffline: false);
        command.SetAction(parsed =>
        {
            if (fetching.SettingsOf(parsed, surroundings.Complaints) is not { } settings) return ExitCode.WrongUsage;
            using SqliteLedger ledger = SqliteLedger.Open(Options.PathOf(parsed.GetValue(database)), create: true);
            TimeSpan? pace = EveryOf(parsed.GetValue(every));
            WatchAddCommand.Add(ledger, parsed.GetValue(feeds)!, pace, settings, surroundings);
            return new Watcher(ledger, Languages.All, settings, surroundings) { Jobs = parsed.GetValue(jobs), Limit = fetching.LimitOf(parsed), Every = pace, Once = parsed.GetValue(once) }.Run();
        });
        return command;
    }

    public static Argument<string[]> Feeds(string description, ArgumentArity arity) => new("feed") { Description = description, Arity = arity, HelpName = "URL|OPML" };

    public static Option<string?> Every()
    {
        var option = new Option<string?>("--every") { Description = "From one look to the next (30s, 15m, 2h, 1d). Without it between 5m and 6h, by how often a feed brings something.", HelpName = "SPAN" };
        option.Validators.Add(static result =>
        {
            if (result.Tokens.Count > 0 && (!TimeSpans.TryRead(result.Tokens[0].Value, out TimeSpan span) || span < TimeSpan.FromSeconds(1))) result.AddError("--every is a span like 30s, 15m, 2h or 1d");
        });
        return option;
    }

    public static TimeSpan? EveryOf(string? text) => text is not null && TimeSpans.TryRead(text, out TimeSpan span) ? span : null;
}
