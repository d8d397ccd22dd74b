using System.CommandLine;
using Sanad.App.Cli.Commands.Add;
using Sanad.App.Cli.Commands.Brief;
using Sanad.App.Cli.Commands.Serve;
using Sanad.App.Fetching;
using Sanad.App.Input;
using Sanad.App.Pipeline;
using Sanad.App.Server;
using Sanad.App.Storage.Sqlite;
using Sanad.Language;
using Sanad.Stories;

namespace Sanad.App.Cli.Commands.Demo;

/// <summary><c>sanad demo</c>: the articles of <c>samples/</c> in a ledger of their own, and the brief of their story, or its pages.</summary>
internal static class DemoCommand
{
    private const string Ledger = "sanad-demo.db";

    /// <summary>Where the demonstration listens: it shall not fail because something else is served.</summary>
    private const string FreePort = "http://127.0.0.1:0";

    public static Command Create(Surroundings surroundings)
    {
        Option<string?> database = new("--db") { Description = $"Where the demonstration's ledger is made anew; without it ./{Ledger}.", HelpName = "FILE" };
        Option<bool> serve = new("--serve") { Description = "Show the story's pages in a browser instead of printing its brief." };
        var command = new ExampleCommand("demo", "Try Sanad on the sample articles: reads them into a ledger of their own and prints the brief of their story.", "sanad demo", "sanad demo --serve") { database, serve };
        command.SetAction(parsed =>
        {
            string path = parsed.GetValue(database) is { Length: > 0 } given ? given : Ledger;
            if (FindSamples() is not { } samples)
            {
                surroundings.Complaints.Fail("samples", "not found: the demonstration needs the folder samples/ of a checkout");
                return ExitCode.SomeFailed;
            }

            Remove(path);
            LanguageSet languages = Languages.All;
            using SqliteLedger ledger = SqliteLedger.Open(path, create: true);
            ArchiveReading archives = ArchiveReading.Fresh();
            var adding = new Adding(ledger, languages, archives, surroundings) { Jobs = Environment.ProcessorCount };
            adding.Run(InputReader.Read([samples], archives, null));
            IReadOnlyList<StorySummary> stories = ledger.Stories();
            if (stories.Count == 0) return ExitCode.SomeFailed;
            long story = stories.MaxBy(static story => story.Articles.Count)!.Id;
            if (parsed.GetValue(serve))
            {
                ledger.Dispose();
                return Serving.Run(new ServerSettings(path, FreePort, new FetchSettings(), FetchOptions.UsualLimit, story), surroundings, Browser.Open);
            }

            StoryLedger told = new StoryReader(ledger, languages, Environment.ProcessorCount).Read(story, surroundings.Stop.Token)!;
            BriefCommand.Print(told, languages, surroundings.Output);
            PrintNext(surroundings.Output, path, story, samples, adding.Summary());
            return surroundings.ExitCode;
        });
        return command;
    }

    private static void PrintNext(StandardOutput output, string path, long story, string samples, string summary)
    {
        using var page = new Page(output);
        string sanad = Environment.GetEnvironmentVariable("SANAD_COMMAND") is { Length: > 0 } command ? command : "sanad";
        page.Heading("To look further");
        page.Line($"[grey]{Page.Safe(summary)}[/]");
        page.Rows(
        [
            [Page.Safe($"{sanad} demo --serve"), "the same in a browser"],
            [Page.Safe($"{sanad} show {story} --db {path}"), "figures, positions, conflicts, copies of this story"],
            [Page.Safe($"{sanad} stories --db {path}"), "all stories of this ledger"],
            [Page.Safe($"{sanad} search --act deny --db {path}"), "who denied what"],
            [Page.Safe($"{sanad} changes --db {path}"), "what came in, what was revised and denied"],
            [Page.Safe($"{sanad} read {samples}"), "what is found in each article"],
            [Page.Safe($"{sanad} add FILE|FOLDER"), "your own articles, in your own ledger"],
        ]);
    }

    /// <summary>The folder <c>samples</c> of the checkout the program was built in, or beside the program, or here.</summary>
    private static string? FindSamples()
    {
        string?[] homes = [Environment.GetEnvironmentVariable("SANAD_HOME"), ".", AppContext.BaseDirectory, Path.Combine(AppContext.BaseDirectory, "../..")];
        foreach (string? home in homes)
        {
            if (home is null || !Directory.Exists(Path.Combine(home, "samples"))) continue;
            string samples = Path.GetFullPath(Path.Combine(home, "samples"));
            string here = Path.GetRelativePath(".", samples);
            return here.StartsWith("..", StringComparison.Ordinal) ? samples : here;
        }

        return null;
    }

    /// <summary>The demonstration begins anew every time; only a file of its own making is removed.</summary>
    private static void Remove(string path)
    {
        if (!File.Exists(path)) return;
        SqliteLedger.Open(path, create: false).Dispose();
        foreach (string file in (string[])[path, path + "-wal", path + "-shm"]) File.Delete(file);
    }
}
