using System.Collections.Concurrent;
using System.CommandLine;
using Sanad.App.Fetching;
using Sanad.App.Input;
using Sanad.App.Json;
using Sanad.App.Pipeline;
using Sanad.App.Storage.Sqlite;
using Sanad.Language;
using Sanad.Ledger.Corrections;

namespace Sanad.App.Cli.Commands.Read;

/// <summary><c>sanad read</c>: analyses and prints; keeps nothing.</summary>
internal static class ReadCommand
{
    /// <summary>Bytes of the longest line whose buffer serves another one.</summary>
    private const int LargestKept = 1 << 18;

    public static Command Create(Surroundings surroundings)
    {
        Argument<string[]> inputs = Options.Inputs();
        Option<string> format = Options.Format("text", "json");
        Option<string?> language = Options.Language();
        Option<int> jobs = Options.Jobs();
        Option<string?> database = new("--db") { Description = "Lay over what is found what people corrected in this ledger; nothing is kept in it.", HelpName = "FILE" };
        var fetching = new FetchOptions();
        var command = new ExampleCommand("read", "Analyse articles and print what was found; keeps nothing.",
            "sanad read samples", "sanad read https://www.antaranews.com/rss/terkini.xml --limit 5", "sanad read --format json articles.jsonl > analyses.jsonl", "echo 'Presiden membantah kabar itu, Senin (4/11/2024).' | sanad read -")
        {
            inputs, format, language, jobs, database,
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
            using WebAccess? web = fetching.IsOffline(parsed) || !names.Any(WebTarget.IsAddress) ? null : new WebAccess(settings, surroundings) { Limit = fetching.LimitOf(parsed) };
            var pipeline = new ArticlePipeline(languages, surroundings.Complaints) { Jobs = parsed.GetValue(jobs), Language = parsed.GetValue(language) };
            IEnumerable<ArticleResult> results = pipeline.Run(InputReader.Read(names, ArchiveReading.Fresh(), web?.Reader), borrow: true, surroundings.Stop.Token);
            if (parsed.GetValue(database) is { } path) results = Corrected(results, path);
            if (parsed.GetValue(format) == "json") PrintJson(results, surroundings.Output, parsed.GetValue(jobs), surroundings.Stop.Token);
            else PrintText(results, surroundings.Output);
            return surroundings.ExitCode;
        });
        return command;
    }

    private static IEnumerable<ArticleResult> Corrected(IEnumerable<ArticleResult> results, string path)
    {
        using SqliteLedger ledger = SqliteLedger.Open(path, create: false);
        var overlay = new Overlay(ledger.Corrections());
        return results.Select(result => result with { Analysis = overlay.Lay(result.Analysis!) });
    }

    /// <summary>Analyses are written out by the processors too that make them, into buffers that go round.</summary>
    private static void PrintJson(IEnumerable<ArticleResult> results, StandardOutput output, int jobs, CancellationToken stop)
    {
        var spare = new ConcurrentBag<AnalysisLine>();
        foreach (AnalysisLine line in OrderedWork.Run(results, result => (spare.TryTake(out AnalysisLine? line) ? line : new AnalysisLine()).With(result.Analysis!), jobs, stop))
        {
            output.Write(line.Bytes);
            if (line.Bytes.Length <= LargestKept) spare.Add(line);
        }
    }

    private static void PrintText(IEnumerable<ArticleResult> results, StandardOutput output)
    {
        using var page = new Page(output);
        bool first = true;
        foreach (ArticleResult result in results)
        {
            if (!first) page.Line("");
            AnalysisPage.Print(page, result.Analysis!);
            first = false;
        }
    }
}
