using System.CommandLine;
using Sanad.App.Fetching;
using Sanad.App.Input;
using Sanad.App.Storage.Sqlite;
using Sanad.Language;

namespace Sanad.App.Cli.Commands.Add;

/// <summary><c>sanad add</c>: analyses, keeps in the ledger and groups into stories.</summary>
internal static class AddCommand
{
    public static Command Create(Surroundings surroundings)
    {
        Argument<string[]> inputs = Options.Inputs();
        Option<string?> database = Options.Database();
        Option<string?> language = Options.Language();
        Option<int> jobs = Options.Jobs();
        var fetching = new FetchOptions();
        var again = new Option<bool>("--again") { Description = "Read web archives anew that were read before." };
        var command = new ExampleCommand("add", "Analyse articles, keep them in the ledger and group them into stories. What is there already changes nothing.",
            "sanad add samples", "sanad add https://www.antaranews.com/rss/terkini.xml", "sanad add --db crawl.db crawl.warc.gz", "zcat archive.jsonl.gz | sanad add --db archive.db -")
        {
            inputs, database, language, jobs, again,
        };
        fetching.AddTo(command);
        command.SetAction(parsed =>
        {
            LanguageSet languages = Languages.All;
            if (Languages.Unknown(languages, parsed.GetValue(language)) is { } wrong)
            {
                surroundings.Complaints.Remark("usage", wrong);
                return ExitCode.WrongUsage;
            }

            if (fetching.SettingsOf(parsed, surroundings.Complaints) is not { } settings) return ExitCode.WrongUsage;
            string[] names = parsed.GetValue(inputs)!;
            using SqliteLedger ledger = SqliteLedger.Open(Options.PathOf(parsed.GetValue(database)), create: true);
            var archives = new ArchiveReading(ledger.Archives(), parsed.GetValue(again));
            var adding = new Adding(ledger, languages, archives, surroundings) { Jobs = parsed.GetValue(jobs), Language = parsed.GetValue(language) };
            if (fetching.IsOffline(parsed) || !names.Any(WebTarget.IsAddress))
            {
                adding.Run(InputReader.Read(names, archives, null));
            }
            else
            {
                using var memory = new FetchMemory(ledger.Path);
                using var web = new WebAccess(settings, surroundings) { Limit = fetching.LimitOf(parsed), Known = memory.Find };
                adding.Run(InputReader.Read(names, archives, web.Reader));
            }

            using var page = new Page(surroundings.Output);
            page.Line(Page.Safe(adding.Summary()));
            return surroundings.ExitCode;
        });
        return command;
    }
}
