using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Sanad.App.Json;
using Sanad.App.Storage.Sqlite;

namespace Sanad.App.Cli.Commands.Changes;

/// <summary><c>sanad changes</c>: what came into the ledger, oldest first.</summary>
internal static class ChangesCommand
{
    public static Command Create(Surroundings surroundings)
    {
        Option<string?> since = Options.Day("--since", "First day of adding; without it, everything.");
        Option<string?> database = Options.Database();
        Option<string> format = Options.Format("text", "json");
        var command = new ExampleCommand("changes", "What was added, revised and denied, by the day it came into the ledger.", "sanad changes", "sanad changes --since 2026-01-31 --format json") { since, database, format };
        command.SetAction(parsed =>
        {
            using SqliteLedger ledger = SqliteLedger.Open(Options.PathOf(parsed.GetValue(database)), create: false);
            IReadOnlyList<Change> changes = ledger.Changes(parsed.GetValue(since));
            if (parsed.GetValue(format) == "json") PrintJson(changes, surroundings.Output);
            else PrintText(changes, surroundings.Output);
            return ExitCode.Done;
        });
        return command;
    }

    private static void PrintJson(IReadOnlyList<Change> changes, StandardOutput output)
    {
        using var json = new Utf8JsonWriter(output, JsonFields.Options);
        foreach (Change change in changes)
        {
            ChangeJson.Write(json, change);
            json.Flush();
            json.Reset();
            output.Write("\n"u8);
        }
    }

    private static void PrintText(IReadOnlyList<Change> changes, StandardOutput output)
    {
        using var page = new Page(output);
        if (changes.Count == 0) page.Line("Nothing new.");
        foreach (IGrouping<string, Change> day in changes.GroupBy(static change => change.Day, StringComparer.Ordinal))
        {
            page.Title(Wording.OfDay(day.Key));
            page.Rows([.. day.Select(static change => (string[])[
                $"[grey]story {change.Story.ToString(CultureInfo.InvariantCulture)}[/]",
                Verb(change.Kind),
                $"{Page.Safe(Printable.Line(change.Text, 200))} [grey]{Page.Safe(change.Outlet ?? "")} {Page.Safe(change.Source)}[/]"])]);
        }
    }

    private static string Verb(string kind) => kind switch
    {
        "added" => "new story",
        "joined" => "new article",
        "moved" => "[blue]moved to this story[/]",
        "split" => "[blue]story split[/]",
        "merged" => "[blue]stories joined[/]",
        "changed" => "[blue]text changed[/]",
        "figure" => "[blue]figure moved[/]",
        "revised" => "[blue]figure revised[/]",
        "denied" => "[red]denied[/]",
        _ => Page.Safe(kind),
    };
}
