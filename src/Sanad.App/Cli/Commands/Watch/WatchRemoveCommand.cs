using System.CommandLine;
using Sanad.App.Storage.Sqlite;
using Sanad.App.Watching;

namespace Sanad.App.Cli.Commands.Watch;

/// <summary><c>sanad watch remove</c>: takes feeds off the list.</summary>
internal static class WatchRemoveCommand
{
    public static Command Create(Surroundings surroundings)
    {
        Argument<string[]> feeds = new("feed") { Description = "As `sanad watch list` prints it.", Arity = ArgumentArity.OneOrMore, HelpName = "URL" };
        Option<string?> database = Options.Database();
        var command = new ExampleCommand("remove", "Watch a feed no longer. What it brought stays in the ledger.", "sanad watch remove https://www.antaranews.com/rss/terkini.xml") { feeds, database };
        command.SetAction(parsed =>
        {
            using SqliteLedger ledger = SqliteLedger.Open(Options.PathOf(parsed.GetValue(database)), create: false);
            using var page = new Page(surroundings.Output);
            foreach (string feed in parsed.GetValue(feeds)!)
            {
                if (WatchList.Remove(ledger.Watches(), feed)) page.Line($"watched no longer: {Page.Safe(feed)}");
                else surroundings.Complaints.Fail(feed, "is not watched");
            }

            return surroundings.ExitCode;
        });
        return command;
    }
}
