using System.CommandLine;
using Sanad.App.Storage.Sqlite;
using Sanad.Language;

namespace Sanad.App.Cli.Commands.Doctor;

/// <summary><c>sanad doctor</c>: checks the installation and the ledger.</summary>
internal static class DoctorCommand
{
    public static Command Create(Surroundings surroundings)
    {
        Option<string?> database = Options.Database();
        var command = new ExampleCommand("doctor", "Check the installation and the ledger.", "sanad doctor") { database };
        command.SetAction(parsed =>
        {
            using var page = new Page(surroundings.Output);
            LanguageSet languages = Languages.All;
            var rows = new List<string[]>
            {
                new[] { "program", $"{typeof(DoctorCommand).Assembly.GetName().Version?.ToString(3)}, .NET {Environment.Version}" },
                new[] { "languages", Page.Safe(string.Join(", ", languages.All.Select(static pack => $"{pack.Name} ({pack.Code})"))) },
            };
            string path = Options.PathOf(parsed.GetValue(database));
            if (!File.Exists(path) && parsed.GetValue(database) is null)
            {
                rows.Add(["ledger", $"{Page.Safe(path)}: none yet, `sanad add` makes it"]);
                page.Rows(rows, 0);
                return ExitCode.Done;
            }

            using SqliteLedger ledger = SqliteLedger.Open(path, create: false);
            IReadOnlyList<string> problems = ledger.Check();
            LedgerCounts counts = ledger.Count();
            rows.Add(["ledger", Page.Safe(path)]);
            rows.Add(["holds", $"{Wording.Of(counts.Articles)} {(counts.Articles == 1 ? "article" : "articles")} in {Wording.Of(counts.Versions)} {(counts.Versions == 1 ? "version" : "versions")}, {Wording.Of(counts.Stories)} {(counts.Stories == 1 ? "story" : "stories")}, {Wording.Of(counts.Statements)} statements, {Wording.Of(counts.Figures)} figures"]);
            rows.Add(["sound", problems.Count == 0 ? "[green]yes[/]: the file, its links, and every text under its hash" : $"[red]no[/]: {problems.Count} problems"]);
            page.Rows(rows, 0);
            foreach (string problem in problems) surroundings.Complaints.Fail(path, problem);
            return problems.Count == 0 ? ExitCode.Done : ExitCode.Unusable;
        });
        return command;
    }
}
