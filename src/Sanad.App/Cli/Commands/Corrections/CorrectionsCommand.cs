using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Sanad.App.Cli.Commands.Correct;
using Sanad.App.Correcting;
using Sanad.App.Input;
using Sanad.App.Json;
using Sanad.App.Storage.Sqlite;
using Sanad.Ledger.Corrections;

namespace Sanad.App.Cli.Commands.Corrections;

/// <summary><c>sanad corrections</c>: what people corrected; its undoing, export, import and report.</summary>
internal static class CorrectionsCommand
{
    public static Command Create(Surroundings surroundings)
    {
        Option<long?> story = new("--story") { Description = "Only those about articles of this story.", HelpName = "STORY" };
        Option<bool> report = new("--report") { Description = "What is corrected most, by kind and by the rule that found it." };
        Option<string?> database = Options.Database();
        Option<string> format = Options.Format("text", "json");
        var command = new ExampleCommand("corrections", "List what people corrected, oldest first: by whom, when, why, and whether it holds.",
            "sanad corrections", "sanad corrections --story 1 --format json", "sanad corrections --report", "sanad corrections export > corrections.jsonl")
        {
            story, report, database, format, UndoCommand(surroundings), ExportCommand(surroundings), ImportCommand(surroundings),
        };
        command.SetAction(parsed =>
        {
            using SqliteLedger ledger = SqliteLedger.Open(Options.PathOf(parsed.GetValue(database)), create: false);
            bool json = parsed.GetValue(format) == "json";
            if (parsed.GetValue(report))
            {
                IReadOnlyList<CorrectedRule> rules = CorrectionReport.Of(ledger.Corrections());
                if (json) PrintJson(surroundings.Output, rules);
                else Print(surroundings.Output, rules);
                return ExitCode.Done;
            }

            CorrectionDesk desk = new(ledger, Languages.All, Environment.ProcessorCount);
            IReadOnlyList<KeptCorrection> corrections = parsed.GetValue(story) is { } one ? desk.ListOf(one) : desk.List();
            if (json) PrintJson(surroundings.Output, corrections);
            else Print(surroundings.Output, corrections);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>How a correction stands, as JSON names it: <c>holds</c>, <c>resting</c>, <c>overruled</c> or <c>undone</c>.</summary>
    public static string StandingOf(KeptCorrection kept) => CorrectionJson.StandingOf(kept.Logged, kept.IsResting);

    private static Command UndoCommand(Surroundings surroundings)
    {
        Argument<string> id = new("id") { Description = "The correction's id, or as much of its beginning as no other has.", HelpName = "ID" };
        var options = new CorrectOptions();
        var command = new ExampleCommand("undo", "Have a correction hold no longer. The undoing is kept as an entry of its own, and can be undone itself.", "sanad corrections undo 3f1c --reason 'it was right after all'") { id };
        options.AddTo(command);
        command.SetAction(parsed => options.Run(parsed, surroundings, (finder, by) => new Undoing(by.By, by.At, by.Reason, finder.Correction(parsed.GetValue(id)!).Id)));
        return command;
    }

    private static Command ExportCommand(Surroundings surroundings)
    {
        Option<string?> database = Options.Database();
        var command = new ExampleCommand("export", "Print all corrections as JSON lines, those undone too; `sanad corrections import` takes them.", "sanad corrections export > corrections.jsonl") { database };
        command.SetAction(parsed =>
        {
            using SqliteLedger ledger = SqliteLedger.Open(Options.PathOf(parsed.GetValue(database)), create: false);
            foreach (LoggedCorrection logged in ledger.Corrections().All)
            {
                using (var json = new Utf8JsonWriter(surroundings.Output, JsonFields.Options)) CorrectionJson.Write(json, logged.Correction);
                surroundings.Output.Write("\n"u8);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command ImportCommand(Surroundings surroundings)
    {
        Argument<string> file = new("file") { Description = "JSON lines as `sanad corrections export` prints them; - for standard input.", HelpName = "FILE|-" };
        Option<string?> database = Options.Database();
        var command = new ExampleCommand("import", "Take over corrections from another ledger. Those that are here already change nothing; those whose words are not here rest until they are.", "sanad corrections import corrections.jsonl") { file, database };
        command.SetAction(parsed =>
        {
            List<Correction> corrections = Read(parsed.GetValue(file)!, surroundings);
            using SqliteLedger ledger = SqliteLedger.Open(Options.PathOf(parsed.GetValue(database)), create: true);
            CorrectionEffect effect = new CorrectionDesk(ledger, Languages.All, Environment.ProcessorCount).Make(corrections, DateOnly.FromDateTime(surroundings.Time.GetLocalNow().DateTime), surroundings.Stop.Token);
            using var page = new Page(surroundings.Output);
            page.Line($"{CorrectionPage.Count(effect.Made.Count, "correction", "corrections")} taken over, {corrections.Count - effect.Made.Count} known already.");
            CorrectionPage.Print(page, effect);
            return surroundings.ExitCode;
        });
        return command;
    }

    private static List<Correction> Read(string file, Surroundings surroundings)
    {
        var corrections = new List<Correction>();
        int number = 0;
        try
        {
            using TextReader lines = file == "-" ? new StreamReader(Console.OpenStandardInput()) : new StreamReader(file);
            while (lines.ReadLine() is { } line)
            {
                number++;
                if (line.Length == 0) continue;
                try
                {
                    corrections.Add(CorrectionJson.Read(line));
                }
                catch (FormatException e)
                {
                    surroundings.Complaints.Fail($"{file}, line {number}", e.Message);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            surroundings.Complaints.Fail(file, InputReader.ReasonOf(e));
        }

        return corrections;
    }

    private static void PrintJson(StandardOutput output, IReadOnlyList<KeptCorrection> corrections)
    {
        foreach (KeptCorrection kept in corrections)
        {
            using (var json = new Utf8JsonWriter(output, JsonFields.Options)) CorrectionJson.Write(json, kept.Logged, kept.IsResting);

            output.Write("\n"u8);
        }
    }

    private static void Print(StandardOutput output, IReadOnlyList<KeptCorrection> corrections)
    {
        using var page = new Page(output);
        if (corrections.Count == 0) page.Line("Nothing is corrected.");
        foreach (KeptCorrection kept in corrections)
        {
            Correction correction = kept.Logged.Correction;
            string standing = StandingOf(kept) switch
            {
                "resting" => " [yellow]resting: its words are not found here[/]",
                "overruled" => $" [grey]overruled by {kept.Logged.Through}[/]",
                "undone" => $" [grey]undone by {kept.Logged.Through}[/]",
                _ => "",
            };
            page.Line($"[bold]{correction.Id}[/] {Page.Safe(CorrectionPage.Told(correction))}{standing}");
            page.Line($"[grey]{Page.Safe(correction.By)}, {Page.Safe(correction.Time)}:[/] {Page.Safe(correction.Reason)}", 2);
        }
    }

    private static void PrintJson(StandardOutput output, IReadOnlyList<CorrectedRule> rules)
    {
        foreach (CorrectedRule rule in rules)
        {
            using (var json = new Utf8JsonWriter(output, JsonFields.Options))
            {
                json.WriteStartObject();
                json.WriteString("kind", rule.Kind);
                json.WriteString("foundBy", rule.FoundBy);
                json.WriteNumber("count", rule.Count);
                json.WriteString("latest", rule.Latest.Id);
                json.WriteEndObject();
            }

            output.Write("\n"u8);
        }
    }

    private static void Print(StandardOutput output, IReadOnlyList<CorrectedRule> rules)
    {
        using var page = new Page(output);
        if (rules.Count == 0) page.Line("Nothing is corrected.");
        page.Rows([.. rules.Select(static rule => (string[])[
            rule.Count.ToString(CultureInfo.InvariantCulture), rule.Kind, Page.Safe(rule.FoundBy.Length == 0 ? "-" : rule.FoundBy), $"[grey]last {rule.Latest.Id}:[/] {Page.Safe(CorrectionPage.Told(rule.Latest))}"])], 0);
    }
}
