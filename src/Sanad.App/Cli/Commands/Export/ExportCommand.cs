using System.CommandLine;
using Sanad.App.Export;
using Sanad.App.Input;
using Sanad.App.Storage.Sqlite;
using Sanad.Language;

namespace Sanad.App.Cli.Commands.Export;

/// <summary><c>sanad export</c>: a story, or all, in the formats of others.</summary>
internal static class ExportCommand
{
    public static Command Create(Surroundings surroundings)
    {
        Argument<long?> story = new("story")
        {
            Description = "Its number, as `sanad stories` lists it; without it, --all.", HelpName = "STORY", Arity = ArgumentArity.ZeroOrOne,
        };
        Option<bool> all = new("--all", "-a") { Description = "All stories, one after the other, however many there are." };
        Option<string> format = new("--format", "-f") { Description = "csv and parquet: a data package of tables (needs --output, or --table). jsonl: their rows. jsonld: schema.org and PROV-O. annotations: W3C Web Annotations. markdown: the brief. html: the whole story in one file. svg and png: the chart of a figure line. ledger: all that is kept, for `sanad import`.", HelpName = string.Join('|', ExportFormat.Names), Required = true };
        format.AcceptOnlyFromAmong([.. ExportFormat.Names]);
        Option<string?> output = new("--output", "-o") { Description = "Where it is written: a folder for csv and parquet, else a file. Without it, standard output.", HelpName = "PATH" };
        Option<string?> table = new("--table", "-t") { Description = "Only this table of csv or parquet, and no package around it.", HelpName = string.Join('|', ExportFormat.Tables) };
        table.AcceptOnlyFromAmong([.. ExportFormat.Tables]);
        Option<int> line = new("--line") { Description = "Which figure line svg and png draw, as `sanad show` lists them, from 1.", HelpName = "N", DefaultValueFactory = static _ => 1 };
        Option<string?> language = new("--language", "-l") { Description = "Language of the words around it (id, en); without it, that of most articles.", HelpName = "CODE" };
        Option<string?> database = Options.Database();
        Option<int> jobs = Options.Jobs();
        var command = new ExampleCommand("export", "Write a story, or all, for others: tables, linked data, annotations, pages, or the ledger itself.",
            "sanad export 1 --format csv --output story", "sanad export 1 --format html > story.html", "sanad export 1 --format csv --table figures > figures.csv", "sanad export 1 --format png --line 1 > chart.png", "sanad export --all --format parquet --output ledger", "sanad export --all --format ledger | sanad import --db copy.db -")
        {
            story, all, format, output, table, line, language, database, jobs,
        };
        command.SetAction(parsed =>
        {
            LanguageSet languages = Languages.All;
            string? wrong = Languages.Unknown(languages, parsed.GetValue(language));
            bool isTabular = parsed.GetValue(format) is "csv" or "parquet";
            if (parsed.GetValue(story) is null != parsed.GetValue(all)) wrong = "say which story, or --all";
            else if (parsed.GetValue(table) is not null && !isTabular) wrong = "--table is for csv and parquet";
            else if (isTabular && parsed.GetValue(table) is null && parsed.GetValue(output) is null) wrong = "csv and parquet are several files: say --output FOLDER, or one --table";
            else if (parsed.GetValue(format) is "svg" or "png" && parsed.GetValue(all)) wrong = $"{parsed.GetValue(format)} draws a line of one story";
            else if (parsed.GetValue(line) < 1) wrong = "--line is a number from 1";
            if (wrong is not null)
            {
                surroundings.Complaints.Remark("usage", wrong);
                return ExitCode.WrongUsage;
            }

            using SqliteLedger ledger = SqliteLedger.Open(Options.PathOf(parsed.GetValue(database)), create: false);
            if (parsed.GetValue(story) is { } one && ledger.TextsOf(one).Count == 0)
            {
                surroundings.Complaints.Fail($"story {one}", $"there is none in {ledger.Path}; `sanad stories` lists them");
                return ExitCode.SomeFailed;
            }

            var export = new Exporting(ledger, languages, parsed.GetValue(jobs), surroundings.Stop.Token)
            {
                Story = parsed.GetValue(story), Format = parsed.GetValue(format)!, Table = parsed.GetValue(table), Line = parsed.GetValue(line), Language = parsed.GetValue(language),
            };
            string? path = parsed.GetValue(output);
            try
            {
                if (isTabular && export.Table is null) export.WritePackage(path!);
                else if (path is null) export.Write(surroundings.Output);
                else
                {
                    using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
                    export.Write(file);
                }
            }
            catch (ExportException e)
            {
                surroundings.Complaints.Fail("export", e.Message);
            }
            catch (Exception e) when ((e is IOException and not OutputClosedException and not OutputFailedException or UnauthorizedAccessException) && path is not null)
            {
                surroundings.Complaints.Fail(path, InputReader.ReasonOf(e));
            }

            return surroundings.ExitCode;
        });
        return command;
    }
}
