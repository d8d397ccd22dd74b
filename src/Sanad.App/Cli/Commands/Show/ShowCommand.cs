using System.CommandLine;
using System.Text.Json;
using Sanad.App.Json;
using Sanad.App.Pipeline;
using Sanad.App.Storage.Sqlite;
using Sanad.Language;
using Sanad.Ledger.Corrections;
using Sanad.Stories;

namespace Sanad.App.Cli.Commands.Show;

/// <summary><c>sanad show</c>: one story's whole ledger.</summary>
internal static class ShowCommand
{
    public static Command Create(Surroundings surroundings)
    {
        Argument<long> story = Options.Story();
        Option<string?> database = Options.Database();
        Option<string> format = Options.Format("text", "json");
        var command = new ExampleCommand("show", "Show one story's whole ledger: figures, positions, utterances, conflicts, copies, dates.",
            "sanad show 1", "sanad show 1 --format json | jq .figureLines") { story, database, format };
        command.SetAction(parsed =>
        {
            if (StoryOf(surroundings, Languages.All, parsed.GetValue(database), parsed.GetValue(story)) is not { } told) return ExitCode.SomeFailed;
            IReadOnlyList<LoggedCorrection> corrections = CorrectionsOf(told, parsed.GetValue(database));
            if (parsed.GetValue(format) == "json") PrintJson(told, corrections, surroundings.Output);
            else
            {
                using var page = new Page(surroundings.Output);
                StoryPage.Print(page, told, corrections);
            }

            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>The story as the ledger's kept texts tell it; null, with a complaint, where there is none of that number.</summary>
    public static StoryLedger? StoryOf(Surroundings surroundings, LanguageSet languages, string? database, long story)
    {
        using SqliteLedger ledger = SqliteLedger.Open(Options.PathOf(database), create: false);
        StoryLedger? found = new StoryReader(ledger, languages, Environment.ProcessorCount).Read(story, surroundings.Stop.Token);
        if (found is null) surroundings.Complaints.Fail($"story {story}", $"there is none in {ledger.Path}; `sanad stories` lists them");
        return found;
    }

    private static IReadOnlyList<LoggedCorrection> CorrectionsOf(StoryLedger story, string? database)
    {
        using SqliteLedger ledger = SqliteLedger.Open(Options.PathOf(database), create: false);
        return ledger.Corrections().About(story.Articles.Select(static analysis => analysis.Article.Hash).ToHashSet());
    }

    private static void PrintJson(StoryLedger story, IReadOnlyList<LoggedCorrection> corrections, StandardOutput output)
    {
        using var json = new Utf8JsonWriter(output, JsonFields.Options);
        StoryJson.Write(json, story, corrections);
        json.Flush();
        output.Write("\n"u8);
    }
}
